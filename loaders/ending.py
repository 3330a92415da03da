"""Whom a roster that says who is responsible *now* leaves out: proposed as ended, and ended where somebody agreed.

Of a roster that corrects, whoever it replaces: they were an error, so their time ends on the day on which it began.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from database.reading import Reader
from graph_schema.facts import Change, RelationshipChange
from graph_schema.values.day import Day
from loaders import standing
from loaders.cover import Cover, Listed, cover_of
from loaders.draft import Draft, Fact
from loaders.people.evidence import EQUALS

_ROLES = {  # of what has no role of its own
    "MEMBER_OF": "member",
    "IN_GROUP": "group_member",
    "ON_SHIFT": "on_shift",
    "PAIRED_WITH": "helper",
    "COVERS": "covering_unit",
}
# What one person or unit has after another: a newcomer's day is the day on which whoever is left out has ended.
_HANDED_OVER = frozenset(("SERVES", "PAIRED_WITH", "COVERS"))

_Place = tuple[str, str, str]  # type, role, key of the end


@dataclass(frozen=True)
class Proposal:
    """A current fact that a roster leaves out. `until`: the first day on which it would not hold any more.

    `since` as text, "" where it is not known; `source` is where the fact comes from; `planned` is the end that it has
    already. `successors`: what the import says of others who hold the same post, without a day of their own, and
    `followed_on`, the day on which they begin then. `agreed`: somebody said that it has ended. `person_id` is the
    unit's where a unit covers something.
    """

    file_number: int
    type: str
    fact_id: str
    role: str
    begins: str
    person_id: str
    name: str
    target_label: str
    target_key: str
    target: str
    since: str
    source: str
    until: dt.date
    planned: Mapping[str, Any]
    successors: tuple[Fact, ...]
    followed_on: Day | None
    agreed: bool = False


def propose(
    listed: Iterable[Listed], draft: Draft, reader: Reader, *, import_id: str, today: dt.date, ends: frozenset[str]
) -> tuple[Proposal, ...]:
    """What the sheets leave out, each fact once. Every node has its key by now."""
    stated = {(*_place(fact), fact.start.key) for fact in draft.facts.values()}
    following: dict[_Place, list[Fact]] = {}
    for fact in draft.facts.values():
        if fact.type in _HANDED_OVER and fact.discriminator not in EQUALS:
            following.setdefault(_place(fact), []).append(fact)
    found: dict[str, Proposal] = {}
    for sheet in listed:
        rows = _current(cover_of(sheet, draft, import_id), reader, today)
        there = {(row["type"], row["role"] or "", row["to"], row["person"]) for row in rows}
        for row in rows:
            place = row["type"], row["role"] or "", row["to"]
            if (*place, row["person"]) not in stated and sheet.leaves_out(row):
                others = [fact for fact in following.get(place, ()) if (*place, fact.start.key) not in there]
                if others or not sheet.corrects:
                    made = _proposal(row, sheet, others, today)
                    found.setdefault(made.fact_id, replace(made, agreed=made.fact_id in ends))
    return tuple(found.values())


def _place(fact: Fact) -> _Place:
    return fact.type, fact.discriminator if fact.type == "SERVES" else "", fact.end.key


def hand_over(proposals: Iterable[Proposal]) -> None:
    """Those who follow somebody whose end was agreed begin on the day of that end, where no row says since when."""
    for proposal in proposals:
        for fact in proposal.successors if proposal.agreed else ():
            fact.since = fact.since or proposal.followed_on


def end(proposals: Sequence[Proposal], changes: list[Change], counts: Counter[tuple[str, str]]) -> tuple[Proposal, ...]:
    """Adds the agreed ends to the changes; without the proposals that the changes end already (somebody moved)."""
    ended = {c.fact_id for c in changes if isinstance(c, RelationshipChange) and (c.after or {}).get("until")}
    left = tuple(proposal for proposal in proposals if proposal.fact_id not in ended)
    for proposal in left:
        if proposal.agreed:
            changes.append(_ended(proposal))
            counts[proposal.type, "ended"] += 1
    return left


def _current(cover: Cover, reader: Reader, today: dt.date) -> list[dict[str, Any]]:
    rows = [row | {"begins": "Person"} for row in standing.serving(reader, cover.posts, cover.posts_inside, today)]
    for (type_, begins, label), (ends, starts) in cover.links.items():
        found = standing.linked(reader, type_, begins, label, ends, starts, today)
        rows += [row | {"begins": begins} for row in found]
    return rows


def _proposal(row: Mapping[str, Any], sheet: Listed, others: list[Fact], today: dt.date) -> Proposal:
    properties = row["properties"]
    date = properties.get("since")
    since = Day(date, properties.get("since_precision") or "day") if date else None
    until = _last_day(row, sheet, others, today)
    return Proposal(
        sheet.file_number,
        row["type"],
        properties["fact_id"],
        row["role"] or _ROLES[row["type"]],
        row["begins"],
        row["person"],
        row["name"],
        row["label"],
        row["to"],
        row["target"],
        since.text if since else "",
        properties.get("source") or "",
        until,
        {name: properties.get(name) for name in ("until", "until_precision")},
        () if any(fact.since for fact in others) else tuple(others),
        since if sheet.corrects else Day(until),
    )


def _last_day(row: Mapping[str, Any], sheet: Listed, others: list[Fact], today: dt.date) -> dt.date:
    """The first day without it: a newcomer's, else the roster's, else today; of an error the day when it began."""
    since = row["properties"].get("since")
    if sheet.corrects:
        never: dt.date = since or row["properties"].get("learned_on") or today
        return never
    begun = [fact.since.as_since for fact in others if fact.since is not None]
    days = [*sorted(begun)[:1], *filter(None, [sheet.day]), today]
    until = next((day for day in days if since is None or day > since), today)
    # Nobody stood in a shift that is over by the time that it is said
    return until if row["starts"] is None else min(until, row["starts"])


def _ended(proposal: Proposal) -> RelationshipChange:
    return RelationshipChange(
        proposal.type,
        proposal.fact_id,
        proposal.begins,
        proposal.person_id,
        proposal.target_label,
        proposal.target_key,
        proposal.planned,
        {"until": proposal.until, "until_precision": "day"},
    )
