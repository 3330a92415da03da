"""The file of a drawing: names are text in it, it names no host, and it says the same to who cannot see a picture."""

import json
import re
from html.parser import HTMLParser

import pytest

from app.rendering.drawing import html, legend, policy
from app.rendering.graphml import graphml, network
from app.rendering.surroundings import Edge, More, Node, Sheet, cut
from app.rendering.symbols import symbol
from graph_schema.legend import LINES, LOOKS
from graph_schema.nodes import NODES
from graph_schema.relationships import RELATIONSHIPS

MARKUP = '<img src=x onerror="document.title=1">'
CLOSING = "</script><script>alert(1)</script>"


def sheet(name: str = MARKUP, locale: str = "zh") -> Sheet:
    nodes = (
        Node(1, "Building", "B1", (), 0, "楼栋", name, name),
        Node(2, "Person", "P1", ("PartyMember", "Volunteer"), 1, "人 · 党员 · 志愿者", CLOSING, CLOSING),
    )
    edges = (Edge(2, 1, "SERVES", "负责（楼栋长）", "2026-03"),)
    return Sheet(locale, name, "2026-11-25", 1, nodes, edges, (More(1, "PART_OF", "属于", "户", 37, True),), {2: 1})


class Read(HTMLParser):
    """What a browser would read: tags, addresses, handlers, text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.handlers: list[str] = []
        self.said: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href", "data", "action", "srcset")]
        self.handlers += [name for name, _ in attrs if name.startswith("on")]

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def drawn_data(text: str) -> dict[str, list[dict[str, object]]]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)
    assert found
    told: dict[str, list[dict[str, object]]] = json.loads(found[1])
    return told


@pytest.mark.parametrize("bare", [False, True])
def test_names_are_text_and_no_host_is_named(bare: bool) -> None:
    read = Read(html(sheet(), bare=bare))
    assert read.tags.count("script") == 3
    assert "img" not in read.tags
    assert read.handlers == []
    assert all(address.startswith("data:") for address in read.addresses)
    assert "link" in read.tags and "sourceMappingURL" not in html(sheet())


def test_ids_are_numbers_and_names_are_whole() -> None:
    told = drawn_data(html(sheet()))
    assert [node["id"] for node in told["nodes"]] == [1, 2, 3]
    assert told["nodes"][0]["label"] == MARKUP
    assert told["nodes"][2]["label"] == "还有 37 个\n属于 · 户"
    assert not any("title" in each for each in (*told["nodes"], *told["edges"]))


def test_long_names_are_cut_in_the_picture_alone() -> None:
    assert cut("长" * 40) == "长" * 11 + "…"
    assert cut("长" * 12) == "长" * 12
    assert cut("a" * 24) == "a" * 24
    assert cut("") == ""


def test_the_tables_say_the_same_without_script() -> None:
    said = " ".join(Read(html(sheet())).said)
    for text in (MARKUP, CLOSING, "人 · 党员 · 志愿者", "负责（楼栋长）", "2026-03", "37", "图例"):
        assert text in said


def test_it_speaks_english() -> None:
    told = html(sheet(locale="en"))
    assert '<html lang="en">' in told
    assert "Legend" in told
    assert drawn_data(told)["nodes"][2]["label"] == "37 more\n属于 · 户"


def test_its_policy_lets_nothing_in_or_out() -> None:
    assert policy().startswith("sandbox allow-scripts; default-src 'none'; script-src 'sha256-")
    assert "unsafe-inline" not in policy().split("script-src")[1].split(";")[0]


def test_it_is_the_same_every_time() -> None:
    assert html(sheet()) == html(sheet())


def test_every_label_and_line_has_its_sign() -> None:
    assert {*LOOKS} == {*NODES}
    assert {*LINES} == {*RELATIONSHIPS}
    assert all("<path" in symbol(label) or "<circle" in symbol(label) for label in NODES if not NODES[label].of)


def test_the_legend_lists_what_is_drawn_alone() -> None:
    found = legend(sheet())
    assert [word for _, word in found["nodes"]] == ["楼栋", "人 · 党员 · 志愿者"]
    assert [word for _, word in found["lines"]] == ["负责"]


def test_graphml_has_the_same_nodes_and_what_is_left_out() -> None:
    made = network(sheet())
    assert made.nodes["B1"]["more_PART_OF"] == 37
    assert [(start, end, data["type"]) for start, end, data in made.edges(data=True)] == [("P1", "B1", "SERVES")]
    assert "&lt;img" in graphml(sheet())
