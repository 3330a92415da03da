"""The Cypher that follows from the declarations: constraints, indexes, upserts, deletions, and the text of "current".

Labels, types and property names come from the declarations alone; values are always parameters.
"""

from collections.abc import Iterator

from graph_schema.nodes import FULL_TEXTS, NODES
from graph_schema.relationships import RELATIONSHIPS


def current(name: str, on: str = "$on") -> str:
    """The condition that a dated relationship holds on a day: the one place where it is written.

    >>> current("r")
    '(r.since IS NULL OR r.since <= $on) AND (r.until IS NULL OR r.until > $on)'
    """
    return f"({name}.since IS NULL OR {name}.since <= {on}) AND ({name}.until IS NULL OR {name}.until > {on})"


def constraints() -> Iterator[str]:
    """One UNIQUE constraint per key and per fact_id."""
    yield "CREATE CONSTRAINT place_code IF NOT EXISTS FOR (n:Place) REQUIRE n.code IS UNIQUE"
    for node in NODES.values():
        if not node.of:
            name = f"{node.label.lower()}_{node.key}"
            yield f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{node.label}) REQUIRE n.{node.key} IS UNIQUE"
    for relationship in RELATIONSHIPS.values():
        if relationship.dated:
            name = f"{relationship.type.lower()}_fact_id"
            yield (
                f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR ()-[r:{relationship.type}]-() REQUIRE r.fact_id IS UNIQUE"
            )


def indexes() -> Iterator[str]:
    """The range and full-text indexes that the declarations ask for."""
    for node in NODES.values():
        for index in node.indexes:
            names = (index,) if isinstance(index, str) else index
            on = ", ".join(f"n.{name}" for name in names)
            yield f"CREATE INDEX {node.label.lower()}_{'_'.join(names)} IF NOT EXISTS FOR (n:{node.label}) ON ({on})"
    for relationship in RELATIONSHIPS.values():
        for name in relationship.indexes:
            yield (
                f"CREATE INDEX {relationship.type.lower()}_{name} IF NOT EXISTS "
                f"FOR ()-[r:{relationship.type}]-() ON (r.{name})"
            )
    for text in FULL_TEXTS:
        labels, on = "|".join(text.labels), ", ".join(f"n.{name}" for name in text.properties)
        yield (
            f"CREATE FULLTEXT INDEX {text.name} IF NOT EXISTS FOR (n:{labels}) ON EACH [{on}] "
            "OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}"
        )


def upsert_nodes(label: str, labels: frozenset[str] = frozenset(), dropped: frozenset[str] = frozenset()) -> str:
    """Makes or changes nodes. `$rows`: {key, set}; a None in `set` removes the property. `$all`: set on every one."""
    node = NODES[label]
    added = "".join(f" SET n:{extra}" for extra in (*node.labels, *sorted(labels)))
    removed = "".join(f" REMOVE n:{extra}" for extra in sorted(dropped - labels))
    return (
        f"UNWIND $rows AS row MERGE (n:{label} {{{node.key}: row.key}}) SET n += row.set SET n += $all{added}{removed}"
    )


def delete_nodes(label: str) -> str:
    """Takes nodes away; fails when relationships that nobody took away still hang on them. `$rows`: {key}."""
    return f"UNWIND $rows AS row MATCH (n:{label} {{{NODES[label].key}: row.key}}) DELETE n"


def upsert_relationships(type_: str, from_label: str, to_label: str) -> str:
    """Makes or changes relationships. `$rows`: {fact_id, from, to, set}; `$all` as above.

    Returns how many found both their ends.
    """
    start, end = NODES[from_label], NODES[to_label]
    return (
        f"UNWIND $rows AS row MATCH (a:{from_label} {{{start.key}: row.from}}) "
        f"MATCH (b:{to_label} {{{end.key}: row.to}}) "
        f"MERGE (a)-[r:{type_} {{fact_id: row.fact_id}}]->(b) SET r += row.set SET r += $all RETURN count(r) AS written"
    )


def delete_relationships(type_: str) -> str:
    """Takes relationships away: only the undo of an import does. `$rows`: {fact_id}."""
    return f"UNWIND $rows AS row MATCH ()-[r:{type_} {{fact_id: row.fact_id}}]->() DELETE r"
