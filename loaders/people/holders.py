"""What a row says of people: who they are, what they serve, where they live."""

import re
from collections.abc import Mapping
from typing import Any

from graph_schema.nodes import PHONE_PREFIXES
from graph_schema.problems import ValueProblem
from graph_schema.values.day import Day
from graph_schema.values.seal import Seal
from loaders.draft import Fact, Node
from loaders.images import address_of
from loaders.people.candidates import Candidates, Known
from loaders.people.decision import Evidence, Undecided, decide
from loaders.people.review import Held, question_key
from loaders.places.placing import FieldProblem, Placed
from loaders.roster import Post
from loaders.rows import Claim, TypedRow

# Several of them are equals: none is the primary one.
_EQUALS = frozenset(
    (
        "community_cadre",
        "volunteer",
        "branch_committee",
        "checkpoint_staff",
        "sunk_cadre",
        "community_police",
        "family_doctor",
    )
)
_APART = re.compile(r"[、/,;，；\s]+|兼|及")


class Holders:
    """People of an import's rows: found or made, and their facts."""

    def __init__(self, candidates: Candidates, seal: Seal, answers: Mapping[str, str]) -> None:
        self._candidates = candidates
        self._draft = candidates.draft
        self._seal = seal
        self._answers = answers
        self._primary: dict[tuple[str, Node], Node] = {}

    def state(self, row: TypedRow, placed: Placed, parties: Mapping[str, Node], source: str) -> None:
        """Every person of the row. Raises Held or FieldProblem."""
        for claim in row.people:
            post = row.table.roster.post(claim.post)
            targets = _targets(row, post, placed, parties)
            roles = _roles(post, claim)
            person = self._person(row, claim, placed, targets, roles)
            self._learn(row, claim, person, placed, source)
            if not roles:
                self._resident(row, claim, person, placed, source)
            for role in roles:
                for target in targets:
                    self._serves(row, claim, person, role, target, source, post.primary)

    def _person(
        self, row: TypedRow, claim: Claim, placed: Placed, targets: tuple[Node, ...], roles: tuple[str, ...]
    ) -> Known:
        evidence = self._evidence(row, claim, placed, targets, roles)
        try:
            found = decide(evidence, self._candidates, self._answers)
        except ValueProblem as problem:
            raise FieldProblem(f"{claim.post}.id", problem) from None
        if isinstance(found, Undecided):
            raise Held(claim.post, evidence, found)
        if found is not None:
            return found
        order = len(self._candidates.new)
        node = Node("Person", ("Person", "new", order, claim.name), claim.name, claim.name)
        while node.identity in self._draft.nodes:
            order += 1
            node.identity = ("Person", "new", order, claim.name)
        node.stated["status"] = "active"
        return self._candidates.add(Known(node, counties=frozenset((evidence.county,))))

    def _evidence(
        self, row: TypedRow, claim: Claim, placed: Placed, targets: tuple[Node, ...], roles: tuple[str, ...]
    ) -> Evidence:
        id_digest = self._seal.digest(claim.id.number, "id") if claim.id else ""
        phones = frozenset(self._seal.digest(phone.number, "phone") for phone in claim.phones)
        tokens = frozenset(target.token for target in targets)
        where = (placed.household or (targets[0] if targets else placed.stands)).natural
        return Evidence(
            claim.name,
            placed.community.key[:6],
            question_key(row.table.roster.code, where, claim.name, id_digest, phones),
            id_digest,
            phones,
            _born(claim),
            frozenset(building.token for building in placed.buildings),
            (roles[0] if roles else "", tokens),
            placed.household.token if placed.household and not roles else None,
        )

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
        born = _born(claim)
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
        if not known.home:
            self._candidates.learn(known, "home", home.natural)
            self._candidates.learn(known, "where", address_of(placed.buildings[0]))

    def _serves(
        self, row: TypedRow, claim: Claim, known: Known, role: str, target: Node, source: str, primary: bool
    ) -> Fact:
        said: dict[str, Any] = {
            "role": role,
            "full_time": claim.full_time,
            "duties": claim.duties,
            "night_ok": claim.night_ok,
            "contact_public": True if row.table.public and claim.phones else None,
        }
        if primary and role not in _EQUALS:
            said["is_primary"] = self._is_primary(role, target, known.node)
        if not known.where:
            self._candidates.learn(known, "where", address_of(target))
        return self._draft.relate(
            "SERVES", known.node, target, source, role, since=claim.since, until=claim.until, **said
        )

    def _is_primary(self, role: str, target: Node, person: Node) -> bool:
        """The first holder that the import names is the primary one."""
        if (role, target) not in self._primary:
            self._primary[role, target] = person
            self._draft.on_failure(lambda: self._primary.pop((role, target), None))
        return self._primary[role, target] is person


def _born(claim: Claim) -> Day | None:
    """The birth date that the ID number proves, else as written."""
    return Day(claim.id.birth_date) if claim.id else claim.birth


def _targets(row: TypedRow, post: Post, placed: Placed, parties: Mapping[str, Node]) -> tuple[Node, ...]:
    """What the post serves: places of the row, or the organisation that it names."""
    if not post.target:
        return ()
    if post.target.startswith("party:"):
        organisation = parties.get(post.target)
        if organisation is None:
            wanted = next(party for party in row.table.roster.parties if party.field == post.target)
            raise FieldProblem(post.field, ValueProblem("column_missing", value=wanted.headings[0]))
        return (organisation,)
    # The manager of a house without an estate is its building's.
    return placed.of(post.target) or placed.buildings


def _roles(post: Post, claim: Claim) -> tuple[str, ...]:
    """The role of the post, or those that the words of a 职务 cell name."""
    if not post.positions:
        return (post.role,) if post.role else ()
    words = [word for word in _APART.split(claim.position or "") if word] or [""]
    found = [next(role for pattern, role in post.positions if re.search(pattern, word)) for word in words]
    return tuple(dict.fromkeys(found))
