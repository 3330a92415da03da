"""The persons whom a row may mean: those of the graph and those of the rows before, by ID digest and by name."""

import datetime as dt
from collections.abc import Iterable, Set
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from database.reading import Reader
from graph_schema.nodes import PHONE_PREFIXES
from graph_schema.values.day import Day
from graph_schema.values.id_number import IdNumber
from graph_schema.values.name import spelling
from graph_schema.values.phone import Phone
from graph_schema.values.traditional import simplified
from loaders import standing
from loaders.draft import Draft, Node


@dataclass(eq=False, slots=True)
class Known:
    """A person who may be meant. Places are tokens (see Node.token).

    `phones`: digest → number, None where the graph alone has it. `posts` and `homes` are those of the graph before
    the import; `buildings` those of home and posts, rows before included. `counties` says where in the country,
    `home` the natural key of the household, `where` the building or post that describes them. `learned`: what rows
    before said of where they live, what they belong to and where they serve: tokens, and codes of places. `question`:
    of somebody new, the key under which the first row that named them would have been asked about.
    """

    node: Node
    id_digest: str = ""
    birth: Day | None = None
    phones: dict[str, Phone | None] = field(default_factory=dict)
    buildings: Set[object] = frozenset()
    posts: frozenset[tuple[str, object]] = frozenset()
    homes: frozenset[object] = frozenset()
    counties: frozenset[str] = frozenset()
    id: IdNumber | None = None
    home: str = ""
    where: str = ""
    learned: frozenset[object] = frozenset()
    question: str = ""

    @property
    def last4s(self) -> frozenset[str]:
        """The last four digits of the numbers that the graph has."""
        before = self.node.before or {}
        return frozenset(filter(None, (before.get(f"{prefix}_last4") for prefix in PHONE_PREFIXES)))

    @property
    def birth_year(self) -> int | None:
        """The year of birth where it is known."""
        return self.birth.date.year if self.birth else None


@lru_cache(maxsize=16_384)
def alone(token: object) -> frozenset[Any]:
    """The set of one thing: hundreds of people share a building, and all of them a county."""
    return frozenset((token,))


class Candidates:
    """Everybody who is known so far.

    `remembers`: whether rows will follow that name people by where they belong, so that it must be kept in mind.
    """

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._by_id: dict[str, Known] = {}
        self._by_name: dict[str, list[Known]] = {}
        self._by_key: dict[str, Known] = {}
        self._answered: dict[str, Known] = {}
        self._of_rows: dict[str, Known] = {}
        self.new: list[Known] = []
        self.remembers = False

    def load(self, reader: Reader, names: Iterable[str], id_digests: Iterable[str]) -> None:
        """Fetches everybody of the graph who has one of the names, also as it is usually spelled, or ID numbers."""
        written = set(names)
        written |= {simplified(name) for name in written} | {name.replace("·", "") for name in written}
        for row in standing.people(reader, "name", written):
            self._keep(_known(row))
        under_other_names = standing.owners(reader, id_digests) - self._by_key.keys()
        for row in standing.people(reader, "person_id", under_other_names):
            self._keep(_known(row))

    def by_id(self, digest: str) -> Known | None:
        """Who has this ID number."""
        return self._by_id.get(digest) if digest else None

    def named(self, name: str, county: str) -> list[Known]:
        """Namesakes in the county by any spelling; somebody of whom no place is known may be anywhere."""
        return [k for k in self._by_name.get(spelling(name), ()) if not k.counties or county in k.counties]

    def answered(self, question: str) -> Known | None:
        """Whom an earlier row of the import meant that had the same question answered."""
        return self._answered.get(question)

    def answer(self, question: str, known: Known) -> None:
        """Somebody answered the question, and this is who was meant."""
        if question not in self._answered:
            self._answered[question] = known
            self.draft.on_failure(lambda: self._answered.pop(question, None))

    def of_row(self, question: str) -> Known | None:
        """Whom the first row with this question meant, asked or not."""
        return self._of_rows.get(question)

    def meant(self, question: str, known: Known) -> None:
        """A row means somebody to whom the answer of another one refers."""
        if question not in self._of_rows:
            self._of_rows[question] = known
            self.draft.on_failure(self._of_rows.pop, question, None)

    @property
    def by_answers(self) -> dict[str, str]:
        """The questions whose answers have decided rows, and the person_id of whom each meant."""
        return {question: known.node.key for question, known in self._answered.items()}

    def add(self, known: Known) -> Known:
        """A person who is new."""
        self.draft.add(known.node)
        self._keep(known)
        self.new.append(known)
        self.draft.on_failure(lambda: self._drop(known))
        return known

    def everybody(self) -> list[Known]:
        """All of them."""
        return [known for group in self._by_name.values() for known in group]

    def learn_id(self, known: Known, id_: IdNumber, digest: str) -> None:
        """Somebody's ID number, as a row says it."""
        before = known.id, known.id_digest
        known.id, known.id_digest = id_, digest
        self._by_id[digest] = known

        def back() -> None:
            known.id, known.id_digest = before
            if not before[1]:
                self._by_id.pop(digest, None)

        self.draft.on_failure(back)

    def learn_phone(self, known: Known, phone: Phone, digest: str) -> None:
        """A number of somebody's, as a row says it."""
        known.phones[digest] = phone
        self.draft.on_failure(known.phones.pop, digest, None)

    def learn_building(self, known: Known, token: object) -> None:
        """A building that somebody lives in or serves."""
        if token not in known.buildings:
            self.learn(known, "buildings", known.buildings | {token} if known.buildings else alone(token))

    def learn_place(self, known: Known, token: object) -> None:
        """A home of somebody's, an organisation that they belong to, or a place that they serve."""
        if self.remembers and token not in known.learned:
            self.learn(known, "learned", known.learned | {token})

    def learn(self, known: Known, name: str, value: Any) -> None:
        """Anything else that is known of somebody: birth, home, where, counties."""
        before = getattr(known, name)
        setattr(known, name, value)
        self.draft.on_failure(setattr, known, name, before)

    def _keep(self, known: Known) -> None:
        self._by_name.setdefault(spelling(known.node.name), []).append(known)
        if known.id_digest:
            self._by_id[known.id_digest] = known
        if known.node.key:
            self._by_key[known.node.key] = known

    def _drop(self, known: Known) -> None:
        self._by_name[spelling(known.node.name)].remove(known)
        self.new.remove(known)


def _known(row: dict[str, Any]) -> Known:
    properties = dict(row["properties"])
    labels = frozenset(row["labels"]) - {"Person"}
    name = properties.get("name", "")
    node = Node("Person", ("Person", row["key"]), name, name, None, row["key"], properties, labels)
    digests = [properties.get(f"{prefix}_digest") for prefix in PHONE_PREFIXES]
    posts = [(role, target) for role, target, _ in row["posts"]]
    return Known(
        node,
        id_digest=properties.get("id_digest") or "",
        birth=_birth(properties),
        phones={digest: None for digest in digests if digest},
        buildings={*(code for code, _ in row["buildings"]), *(target for _, target in posts)},
        posts=frozenset(posts),
        homes=frozenset(row["homes"]),
        counties=frozenset(code for code in properties.get("scope") or () if len(code) == 6 and code.isdecimal()),
        where=next((w for w in (*(a for _, a in row["buildings"]), *(a for *_, a in row["posts"])) if w), ""),
    )


def _birth(properties: dict[str, Any]) -> Day | None:
    born = properties.get("birth_date")
    return Day(born, properties.get("birth_date_precision") or "day") if isinstance(born, dt.date) else None
