"""What the lists of a file lend to its other rows: the phones of people whom those only name."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from graph_schema.values.phone import Phone
from loaders.roster import CROSSTAB, Post
from loaders.rows import Claim, Sorted, TypedRow


class Lent(NamedTuple):
    """What a list tells of somebody: the phones, or what is left of them in a list that comes back masked."""

    phones: tuple[Phone, ...] = ()
    masked: tuple[str, ...] = ()


Phones = Mapping[str, Lent]  # by name


def lending(tables: Iterable[Sorted]) -> Phones:
    """The phones by name of the lists that stand in the same file; a name that is there twice lends none."""
    found: dict[str, Lent] = {}
    twice: set[str] = set()
    for rows in tables:
        for claim in (claim for row in rows.typed for claim in row.people if not _borrows(row, claim)):
            twice |= {claim.name} & found.keys()
            found[claim.name] = Lent(claim.phones, claim.masked)
    return {name: phones for name, phones in found.items() if name not in twice}


def lend(rows: Sorted, phones: Phones) -> Sorted:
    """The rows with the phones of those whom they name without one.

    Who is B岗 is one of the same table, as where a list of staff names who stands in for whom; a namesake on another
    sheet may be anybody.
    """
    if not phones or not rows.typed or not any(map(_names_others, rows.typed[0].table.roster.posts)):
        return rows
    own = lending((rows,))
    typed = (replace(row, people=tuple(_known(row, c, phones, own) for c in row.people)) for row in rows.typed)
    return replace(rows, typed=tuple(typed))


def set_apart(rows: Sorted) -> Sorted:
    """The rows of a table, and behind each line those of its people who are rows of their own (see Roster.apart)."""
    typed: list[TypedRow] = []
    for line in rows.typed:
        alone = tuple(claim for claim in line.people if claim.post in line.table.roster.apart)
        typed.append(replace(line, people=tuple(claim for claim in line.people if claim not in alone)))
        typed += [replace(line, people=(claim,)) for claim in alone]
    return replace(rows, typed=tuple(typed))


def _borrows(row: TypedRow, claim: Claim) -> bool:
    """Whether the row only names somebody, where others tell who that is."""
    return row.table.roster.shape == CROSSTAB or _names_others(row.table.roster.post(claim.post))


def _names_others(post: Post) -> bool:
    return post.known or post.role == "standby"


def _known(row: TypedRow, claim: Claim, phones: Phones, own: Phones) -> Claim:
    post = row.table.roster.post(claim.post)
    if claim.phones or claim.masked or claim.id or not _names_others(post):
        return claim
    return replace(claim, **(phones if post.known else own).get(claim.name, Lent())._asdict())
