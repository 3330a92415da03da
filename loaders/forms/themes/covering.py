"""Which zone and buildings a unit answers for, what it shares with which community, who leads the zone.

A line is read as one statement: its unit covers the zone and every building, the zone includes them, and the unit
shares with the communities that are named, inside which the buildings are looked for. What does not go together like
that stands in lines of its own.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph_schema.nodes import NODES
from graph_schema.values.text import sort_key
from loaders.forms.asking import Asking, Thing, Tie
from loaders.forms.line import Line, Said
from loaders.forms.lines import with_people
from loaders.forms.places import Path, area_of, paths_of
from loaders.forms.themes.registering import kind_words
from loaders.recognise import Table

FIELDS = frozenset(("unit:covering",))


@dataclass(frozen=True)
class _Cover:
    """A line to be: the zone, the buildings in it, and what is shared with which communities."""

    zone: Thing | None = None
    buildings: tuple[Thing, ...] = ()
    communities: tuple[Thing, ...] = ()
    offers: object = None
    needs: object = None


def lines(table: Table, asking: Asking) -> list[Line]:
    """The units that answer for something in the place or share with it, zone by zone."""
    units = asking.under("Unit")
    covering, sharing = asking.out("COVERS", units), asking.out("COBUILDS_WITH", units)
    covered = {tie.end for ties in covering.values() for tie in ties}
    included = {z: {tie.end for tie in ties} for z, ties in asking.out("INCLUDES", _of("Zone", covered)).items()}
    paths = paths_of([*_of("Zone", covered), *_of("Building", covered)], asking)
    area = area_of(asking)
    found: list[Line] = []
    named: list[dict[str, Thing]] = []
    for unit in units:
        for cover in _covers(covering.get(unit, []), sharing.get(unit, []), included, paths):
            found.append(_line(unit, cover, paths, area))
            named.append({"unit:covering": unit})
    return with_people(found, named, table.layout, asking)


def _of(label: str, things: Iterable[Thing]) -> list[Thing]:
    return sorted((thing for thing in things if thing.label == label), key=lambda thing: thing.key)


def _covers(
    covering: Sequence[Tie], sharing: Sequence[Tie], included: Mapping[Thing, set[Thing]], paths: Mapping[Thing, Path]
) -> list[_Cover]:
    """One for each zone with its buildings, one for the other buildings, one for each thing that is shared."""
    ends = {tie.end for tie in covering}
    buildings = set(_of("Building", ends))
    found = []
    for zone in _of("Zone", ends):
        inside = buildings & included.get(zone, set())
        buildings -= inside
        found.append(_Cover(zone, tuple(_of("Building", inside))))
    if buildings:
        found.append(_Cover(None, tuple(_of("Building", buildings))))
    shared: dict[tuple[object, object], list[Thing]] = {}
    for tie in sharing:
        shared.setdefault((tie.image.get("offers"), tie.image.get("needs")), []).append(tie.end)
    for (offers, needs), group in shared.items():
        _share(found, tuple(sorted(group, key=lambda each: each.key)), offers, needs, paths)
    return found


def _share(
    found: list[_Cover], communities: tuple[Thing, ...], offers: object, needs: object, paths: Mapping[Thing, Path]
) -> None:
    """Into the first line whose buildings all lie in the communities; else into one of its own."""
    for number, cover in enumerate(found):
        around = {paths[building].get("Community") for building in cover.buildings}
        if not cover.communities and cover.buildings and around <= set(communities):
            found[number] = _Cover(cover.zone, cover.buildings, communities, offers, needs)
            return
    found.append(_Cover(None, (), communities, offers, needs))


def _line(unit: Thing, cover: _Cover, paths: Mapping[Thing, Path], area: Mapping[str, Said]) -> Line:
    path = paths.get(cover.zone, {}) if cover.zone is not None else {}
    town = {"town": Said(path["Town"].name)} if "Town" in path else {}
    names = sorted((_name(paths[building]) for building in cover.buildings), key=sort_key)
    values = {
        **area,
        **town,
        "zone": Said(cover.zone.name if cover.zone is not None else None),
        "unit:covering": Said(unit.name),
        "unit_kind": Said(kind_words(unit.image.get("kind")), NODES["Unit"].by_name["kind"].sensitivity),
        "covered": Said("、".join(names) or None),
        "cobuilt": Said(tuple(each.name for each in cover.communities) or None),
        "offers": Said(cover.offers),
        "needs": Said(cover.needs),
    }
    return Line(path, values, order=(unit.name,))


def _name(path: Path) -> str:
    estate = path["Compound"].name if "Compound" in path else ""
    return f"{estate}{path['Building'].name}"
