"""Codes and ids for what is new: in the order of the sorted natural key under the parent, and then kept."""

from collections.abc import Iterable, Mapping
from itertools import groupby

from database.reading import Reader
from graph_schema.nodes import NODES
from graph_schema.values.text import sort_key
from loaders import standing
from loaders.draft import Draft, Node
from loaders.people.candidates import Known

# label → the letter behind the code of what it is numbered under, and how many digits follow it
_NUMBERED: Mapping[str, tuple[str, int]] = {
    "Grid": ("G", 3),
    "Compound": ("C", 3),
    "Building": ("B", 5),
    "MicroGrid": ("M", 2),
}
_COUNTED = (("PartyOrg", "O", "next_org"), ("Unit", "U", "next_unit"))


def allot(draft: Draft, people: Iterable[Known], reader: Reader, ledger: Mapping[str, int]) -> dict[str, int]:
    """Gives every new node its key; returns the Ledger's counters as they shall stand afterwards."""
    new = [node for node in draft.nodes.values() if not node.key]
    for label, (letter, digits) in _NUMBERED.items():
        _number([node for node in new if node.label == label], letter, digits, reader)
    for node in new:
        if node.label == "Entrance":
            node.key = f"{_parent(node).key}U{node.identity[2].zfill(2)}"
        elif node.label == "Unit":
            node.key = node.value("uscc") or ""
        elif node.label == "Household":
            node.key = f"{_parent(node).key}-{node.identity[2] or 0}-{node.identity[3]}"
    counters = {"next_person": _number_people(people, int(ledger.get("next_person", 1)))}
    for label, letter, counter in _COUNTED:
        number = int(ledger.get(counter, 1))
        for node in sorted((n for n in new if n.label == label and not n.key), key=lambda n: sort_key(n.natural)):
            node.key = f"{letter}{number:06d}"
            number += 1
        counters[counter] = number
    for node in new:
        _from_owner(node)
    _fetch_known([node for node in new if node.owner is not None], reader)
    return counters


def _from_owner(node: Node) -> str:
    """The key of a node whose key goes on behind its owner's: made once the owner has its own."""
    if not node.key and node.owner is not None:
        node.key = _from_owner(node.owner) + node.tail
    return node.key


def _fetch_known(nodes: list[Node], reader: Reader) -> None:
    """What the graph has under these keys already: then nothing new is made."""
    for label in sorted({node.label for node in nodes}):
        by_key = {node.key: node for node in nodes if node.label == label}
        for row in standing.keyed(reader, label, by_key):
            node = by_key[row["key"]]
            node.before = dict(row["properties"])
            node.labels_before = frozenset(row["labels"]) - {label, *NODES[label].labels}


def _number(new: list[Node], letter: str, digits: int, reader: Reader) -> None:
    """Goes on behind the last number that was allotted in each community."""
    starts = {_parent(node).key + letter for node in new}
    last = standing.last_codes(reader, starts, digits)
    for node in sorted(new, key=lambda n: sort_key(n.natural)):
        start = _parent(node).key + letter
        last[start] = last.get(start, 0) + 1
        node.key = f"{start}{last[start]:0{digits}d}"


def _number_people(people: Iterable[Known], number: int) -> int:
    """By 姓名@home; namesakes without a home by what they serve, then by their numbers' digests."""
    for _, group in groupby(sorted(people, key=lambda known: sort_key(_at_home(known))), key=_at_home):
        same = list(group)
        for known in sorted(same, key=_among_namesakes) if len(same) > 1 else same:
            known.node.key = f"P{number:08d}"
            number += 1
    return number


def _at_home(known: Known) -> str:
    return f"{known.node.name}@{known.home}"


def _among_namesakes(known: Known) -> tuple[object, ...]:
    return sort_key(known.where), known.id_digest, sorted(known.phones)


def _parent(node: Node) -> Node:
    if node.parent is None:
        raise LookupError(f"{node.label} {node.natural} has no parent to be numbered under")
    return node.parent
