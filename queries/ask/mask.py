"""Masks: each value as one viewer may see it. What declares nothing is hidden: a forgotten word leaks nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph_schema.model import Kind as PropertyKind
from graph_schema.model import Property
from graph_schema.relationships import RELATIONSHIPS
from graph_schema.sensitivity import Sensitivity, Sight
from graph_schema.values import address, name, phone
from graph_schema.values.day import Day
from graph_schema.values.seal import Seal
from queries.answer import Column, Kind, Row

HIDDEN = "***"
FEW = 5  # fewer people than this could be told apart


@dataclass(frozen=True)
class Masks:
    """What one viewer sees. The seal opens a number, to show it where it is public, or its first digits.

    Without a seal no number is opened, so that none is shown but by its last digits.
    """

    sight: Sight
    seal: Seal | None = None

    def row(self, columns: tuple[Column, ...], row: Row) -> dict[str, Any]:
        """A row with every column masked as it declares."""
        return {column.name: self.value(column, row[column.name]) for column in columns}

    def value(self, column: Column, value: Any) -> Any:
        """One value of a column."""
        if not self.sight.may_see(_secrecy(column)):
            return HIDDEN
        if value is None:
            return None
        if column.small and not self.sight.may_see(Sensitivity.S3) and value in range(1, FEW):
            return f"<{FEW}"
        if isinstance(value, list) and column.kind is not Kind.PATH:
            return [self.value(column, item) for item in value]
        if column.property is not None:
            return self.property(column.property, value, holder=column.holder, owner=column.owner)
        if column.kind is Kind.PHONE:
            return self.phone(value, holder=column.holder)
        if column.kind is Kind.PATH:
            return [self.step(step) for step in value] if isinstance(value, list) else HIDDEN
        if column.kind is not None:
            shown = _SHAPES[column.kind](value)
            return HIDDEN if shown is None else shown
        return value if isinstance(value, int | float) else HIDDEN

    def property(self, declared: Property, value: Any, *, holder: bool = False, owner: str = "") -> Any:
        """A property's value: whole where the viewer may see it, else through its mask. A holder's name is S1."""
        if declared.sensitivity is Sensitivity.S3 and declared.kind is PropertyKind.TEXT and not declared.choices:
            return HIDDEN  # free text may say anything of anybody: it is revealed one by one, never in an answer
        is_holders_name = holder and owner == "Person" and declared.name == "name"
        if self.sight.may_see(Sensitivity.S1 if is_holders_name else declared.sensitivity):
            return value
        if declared.mask == "name":
            return name.mask(str(value))
        return address.mask_room() if declared.mask == "room" else HIDDEN

    def phone(self, value: Any, *, holder: bool = False) -> str:
        """A number from {cipher, last4, public}: whole where its holder agreed, else as a holder's or a resident's."""
        if not isinstance(value, Mapping):
            return HIDDEN
        cipher, last4 = value.get("cipher"), value.get("last4")
        if self.seal and cipher and value.get("public"):
            return self.seal.open(cipher)
        if self.seal and cipher and holder and self.sight.may_see(Sensitivity.S1):
            return phone.mask_holder(self.seal.open(cipher))
        if not last4:
            return HIDDEN if cipher else ""
        return phone.mask_resident(last4) if self.sight.may_see(Sensitivity.S2) else HIDDEN

    def step(self, value: Any) -> Any:
        """One step {label, code, name} of a path: the name of a home is as sensitive as its address."""
        if not isinstance(value, Mapping):
            return HIDDEN
        secret = value.get("label") == "Household" and not self.sight.may_see(Sensitivity.S2)
        shown = {key: value.get(key) for key in ("label", "code", "name")}
        return shown | {"name": address.mask_room()} if secret else shown


def _secrecy(column: Column) -> Sensitivity:
    """Who may know of the fact that a column tells; a need is somebody's unless its column says otherwise."""
    fact = column.fact or ("HAS_NEED" if column.owner == "Need" else "")
    return RELATIONSHIPS[fact].sensitivity if fact else Sensitivity.S0


def _number(value: Any) -> Any:
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def _text(value: Any) -> Any:
    return value if isinstance(value, str) else None


def _truth(value: Any) -> Any:
    return value if isinstance(value, bool) else None


def _day(value: Any) -> Any:
    """A date, or the text of {on, precision} as it was written: 2026-03; "" where no day is known."""
    if not isinstance(value, Mapping):
        return value if isinstance(value, date) else None
    on = value.get("on")
    return Day(on, value.get("precision") or "day").text if isinstance(on, date) else ""


_SHAPES: Mapping[Kind, Callable[[Any], Any]] = {
    Kind.COUNT: _number,
    Kind.DATE: _day,
    Kind.CODE: _text,
    Kind.LABEL: _text,
    Kind.ROLE: _text,
    Kind.PLACE: _text,
    Kind.TRUTH: _truth,
    Kind.SOURCE: _text,
    Kind.WORD: _text,
}
