"""What spellings of the name of a grid, micro-grid or zone have in common: its number, however it is written."""

import re
from functools import lru_cache

from graph_schema.values import numeral

_GRID = re.compile(rf"第?(?P<number>[0-9]+|{numeral.PATTERN})(?:号)?(?:网格)?")
_MICRO_GRID = re.compile(rf"第?(?P<number>[0-9]+|{numeral.PATTERN})(?:号)?(?:[小微]网?格)?")
_ZONE = re.compile(rf"第?(?P<number>[0-9]+|{numeral.PATTERN})(?:号)?片区?")


@lru_cache(maxsize=4096)
def grid_key(written: str, community_name: str = "") -> str:
    """What two spellings of a grid's name have in common: 第1网格, 一网格, 松涛社区第一网格 are one."""
    bare = re.sub(r"\s", "", written)
    bare = bare.removeprefix(community_name) or bare
    found = _GRID.fullmatch(bare)
    return f"第{numeral.arabic(found['number'])}网格" if found else bare


def micro_grid_key(written: str, grid_name: str = "") -> str:
    """What spellings of a micro-grid's name have in common: 第1小网格, 一号微网格, 第一网格1小网格 are one."""
    bare = re.sub(r"\s", "", written)
    bare = bare.removeprefix(grid_name) or bare
    found = _MICRO_GRID.fullmatch(bare)
    return f"第{numeral.arabic(found['number'])}小网格" if found else bare


def zone_key(name: str) -> str:
    """What spellings of a zone's name have in common: 第1片区, 一片 and 第一片区 are one."""
    found = _ZONE.fullmatch(name)
    return f"第{numeral.arabic(found['number'])}片区" if found else name
