"""The tiny world loads without a fault; each rule finds the subject that breaks it, and not the one that does not."""

import pytest

from database.connection import Connection
from graph_schema.sensitivity import OFFICE
from graph_schema.values.moment import Moment
from queries.gaps import find
from tests.world import BROKEN, FINE, TODAY


@pytest.mark.parametrize("rule", sorted(BROKEN))
def test_a_rule_finds_what_breaks_it_and_nothing_else(world: Connection, rule: str) -> None:
    found = {gap.name for gap in find(world, rules=(rule,), moment=Moment.of_day(TODAY), sight=OFFICE)}

    assert BROKEN[rule] in found
    assert FINE[rule] not in found
