"""The derived list `scope` of what stands outside the tree of places: the codes of every place that it is of.

Kept for whatever a change touches, inside the transaction that writes it; open facts count, whatever the day.

- a compound, zone or checkpoint: itself, what it is part of, and where what it includes lies
- a unit: where what it covers or manages lies, and the community that it co-builds with
- a party organisation: where what it covers lies, also through the unit that it is the branch of, and the community
  that it reported to; one that covers nothing is where the one above it is
- a person: homes, posts, the community that they reported to, and their branch, unless it is a unit's own: whoever
  works in an agency is not of every place that the agency looks after. For the same reason WORKS_FOR says nothing.
"""

from collections.abc import Iterable, Iterator

from database.writing import BATCH, Statements
from graph_schema.facts import Change, NodeChange, RelationshipChange
from graph_schema.nodes import NODES, PLACES

# Homes and entrances are left out: nobody's area is smaller than a building, and the lists stay short.
ABOVE = ("County", "Town", "Community", "Grid", "MicroGrid", "Compound", "Building", "Zone", "Checkpoint")
LISTED = ("Compound", "Checkpoint", "Zone")  # places outside the tree, or with more in them than it says

_PLACES_OF = f"""
MATCH up = (t)-[:PART_OF|LOCATED_IN*0..8]->(a:{"|".join(ABOVE)})
WHERE all(step IN relationships(up) WHERE step.until IS NULL)
RETURN DISTINCT a.code AS code
"""

_PLACE = f"""
UNWIND $keys AS key
MATCH (n:{{label}} {{{{code: key}}}})
SET n.scope = COLLECT {{{{
  MATCH inside = (n)-[:INCLUDES*0..1]->(t:Place) WHERE all(step IN relationships(inside) WHERE step.until IS NULL)
  {_PLACES_OF} ORDER BY code
}}}}
"""

_UNIT = f"""
UNWIND $keys AS key
MATCH (o:Unit {{unit_id: key}})
SET o.scope = COLLECT {{
  CALL (o) {{
    MATCH (o)-[r:COVERS|MANAGES|COBUILDS_WITH]->(t:Place) WHERE r.until IS NULL
    {_PLACES_OF}
    UNION
    MATCH (o)-[r:COVERS]->(z:Zone) WHERE r.until IS NULL
    UNWIND z.scope AS code RETURN DISTINCT code
  }}
  RETURN DISTINCT code ORDER BY code
}}
"""

_PARTY_ORG = f"""
UNWIND $keys AS key
MATCH (o:PartyOrg {{org_id: key}})
SET o.scope = COLLECT {{
  CALL (o) {{
    MATCH (o)-[r:COVERS|REPORTED_TO]->(t:Place) WHERE r.until IS NULL
    {_PLACES_OF}
    UNION
    MATCH (o)-[r:COVERS]->(u:Unit) WHERE r.until IS NULL
    UNWIND u.scope AS code RETURN DISTINCT code
    UNION
    MATCH line = (o)-[:SUBORDINATE_TO*1..4]->(:PartyOrg)-[:COVERS]->(t:Place)
    WHERE all(step IN relationships(line) WHERE step.until IS NULL)
      AND NOT EXISTS {{ MATCH (o)-[r:COVERS]->() WHERE r.until IS NULL }}
    {_PLACES_OF}
  }}
  RETURN DISTINCT code ORDER BY code
}}
"""

_PERSON = f"""
UNWIND $keys AS key
MATCH (p:Person {{person_id: key}})
SET p.scope = COLLECT {{
  CALL (p) {{
    MATCH (p)-[r:LIVES_IN|REGISTERED_AT|OWNS|SERVES|REPORTED_TO]->(t:Place) WHERE r.until IS NULL
    {_PLACES_OF}
    UNION
    MATCH (p)-[r:SERVES]->(o:PartyOrg|Unit|Zone) WHERE r.until IS NULL
    UNWIND o.scope AS code RETURN DISTINCT code
    UNION
    MATCH (p)-[r:MEMBER_OF]->(o:PartyOrg)
    WHERE r.until IS NULL AND NOT EXISTS {{ MATCH (o)-[c:COVERS]->(:Unit) WHERE c.until IS NULL }}
    UNWIND o.scope AS code RETURN DISTINCT code
  }}
  RETURN DISTINCT code ORDER BY code
}}
"""

