"""The organisations of the Party under a place: what they are under, when their term ends, and their officers."""

from collections.abc import Mapping, Sequence

from graph_schema.nodes import NODES
from loaders.forms.asking import Asking, Thing, Tie
from loaders.forms.line import Line, Said, secrecy
from loaders.forms.lines import with_people
from loaders.forms.places import area_of
from loaders.forms.themes.membership import above_of, own_organisations
from loaders.organisations import party_kind
from loaders.recognise import Table

FIELDS = frozenset(("officer", "party:listed"))
_EXTENTS = {"Grid": "extent_grid", "Compound": "extent_compound", "Building": "extent_building"}
_LISTED = "party:listed"


def lines(table: Table, asking: Asking) -> list[Line]:
    """The organisations, each with its officers side by side; one without any stands in the register alone."""
    is_register = any(party.field == _LISTED for party in table.roster.parties)
    organisations = [org for org in own_organisations(asking) if _keeps_kind(org)]
    above, covered = above_of(set(organisations), asking), asking.out("COVERS", organisations)
    # A roster whose upper organisation is a community's own says that it covers the community.
    covers = any(party.field == "party:above" and party.covers for party in table.roster.parties)
    upper_covered = asking.out("COVERS", set(above.values()))
    communitys = {org for org, ties in upper_covered.items() if any(tie.end.label == "Community" for tie in ties)}
    area = area_of(asking)
    field = _LISTED if is_register else table.roster.posts[0].target
    found: list[Line] = []
    for org in organisations:
        values = dict(area) | {field: Said(org.name)}
        upper = above.get(org)
        if upper is not None and _keeps_kind(upper) and (not covers or upper in communitys):
            values["party:above"] = Said(upper.name)
        if is_register:
            values |= _register(org, covered.get(org, []))
        found.append(Line({}, values, order=(_rank(org), org.name)))
    told = with_people(found, [{field: org} for org in organisations], table.layout, asking)
    return [line for line in told if is_register or line.people]


def _register(org: Thing, covered: Sequence[Tie]) -> Mapping[str, Said]:
    ends = NODES["PartyOrg"].by_name["term_ends"]
    choice = NODES["PartyOrg"].by_name["kind"].choice(str(org.image.get("kind")))
    return {
        "term_ends": Said(org.value("term_ends"), secrecy(ends)),
        "org_kind": Said(choice.zh if choice is not None else None),
    } | _extent(covered)


def _extent(covered: Sequence[Tie]) -> dict[str, Said]:
    """What a register says that it covers; of another file's word the register would change the basis."""
    said = [tie for tie in covered if tie.image.get("basis") == "roster" and tie.end.label in _EXTENTS]
    labels = {tie.end.label for tie in said}
    if len(labels) != 1 or len(said) != len(covered):
        return {}
    label = labels.pop()
    names = sorted(str(tie.end.image.get("address") if label == "Building" else tie.end.name) for tie in said)
    return {_EXTENTS[label]: Said("、".join(names))}


def _keeps_kind(org: Thing) -> bool:
    return party_kind(org.name) in (None, org.image.get("kind"))


def _rank(org: Thing) -> str:
    kinds = [choice.code for choice in NODES["PartyOrg"].by_name["kind"].choices]
    kind = str(org.image.get("kind"))
    return str(kinds.index(kind) if kind in kinds else len(kinds))
