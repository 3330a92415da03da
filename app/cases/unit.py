"""A unit's page: what it answers for, whom to call there, who works for it and where they reported."""

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

PAGE = 60  # people


@dataclass(frozen=True)
class Unit:
    """One unit. `around`: rows of unit_around by their bond; `contacts` and one page of `staff`: of unit_people."""

    facts: Row
    around: Mapping[str, tuple[Row, ...]]
    contacts: tuple[Row, ...]
    staff: tuple[Row, ...]
    sources: Mapping[str, Source]


def unit(reader: Reader, records: Records, seal: Seal, id_: str, *, page: int, moment: Moment, sight: Sight) -> Unit:
    """The page of a unit, in three round trips; `page` counts from 1. Raises NotFound."""
    asking: dict[str, Any] = {"sight": sight, "seal": seal, "moment": moment}
    facts = ask(reader, "unit_facts", unit=id_, **asking).first
    if facts is None:
        raise nothing_has(reader, id_, sight=sight)
    around = ask(reader, "unit_around", unit=id_, **asking).rows
    people = ask(reader, "unit_people", unit=id_, skip=(page - 1) * PAGE, most=PAGE, **asking).rows
    texts = [facts["source"], *(row["source"] for row in (*around, *people))]
    return Unit(
        facts,
        by_bond(around),
        tuple(row for row in people if row["bond"] == "contact"),
        tuple(row for row in people if row["bond"] == "works"),
        sources(records, texts),
    )
