"""What persons said about tables of one shape: which roster they are, where their header is, what columns mean."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.tables import Base, ChinaMoment, document


@dataclass(frozen=True)
class Layout:
    """What is remembered of a shape. `fields`: column from 0 → field, "" for a column that is not to be read."""

    shape: str
    roster: str
    header_lines: tuple[int, ...]
    fields: Mapping[int, str]
    by: str
    at: datetime


class LayoutRow(Base):
    """The table of shapes."""

    __tablename__ = "layouts"

    shape: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    roster: Mapped[str] = mapped_column(sa.String(60))
    header_lines: Mapped[list[int]] = mapped_column(document())
    fields: Mapped[dict[str, str]] = mapped_column(document())
    by: Mapped[str] = mapped_column(sa.String(200))
    at: Mapped[datetime] = mapped_column(ChinaMoment)


def keep(session: Session, layout: Layout) -> None:
    """Remembers it in place of what was said of the shape before."""
    fields = {str(column): field for column, field in layout.fields.items()}
    lines = list(layout.header_lines)
    session.merge(
        LayoutRow(
            shape=layout.shape, roster=layout.roster, header_lines=lines, fields=fields, by=layout.by, at=layout.at
        )
    )


def forget(session: Session, shape: str) -> bool:
    """The shape is recognised as any other again; whether anything was remembered."""
    row = session.get(LayoutRow, shape)
    if row is not None:
        session.delete(row)
    return row is not None


def remembered(session: Session) -> tuple[Layout, ...]:
    """Everything that is remembered, by shape."""
    return tuple(
        Layout(r.shape, r.roster, tuple(r.header_lines), {int(c): f for c, f in r.fields.items()}, r.by, r.at)
        for r in session.scalars(sa.select(LayoutRow).order_by(LayoutRow.shape))
    )