# Whose lists rest on a place that hangs elsewhere now, and on a list that is made anew. Ended facts count here too.
_BELOW = """
UNWIND $codes AS code
MATCH (:Place {code: code})<-[:PART_OF|LOCATED_IN*0..8]-(t)
MATCH (t)<-[:LIVES_IN|REGISTERED_AT|OWNS|SERVES|REPORTED_TO|COVERS|MANAGES|COBUILDS_WITH|INCLUDES]-(n)
RETURN DISTINCT [label IN labels(n) WHERE label IN $labels][0] AS label,
  coalesce(n.person_id, n.org_id, n.unit_id, n.code) AS key
"""
_UNITS_OF = "UNWIND $keys AS key MATCH (:Zone {code: key})<-[:COVERS]-(u:Unit) RETURN DISTINCT u.unit_id AS key"
_ORGANISATIONS_OF = (
    "UNWIND $keys AS key MATCH (:Unit {unit_id: key})<-[:COVERS]-(o:PartyOrg) RETURN DISTINCT o.org_id AS key"
)
_ORGANISATIONS_UNDER = (
    "UNWIND $keys AS key MATCH (:PartyOrg {org_id: key})<-[:SUBORDINATE_TO*1..4]-(o) RETURN DISTINCT o.org_id AS key"
)
_PEOPLE_OF = """
UNWIND $keys AS key
MATCH (o:LABEL {KEY: key})<-[:SERVES|MEMBER_OF]-(p:Person)
RETURN DISTINCT p.person_id AS key
"""


def refresh(writer: Statements, changes: Iterable[Change]) -> None:
    """Derives `scope` anew for everything that the changes touch, and for what rests on that."""
    touched, moved = _touched(changes)
    for codes in _portions(moved):
        for row in writer.run(_BELOW, codes=codes, labels=["Person", "PartyOrg", "Unit", "Zone"]):
            touched[row["label"]].add(row["key"])
    for label in LISTED:
        _batches(writer, _PLACE.format(label=label), touched[label])
    touched["Unit"] |= _keys(writer, _UNITS_OF, touched["Zone"])
    _batches(writer, _UNIT, touched["Unit"])
    touched["PartyOrg"] |= _keys(writer, _ORGANISATIONS_OF, touched["Unit"])
    touched["PartyOrg"] |= _keys(writer, _ORGANISATIONS_UNDER, touched["PartyOrg"])
    _batches(writer, _PARTY_ORG, touched["PartyOrg"])
    for label in ("PartyOrg", "Unit", "Zone"):
        text = _PEOPLE_OF.replace("LABEL", label).replace("KEY", NODES[label].key)
        touched["Person"] |= _keys(writer, text, touched[label])
    _batches(writer, _PERSON, touched["Person"])


def _touched(changes: Iterable[Change]) -> tuple[dict[str, set[str]], set[str]]:
    """Keys by label of what is touched, and the codes of places that hang elsewhere now.

    What is new has moved nothing: whatever hangs on it hangs there by a change of its own.
    """
    touched: dict[str, set[str]] = {label: set() for label in NODES}
    moved: set[str] = set()
    new: set[str] = set()
    for change in changes:
        if isinstance(change, NodeChange):
            touched[change.label].add(change.key)
            if change.before is None and change.label in PLACES:
                new.add(change.key)
        else:
            touched[change.from_label].add(change.from_key)
            touched[change.to_label].add(change.to_key)
            if _moves(change):
                moved.add(change.from_key)
    return touched, moved - new


def _moves(change: RelationshipChange) -> bool:
    return change.type in ("PART_OF", "LOCATED_IN") and change.from_label in PLACES and change.from_label != "Household"


def _keys(writer: Statements, text: str, keys: set[str]) -> set[str]:
    return {row["key"] for some in _portions(keys) for row in writer.run(text, keys=some)}


def _batches(writer: Statements, text: str, keys: set[str]) -> None:
    for some in _portions(keys):
        writer.run(text, keys=some)


def _portions(keys: set[str]) -> Iterator[list[str]]:
    in_order = sorted(keys)
    for start in range(0, len(in_order), BATCH):
        yield in_order[start : start + BATCH]
