"""The register of units: of what kind a unit is, and which party organisation is its own."""

from graph_schema.problems import ValueProblem
from loaders.draft import Node
from loaders.places.problem import FieldProblem
from loaders.themes.stating import Stating
from loaders.units import KIND_WORDS, unit_kind

FIELDS = frozenset(("unit:listed",))


def state(stating: Stating) -> None:
    """What the row says of its unit. Raises FieldProblem."""
    unit = stating.parties.get("unit:listed")
    if unit is None:
        raise FieldProblem("unit:listed", ValueProblem("value_missing", value="单位名称"))
    state_kind(stating, unit)
    own = stating.parties.get("party:unit_org")
    if own is not None:
        stating.draft.relate("COVERS", own, unit, stating.source, basis="roster")


def state_kind(stating: Stating, unit: Node) -> None:
    """A kind that the list does not have is told and left out: the rest of the row is good."""
    written = stating.row.values.get("unit_kind")
    if not isinstance(written, str):
        return
    kind = unit_kind(written)
    if kind is None:
        stating.notice("unit_kind", ValueProblem("choice_unknown", value=written, choices=KIND_WORDS))
    stating.draft.state(unit, "kind", kind)
