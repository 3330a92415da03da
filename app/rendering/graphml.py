"""A neighbourhood as GraphML, for Gephi, yEd, networkx and whatever else reads it: masked as on the page."""

from __future__ import annotations

from io import BytesIO

import networkx as nx

from app.rendering.surroundings import Sheet


def network(drawn: Sheet) -> nx.MultiDiGraph[str]:
    """The nodes by their keys and the facts between them; `more_…` on a node counts what is left out around it."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(title=drawn.title, day=drawn.day)
    for node in drawn.nodes:
        marks = " ".join(node.marks)
        graph.add_node(node.key, label=node.label, marks=marks, kind=node.kind, name=node.name, step=node.step)
    for number, edge in enumerate(drawn.edges):
        start, end = drawn.node(edge.start).key, drawn.node(edge.end).key
        graph.add_edge(start, end, key=str(number), type=edge.type, word=edge.word, since=edge.since)
    for more in drawn.bundles:
        around: dict[str, int] = graph.nodes[drawn.node(more.number).key]
        name = f"more_{more.type or 'uncounted'}"
        around[name] = around.get(name, 0) + more.more
    return graph


def graphml(drawn: Sheet) -> str:
    """The file's text."""
    written = BytesIO()
    nx.write_graphml_xml(network(drawn), written)
    return written.getvalue().decode("utf-8") + "\n"
