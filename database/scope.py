"""The derived list `scope` of what has no code: the codes of every place that a person, an organisation, a unit is of.

Kept for whatever a change touches, inside the transaction that writes it; open facts count, whatever the day.
"""

from collections.abc import Iterable

from database.writing import BATCH, Writer
from graph_schema.facts import Change, NodeChange, RelationshipChange
from graph_schema.nodes import NODES, PLACES

# Homes and entrances are left out: nobody's area is smaller than a building, and the lists stay short.
_ABOVE = "County|Town|Community|Grid|MicroGrid|Compound|Building"

_PLACES_OF = f"""
MATCH up = (t)-[:PART_OF|LOCATED_IN*0..8]->(a:{_ABOVE}) WHERE all(step IN relationships(up) WHERE step.until IS NULL)
RETURN DISTINCT a.code AS code
"""

_ORGANISATION = f"""
UNWIND $keys AS key
MATCH (o:{{label}} {{{{{{key}}: key}}}})
SET o.scope = COLLECT {{{{
  MATCH (o)-[r:COVERS|MANAGES]->(t:Place) WHERE r.until IS NULL
  {_PLACES_OF} ORDER BY code
}}}}
"""

_COMPOUND = f"""
UNWIND $keys AS key
MATCH (t:Compound {{code: key}})
SET t.scope = COLLECT {{ {_PLACES_OF} ORDER BY code }}
"""

_PERSON = f"""
UNWIND $keys AS key
MATCH (p:Person {{person_id: key}})
SET p.scope = COLLECT {{
  CALL (p) {{
    MATCH (p)-[r:LIVES_IN|REGISTERED_AT|OWNS|SERVES]->(t:Place) WHERE r.until IS NULL
    {_PLACES_OF}
    UNION
    MATCH (p)-[r:SERVES]->(o:PartyOrg|Unit) WHERE r.until IS NULL
    UNWIND o.scope AS code RETURN DISTINCT code
  }}
  RETURN DISTINCT code ORDER BY code
}}
"""

_PEOPLE_BELOW = """
UNWIND $codes AS code
MATCH (:Place {code: code})<-[:PART_OF|LOCATED_IN*0..8]-(t)<-[:LIVES_IN|REGISTERED_AT|OWNS|SERVES]-(p:Person)
RETURN DISTINCT p.person_id AS key
"""

_PEOPLE_OF = """
UNWIND $keys AS key
MATCH (o:PartyOrg|Unit)<-[:SERVES]-(p:Person) WHERE o.org_id = key OR o.unit_id = key
RETURN DISTINCT p.person_id AS key
"""


def refresh(writer: Writer, changes: Iterable[Change]) -> None:
    """Derives `scope` anew for everything that the changes touch."""
    touched, moved = _touched(list(changes))
    for label in ("PartyOrg", "Unit"):
        text = _ORGANISATION.format(label=label, key=NODES[label].key)
        _batches(writer, text, touched[label])
    _batches(writer, _COMPOUND, touched["Compound"])
    people = set(touched["Person"])
    people.update(row["key"] for row in writer.run(_PEOPLE_BELOW, codes=sorted(moved)))
    people.update(row["key"] for row in writer.run(_PEOPLE_OF, keys=sorted(touched["PartyOrg"] | touched["Unit"])))
    _batches(writer, _PERSON, people)


def _touched(changes: list[Change]) -> tuple[dict[str, set[str]], set[str]]:
    """Keys by label of what is touched, and the codes of places that hang elsewhere now."""
    touched: dict[str, set[str]] = {label: set() for label in NODES}
    moved: set[str] = set()
    for change in changes:
        if isinstance(change, NodeChange):
            touched[change.label].add(change.key)
        else:
            touched[change.from_label].add(change.from_key)
            touched[change.to_label].add(change.to_key)
            if _moves(change):
                moved.add(change.from_key)
    return touched, moved


def _moves(change: RelationshipChange) -> bool:
    return change.type in ("PART_OF", "LOCATED_IN") and change.from_label in PLACES and change.from_label != "Household"


def _batches(writer: Writer, text: str, keys: set[str]) -> None:
    ordered = sorted(keys)
    for start in range(0, len(ordered), BATCH):
        writer.run(text, keys=ordered[start : start + BATCH])
