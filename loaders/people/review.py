"""What is shown of a row that waits: who it may be, without numbers."""

import hashlib

from loaders.faults import At, Review, Side
from loaders.people.candidates import Known
from loaders.people.comparison import compare
from loaders.people.decision import Evidence, Undecided
from loaders.rows import Claim

_GENDERS = {"male": "男", "female": "女"}


class Held(Exception):
    """A row that creates nothing until somebody decides. `where` is its place in words, without the room."""

    def __init__(self, claim: Claim, evidence: Evidence, undecided: Undecided, where: str) -> None:
        super().__init__(claim.post)
        self.claim = claim
        self.evidence = evidence
        self.undecided = undecided
        self.where = where

    def review(self, at: At) -> Review:
        """The row, its name and its candidates; those who are new in this import have their id by the time it ends."""
        known = self.undecided.candidates
        compared = compare(self.evidence, self.claim, self.where, known)
        pairs = zip(known, compared, strict=True)
        sides = tuple(Side(each.node.key, describe(each), aspects, each.question) for each, aspects in pairs)
        return Review(at, self.evidence.name, self.evidence.key, self.where, sides)


def question_key(roster: str, place: str, name: str, id_digest: str, phone_digests: frozenset[str]) -> str:
    """The name of the question who somebody is: the same whenever the same row asks it again."""
    text = "\x1f".join((roster, place, name, id_digest, *sorted(phone_digests)))
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()


def describe(known: Known) -> str:
    """侯国志（男，1982年生，石桥社区教师新村1栋）."""
    gender = _GENDERS.get(known.node.value("gender") or "", "")
    born = f"{known.birth_year}年生" if known.birth_year else ""
    said = "，".join(part for part in (gender, born, known.where) if part)
    return f"{known.node.name}（{said}）" if said else known.node.name
