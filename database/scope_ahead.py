"""The lists of scope.py for an empty graph's first load, derived from the changes before anything is written."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from database.scope import ABOVE, LISTED
from graph_schema.facts import Change, NodeChange
from graph_schema.nodes import PLACES

Named = tuple[str, str]  # label, key

_DEEPEST = 8  # steps upwards, as in scope.py
_ORGANISATION_STEPS = 4
_OF_PERSON = ("LIVES_IN", "REGISTERED_AT", "OWNS", "SERVES", "REPORTED_TO")


def scopes(changes: Iterable[Change]) -> dict[Named, list[str]]:
    """By label and key, the codes of every place that something is of; for all labels that have a scope."""
    return _Places(changes).scopes()


class _Places:
    """The open facts, by their type and where they begin."""

    def __init__(self, changes: Iterable[Change]) -> None:
        self._out: dict[str, dict[Named, list[Named]]] = defaultdict(lambda: defaultdict(list))
        self._nodes: dict[str, list[str]] = defaultdict(list)
        for change in changes:
            if isinstance(change, NodeChange):
                self._nodes[change.label].append(change.key)
            elif not (change.after or {}).get("until"):
                start = change.from_label, change.from_key
                self._out[change.type][start].append((change.to_label, change.to_key))
        self._above = cache(self._places_above)

    def scopes(self) -> dict[Named, list[str]]:
        """Places first, because what units and organisations are of rests on them, and people on those."""
        found: dict[Named, frozenset[str]] = {}
        for label in LISTED:
            found |= {place: self._of_listed(place) for place in self._all(label)}
        found |= {unit: self._of_unit(unit, found) for unit in self._all("Unit")}
        found |= {party: self._of_party(party, found) for party in self._all("PartyOrg")}
        found |= {person: self._of_person(person, found) for person in self._all("Person")}
        return {named: sorted(codes) for named, codes in found.items()}

    def _all(self, label: str) -> list[Named]:
        return [(label, key) for key in self._nodes[label]]

    def _to(self, start: Named, *types: str) -> Iterable[Named]:
        return (end for type_ in types for end in self._out[type_].get(start, ()))

    def _places_above(self, place: Named, steps: int = _DEEPEST) -> frozenset[str]:
        own = frozenset((place[1],) if place[0] in ABOVE else ())
        if not steps:
            return own
        return own.union(*(self._above(end, steps - 1) for end in self._to(place, "PART_OF", "LOCATED_IN")))

    def _of_places(self, ends: Iterable[Named]) -> frozenset[str]:
        return frozenset().union(*(self._above(end) for end in ends if end[0] in PLACES))

    def _of_listed(self, place: Named) -> frozenset[str]:
        return self._of_places((place, *self._to(place, "INCLUDES")))

    def _of_unit(self, unit: Named, found: dict[Named, frozenset[str]]) -> frozenset[str]:
        zones = (found.get(end, frozenset()) for end in self._to(unit, "COVERS") if end[0] == "Zone")
        return self._of_places(self._to(unit, "COVERS", "MANAGES", "COBUILDS_WITH")).union(*zones)

    def _of_party(self, party: Named, found: dict[Named, frozenset[str]]) -> frozenset[str]:
        units = (found.get(end, frozenset()) for end in self._to(party, "COVERS") if end[0] == "Unit")
        own = self._of_places(self._to(party, "COVERS", "REPORTED_TO")).union(*units)
        if any(self._to(party, "COVERS")):
            return own
        return own.union(*(self._of_places(self._to(above, "COVERS")) for above in self._line(party)))

    def _line(self, party: Named) -> Iterable[Named]:
        """The organisations above it."""
        here = [party]
        for _ in range(_ORGANISATION_STEPS):
            here = [above for each in here for above in self._to(each, "SUBORDINATE_TO")]
            yield from here

    def _of_person(self, person: Named, found: dict[Named, frozenset[str]]) -> frozenset[str]:
        served = (found.get(end, frozenset()) for end in self._to(person, "SERVES") if end[0] not in PLACES)
        zones = (found.get(end, frozenset()) for end in self._to(person, "SERVES") if end[0] == "Zone")
        branches = (found.get(end, frozenset()) for end in self._to(person, "MEMBER_OF") if not self._is_of_unit(end))
        return self._of_places(self._to(person, *_OF_PERSON)).union(*served, *zones, *branches)

    def _is_of_unit(self, party: Named) -> bool:
        return any(end[0] == "Unit" for end in self._to(party, "COVERS"))
