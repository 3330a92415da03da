"""How many gaps an import closes and opens: the gaps before it against those after it, or in a rehearsal of it."""

from collections.abc import Hashable, Sequence
from datetime import date

from app.cases.preparing import GapFinder
from database.connection import Connection
from database.ledger import last_import
from database.reading import Reader
from database.writing import rehearsal
from graph_schema.errors import Conflict, LianhuError
from graph_schema.facts import Change

LARGEST = 20_000  # facts; above, gaps are not counted

Gaps = frozenset[Hashable]


class GapCount:
    """Counts gaps. `find` None: they are not counted. What was counted after an import serves before the next."""

    def __init__(self, connection: Connection, find: GapFinder | None) -> None:
        self._connection = connection
        self._find = find
        self._known: tuple[str, date, Gaps] | None = None

    def before(self, seen: str, changes: Sequence[Change], today: date) -> Gaps | None:
        """The gaps of the graph as the Ledger names it; None where they are not counted."""
        if self._known is not None and self._known[:2] == (seen, today) and 0 < len(changes) <= LARGEST:
            return self._known[2]
        return self._open(self._connection, changes, today)

    def after(self, import_id: str, changes: Sequence[Change], today: date) -> Gaps | None:
        """The gaps once an import is written."""
        found = self._open(self._connection, changes, today)
        if changes and found is not None:
            self._known = import_id, today, found
        return found

    def rehearsed(self, seen: str, changes: Sequence[Change], today: date) -> dict[str, int] | None:
        """What an import would close and open. Raises Conflict when the graph has moved on meanwhile."""
        before = self.before(seen, changes, today)
        if before is None:
            return None
        try:
            with rehearsal(self._connection, changes) as writer:
                if last_import(writer.ledger) != seen:
                    raise _moved_on()
                return compared(before, self._open(writer, changes, today))
        except LookupError:
            raise _moved_on() from None

    def _open(self, reader: Reader, changes: Sequence[Change], today: date) -> Gaps | None:
        """The gaps that are open; a count never stands in an import's way."""
        if self._find is None or len(changes) > LARGEST:
            return None
        if not changes:
            return frozenset()
        try:
            return self._find(reader, today)
        except LianhuError:
            return None


def compared(before: Gaps | None, after: Gaps | None) -> dict[str, int] | None:
    """How many are closed and opened; None where either was not counted."""
    if before is None or after is None:
        return None
    return {"closed": len(before - after), "opened": len(after - before)}


def _moved_on() -> Conflict:
    return Conflict(
        "预览期间图已被另一次导入改动。请再试一次。", "The graph was changed by another import meanwhile. Try again."
    )
