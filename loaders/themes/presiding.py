"""Areas: who leads a community has a role; of the leaders of a town or county it is told that they have none."""

from graph_schema.problems import ValueProblem
from loaders.themes.stating import Stating

FIELDS = frozenset(("Area.duty_phone",))


def state(stating: Stating) -> None:
    """Tells of the people of a row about a town or county."""
    if stating.placed.community is None:
        for found in stating.everybody:
            stating.notice(found.claim.post, ValueProblem("office_without_role", value=found.claim.name))
