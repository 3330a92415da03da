"""What the role of a post is towards: places of the row, or the organisation or unit that it names."""

from collections.abc import Mapping

from graph_schema.problems import ValueProblem
from loaders.draft import Node
from loaders.places.placing import Placed
from loaders.places.problem import FieldProblem
from loaders.roster import Post
from loaders.rows import TypedRow

# Places that a row must name where somebody is towards them: its field and its usual heading.
_NAMED: Mapping[str, tuple[str, str]] = {
    "Zone": ("zone", "片区"),
    "MicroGrid": ("micro_grid", "小网格"),
    "Entrance": ("entrance", "单元"),
}


def targets_of(
    row: TypedRow, post: Post, role: str, placed: Placed, organisations: Mapping[str, Node]
) -> tuple[Node, ...]:
    """The targets of a role; none for a role without one. Raises FieldProblem where the row lacks what it needs."""
    target = post.target_of(role)
    if not target:
        return ()
    if target.startswith(("party:", "unit:")):
        if target not in organisations:
            raise _missing(row, post, target, _heading(row, target))
        return (organisations[target],)
    found = next(filter(None, map(placed.of, target.split("|"))), ())
    if not found and target in _NAMED:
        raise _missing(row, post, *_NAMED[target])
    # The manager of a house without an estate is its building's.
    return found or placed.buildings


def _missing(row: TypedRow, post: Post, field: str, heading: str) -> FieldProblem:
    """The cell is blank, or there is no such column: then it is the name's column that cannot be read."""
    if field in row.table.layout.found:
        return FieldProblem(field, ValueProblem("value_missing", value=heading))
    return FieldProblem(post.field, ValueProblem("column_missing", value=heading))


def _heading(row: TypedRow, field: str) -> str:
    """The first of the field's headings."""
    roster = row.table.roster
    named = {party.field: party.headings for party in roster.parties}
    named |= {column.field: column.headings for column in roster.columns}
    return named[field][0]
