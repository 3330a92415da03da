"""Whom a row means, decided in the order of evidence: ID number → phone and name → name, building and birth year.

What is left after that, and is not certainly somebody else, is a question for a person; nobody left is somebody new.
Two people are never joined where anything speaks against it: then somebody is asked, or the row is a fault.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from graph_schema.problems import ValueProblem
from graph_schema.values.day import Day
from graph_schema.values.name import spelling
from loaders.people.candidates import Candidates, Known

# What a person answers: a person_id, or NEW for nobody of the candidates. Remembered answers say more: new:P9 is whom
# that brought; as:QUESTION:P9 is whom the row with that question means, who was new in the same import.
NEW, AS = "new", "as"


@dataclass(frozen=True)
class Evidence:
    """What a row says about who it is. `posts` (role, target) and `home` stand as they would in the graph.

    `phone_digests` are of mobiles, `lines` of landlines: an office or a family shares one, so it proves nobody.
    `many`: of the posts those that many people hold side by side. `within`: codes of places; whoever has a post there
    is meant by the name, as is who by rows before has what `own` names: a home, a membership.
    `masked`: what is left of numbers that the row has masked (199****5678).
    """

    name: str
    county: str
    key: str
    id_digest: str = ""
    phone_digests: frozenset[str] = frozenset()
    birth: Day | None = None
    buildings: frozenset[object] = frozenset()
    posts: frozenset[tuple[str, object]] = frozenset()
    home: object = None
    gender: str = ""
    lines: frozenset[str] = frozenset()
    many: frozenset[tuple[str, object]] = frozenset()
    within: tuple[str, ...] = ()
    masked: frozenset[str] = frozenset()
    own: frozenset[object] = frozenset()


@dataclass(frozen=True)
class Undecided:
    """Nothing proves who it is: the candidates who may be meant."""

    candidates: tuple[Known, ...]


def decide(evidence: Evidence, candidates: Candidates, answers: Mapping[str, str]) -> Known | Undecided | None:
    """The person, None for somebody new, or Undecided. Raises id_of_another_person, phone_conflict.

    `answers` are decisions of persons, by the evidence's key: they go before all evidence but the ID number's.
    """
    owner = candidates.by_id(evidence.id_digest)
    if owner is not None:
        if spelling(owner.node.name) != spelling(evidence.name):
            raise ValueProblem("id_of_another_person", other=owner.node.name)
        return owner
    namesakes = candidates.named(evidence.name, evidence.county)
    if not namesakes:
        return None
    answer = answers.get(evidence.key, "")
    if answer:
        answered = candidates.answered(evidence.key) or _answered(evidence, answer, candidates, namesakes)
        if answered is not None or answer.startswith(NEW):
            return answered
    possible = [known for known in namesakes if not _is_another(evidence, known)]
    return _proven(evidence, possible) or _left(possible, _contradicting(evidence, namesakes))


def _answered(evidence: Evidence, answer: str, candidates: Candidates, namesakes: list[Known]) -> Known | None:
    """Whom the answer names; None where that is nobody any more, or somebody with another ID number by now."""
    kind, _, question = answer.rpartition(":")[0].partition(":")
    meant = candidates.of_row(question) if kind == AS else None
    person_id = answer.rpartition(":")[2]
    if meant is None and person_id:
        meant = next((known for known in namesakes if known.node.key == person_id), None)
    return meant if meant in namesakes and not _other_id(evidence, meant) else None


def _proven(evidence: Evidence, possible: list[Known]) -> Known | Undecided | None:
    """Whom the strongest evidence that there is points to; Undecided where that is several."""
    for proves in (_shares_phone, _shares_home_and_year, _restates, _shows_number, _has_post_within):
        proven = [known for known in possible if proves(evidence, known)]
        if len(proven) == 1:
            return proven[0]
        if proven:
            return Undecided(tuple(proven))
    return None


def _contradicting(evidence: Evidence, namesakes: list[Known]) -> list[Known]:
    """Namesakes with the same number who by what else is said are others: one of the two is wrong."""
    found = [known for known in namesakes if _shares_phone(evidence, known)]
    if any(_other_id(evidence, known) for known in found):
        raise ValueProblem("phone_conflict")
    return found


def _left(possible: list[Known], contradicting: list[Known]) -> Undecided | None:
    left = (*possible, *(known for known in contradicting if known not in possible))
    return Undecided(left) if left else None


def _is_another(evidence: Evidence, known: Known) -> bool:
    """Certainly: both IDs known and different, or both births."""
    return _other_id(evidence, known) or differ(evidence.birth, known.birth)


def _other_id(evidence: Evidence, known: Known) -> bool:
    return bool(evidence.id_digest and known.id_digest and evidence.id_digest != known.id_digest)


def differ(one: Day | None, other: Day | None) -> bool:
    """Whether two days are certainly not the same, as far as both are precise."""
    if one is None or other is None:
        return False
    length = min(len(one.text), len(other.text))
    return one.text[:length] != other.text[:length]


def _shares_phone(evidence: Evidence, known: Known) -> bool:
    return bool(evidence.phone_digests & known.phones.keys())


def _shares_home_and_year(evidence: Evidence, known: Known) -> bool:
    """The year must be known on both sides: father and son of one name live in one building."""
    if evidence.birth is None or known.birth_year != evidence.birth.date.year or _other_gender(evidence, known):
        return False
    return bool(evidence.buildings & known.buildings)


def _restates(evidence: Evidence, known: Known) -> bool:
    """The row says again what the graph has of this very person, and nothing speaks against it.

    Without it a second load of the same file would ask about everybody who has neither ID number nor phone. Of a post
    that many hold side by side it needs a landline or a birth besides, or that neither side says more than the name.
    """
    if (evidence.phone_digests and known.phones) or _other_gender(evidence, known):
        return False
    if evidence.home is not None and evidence.home in known.homes:
        return True
    again = evidence.posts & known.posts
    return bool(again - evidence.many) or (bool(again) and _is_like(evidence, known))


def _shows_number(evidence: Evidence, known: Known) -> bool:
    """A form that was filled from the graph comes back: the name, and the end of each number that is shown there.

    It says no number anew; it tells which of two namesakes the form was filled with.
    """
    if evidence.phone_digests or _other_gender(evidence, known):
        return False
    return bool(evidence.masked) and evidence.masked <= known.last4s


def _is_like(evidence: Evidence, known: Known) -> bool:
    """Whether something beside name and post agrees, or nothing is known of either."""
    if evidence.lines & known.phones.keys() or (evidence.birth and known.birth):
        return True  # births that contradict each other are no candidates at all
    row = evidence.phone_digests or evidence.lines or evidence.id_digest or evidence.birth
    return not (row or known.phones or known.id_digest or known.birth)


def _other_gender(evidence: Evidence, known: Known) -> bool:
    gender = known.node.value("gender")
    return bool(evidence.gender and gender and evidence.gender != gender)


def _has_post_within(evidence: Evidence, known: Known) -> bool:
    """The row is about people of a place (who is on duty at a community), and this one has a post there."""
    if (evidence.phone_digests and known.phones) or _other_gender(evidence, known):
        return False
    if evidence.own & known.learned:
        return True
    places = (*(target for _, target in known.posts), *known.learned) if evidence.within else ()
    return any(isinstance(place, str) and place.startswith(evidence.within) for place in places)
