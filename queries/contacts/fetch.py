"""One statement, one round trip."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from database.reading import Reader, read
from graph_schema.errors import NotFound
from graph_schema.values.moment import Moment
from queries.contacts.facts import Facts
from queries.contacts.rows import facts

TIMEOUT = 30.0  # seconds: the first one after a server's start waits for its plan, on a busy machine for long


def fetch(
    reader: Reader, code: str, *, moment: Moment, roles: Iterable[str], leading: Iterable[str], wide: bool, night: bool
) -> Facts:
    """The facts about a place or person. `wide`: the leaders next door are wanted whatever the graph says.

    `night`: who is on a shift is wanted. Raises NotFound.
    """
    rows = read(
        reader,
        statement(),
        timeout=TIMEOUT,
        code=code,
        on=moment.on,
        at=moment.at,
        roles=sorted(roles),
        leading=sorted(leading),
        wide=wide,
        night=night,
    )
    if not rows:
        raise NotFound(
            f"没有编号为 {code} 的户、人或地点。", f"Nothing has the code {code}: no household, person or place."
        )
    return facts(rows[0])


@cache
def statement() -> str:
    """The text of facts.cypher: always the same, so that the server plans it once."""
    return Path(__file__).with_name("facts.cypher").read_text("utf-8")
