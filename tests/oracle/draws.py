"""What every part of a world is drawn with: one source of chance, nodes, facts, and periods that end near the days."""

import datetime as dt
from random import Random
from typing import Any

Node = tuple[str, str]

FIRST_COUNTY = 429200
_DAYS = (dt.date(2028, 2, 29), dt.date(2028, 3, 1), dt.date(2026, 12, 31), dt.date(2027, 1, 1), dt.date(2024, 2, 29))


class Draws:
    """A world while it is made; the same for the same number."""

    def __init__(self, index: int) -> None:
        self.random = Random(f"lianhu {index}")
        self.index = index
        self.county = str(FIRST_COUNTY + index)
        self.nodes: dict[str, dict[str, dict[str, Any]]] = {}
        self.facts: list[dict[str, Any]] = []
        self.days = self.random.sample(_DAYS, 2)
        self.people: list[str] = []
        self.few: list[str] = []  # they hold many posts

    def node(self, label: str, key: str, **properties: Any) -> None:
        """A node."""
        self.nodes.setdefault(label, {})[key] = properties

    def fact(self, type_: str, start: Node, end: Node, **properties: Any) -> None:
        """A fact."""
        self.facts.append({"type": type_, "from": start, "to": end, **properties})

    def post(self, person: str, target: Node, role: str) -> None:
        """Somebody serves there."""
        self.fact(
            "SERVES",
            ("Person", person),
            target,
            role=role,
            is_primary=self.random.choice((True, False, None)),
            priority=self.random.choice((1, 2, None, None)),
            night_ok=self.random.choice((True, False, False, None)),
            **self.period(0.85),
        )

    def somebody(self) -> str:
        """One of the people, often one of the few."""
        return self.random.choice(self.few if self.random.random() < 0.4 else self.people)

    def pick(self, label: str, most: int) -> list[str]:
        """Some keys of a label."""
        keys = list(self.nodes.get(label, {}))
        return self.random.sample(keys, min(most, len(keys)))

    def maybe(self, chance: float, value: Any) -> Any:
        """The value, or None."""
        return value if self.random.random() < chance else None

    def near(self) -> dt.date:
        """A day at or about the days that are asked about."""
        return self.random.choice(self.days) + dt.timedelta(days=self.random.choice((-400, -2, -1, 0, 0, 1, 30)))

    def period(self, holds: float) -> dict[str, Any]:
        """A period that mostly holds on every day asked about; else one whose ends lie at those days."""
        if self.random.random() < holds:
            since = self.random.choice(
                (None, dt.date(2019, 5, 1), dt.date(2020, 1, 1), dt.date(2020, 1, 1), dt.date(2023, 9, 1))
            )
            return {"since": since, "until": self.random.choice((None, None, dt.date(2032, 2, 29)))}
        since, until = self.maybe(0.8, self.near()), self.maybe(0.6, self.near())
        return {"since": since, "until": until}
