"""The party organisations that lines name: whoever covers the line's place, and the one above, as they are joined."""

import re
from collections.abc import Mapping, Sequence

from loaders.forms.asking import Asking, Thing
from loaders.forms.line import Line, Said
from loaders.headings import Layout
from loaders.organisations import party_kind
from loaders.roster import Party

Named = Mapping[str, Thing]  # by the field of the party
_WORDS_BEHIND = re.compile("名称$")


def name_parties(lines: Sequence[Line], layout: Layout, asking: Asking) -> list[Named]:
    """Says in each line which organisations stand there, and gives them by line.

    Only what the loader would state of them again is said: an organisation beside another that it is not under, or
    under one that does not cover the place, would come back as a new fact. Then the cell stays empty.
    """
    parties = [party for party in layout.roster.parties if party.field in layout.fields.values()]
    covering = {party.field: _covering(party, lines, asking) for party in parties if party.covers}
    above = _above({org for found in covering.values() for group in found for org in group}, asking)
    return [
        _name(line, parties, {field: found[number] for field, found in covering.items()}, above)
        for number, line in enumerate(lines)
    ]


def _covering(party: Party, lines: Sequence[Line], asking: Asking) -> list[list[Thing]]:
    """For each line the organisations that cover its place, those of the party's own kind first."""
    places = {line.path[party.covers] for line in lines if party.covers in line.path}
    ties = asking.into("COVERS", places)
    kinds = _kinds(party)
    found = []
    for line in lines:
        place = line.path.get(party.covers)
        orgs = [tie.start for tie in ties.get(place, []) if tie.start.label == "PartyOrg"] if place else []
        fitting = [org for org in orgs if org.image.get("kind") in kinds and _keeps_kind(org)]
        found.append(sorted(fitting, key=lambda org: (kinds.index(str(org.image.get("kind"))), org.name)))
    return found


def _kinds(party: Party) -> list[str]:
    """The kinds that the headings of the column name, in their order; any other where one names none (党组织)."""
    named = [party_kind(_WORDS_BEHIND.sub("", heading)) for heading in party.headings]
    kinds = [kind for kind in dict.fromkeys(named) if kind]
    if "branch" in kinds:
        kinds.append("joint_branch")
    if None in named and "group" not in kinds:
        kinds += [kind for kind in ("general_branch", "committee", "branch", "joint_branch") if kind not in kinds]
    return kinds


def _keeps_kind(organisation: Thing) -> bool:
    """Whether the name says the kind that the graph has: the loader goes by the name."""
    return party_kind(organisation.name) in (None, organisation.image.get("kind"))


def _above(organisations: set[Thing], asking: Asking) -> dict[Thing, Thing]:
    return {org: ties[0].end for org, ties in asking.out("SUBORDINATE_TO", organisations).items()}


def _name(
    line: Line, parties: Sequence[Party], found: Mapping[str, list[Thing]], above: Mapping[Thing, Thing]
) -> Named:
    named: dict[str, Thing] = {}
    for party in reversed(parties):  # those below before those above them
        below = [named[other.field] for other in parties if other.under == party.field and other.field in named]
        candidates = found.get(party.field, [])
        if below:
            upper = above.get(below[0])
            fits = upper is not None and (not party.covers or upper in candidates) and _keeps_kind(upper)
            candidates = [upper] if fits and upper is not None else []
        if candidates:
            named[party.field] = candidates[0]
    for party in parties:
        line.values[party.field] = Said(named[party.field].name if party.field in named else None)
    return named
