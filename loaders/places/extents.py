"""The places that a cell about an extent means, in the row's communities: 松涛社区, 第一、二网格, 松涛苑1-3栋、5栋."""

import re
from collections.abc import Callable, Iterator

from graph_schema.problems import ValueProblem
from graph_schema.values import numeral, text
from graph_schema.values.building import coverage
from loaders.draft import Node
from loaders.images import address_of
from loaders.places.covered import WHOLE, buildings_of
from loaders.places.directory import Directory

_N = rf"(?:[0-9]+|{numeral.PATTERN})"
_APART = re.compile(r"[、,;/\n&]+|(?<=网格|社区|小区)[和及与]")
_SPREAD = re.compile(
    rf"(?P<before>.*?)第?(?P<low>{_N})(?:网格)?(?:[-~—–]+|至|到)第?(?P<high>{_N})(?P<grid>[小微]?网格)"
)
_NUMBER = re.compile(rf"(?:.*?第)?{_N}")
_ALL = re.compile("(?:全|本|整个|全部)(?:社区|村|辖区)|(?:社区|村|辖区)(?:全域|全部|整体)|全域")
_BOUNDARIES = re.compile("[东南西北](?:面|边|侧)?(?:至|到|起|临|接|靠)|以[东南西北]|四至|[东南西北][:：]")
_MOST = 50


def extent_of(cell: object, communities: list[Node], directory: Directory) -> tuple[Node, ...]:
    """Communities, grids, micro-grids, compounds and buildings, each once. Raises building_unknown, place_unknown, …"""
    found: list[Node] = []
    others: list[str] = []
    for piece in _pieces(cell):
        place = _place(piece, communities, directory)
        if place is not None:
            found.append(place)
        elif piece.endswith("网格"):
            raise _unknown(piece, communities, directory)
        else:
            others.append(piece)
    for compound, name in coverage("、".join(others)) if others else ():
        found += buildings_of(compound, name, communities, directory)
    return tuple(dict.fromkeys(found))


def is_described(cell: object) -> bool:
    """Whether the cell describes boundaries (东至河滨路，南至…) instead of naming what lies within."""
    return bool(_BOUNDARIES.search(text.tidy(cell)))


def _pieces(cell: object) -> list[str]:
    """The parts of the list, ranges of grids written out, and 网格 behind each number of 第一、二网格."""
    written = [re.sub(r"\s", "", piece) for piece in _APART.split(text.tidy(cell))]
    spread = [name for piece in written if piece and not text.is_nothing(piece) for name in _spread(piece)]
    ending, complete = "", []
    for piece in reversed(spread):
        found = re.search("[小微]?网格$", piece)
        ending = found[0] if found else ending if _NUMBER.fullmatch(piece) else ""
        complete.append(piece if found or not ending else piece + ending)
    return complete[::-1]


def _spread(piece: str) -> Iterator[str]:
    found = _SPREAD.fullmatch(piece)
    low, high = (int(numeral.arabic(found[name])) for name in ("low", "high")) if found else (0, 0)
    if found is None or not low <= high <= low + _MOST:
        yield piece
        return
    yield from (f"{found['before']}第{number}{found['grid']}" for number in range(low, high + 1))


def _place(piece: str, communities: list[Node], directory: Directory) -> Node | None:
    """The community, grid, micro-grid or compound that the piece names whole; None where it is something else."""
    if _ALL.fullmatch(piece) and len(communities) == 1:
        return communities[0]
    for find in _FINDERS:
        found = list(dict.fromkeys(place for c in communities if (place := find(piece, c, directory)) is not None))
        if len(found) > 1:
            first, second = (address_of(node) for node in found[:2])
            raise ValueProblem("address_ambiguous", value=piece, first=first, second=second)
        if found:
            return found[0]
    return None


def _community(piece: str, community: Node, directory: Directory) -> Node | None:
    return community if piece in (community.name, f"{community.name}居委会", f"{community.name}村委会") else None


def _grid(piece: str, community: Node, directory: Directory) -> Node | None:
    return directory.grid(community, piece)


def _micro_grid(piece: str, community: Node, directory: Directory) -> Node | None:
    """By its name behind its grid's, or by its name alone where one grid has it."""
    bare = piece.removeprefix(community.name)
    named = [(grid, directory.micro_grid(grid, bare)) for grid in directory.grids(community)]
    within = [found for grid, found in named if found is not None and bare.startswith(grid.name)]
    known = within or [found for _, found in named if found is not None]
    return known[0] if len(known) == 1 and bare.endswith("网格") else None


def _compound(piece: str, community: Node, directory: Directory) -> Node | None:
    bare = piece.removeprefix(community.name) or piece
    return directory.compound(community, WHOLE.sub("", bare) or bare)


_FINDERS: tuple[Callable[[str, Node, Directory], Node | None], ...] = (_community, _grid, _micro_grid, _compound)


def _unknown(piece: str, communities: list[Node], directory: Directory) -> ValueProblem:
    grids = [f"{community.name}{grid.name}" for community in communities for grid in directory.grids(community)]
    nearest = directory.nearest(piece, grids) or "、".join(grids[:3])
    return ValueProblem("place_unknown", value=piece, kind="网格", nearest=nearest)
