"""The register of party organisations: of what kind one is, what it covers, and when the term of its officers ends."""

import re

from graph_schema.problems import ValueProblem
from graph_schema.values import text
from graph_schema.values.day import Day
from loaders.draft import Node
from loaders.organisations import is_communitys_own, party_kind
from loaders.places.areas import county_of
from loaders.places.extents import extent_of, is_described
from loaders.places.problem import FieldProblem
from loaders.places.zones import communities_in
from loaders.sources.columns import COMMUNITYS_OWN
from loaders.themes.stating import Stating

FIELDS = frozenset(("party:listed",))
# The narrowest that a row names is what the organisation covers; the wider ones say where that lies.
_COLUMNS = ("extent", "extent_building", "extent_compound", "extent_grid")
_ENDING = re.compile("(?:联合)?(?:党支部|支部)(?:委员会)?$|(?:楼栋)?党小组$")
_PLACE = re.compile("(?:网格|栋|幢|座|号楼|组)$")
_OWN = re.compile(f"{COMMUNITYS_OWN}$")
_WORDS = re.compile("党组织|类|型")


def state(stating: Stating) -> None:
    """What the row says of its organisation. Raises FieldProblem."""
    organisation = stating.parties.get("party:listed")
    if organisation is None:
        raise FieldProblem("party:listed", ValueProblem("value_missing", value="党组织名称"))
    _kind(stating, organisation)
    stating.draft.state(organisation, "term_ends", _term_ends(stating))
    _secretaries(stating, organisation)
    for place, basis in _covered(stating, organisation):
        stating.draft.relate("COVERS", organisation, place, stating.source, basis=basis)


def _kind(stating: Stating, organisation: Node) -> None:
    """As its name says; a column of kinds is heard where the name says nothing, and told where it says another."""
    written = stating.row.values.get("org_kind")
    if not isinstance(written, str):
        return
    said, named = party_kind(_WORDS.sub("", written)), party_kind(organisation.name)
    if named is None:
        stating.draft.state(organisation, "kind", said)
    elif said not in (None, named, "branch" if named == "joint_branch" else named):
        stating.notice("org_kind", ValueProblem("value_conflict", value=written, other=organisation.name))


def _secretaries(stating: Stating, organisation: Node) -> None:
    """Tells of those for whom the vocabulary has no role: the heads of a unit's or a town's committee."""
    if organisation.value("kind") in ("committee", "general_branch") and not _OWN.search(organisation.name):
        for secretary in stating.people.get("secretary", ()):
            stating.notice("secretary", ValueProblem("office_without_role", value=secretary.claim.name))


def _term_ends(stating: Stating) -> Day | None:
    """The day that is written, or so many years after the election."""
    ends, elected = stating.row.values.get("term_ends"), stating.row.values.get("elected_on")
    years = stating.row.values.get("term_years")
    if isinstance(ends, Day) and isinstance(elected, Day) and ends.after <= elected.first:
        raise FieldProblem("term_ends", ValueProblem("dates_reversed", value=ends.text))
    if isinstance(ends, Day) or not isinstance(elected, Day) or not isinstance(years, int):
        return ends if isinstance(ends, Day) else None
    return elected.years_later(years)


def _covered(stating: Stating, organisation: Node) -> tuple[tuple[Node, str | None], ...]:
    """The places that the row names; else the unit whose own it is, else what its name says (第一网格党支部): of that
    the register says nothing itself, so it is no basis.
    """
    communities = communities_in(stating.row, stating.directory, stating.placed.area)
    for field in _COLUMNS:
        places = _places(stating, field, communities)
        if places:
            return tuple((place, "roster") for place in places)
    unit = stating.row.values.get("unit:own")
    if isinstance(unit, str) and unit:
        return ((_unit(stating, unit), "roster"),)
    own = tuple(node for node in communities if is_communitys_own(organisation.name, node.name))
    named = own or (_named(stating, organisation, communities) if _is_silent(stating) else ())
    return tuple((node, None) for node in named)


def _is_silent(stating: Stating) -> bool:
    """Whether no cell of the row is about the extent: 无 says that there is none."""
    row = stating.row
    columns = [column for column, field in row.table.layout.fields.items() if field in _COLUMNS]
    return all(text.is_blank(row.table.sheet.cell(row.at.line, column)) for column in columns)


def _named(stating: Stating, organisation: Node, communities: list[Node]) -> tuple[Node, ...]:
    """The grids, buildings or the estate between the community's name and the ending of the organisation's."""
    placed, name = stating.placed.community, organisation.name
    within = [placed] if placed is not None else [node for node in communities if name.startswith(node.name)]
    if len(within) != 1:
        return ()
    said = _ENDING.sub("", name.partition(within[0].name)[2] or name)
    if said == name or not (_PLACE.search(said) or stating.directory.compound(within[0], said)):
        return ()
    try:
        return extent_of(said, within, stating.directory)
    except ValueProblem:
        return ()


def _places(stating: Stating, field: str, communities: list[Node]) -> tuple[Node, ...]:
    cell = stating.row.values.get(field)
    if cell is None:
        return ()
    if is_described(cell):
        stating.notice(field, ValueProblem("extent_described", value=cell))
        return ()
    compound = stating.row.values.get("extent_compound") if field == "extent_building" else None
    try:
        return extent_of(f"{compound or ''}{cell}" if isinstance(cell, str) else cell, communities, stating.directory)
    except ValueProblem as problem:
        raise FieldProblem(field, problem) from None


def _unit(stating: Stating, name: str) -> Node:
    try:
        unit = stating.organisations.find("Unit", name.replace(" ", ""), county_of(stating.placed.area))
    except ValueProblem as problem:
        raise FieldProblem("unit:own", problem) from None
    stating.draft.touch(unit, stating.source)
    return unit
