"""Where and when a rule looks: as for any question, held to a place and to the viewer's area."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from database.reading import Reader, read
from graph_schema.errors import InputError
from graph_schema.sensitivity import Sight
from graph_schema.values.moment import Moment
from queries import scoping
from queries.gaps.rules import Of, Rule

TIMEOUT = 60.0  # seconds for one rule, over a whole city
Thresholds = Mapping[str, Mapping[str, float]]  # by rule and name: an office's own


@dataclass(frozen=True)
class Look:
    """One look at the graph for several rules."""

    reader: Reader
    place: str | None
    moment: Moment
    sight: Sight
    thresholds: Thresholds = field(default_factory=dict)

    @property
    def top(self) -> str | None:
        """The place that bounds the look; None for everywhere."""
        return self.place or self.sight.area

    def rows(self, asked: Rule | Of, after: str = "", **more: Any) -> list[dict[str, Any]]:
        """The rows of a rule or count; with `after`, what that Cypher makes of them inside the database."""
        text = self._held(asked.text)
        bound = self._bound(asked) | more
        return read(self.reader, f"CALL () {{\n{text}}}\n{after}" if after else text, timeout=TIMEOUT, **bound)

    def _held(self, text: str) -> str:
        if self.top is None:
            return text
        return scoping.within(text, area=self.place is not None and self.sight.area is not None)

    def _bound(self, asked: Rule | Of) -> dict[str, Any]:
        given = {"on": self.moment.on, "at": self.moment.at, "place": self.top, "area": self.sight.area}
        if isinstance(asked, Of):
            return given
        own = self.thresholds.get(asked.id, {})
        if unknown := sorted(own.keys() - asked.thresholds.keys()):
            names = "、".join(unknown)
            raise InputError(f"规则 {asked.id} 没有阈值 {names}。", f"Rule {asked.id} has no threshold {names}.")
        return given | dict(asked.thresholds) | dict(own)
