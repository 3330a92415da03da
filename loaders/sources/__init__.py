"""The rosters that are known: every Roster constant of the modules beside this one."""

import importlib
import pkgutil
from collections.abc import Mapping
from types import MappingProxyType

from loaders.roster import Roster


def _discovered() -> dict[str, Roster]:
    found: dict[str, Roster] = {}
    for module in pkgutil.iter_modules(__path__):
        values = vars(importlib.import_module(f"{__name__}.{module.name}")).values()
        found |= {value.code: value for value in values if isinstance(value, Roster)}
    return dict(sorted(found.items(), key=lambda item: (item[1].rank, item[0])))


ROSTERS: Mapping[str, Roster] = MappingProxyType(_discovered())
