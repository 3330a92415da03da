"""Honours: one each of a name, a year and whoever it was awarded to."""

import re

from graph_schema.problems import ValueProblem
from loaders.draft import Node
from loaders.organisations import party_kind
from loaders.places.areas import county_of
from loaders.places.problem import FieldProblem
from loaders.places.zones import communities_in
from loaders.themes.stating import Stating

FIELDS = frozenset(("honour",))
_APART = re.compile(r"[、;/\n]+")


def state(stating: Stating) -> None:
    """What the row says was awarded, and to whom. Raises FieldProblem."""
    values = stating.row.values
    names = [name for name in _APART.split(str(values.get("honour") or "")) if name]
    if not names:
        raise FieldProblem("honour", ValueProblem("value_missing", value="荣誉名称"))
    if values.get("year") is None:
        raise FieldProblem("year", ValueProblem("value_missing", value="年度"))
    for awardee in _awardees(stating):
        for name in names:
            _award(stating, awardee, name)


def _award(stating: Stating, awardee: Node, name: str) -> None:
    draft, year = stating.draft, stating.row.values["year"]
    identity = ("Honour", awardee, name, year)
    node = draft.nodes.get(identity)
    if node is None:
        natural = f"{awardee.natural}/{year}/{name}"
        node = draft.add(Node("Honour", identity, name, natural, owner=awardee, tail=f"/honour/{year}/{name}"))
    draft.touch(node, stating.source)
    draft.state(node, "year", year)
    draft.relate("AWARDED_TO", node, awardee, stating.source)


def _awardees(stating: Stating) -> tuple[Node, ...]:
    """The people of the row, and what its cell names; a row with neither is about its community."""
    people = tuple(found.node for found in stating.people.get("awarded", ()))
    written = stating.row.values.get("awardee")
    if isinstance(written, str) and written:
        return (*people, _awardee(stating, written))
    community = stating.placed.community
    if not people and community is None:
        raise FieldProblem("awardee", ValueProblem("value_missing", value="获奖单位"))
    return people or ((community,) if community is not None else ())


def _awardee(stating: Stating, name: str) -> Node:
    """A party organisation by its ending, else a community, a compound or a unit. Raises FieldProblem."""
    communities = communities_in(stating.row, stating.directory, stating.placed.area)
    try:
        found = _organisation(stating, name) if party_kind(name) else _place_or_unit(stating, name, communities)
    except ValueProblem as problem:
        raise FieldProblem("awardee", problem) from None
    if found is None:
        known = [node.name for node in communities]
        known += [node.name for community in communities for node in stating.directory.compounds(community)]
        nearest = stating.directory.nearest(name, known)
        raise FieldProblem("awardee", ValueProblem("awardee_unknown", value=name, nearest=nearest))
    return found


def _organisation(stating: Stating, name: str) -> Node | None:
    """In the row's community first, then anywhere in the county."""
    area = stating.placed.area
    found = stating.organisations.known("PartyOrg", name, area)
    return found or stating.organisations.known("PartyOrg", name, county_of(area))


def _place_or_unit(stating: Stating, name: str, communities: list[Node]) -> Node | None:
    named = [node for node in communities if name in (node.name, f"{node.name}居委会", f"{node.name}村委会")]
    estates = [stating.directory.compound(node, name.removeprefix(node.name) or name) for node in communities]
    places = named or [estate for estate in estates if estate is not None]
    if len(places) > 1:
        others = "、".join(node.natural for node in places)
        raise ValueProblem("awardee_unknown", value=name, nearest=others)
    return places[0] if places else stating.organisations.known("Unit", name, county_of(stating.placed.area))
