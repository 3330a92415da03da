"""A person's page: everything that this person does, the homes, and the rows that it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.cases.bonds import by_bond
from app.cases.nearest import nothing_has
from app.cases.sources import Source, sources
from database.reading import Reader
from graph_schema.sensitivity import Sight
from graph_schema.values.moment import Moment
from graph_schema.values.seal import Seal
from queries.answer import Row
from queries.ask import ask
from records.store import Records


@dataclass(frozen=True)
class Person:
    """One person: rows of person_facts, person_roles and person_homes; `past` roles have ended or not begun.

    `ties`: rows of person_ties by their bond (pairs, shifts, leave, skills, organisations, …); none of a child's.
    """

    facts: Row
    roles: tuple[Row, ...]
    past: tuple[Row, ...]
    homes: tuple[Row, ...]
    ties: Mapping[str, tuple[Row, ...]]
    sources: Mapping[str, Source]


def person(reader: Reader, records: Records, seal: Seal, id_: str, *, moment: Moment, sight: Sight) -> Person:
    """The page of a person, in four round trips. Raises NotFound."""
    asking: dict[str, Any] = {"sight": sight, "seal": seal, "moment": moment}
    facts = ask(reader, "person_facts", person=id_, **asking).first
    if facts is None:
        raise nothing_has(reader, id_, sight=sight)
    roles = ask(reader, "person_roles", person=id_, **asking).rows
    homes = ask(reader, "person_homes", person=id_, **asking).rows
    ties = () if facts["minor"] else ask(reader, "person_ties", person=id_, **asking).rows
    texts = [facts["source"], *(row["source"] for row in (*roles, *homes, *ties))]
    held = tuple(row for row in roles if row["current"])
    past = tuple(row for row in roles if not row["current"])
    return Person(facts, held, past, homes, by_bond(ties), sources(records, texts))
