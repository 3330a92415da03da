"""A party organisation's page: its kind, what it covers, what is above and below it, its officers and members."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.cases.bonds import by_bond
from app.cases.nearest import nothing_has
from app.cases.sources import Source, sources
from database.reading import Reader
from graph_schema.sensitivity import Sensitivity, Sight
from graph_schema.values.moment import Moment
from graph_schema.values.seal import Seal
from queries.answer import Row
from queries.ask import ask
from records.store import Records

PAGE = 50  # organisations below, and members


@dataclass(frozen=True)
class Organisation:
    """One organisation. `around`: rows of org_around by their bond; `officers`, one page of `members`: of org_people.

    `named`: whether the viewer may know who the members are; others see their number alone.
    """

    facts: Row
    around: Mapping[str, tuple[Row, ...]]
    officers: tuple[Row, ...]
    members: tuple[Row, ...]
    named: bool
    sources: Mapping[str, Source]

    @property
    def count(self) -> int:
        """How many members it has itself."""
        return int(self.facts["full"] + self.facts["probationary"] + self.facts["unknown"])


def organisation(
    reader: Reader,
    records: Records,
    seal: Seal,
    id_: str,
    *,
    page: int,
    below: int,
    moment: Moment,
    sight: Sight,
) -> Organisation:
    """The page of a party organisation, in three round trips; `page` of members and `below` count from 1.

    Raises NotFound.
    """
    asking: dict[str, Any] = {"sight": sight, "seal": seal, "moment": moment, "organisation": id_}
    facts = ask(reader, "org_facts", **asking).first
    if facts is None:
        raise nothing_has(reader, id_, sight=sight)
    around = ask(reader, "org_around", skip=(below - 1) * PAGE, most=PAGE, **asking).rows
    people = ask(reader, "org_people", skip=(page - 1) * PAGE, most=PAGE, **asking).rows
    named = sight.may_see(Sensitivity.S2)
    officers = tuple(row for row in people if row["bond"] == "officer")
    members = tuple(row for row in people if row["bond"] == "member") if named else ()
    texts = [facts["source"], *(row["source"] for row in (*around, *officers, *members))]
    return Organisation(facts, by_bond(around), officers, members, named, sources(records, texts))
