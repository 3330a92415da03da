"""A neighbourhood as one HTML file that opens anywhere, offline: the picture, its legend, and the same as tables.

The only file that imports pyvis, and only for what is safe in it: the network's data, and the vis-network it brings.
Its own page is not used: that one asks hosts for styles, and its headings and titles are markup. Here names are text
everywhere, numbers are the ids, and the file's own policy lets no script run but its two, and no request leave.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections import defaultdict
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from app.rendering.layout import places
from app.rendering.surroundings import Edge, Node, Sheet, relationship_word
from app.rendering.symbols import alike, ink, line, symbol
from app.rendering.urls import STATIC
from graph_schema.legend import LINES
from graph_schema.nodes import NODES
from queries.answer import Words

POLICY = (
    "default-src 'none'; script-src {scripts}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    "form-action 'none'"
)

_TEMPLATES = Path(__file__).parents[1] / "templates" / "drawing"
_VIS = Path("templates", "lib", "vis-9.1.2", "vis-network.min.js")
_SAID = {
    "graph": Words("图", "Picture"),
    "legend": Words("图例", "Legend"),
    "things": Words("人、地点、组织", "People, places, organisations"),
    "facts": Words("关系", "Relationships"),
    "not_drawn": Words("没有画出的", "Not drawn"),
    "name": Words("名称", "Name"),
    "kind": Words("类别", "Kind"),
    "from": Words("从", "From"),
    "to": Words("到", "To"),
    "since": Words("起", "Since"),
    "count": Words("还有", "More"),
    "of": Words("围绕", "Around"),
    "step": Words("步", "Steps"),
    "closer": Words("放大", "Closer"),
    "farther": Words("缩小", "Farther"),
    "fit": Words("看全图", "Whole"),
    "hint": Words("点一个节点，看它的关系；拖动可移动。", "Choose a node to see its relationships; drag to move."),
    "no_script": Words("没有脚本时看下面的表格。", "Without script, the tables below say the same."),
    "more": Words("还有 {} 个", "{} more"),
    "summary": Words("{day} · {nodes} 个节点 · {edges} 条关系", "{day} · {nodes} nodes · {edges} relationships"),
    "left_out": Words("另有 {} 个没有画出", "{} more are not drawn"),
    "masked": Words("姓名和门牌已按查看者的权限处理。", "Names and doors are shown as the viewer may see them."),
    "drawn_by": Words("由联户导出", "Exported by Lianhu"),
}  # fmt: skip


def html(drawn: Sheet, *, bare: bool = False, theme: str = "") -> str:
    """The file. `bare` is the picture alone, for a page that has legend and tables of its own."""
    vis, script = _scripts()
    return _environment().get_template("file.html").render(
        drawn=drawn, bare=bare, theme=theme, policy=Markup(_policy()),
        vis=Markup(vis), script=Markup(script), styles=Markup(_styles()), data=Markup(_data(drawn)),
        word=lambda name: _SAID[name].text(drawn.locale), legend=legend(drawn), symbol=symbol, line=line,
    )  # fmt: skip


def policy() -> str:
    """What the file's route says to the browser: the file's own policy, in a sandbox, inside our pages alone."""
    return f"sandbox allow-scripts; {_policy()}; frame-ancestors 'self'"


def legend(drawn: Sheet) -> dict[str, list[tuple[Markup, str]]]:
    """What is in the picture, each with its sign: nodes, then lines that are drawn alike together."""
    seen = {(node.label, node.marks): node.kind for node in sorted(drawn.nodes, key=lambda n: (n.label, n.marks))}
    ordered = sorted(seen, key=lambda each: (list(NODES).index(each[0]), each[1]))
    types = sorted({edge.type for edge in drawn.edges}, key=list(LINES).index)
    between = "、" if drawn.locale == "zh" else ", "
    said = {first: [relationship_word(type_, drawn.locale) for type_ in same] for first, same in alike(types).items()}
    return {
        "nodes": [(symbol(*each), seen[each]) for each in ordered],
        "lines": [(line(first), between.join(words)) for first, words in said.items()],
    }


@cache
def _scripts() -> tuple[str, str]:
    """The drawing library that pyvis brings, without the address of its source map, and ours."""
    found = find_spec("pyvis")
    assert found and found.submodule_search_locations
    vis = (Path(found.submodule_search_locations[0]) / _VIS).read_text("utf-8")
    return vis.partition("//# sourceMappingURL=")[0], (_TEMPLATES / "file.js").read_text("utf-8")


@cache
def _policy() -> str:
    """No script but these two, known by their digests; no request to anybody."""
    return POLICY.format(scripts=" ".join(f"'sha256-{_digest(text)}'" for text in _scripts()))


def _data(drawn: Sheet) -> str:
    """Nodes and edges as pyvis hands them to vis-network, in a form that cannot end the element it stands in."""
    # Imported at the first picture: it brings IPython along, which a process that draws none should not carry.
    from pyvis.network import Network

    network = Network(directed=True)
    at, bundles = _places(drawn), _bundles(drawn)
    for node in drawn.nodes:
        x, y = at[node.number]
        network.add_node(node.number, node.short, shape="image", x=x, y=y, look=_look(node), step=node.step,
                         name=node.name, kind=node.kind)  # fmt: skip
    for id_, (around, label) in bundles.items():
        x, y = at[id_]
        network.add_node(id_, label, shape="box", x=x, y=y, around=around)
        network.add_edge(around, id_, arrows="", line="more")
    for edge in drawn.edges:
        network.add_edge(edge.start, edge.end, arrows="to" if LINES[edge.type].arrow else "", **_stroke(edge))
    nodes, edges, *_ = network.get_network_data()
    looks = {_look(node): str(symbol(node.label, node.marks)) for node in drawn.nodes}
    told = {"nodes": nodes, "edges": edges, "looks": looks, "hint": _SAID["hint"].text(drawn.locale)}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c").replace("\u2028", " ")


def _look(node: Node) -> str:
    return "+".join((node.label, *node.marks))


def _stroke(edge: Edge) -> dict[str, Any]:
    drawn = LINES[edge.type]
    return {"word": edge.word, "ink": ink(edge.type), "width": drawn.width, "dashes": list(drawn.dashes) or False}


def _bundles(drawn: Sheet) -> dict[int, tuple[int, str]]:
    """What is not drawn as nodes of its own, by id: around what, and its words. One a kind around the middle."""
    said, near, far = _SAID["more"].text(drawn.locale), [], defaultdict[int, int](int)
    for more in drawn.bundles:
        if drawn.node(more.number).step:
            far[more.number] += more.more
        else:
            kind = " · ".join(filter(None, (more.word, more.kind)))
            near.append((more.number, f"{said.format(more.more)}\n{kind}"))
    return dict(
        enumerate([*near, *((number, said.format(count)) for number, count in far.items())], len(drawn.nodes) + 1)
    )


def _places(drawn: Sheet) -> dict[int, tuple[int, int]]:
    """Where nodes and bundles stand: around what led to them, one kind beside the other."""
    kinds: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    ties = {frozenset((edge.start, edge.end)): edge.type for edge in reversed(drawn.edges)}
    for number, parent in drawn.parents.items():
        node = drawn.node(number)
        kinds[parent][f"{node.label} {ties.get(frozenset((number, parent)), '')}"].append(number)
    for id_, (around, _) in _bundles(drawn).items():
        kinds[around][f"~{id_}"].append(id_)
    roots = [node.number for node in drawn.nodes if node.step == 0]
    return places(roots, {number: list(found.values()) for number, found in kinds.items()}, deep=drawn.hops > 1)


def _styles() -> str:
    return (STATIC / "tokens.css").read_text("utf-8") + (_TEMPLATES / "file.css").read_text("utf-8")


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
