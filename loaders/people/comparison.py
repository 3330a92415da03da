"""A row beside somebody whom it may mean: what agrees, what differs, what only one of them says. Numbers are masked."""

from collections.abc import Sequence

from graph_schema.nodes import PHONE_PREFIXES
from graph_schema.roles import ROLES
from graph_schema.values import id_number, phone
from loaders.faults import Aspect
from loaders.people.candidates import Known
from loaders.people.decision import Evidence, differ
from loaders.rows import Claim

SAME, DIFFERS, UNKNOWN = "same", "differs", "unknown"
_GENDERS = {"male": "男", "female": "女"}
_MEMBER = "党员"


def compare(evidence: Evidence, claim: Claim, where: str, known: Sequence[Known]) -> list[tuple[Aspect, ...]]:
    """Of each of those whom the row may mean the aspects of which anybody says something: the same ones for all.

    `where`: the row's place in words.
    """
    sides = [_aspects(evidence, claim, where, each) for each in known]
    said = {aspect.aspect for side in sides for aspect in side if aspect.row or aspect.known}
    return [tuple(aspect for aspect in side if aspect.aspect in said) for side in sides]


def _aspects(evidence: Evidence, claim: Claim, where: str, known: Known) -> tuple[Aspect, ...]:
    there = _verdict(where, known.where, bool(evidence.buildings & known.buildings))
    return (
        _id(evidence, known),
        _phones(evidence, claim, known),
        _birth(evidence, known),
        _gender(evidence, known),
        Aspect("where", where, known.where, there),
        _posts(evidence, known),
    )


def _verdict(row: object, known: object, same: bool) -> str:
    return UNKNOWN if not row or not known else SAME if same else DIFFERS


def _id(evidence: Evidence, known: Known) -> Aspect:
    row, other = (id_number.MASK_ZH if digest else "" for digest in (evidence.id_digest, known.id_digest))
    return Aspect("id", row, other, _verdict(row, other, evidence.id_digest == known.id_digest))


def _phones(evidence: Evidence, claim: Claim, known: Known) -> Aspect:
    row = "、".join(phone.mask_resident(number.last4) for number in claim.phones)
    properties = known.node.before or {}
    last4 = {properties.get(f"{prefix}_digest"): properties.get(f"{prefix}_last4") for prefix in PHONE_PREFIXES}
    numbers = [number.last4 if number else last4.get(digest) or "" for digest, number in known.phones.items()]
    other = "、".join(phone.mask_resident(number) for number in numbers)
    shared = (evidence.phone_digests | evidence.lines) & known.phones.keys()
    return Aspect("phone", row, other, _verdict(row, other, bool(shared)))


def _birth(evidence: Evidence, known: Known) -> Aspect:
    row = f"{evidence.birth.date.year}年" if evidence.birth else ""
    other = f"{known.birth_year}年" if known.birth_year else ""
    same = row == other and not differ(evidence.birth, known.birth)
    return Aspect("birth", row, other, _verdict(row, other, same))


def _gender(evidence: Evidence, known: Known) -> Aspect:
    row, other = (_GENDERS.get(code or "", "") for code in (evidence.gender, known.node.value("gender")))
    return Aspect("gender", row, other, _verdict(row, other, row == other))


def _posts(evidence: Evidence, known: Known) -> Aspect:
    row, other = _words(evidence.posts), _words(known.posts)
    return Aspect("posts", row, other, _verdict(row, other, bool(evidence.posts & known.posts)))


def _words(posts: frozenset[tuple[str, object]]) -> str:
    roles = sorted({role for role, _ in posts})
    return "、".join(ROLES[role].zh if role in ROLES else _MEMBER for role in roles)
