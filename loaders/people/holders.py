"""What a row says of people: who they are, what they serve, where they live."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph_schema.nodes import PHONE_PREFIXES, PLACES
from graph_schema.problems import ValueProblem
from graph_schema.values.seal import Seal
from loaders.draft import Fact, Node
from loaders.images import address_of
from loaders.people.candidates import Candidates, Known, alone
from loaders.people.decision import AS, Evidence, Undecided, decide
from loaders.people.evidence import EQUALS, Serving, born_on, evidence_of
from loaders.people.primaries import Firsts
from loaders.people.review import Held
from loaders.people.targets import targets_of
from loaders.places.directory import Directory
from loaders.places.placing import Placed
from loaders.places.problem import FieldProblem
from loaders.roster import Post
from loaders.rows import Claim, TypedRow

_APART = re.compile(r"[、/,;，；\s]+|兼|及")


@dataclass(frozen=True)
class Found:
    """A person whom a row names: what it says, and who that is."""

    claim: Claim
    known: Known

    @property
    def node(self) -> Node:
        """The person's node."""
        return self.known.node


class Holders:
    """People of an import's rows: found or made, and their facts."""

    def __init__(self, candidates: Candidates, seal: Seal, answers: Mapping[str, str], directory: Directory) -> None:
        self._candidates = candidates
        self._draft = candidates.draft
        self._seal = seal
        self._answers = answers
        self._referred = {answer.split(":")[1] for answer in answers.values() if answer.startswith(f"{AS}:")}
        self._directory = directory
        self._firsts = Firsts(candidates.draft)

    def state(
        self, row: TypedRow, placed: Placed, parties: Mapping[str, Node], source: str
    ) -> Mapping[str, tuple[Found, ...]]:
        """Every person of the row, by post. Raises Held or FieldProblem."""
        found: dict[str, tuple[Found, ...]] = {}
        for claim in row.people:
            post = row.table.roster.post(claim.post)
            serving = {role: targets_of(row, post, role, placed, parties) for role in _roles(post, claim, parties)}
            person = self._person(row, claim, placed, parties, serving)
            self._learn(row, claim, person, placed, source)
            if not serving and row.table.roster.subject == "room":
                self._resident(row, claim, person, placed, source)
            for role, targets in serving.items():
                for target in targets:
                    self._serves(row, claim, person, role, target, source, post.primary)
            found[claim.post] = (*found.get(claim.post, ()), Found(claim, person))
        return found

    def _person(
        self, row: TypedRow, claim: Claim, placed: Placed, parties: Mapping[str, Node], serving: Serving
    ) -> Known:
        evidence = evidence_of(row, claim, placed, parties, serving, self._seal, self._directory)
        asked = evidence.key in self._answers and bool(self._candidates.named(evidence.name, evidence.county))
        try:
            found = decide(evidence, self._candidates, self._answers)
        except ValueProblem as problem:
            raise _contradiction(claim, problem) from None
        if isinstance(found, Undecided):
            raise Held(claim, evidence, found, address_of(placed.buildings[0] if placed.buildings else placed.stands))
        known = found or self._new(row, claim, evidence)
        if asked:
            self._candidates.answer(evidence.key, known)
        if evidence.key in self._referred:
            self._candidates.meant(evidence.key, known)
        return known

    def _new(self, row: TypedRow, claim: Claim, evidence: Evidence) -> Known:
        if row.table.roster.post(claim.post).known:
            raise FieldProblem(claim.post, ValueProblem("person_unknown", value=claim.name))
        order = len(self._candidates.new)
        node = Node("Person", ("Person", "new", order, claim.name), claim.name, claim.name)
        while node.identity in self._draft.nodes:
            order += 1
            node.identity = ("Person", "new", order, claim.name)
        node.stated["status"] = "active"
        return self._candidates.add(Known(node, counties=alone(evidence.county), question=evidence.key))

    def _learn(self, row: TypedRow, claim: Claim, known: Known, placed: Placed, source: str) -> None:
        """What the row says of the person, added to what is known."""
        self._draft.touch(known.node, source)
        people = self._candidates
        if claim.id is not None and known.id is None:
            people.learn_id(known, claim.id, self._seal.digest(claim.id.number, "id"))
        for phone in claim.phones:
            digest = self._seal.digest(phone.number, "phone")
            if digest in known.phones:
                continue
            if len(known.phones) >= len(PHONE_PREFIXES):
                problem = ValueProblem("too_many_phones", value=phone.number, count=len(known.phones) + 1)
                raise FieldProblem(f"{claim.post}.phone", problem)
            people.learn_phone(known, phone, digest)
        born = born_on(claim)
        if born is not None and (known.birth is None or len(known.birth.text) < len(born.text)):
            people.learn(known, "birth", born)
        gender = claim.gender or (claim.id.gender if claim.id else None)
        self._draft.state(known.node, "gender", gender)
        if claim.politics:
            self._draft.label(known.node, "PartyMember")
            self._draft.state(known.node, "member_type", claim.politics)
        for building in placed.buildings:
            people.learn_building(known, building.token)

    def _resident(self, row: TypedRow, claim: Claim, known: Known, placed: Placed, source: str) -> None:
        home = placed.household
        if home is None:
            return
        stated = row.values.get("Household.occupancy")
        apart = claim.registered_only or stated == "registered_only"
        if stated == "vacant" and not apart:
            raise FieldProblem("Household.occupancy", ValueProblem("occupancy_conflict", value="空置"))
        if apart and not home.value("occupancy"):
            self._draft.state(home, "occupancy", "registered_only")
        type_ = "REGISTERED_AT" if apart else "LIVES_IN"
        try:
            self._draft.relate(type_, known.node, home, source, relation_to_head=None if apart else claim.relation)
        except ValueProblem as problem:
            raise FieldProblem("room", problem) from None
        self._candidates.learn_place(known, home.token)
        if not known.home:
            self._candidates.learn(known, "home", home.natural)
            self._candidates.learn(known, "where", address_of(placed.buildings[0]))

    def _serves(
        self, row: TypedRow, claim: Claim, known: Known, role: str, target: Node, source: str, primary: bool
    ) -> Fact:
        said: dict[str, Any] = {
            "role": role,
            "full_time": claim.full_time,
            "duties": claim.duties or row.table.roster.post(claim.post).duties or None,
            "night_ok": claim.night_ok,
            "contact_public": True if row.table.public and claim.phones else None,
        }
        if primary and role not in EQUALS:
            said["is_primary"] = self._firsts.is_first(role, target, known.node, claim.since, claim.until)
        if not known.where:
            self._candidates.learn(known, "where", address_of(target))
        self._candidates.learn_place(known, _code(target))
        return self._draft.relate(
            "SERVES", known.node, target, source, role, since=claim.since, until=claim.until, **said
        )


def _contradiction(claim: Claim, problem: ValueProblem) -> FieldProblem:
    """Which cell the evidence that contradicts itself stands in."""
    if problem.code != "phone_conflict":
        return FieldProblem(f"{claim.post}.id", problem)
    number = next(phone.number for phone in claim.phones if phone.is_mobile)
    return FieldProblem(f"{claim.post}.phone", ValueProblem("phone_conflict", value=number))


def _code(target: Node) -> str:
    """The code of a place; of one that is new, and of an organisation, that of the area in which it is."""
    if target.key and target.label in PLACES:
        return target.key
    above = target.identity[1]
    return above if isinstance(above, str) else _code(target.parent) if target.parent is not None else ""


def _roles(post: Post, claim: Claim, organisations: Mapping[str, Node]) -> tuple[str, ...]:
    """The role of the post, or those that the words of a 职务 cell name."""
    if not post.positions:
        return (post.role,) if post.role else ()
    words = [word for word in _APART.split(claim.position or "") if word] or [""]
    before = organisations[post.target].name if post.named and post.target in organisations else ""
    found = [next(role for pattern, role in post.positions if re.search(pattern, before + word)) for word in words]
    return tuple(dict.fromkeys(role for role in found if role))
