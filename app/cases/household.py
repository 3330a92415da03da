"""A household's card: whom to call and why, who lives there, what was noted lately, and the rows that it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.cases.bonds import by_bond
from app.cases.contacting import contact
from app.cases.sources import Source, sources
from database.reading import Reader
from graph_schema.errors import Nearby, NotFound
from graph_schema.sensitivity import Sight
from graph_schema.values.moment import Moment
from graph_schema.values.seal import Seal
from queries.answer import Row
from queries.ask import ask
from queries.contacts import Chain, Entry, Skipped
from records.store import Records

LIVES = "lives"
LISTED_ABOVE = ("same_person", "same_household")  # told after those of their tier, other reasons before


@dataclass(frozen=True)
class Card:
    """One household. `home` is a row of household_card, as are `residents` and `others` (owners, registered here).

    `care`: rows of household_care by their bond: pairs, requests, party organisations, and the watch on duty now.
    """

    chain: Chain
    home: Row
    residents: tuple[Row, ...]
    others: tuple[Row, ...]
    changes: tuple[Row, ...]
    care: Mapping[str, tuple[Row, ...]]
    sources: Mapping[str, Source]

    @property
    def title(self) -> str:
        """How the household is called within its community."""
        community = next((step.name for step in self.chain.path if step.label == "Community"), "")
        return self.chain.anchor.name.removeprefix(community)

    @property
    def lines(self) -> tuple[Entry | Skipped, ...]:
        """The chain as it is read: the first one to call, then the rest with what was passed over before each."""
        first, rest = self.chain.entries[:1], self.chain.entries[1:]
        mixed: list[Entry | Skipped] = [*self.chain.skipped, *rest]
        return (*first, *sorted(mixed, key=lambda line: (line.tier, getattr(line, "reason", "") in LISTED_ABOVE)))


def card(reader: Reader, records: Records, seal: Seal, code: str, *, moment: Moment, sight: Sight) -> Card:
    """The card of a household, in four round trips. Raises NotFound with what is nearest."""
    chain = contact(reader, seal, code, moment=moment, sight=sight)
    if (chain.anchor.label, chain.anchor.code) != ("Household", code):
        raise _not_a_household(code, chain)
    told = ask(reader, "household_card", sight=sight, seal=seal, moment=moment, household=code)
    changes = ask(reader, "household_changes", sight=sight, seal=seal, moment=moment, household=code)
    care = ask(reader, "household_care", sight=sight, seal=seal, moment=moment, household=code)
    people = [row for row in told.rows if row["person_id"]]
    return Card(
        chain,
        told.rows[0],
        tuple(row for row in people if row["bond"] == LIVES),
        tuple(row for row in people if row["bond"] != LIVES),
        changes.rows,
        by_bond(care.rows),
        sources(records, _texts(chain, told.rows, changes.rows, care.rows)),
    )


def _not_a_household(code: str, chain: Chain) -> NotFound:
    anchor = chain.anchor
    return NotFound(
        f"没有编号为“{code}”的户。",
        f"No household has the code “{code}”.",
        (Nearby(anchor.label, anchor.code, anchor.name),),
    )


def _texts(chain: Chain, *tables: tuple[Row, ...]) -> Iterator[str | None]:
    reasons = [*(entry.because for entry in chain.entries), *(skipped.because for skipped in chain.skipped)]
    yield from (fact.source for because in reasons for fact in because)
    for rows in tables:
        for row in rows:
            yield from (row["source"], row.get("household_source"))
