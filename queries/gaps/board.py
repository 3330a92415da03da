"""The board: what each rule counts in each place below one, in a round trip a rule and a round trip a shared count."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from database.reading import Reader, read
from graph_schema.cypher import current
from graph_schema.errors import Nearby
from graph_schema.sensitivity import OFFICE, Sight
from graph_schema.values import text
from graph_schema.values.moment import Moment
from queries.gaps.counting import Count
from queries.gaps.rules import OF, Rule, chosen
from queries.gaps.where import Look, Thresholds

LEVELS = ("County", "Town", "Community", "Grid", "MicroGrid", "Building")

_UNDER = f"""
OPTIONAL MATCH (:Place {{code: listed}})-[up:PART_OF WHERE {current("up")}]->{{0,8}}(child:Place)
  WHERE child.code IN $children
RETURN child.code AS child, status, sum(n) AS n"""
_GAPS = f"WITH place AS listed, status, count(*) AS n {_UNDER}"
_TOTALS = f"WITH place AS listed, 'of' AS status, sum(total) AS n {_UNDER}"

_LABEL = "head([l IN labels(child) WHERE l <> 'Place'])"
_RIGHT_BELOW = f"""
MATCH (child:Place)-[link:PART_OF]->(:Place {{code: $place}})
WHERE {current("link")} AND {_LABEL} IN $levels
RETURN {_LABEL} AS label, child.code AS code, child.name AS name"""
_AT_ANY_DEPTH = f"""
MATCH (:Place {{code: $place}})<-[down:PART_OF WHERE {current("down")}]-{{0,7}}(child:Place)
WHERE {_LABEL} IN $levels
RETURN {_LABEL} AS label, child.code AS code, child.name AS name"""
_EVERYWHERE = f"""
MATCH (child:Place)
WHERE {_LABEL} IN $levels
RETURN {_LABEL} AS label, child.code AS code, child.name AS name"""

_Found = Counter[tuple[str | None, str, str]]  # by child (None: in none of them), rule or count, status


@dataclass(frozen=True)
class BoardRow:
    """One place of the board, and the counts of each rule in it by the rule's id."""

    place: Nearby
    counts: Mapping[str, Count]


@dataclass(frozen=True)
class Board:
    """The places below one in natural order; `rest`: what is in none of them; `total`: everything."""

    rules: tuple[Rule, ...]
    rows: tuple[BoardRow, ...]
    rest: Mapping[str, Count]
    total: Mapping[str, Count]


def board(
    reader: Reader,
    *,
    place: str | None = None,
    moment: Moment,
    by: str | None = None,
    rules: Iterable[str] | None = None,
    thresholds: Thresholds | None = None,
    sight: Sight = OFFICE,
) -> Board:
    """The counts for each place right below `place`, or for each place of the label `by` (of LEVELS) under it.

    Without a place, and without `by`: for each community.
    """
    asked, look = chosen(rules), Look(reader, place, moment, sight, thresholds or {})
    children = _children(look, by)
    codes = [child.code for child in children]
    found: _Found = Counter()
    for rule in asked:
        _add(found, rule.id, look.rows(rule, _GAPS, children=codes))
    for of in dict.fromkeys(rule.of for rule in asked):
        _add(found, of, look.rows(OF[of], _TOTALS, children=codes))
    rows = tuple(BoardRow(child, _counts(found, asked, {child.code})) for child in children)
    return Board(asked, rows, _counts(found, asked, {None}), _counts(found, asked, {None, *codes}))


def _children(look: Look, by: str | None) -> list[Nearby]:
    levels = [by] if by else [*LEVELS] if look.top else ["Community"]
    statement = _EVERYWHERE if look.top is None else _AT_ANY_DEPTH if by else _RIGHT_BELOW
    rows = read(look.reader, statement, place=look.top, levels=levels, on=look.moment.on)
    children = [Nearby(row["label"], row["code"], row["name"] or row["code"]) for row in rows]
    return sorted(children, key=lambda child: (LEVELS.index(child.label), text.sort_key(child.title), child.code))


def _add(found: _Found, id_: str, rows: list[dict[str, Any]]) -> None:
    for row in rows:
        found[row["child"], id_, row["status"]] += row["n"]


def _counts(found: _Found, rules: tuple[Rule, ...], places: set[str | None]) -> dict[str, Count]:
    def of(id_: str, status: str) -> int:
        return sum(found[place, id_, status] for place in places)

    return {
        rule.id: Count(rule.id, of(rule.id, "gap"), of(rule.id, "unknown"), of(rule.of, "of"), of(rule.id, "note"))
        for rule in rules
    }
