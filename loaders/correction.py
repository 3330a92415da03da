"""What somebody said about the tables of one shape: which roster they are, where the header is, what columns mean."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from graph_schema.values import text

_DIGITS = 16


@dataclass(frozen=True)
class Correction:
    """A decision on a shape, in place of what recognition finds.

    `roster`: its code, "" for "as it is recognised". `header_lines`: as people count them; () for where it is found.
    `fields`: column from 0 → field, post, or post.attribute (staff.phone); "" for a column that is not to be read.
    Columns that it does not name are read by their headings.
    """

    roster: str = ""
    header_lines: tuple[int, ...] = ()
    fields: Mapping[int, str] = field(default_factory=dict)


def shape_of(headings: Mapping[int, str]) -> str:
    """What tables with the same headings in the same columns have in common, whatever their file is called."""
    written = "\n".join(f"{column}\t{_normal(heading)}" for column, heading in sorted(headings.items()) if heading)
    return hashlib.sha256(f"{len(headings)}\n{written}".encode()).hexdigest()[:_DIGITS]


def _normal(heading: str) -> str:
    return "".join(text.tidy(heading).upper().split())
