"""How the cells of one column are read: each distinct cell once, since most columns repeat few values."""

from typing import NamedTuple

from graph_schema.problems import ValueProblem
from graph_schema.values import text
from loaders.cells import read_cell

_KEPT = 4_096  # cells of a column; beyond them its memory begins anew


class Said(NamedTuple):
    """What a cell says: its value, or what is wrong with it. `blank`: nothing is written; `ditto`: "as above"."""

    value: object
    blank: bool = False
    ditto: bool = False


class Reader:
    """Reads the cells of a column as its declaration says."""

    def __init__(self, reads: str) -> None:
        self._reads = reads
        self._known: dict[object, Said] = {}

    def said(self, cell: object) -> Said:
        """What the cell says; equal cells of different kinds (1, 1.0, True) are told apart."""
        key = cell if type(cell) is str else (type(cell), cell)
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            found = self._known[key] = self._said(cell)
        return found

    def value(self, cell: object) -> object:
        """The cell's value. Raises ValueProblem."""
        found = self.said(cell).value
        if isinstance(found, ValueProblem):
            raise found.with_traceback(None)
        return found

    def _said(self, cell: object) -> Said:
        try:
            value = read_cell(self._reads, cell)
        except ValueProblem as problem:
            value = problem.with_traceback(None)  # which holds this frame, which holds the problem
        return Said(value, text.is_blank(cell), text.is_ditto(cell))
