"""Care: who has which need and on what basis, who is paired with them, the last visit, the last wish."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph_schema.nodes import NODES
from graph_schema.reference import NEEDS
from graph_schema.relationships import RELATIONSHIPS
from graph_schema.sensitivity import Sensitivity
from loaders.forms.asking import Asking, Thing, Tie
from loaders.forms.line import Line, Said, Someone, secrecy
from loaders.forms.places import Path, area_of, paths_of, values_of
from loaders.recognise import Table

FIELDS = frozenset(("helped",))
_NEED = RELATIONSHIPS["HAS_NEED"].sensitivity
_REGISTER = "needs"  # the roster of needs: whoever stands in it has one


@dataclass(frozen=True)
class _Care:
    """What is known of those who are cared for, by person."""

    needs: Mapping[Thing, list[Tie]]
    helpers: Mapping[Thing, list[Tie]]
    visits: Mapping[Thing, list[Tie]]
    visitors: Mapping[Thing, list[Tie]]
    wishes: Mapping[Thing, list[Tie]]
    homes: Mapping[Thing, Path]


def lines(table: Table, asking: Asking) -> list[Line]:
    """A line for each person and helper; who has a need is not told to those who may not know of needs."""
    people = asking.under("Person", "PAIRED_WITH", "HAS_NEED")
    helpers = {person: [tie for tie in ties if tie.start != person] for person, ties in _paired(people, asking).items()}
    needs = asking.out("HAS_NEED", people)
    helped = [person for person in people if person in helpers or person in needs]
    visits = asking.into("VISITED", helped)
    every = [tie.start for ties in visits.values() for tie in ties]
    homes = {person: ties[0].end for person, ties in asking.out("LIVES_IN", helped).items()}
    paths = paths_of(homes.values(), asking)
    care = _Care(
        needs,
        helpers,
        visits,
        asking.out("BY", every),
        asking.into("RAISED_BY", helped),
        {person: paths[home] for person, home in homes.items()},
    )
    area = {} if table.roster.subject else area_of(asking)
    return [line for person in helped for line in _of_person(person, care, table, area)]


def _paired(people: Sequence[Thing], asking: Asking) -> dict[Thing, list[Tie]]:
    return asking.into("PAIRED_WITH", people)


def _of_person(person: Thing, care: _Care, table: Table, area: Mapping[str, Said]) -> list[Line]:
    path = care.homes.get(person, {})
    said = dict(area) | (values_of(path, table.layout) if table.roster.subject else {})
    said |= _needs(care.needs.get(person, []), table) | _wish(care.wishes.get(person, []))
    secret = table.roster.code == _REGISTER or person not in care.helpers
    found = []
    pairs: Sequence[Tie | None] = care.helpers.get(person) or [None]
    for pair in pairs:
        values = said | _visit(care.visits.get(person, []), pair, care) | _interval(pair)
        people = {"helped": Someone(person, (), {"since": Said(None), "until": Said(None)})}
        if pair is not None:
            people["helper"] = Someone(pair.start, (pair,))
        level = _NEED if secret else Sensitivity.S1
        found.append(Line(path, values, people, order=(person.name, person.key), sensitivity=level))
    return found


def _interval(pair: Tie | None) -> dict[str, Said]:
    return {"visit_every_days": Said(None if pair is None else pair.value("visit_every_days"))}


def _needs(ties: Sequence[Tie], table: Table) -> dict[str, Said]:
    """Every need; when and on what basis it was recorded where that is one for all of them."""
    codes = sorted(tie.end.key for tie in ties)
    names = tuple(str(NEEDS[code]["name_zh"]) for code in codes if code in NEEDS)
    bases = {tie.image.get("basis") for tie in ties}
    since = {tie.value("since") for tie in ties}
    basis = bases.pop() if len(bases) == 1 else None
    return {
        "needs": Said(names or None, _NEED),
        "basis": Said(basis, _NEED),
        "consent": Said(True if basis == "consent" and "basis" not in table.layout.found else None, _NEED),
        "needed_since": Said(since.pop() if len(since) == 1 else None, _NEED),
    }


def _visit(ties: Sequence[Tie], pair: Tie | None, care: _Care) -> dict[str, Said]:
    """The last visit, in the line of whoever made it."""
    last = max((str(tie.start.image.get("on")) for tie in ties), default="")
    same = sorted((tie.start for tie in ties if str(tie.start.image.get("on")) == last), key=lambda visit: visit.key)
    visit = same[0] if same else None
    by = {tie.end for tie in care.visitors.get(visit, [])} if visit is not None else set()
    if visit is None or (pair is not None and pair.start not in by):
        return {}
    result = secrecy(NODES["Visit"].by_name["result"])
    return {
        "visited_on": Said(visit.value("on")),
        "visit_mode": Said(visit.value("mode")),
        "visit_result": Said(visit.value("result"), result),
    }


def _wish(ties: Sequence[Tie]) -> dict[str, Said]:
    """The last wish; its words are free text."""
    wishes = [tie.start for tie in ties if tie.start.image.get("kind") == "wish"]
    if not wishes:
        return {"wish": Said(None, secrecy(NODES["Request"].by_name["text"]))}
    last = max(wishes, key=lambda wish: (str(wish.image.get("opened_on") or ""), wish.key))
    return {
        "wish": Said(last.value("text"), secrecy(NODES["Request"].by_name["text"])),
        "wish_on": Said(last.value("opened_on")),
        "wish_status": Said(last.value("status")),
    }
