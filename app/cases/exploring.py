"""What surrounds things, found by what people call them."""

from __future__ import annotations

from collections.abc import Sequence

from app.cases.nearest import nothing_has
from database.reading import Reader
from graph_schema.sensitivity import Sight
from graph_schema.values.moment import Moment
from graph_schema.values.seal import Seal
from queries import addresses
from queries.neighbourhood import Neighbourhood, neighbourhood


def around(
    reader: Reader, seal: Seal, keys: Sequence[str], *, hops: int, moment: Moment, sight: Sight
) -> Neighbourhood:
    """The neighbourhood of things by their keys, one round trip a step. Raises NotFound, with what is nearest."""
    found = neighbourhood(reader, keys, hops=hops, sight=sight, seal=seal, moment=moment)
    if found.missing:
        raise nothing_has(reader, found.missing[0], sight=sight)
    return found


def around_written(
    reader: Reader, seal: Seal, written: Sequence[str], *, hops: int, moment: Moment, sight: Sight
) -> Neighbourhood:
    """The same for keys, addresses and names as people write them. Raises NotFound or Ambiguous."""
    found = neighbourhood(reader, written, hops=hops, sight=sight, seal=seal, moment=moment)
    if not found.missing:
        return found
    keys = [_key(reader, each, moment, sight) if each in found.missing else each for each in written]
    return around(reader, seal, keys, hops=hops, moment=moment, sight=sight)


def _key(reader: Reader, written: str, moment: Moment, sight: Sight) -> str:
    return addresses.resolve(reader, written, sight=sight, moment=moment).code
