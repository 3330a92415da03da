"""What every table of the records is made of: one base, and moments at +08:00."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, DateTime
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

from graph_schema.values.moment import CHINA


class Base(DeclarativeBase):
    """The tables of this room; a module that declares one is found by records.store."""


class ChinaMoment(TypeDecorator[datetime]):
    """A moment, kept as China's wall-clock time (SQLite knows no zones) and given back at +08:00."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The wall-clock time; a moment without a zone is refused."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        return value.astimezone(CHINA).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment at +08:00."""
        return None if value is None else value.replace(tzinfo=CHINA)


def document() -> JSON:
    """A column that holds plain JSON; None is NULL."""
    return JSON(none_as_null=True)


Document = dict[str, Any]
