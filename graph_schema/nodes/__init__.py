"""The node types: one constant each, a module a family. Constraints, indexes, upserts and docs follow from them."""

from collections.abc import Mapping

from graph_schema.model import FullText, NodeType
from graph_schema.nodes import care, duty, life, organisations, people, places
from graph_schema.nodes.people import PERSON, PHONE_PREFIXES
from graph_schema.nodes.places import HOUSEHOLD

__all__ = ["FULL_TEXTS", "HOUSEHOLD", "NODES", "PERSON", "PHONE_PREFIXES", "PLACES"]

NODES: Mapping[str, NodeType] = {
    value.label: value
    for family in (places, people, organisations, duty, care, life)
    for value in vars(family).values()
    if isinstance(value, NodeType)
}
PLACES: tuple[str, ...] = tuple(label for label, node in NODES.items() if "Place" in node.labels)
FULL_TEXTS: tuple[FullText, ...] = (
    FullText("person_search", ("Person",), ("name", "name_pinyin", "name_initials", "scope")),
    FullText("household_search", ("Household",), ("address", "short_address")),
    FullText(
        "place_search",
        ("County", "Town", "Community", "Grid", "MicroGrid", "Compound", "Building", "Zone", "Checkpoint"),
        ("name", "address", "name_pinyin", "name_initials"),
    ),
    FullText("organisation_search", ("PartyOrg", "Unit"), ("name", "name_pinyin", "name_initials", "scope")),
)
