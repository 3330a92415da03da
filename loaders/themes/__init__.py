"""What some rosters state beside places, organisations and posts: one module a theme, found by the fields it is about.

A theme module has FIELDS, the columns' fields that call for it, and `state`, which puts what a row says into the draft.
"""

import importlib
import pkgutil
from collections.abc import Callable
from functools import lru_cache

from loaders.roster import Roster
from loaders.themes.stating import Stating

Theme = Callable[[Stating], None]


@lru_cache(maxsize=64)
def themes_of(roster: Roster) -> tuple[Theme, ...]:
    """The themes that a roster's fields call for, in the order of their modules' names."""
    fields = {column.field for column in roster.columns} | {post.field for post in roster.posts}
    fields |= {party.field for party in roster.parties}
    return tuple(state for wanted, state in _themes() if wanted & fields)


@lru_cache(maxsize=1)
def _themes() -> tuple[tuple[frozenset[str], Theme], ...]:
    modules = [importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
    return tuple((module.FIELDS, module.state) for module in modules if hasattr(module, "FIELDS"))
