"""Whom a row means, decided in the order of evidence: ID number → phone and name → name, building and birth year.

What is left after that, and is not certainly somebody else, is a question for a person; nobody left is somebody new.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from graph_schema.problems import ValueProblem
from graph_schema.values.day import Day
from loaders.people.candidates import Candidates, Known

NEW = "new"  # what a person answers who knows that it is nobody of the candidates


@dataclass(frozen=True)
class Evidence:
    """What a row says about who it is. `posts` (role, target) and `home` stand as they would in the graph."""

    name: str
    county: str
    key: str
    id_digest: str = ""
    phone_digests: frozenset[str] = frozenset()
    birth: Day | None = None
    buildings: frozenset[object] = frozenset()
    posts: frozenset[tuple[str, object]] = frozenset()
    home: object = None


@dataclass(frozen=True)
class Undecided:
    """Nothing proves who it is: the candidates who may be meant."""

    candidates: tuple[Known, ...]


def decide(evidence: Evidence, candidates: Candidates, answers: Mapping[str, str]) -> Known | Undecided | None:
    """The person, None for somebody new, or Undecided. Raises id_of_another_person.

    `answers` are decisions of persons, by the evidence's key: a person_id, or "new".
    """
    owner = candidates.by_id(evidence.id_digest)
    if owner is not None:
        if owner.node.name != evidence.name:
            raise ValueProblem("id_of_another_person", other=owner.node.name)
        return owner
    possible = [k for k in candidates.named(evidence.name, evidence.county) if not _is_another(evidence, k)]
    for proves in (_shares_phone, _shares_home_and_year, _restates):
        proven = [known for known in possible if proves(evidence, known)]
        if len(proven) == 1:
            return proven[0]
        if proven:
            return Undecided(tuple(proven))
    answer = answers.get(evidence.key, "")
    if answer == NEW or not possible:
        return None
    return candidates.by_key(answer) or Undecided(tuple(possible))


def _is_another(evidence: Evidence, known: Known) -> bool:
    """Certainly: both IDs known and different, or both births."""
    if evidence.id_digest and known.id_digest and evidence.id_digest != known.id_digest:
        return True
    return bool(evidence.birth and known.birth) and _differ(evidence.birth, known.birth)


def _differ(one: Day | None, other: Day | None) -> bool:
    """As far as both are precise."""
    if one is None or other is None:
        return False
    length = min(len(one.text), len(other.text))
    return one.text[:length] != other.text[:length]


def _shares_phone(evidence: Evidence, known: Known) -> bool:
    return bool(evidence.phone_digests & known.phones.keys())


def _shares_home_and_year(evidence: Evidence, known: Known) -> bool:
    """The year must be known on both sides: father and son of one name live in one building."""
    if evidence.birth is None or known.birth_year != evidence.birth.date.year:
        return False
    return bool(evidence.buildings & known.buildings)


def _restates(evidence: Evidence, known: Known) -> bool:
    """The row says again what the graph has of this very person, and no number speaks against it.

    Without it a second load of the same file would ask about everybody who has neither ID number nor phone.
    """
    if evidence.phone_digests and known.phones:
        return False
    return bool(evidence.posts & known.posts) or (evidence.home is not None and evidence.home in known.homes)
