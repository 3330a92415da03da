"""The same rows into the same indexes: our writer, py2neo in bulk, neomodel, and one object after the other."""

from collections.abc import Callable, Iterator
from functools import partial
from statistics import median

from py2neo import Graph, Node
from py2neo.bulk import merge_nodes, merge_relationships

from benchmarks import neomodel_peer
from benchmarks.measure import RUNS, Figure, clock
from benchmarks.office import Office
from benchmarks.rows import Rows, clear, rows
from database.writing import transaction
from graph_schema.facts import Change, NodeChange, RelationshipChange

_Writer = tuple[str, Callable[[Rows], float]]
PY2NEO_BATCH = 1_000  # as its users have it
ALONE = 300  # objects written one by one


def measure(office: Office, world: str) -> Iterator[Figure]:
    """All in turn in each run; a writer's rate is nodes and relationships a second."""
    written, graph = rows(office), _graph(office)
    writers: dict[str, Callable[[Rows], float]] = {
        "ours": partial(_ours, office),
        "py2neo": partial(_py2neo, graph),
        "loop": partial(_loop, graph),
    }
    environment = neomodel_peer.environment()
    writers["neomodel"] = partial(neomodel_peer.rate, environment, office)
    rates: dict[str, list[float]] = {name: [] for name in writers}
    for run in range(RUNS):  # each begins once: whoever comes after a clearing has more to wait for
        for name, write in turned(list(writers.items()), run):
            rates[name].append(write(written))
            clear(office)
    found = {name: median(each) for name, each in rates.items()}
    ours = found["ours"]
    yield Figure("bulk write, ours", world, f"{ours:,.0f} /s", note=f"{written.count:,} nodes and relationships")
    yield _peer("py2neo merge_nodes, merge_relationships", world, found["py2neo"], ours, 1, "not slower")
    yield _peer("neomodel create_or_update, connect", world, found["neomodel"], ours, 4, "≥ 4×")
    yield _peer("py2neo, an object after the other", world, found["loop"], ours, 50, "≥ 50×")


def turned(writers: list[_Writer], by: int) -> list[_Writer]:
    """The same in another order."""
    first = by % len(writers)
    return writers[first:] + writers[:first]


def _peer(what: str, world: str, rate: float, ours: float, least: float, bar: str) -> Figure:
    times = ours / rate
    return Figure(f"peer: {what}", world, f"{rate:,.0f} /s", f"ours {bar}", times >= least, f"ours is {times:.1f}×")


def _graph(office: Office) -> Graph:
    endpoint = office.endpoint
    return Graph(endpoint.uri, auth=(endpoint.user, endpoint.password))


def _ours(office: Office, written: Rows) -> float:
    changes: list[Change] = [NodeChange("Person", key, None, dict(image)) for key, image in written.people.items()]
    changes += [NodeChange("Household", key, None, dict(image)) for key, image in written.homes.items()]
    changes += [
        RelationshipChange("LIVES_IN", fact, "Person", person, "Household", home, None, {"relation_to_head": relation})
        for fact, person, home, relation in written.lives
    ]

    def act() -> None:
        with transaction(office.connection) as writer:
            writer.apply(changes)

    return written.count / clock(act)[0] * 1000


def _py2neo(graph: Graph, written: Rows) -> float:
    people = [{"person_id": key, **image} for key, image in written.people.items()]
    homes = [{"code": key, **image} for key, image in written.homes.items()]
    lives = [
        (person, {"fact_id": fact, "relation_to_head": relation}, home)
        for fact, person, home, relation in written.lives
    ]
    ends = {"start_node_key": ("Person", "person_id"), "end_node_key": ("Household", "code")}

    def act() -> None:
        for first in range(0, len(people), PY2NEO_BATCH):
            merge_nodes(graph.auto(), people[first : first + PY2NEO_BATCH], ("Person", "person_id"))
        for first in range(0, len(homes), PY2NEO_BATCH):
            merge_nodes(
                graph.auto(), homes[first : first + PY2NEO_BATCH], ("Household", "code"), labels={"Household", "Place"}
            )
        for first in range(0, len(lives), PY2NEO_BATCH):
            merge_relationships(graph.auto(), lives[first : first + PY2NEO_BATCH], ("LIVES_IN", "fact_id"), **ends)

    return written.count / clock(act)[0] * 1000


def _loop(graph: Graph, written: Rows) -> float:
    some = list(written.people.items())[:ALONE]

    def act() -> None:
        for key, image in some:
            graph.merge(Node("Person", person_id=key, **image), "Person", "person_id")

    return len(some) / clock(act)[0] * 1000
