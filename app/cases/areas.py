"""The upper tree: counties, towns, communities; where a viewer starts, and the way down to a place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.cases.nearest import nothing_has
from database.reading import Reader
from graph_schema.errors import Nearby
from graph_schema.sensitivity import Sight
from graph_schema.values.moment import Moment
from graph_schema.values.seal import Seal
from queries.answer import Row
from queries.ask import ask
from queries.paths import paths


@dataclass(frozen=True)
class Areas:
    """Every county, town and community, as rows of `areas`."""

    rows: tuple[Row, ...]

    @property
    def empty(self) -> bool:
        """Whether no place was ever loaded."""
        return not self.rows

    def start(self) -> str:
        """The lowest place that holds all the others: where to begin when nobody says where."""
        at = self._below(None)
        while len(at) == 1 and (below := self._below(at[0]["code"])):
            if len(below) > 1:
                break
            at = below
        return str((at or self.rows)[0]["code"])

    def _below(self, parent: str | None) -> Sequence[Row]:
        return [row for row in self.rows if row["parent"] == parent]


def areas(reader: Reader, seal: Seal, *, moment: Moment, sight: Sight) -> Areas:
    """The upper tree on that day."""
    return Areas(ask(reader, "areas", sight=sight, seal=seal, moment=moment).rows)


def way(reader: Reader, code: str, *, moment: Moment, sight: Sight) -> tuple[Nearby, ...]:
    """The places from the widest down to this one, itself included; empty for a code that nothing has."""
    return paths(reader, [code], on=moment.on, sight=sight).get(code, ())


def place_of(reader: Reader, code: str, *, moment: Moment, sight: Sight) -> tuple[Nearby, ...]:
    """The same, for a page that is about the place. Raises NotFound."""
    path = way(reader, code, moment=moment, sight=sight)
    if not path:
        raise nothing_has(reader, code, sight=sight)
    return path
