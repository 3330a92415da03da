"""The unit that a row is about: found or made before its people are, because some of them serve it."""

from graph_schema.problems import ValueProblem
from loaders.draft import Draft, Node
from loaders.organisations import Organisations
from loaders.places.areas import county_of
from loaders.places.placing import Placed
from loaders.places.problem import FieldProblem
from loaders.rows import TypedRow


def state_units(
    row: TypedRow, draft: Draft, organisations: Organisations, placed: Placed, source: str
) -> dict[str, Node]:
    """By field, the units that posts of the roster are towards. Raises FieldProblem."""
    found: dict[str, Node] = {}
    for field in {post.target for post in row.table.roster.posts if post.target.startswith("unit:")}:
        name = row.values.get(field)
        if not isinstance(name, str) or not name:
            continue
        try:
            found[field] = organisations.find("Unit", name.replace(" ", ""), county_of(placed.area))
        except ValueProblem as problem:
            raise FieldProblem(field, problem) from None
        draft.touch(found[field], source)
    return found
