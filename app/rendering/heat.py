"""How deep a cell of the gap board is coloured: by the rule's severity, and the share that is missing."""

from __future__ import annotations

from flask import Flask

from queries.gaps import Count, Rule

STEPS = {"critical": (2, 6, 12), "high": (3, 7, 13), "medium": (3, 7, 13)}  # percent


def register(app: Flask) -> None:
    """Makes it callable in templates."""
    app.jinja_env.globals.update(depth=depth, counts_nothing=counts_nothing, steps=STEPS)


def depth(rule: Rule, count: Count) -> int:
    """0 for none, 1 to 4 by its share."""
    if not count.gap:
        return 0
    return 1 + sum((count.percent or 0) > step for step in STEPS[rule.severity])


def counts_nothing(count: Count) -> bool:
    """Whether there is nothing here that could be a gap."""
    return not (count.of or count.gap or count.unknown)
