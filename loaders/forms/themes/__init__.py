"""What some rosters state beside places, organisations and posts, backwards: one module a theme, as in loaders.themes.

A module has FIELDS, and one of two functions or both: `lines` gives the lines of a roster that is about no place,
`tell` adds to lines what the theme knows of them.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from types import ModuleType

from loaders.forms.asking import Asking
from loaders.forms.line import Line
from loaders.recognise import Table
from loaders.roster import Roster

Giver = Callable[[Table, Asking], list[Line]]


def giver(roster: Roster) -> Giver | None:
    """What gives the lines of a roster; None where its declaration alone says which there are."""
    return next((module.lines for module in _of(roster) if hasattr(module, "lines")), None)


def tell(table: Table, asking: Asking, lines: Iterable[Line]) -> None:
    """Adds what the themes of the roster know."""
    every = list(lines)
    for module in _of(table.roster):
        if hasattr(module, "tell"):
            module.tell(table, asking, every)


def _of(roster: Roster) -> Iterator[ModuleType]:
    fields = {column.field for column in roster.columns} | {post.field for post in roster.posts}
    fields |= {party.field for party in roster.parties}
    return (module for module in _modules() if module.FIELDS & fields)


@lru_cache(maxsize=1)
def _modules() -> tuple[ModuleType, ...]:
    return tuple(importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__))
