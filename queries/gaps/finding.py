"""The gaps themselves, row by row, each with where it lies."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from database.reading import Reader
from graph_schema.errors import Nearby
from graph_schema.model import Property
from graph_schema.nodes import NODES
from graph_schema.sensitivity import Sight
from graph_schema.values import text
from graph_schema.values.moment import Moment
from queries.ask.mask import Masks
from queries.gaps.rules import Rule, chosen
from queries.gaps.where import Look, Thresholds
from queries.paths import paths


@dataclass(frozen=True)
class Gap:
    """One subject of which a rule says something. `status`: gap, unknown, or note (in order, but worth saying).

    `path`: the places above it, from the widest down. `detail`: what the rule's header declares.
    """

    rule: str
    severity: str
    status: str
    subject: str
    label: str
    name: str
    path: tuple[Nearby, ...]
    detail: Mapping[str, Any]


def find(
    reader: Reader,
    *,
    rules: Iterable[str] | None = None,
    place: str | None = None,
    moment: Moment,
    thresholds: Thresholds | None = None,
    sight: Sight,
    notes: bool = False,
) -> tuple[Gap, ...]:
    """What the rules find within a place, critical first, then by path and name; notes only where they are asked for.

    One round trip a rule, and one for the paths. Raises NotFound for a rule that there is not.
    """
    look = Look(reader, place, moment, sight, thresholds or {})
    rows = [(rule, row) for rule in chosen(rules) for row in look.rows(rule) if notes or row["status"] != "note"]
    known = paths(reader, (row["place"] for _rule, row in rows if row["place"]), on=moment.on, sight=sight)
    return tuple(sorted((_gap(rule, row, known, sight) for rule, row in rows), key=_order))


def _gap(rule: Rule, row: dict[str, Any], known: dict[str, tuple[Nearby, ...]], sight: Sight) -> Gap:
    masks = Masks(sight)
    detail = masks.row(rule.detail, {column.name: row["detail"].get(column.name) for column in rule.detail})
    path = tuple(step for step in known.get(row["place"], ()) if step.code != row["subject"])
    name = masks.property(_name_of(row["label"]), row["name"])
    return Gap(rule.id, rule.severity, row["status"], row["subject"], row["label"], name, path, detail)


def _name_of(label: str) -> Property:
    """The property that a rule gives as the name: the whole spoken one where there is one."""
    declared = NODES[label].by_name
    return declared.get("address") or declared["name"]


def _order(gap: Gap) -> tuple[Any, ...]:
    weight = ("critical", "high", "medium").index(gap.severity)
    status = ("gap", "unknown", "note").index(gap.status)
    return weight, gap.rule, status, [text.sort_key(step.title) for step in gap.path], text.sort_key(gap.name)
