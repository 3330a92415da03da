"""Labelled pairs against the real decision: nobody is joined with somebody else, and few are asked about."""

import pytest

from graph_schema.problems import ValueProblem
from graph_schema.values import day, id_number, name, phone
from graph_schema.values.id_number import IdNumber
from graph_schema.values.seal import Seal
from loaders.draft import Draft, Node
from loaders.people.candidates import Candidates, Known
from loaders.people.decision import Evidence, Undecided, decide
from loaders.people.evidence import EQUALS
from tests.unit.loaders.pairs import ASK, FAULT, MERGE, NEW, Pair, Person, drawn, hard

COUNTY = "429091"
SEAL = Seal(b"\x07" * 32)
HARD = tuple(hard())
DRAWN = tuple(drawn(20261125, 600))
_SEXES = {"男": "male", "女": "female", "": ""}


def known(person: Person, number: int = 1) -> Known:
    """The person as the graph has it."""
    key, id_ = f"P{number:08d}", _id(person)
    properties = {"gender": _SEXES[person.sex] or (id_.gender if id_ else None)}
    written = name.clean(person.name)
    node = Node("Person", ("Person", key), written, written, None, key, properties)
    born = day.Day(id_.birth_date) if id_ else day.from_text(person.born) if person.born else None
    return Known(
        node,
        id_digest=SEAL.digest(id_.number, "id") if id_ else "",
        birth=born,
        phones={SEAL.digest(each.number, "phone"): None for each in phone.parse_many(person.tel)},
        buildings=set(filter(None, [person.building])),
        posts=frozenset(_posts(person)),
        homes=frozenset({person.home} - {""}),
        counties=frozenset((COUNTY,)),
    )


def evidence(person: Person) -> Evidence:
    """The row, as a roster's people are read."""
    numbers = {SEAL.digest(each.number, "phone"): each for each in phone.parse_many(person.tel)}
    own = frozenset(digest for digest, each in numbers.items() if each.is_mobile)
    id_, posts = _id(person), _posts(person)
    return Evidence(
        name.clean(person.name),
        COUNTY,
        "question",
        SEAL.digest(id_.number, "id") if id_ else "",
        own,
        day.Day(id_.birth_date) if id_ else day.from_text(person.born) if person.born else None,
        frozenset({person.building} - {""}),
        frozenset(posts),
        person.home or None,
        _SEXES[person.sex] or (id_.gender if id_ else ""),
        frozenset(numbers) - own,
        frozenset(post for post in posts if post[0] in EQUALS),
    )


def _id(person: Person) -> IdNumber | None:
    return id_number.parse(person.id) if person.id else None


def _posts(person: Person) -> set[tuple[str, object]]:
    return {(role, place) for role, _, place in (post.partition("@") for post in person.posts)}


def done(pair: Pair, candidates: Candidates, target: Known) -> tuple[str, bool]:
    """What is done with the row, and whether it was joined with the right person."""
    try:
        found = decide(evidence(pair.row), candidates, {})
    except ValueProblem:
        return FAULT, False
    if isinstance(found, Undecided):
        return ASK, False
    return (NEW, False) if found is None else (MERGE, pair.same and found is target)


def alone(pair: Pair) -> tuple[str, bool]:
    candidates = Candidates(Draft())
    return done(pair, candidates, candidates.add(known(pair.known)))


@pytest.mark.parametrize("pair", HARD, ids=lambda pair: pair.why)
def test_a_hard_pair_is_dealt_with_as_the_rules_say(pair: Pair) -> None:
    assert alone(pair)[0] == pair.does


def test_whom_we_join_is_the_same_person(capsys: pytest.CaptureFixture[str]) -> None:
    """Precision of automatic merges is 100 %; recall is what is left for people to answer."""
    crowd = Candidates(Draft())
    targets = [crowd.add(known(pair.known, number)) for number, pair in enumerate(DRAWN, 1)]
    outcomes = [alone(pair) for pair in (*HARD, *DRAWN)]
    outcomes += [done(pair, crowd, target) for pair, target in zip(DRAWN, targets, strict=True)]
    truths = [pair.same for pair in (*HARD, *DRAWN, *DRAWN)]

    joined = [right for what, right in outcomes if what == MERGE]
    asked = sum(what == ASK for what, _ in outcomes)
    precision, recall = sum(joined) / len(joined), sum(joined) / sum(truths)
    with capsys.disabled():
        print(
            f"\n{len(HARD) + len(DRAWN)} labelled pairs, {len(outcomes)} decisions: {len(joined)} joined, {asked} asked"
            f"; precision {precision:.2%}, recall {recall:.2%}"
        )
    assert precision == 1
    assert recall > 0.5


def test_nobody_who_is_the_same_is_made_twice_without_a_reason() -> None:
    """A new person is made of a known one only where their births or ID numbers contradict each other."""
    assert [pair.why for pair in (*HARD, *DRAWN) if pair.same and alone(pair)[0] == NEW] == []


def test_there_are_enough_pairs() -> None:
    assert len(HARD) + len(DRAWN) >= 300
    assert {pair.same for pair in DRAWN} == {True, False}
