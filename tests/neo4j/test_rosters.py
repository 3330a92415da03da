"""The sample rosters give exactly what their expected/ says: one by one, together in any order, and twice."""

from pathlib import Path
from random import Random

import pytest

from database.connection import Connection
from database.reading import read
from graph_schema.values.seal import Seal
from graph_schema.values.text import sort_key
from loaders.choices import NOW, Choices
from loaders.preparation import Prepared
from tests.neo4j.rosters_world import (
    created,
    expected,
    load,
    load_all_samples,
    people,
    places,
    rehearse,
    sample_files,
)

ORDER = tuple(sample_files())
MIXED = tuple(Random(11).sample(ORDER, len(ORDER)))
Loaded = dict[str, Prepared]


@pytest.fixture(scope="module")
def one_by_one(connection: Connection, seal: Seal) -> Loaded:
    return load_all_samples(connection, seal)


@pytest.mark.parametrize("path", ORDER, ids=lambda path: path.stem)
class TestEachFile:
    def test_creates_what_is_expected(self, one_by_one: Loaded, path: Path) -> None:
        nodes, relationships = created(one_by_one[path.name].changes)

        assert nodes == expected(path.name)["creates"]["nodes"]
        assert relationships == expected(path.name)["creates"]["relationships"]

    def test_refuses_what_is_expected(self, one_by_one: Loaded, path: Path) -> None:
        faults = one_by_one[path.name].report.faults

        found = [(f.at.sheet, f.at.line, f.column, f.heading, f.value, f.problem) for f in faults]
        names = ("line", "column", "heading", "value", "problem")
        refused = [row | {"sheet": row["sheet"] or ""} for row in expected(path.name)["refused"]]  # a CSV has none
        assert found == [tuple(row[name] for name in ("sheet", *names)) for row in refused]

    def test_holds_what_is_expected(self, one_by_one: Loaded, path: Path) -> None:
        reviews = one_by_one[path.name].report.reviews

        found = [(r.at.sheet, r.at.line, r.name, r.problem) for r in reviews]
        names = ("sheet", "line", "name", "problem")
        assert found == [tuple(held[name] or "" for name in names) for held in expected(path.name)["review"]]

    def test_counts_its_rows_as_expected(self, one_by_one: Loaded, path: Path) -> None:
        sheets = list(one_by_one[path.name].report.sheets)

        rows = expected(path.name)["rows"]
        assert sum(sheet.rows for sheet in sheets) == rows["data_rows"]
        assert sum(sheet.accepted for sheet in sheets) == rows["accepted"]
        assert sum(sheet.refused for sheet in sheets) == rows["refused"]
        assert sum(sheet.held for sheet in sheets) == rows["held_for_review"]
        for kind in set(rows["not_data"]) - {"sheets_without_data"}:
            assert sum(sheet.not_data.get(kind, 0) for sheet in sheets) == rows["not_data"][kind], kind

    def test_tells_of_nothing_that_it_could_not_read(self, one_by_one: Loaded, path: Path) -> None:
        notices = [notice for sheet in one_by_one[path.name].report.sheets for notice in sheet.notices]

        assert {notice.problem for notice in notices} <= {"post_vacant"}

    def test_changes_nothing_and_leaves_nobody_out_the_second_time(
        self, one_by_one: Loaded, connection: Connection, seal: Seal, path: Path
    ) -> None:
        again = rehearse(connection, seal, [path], choices=Choices(meanings={path.name: NOW}))

        assert again.changes == ()
        assert again.report.changes_nothing
        assert [proposal for file in again.report.files for proposal in file.proposals] == []


class TestTheWholeGraph:
    def test_keeps_no_number_in_clear(self, one_by_one: Loaded, connection: Connection) -> None:
        texts = [str(value) for row in people(connection).values() for value in row["properties"].values()]

        assert not [text for text in texts if "19900000102" in text or "429091199008031599" in text]

    @pytest.mark.parametrize("word", ["病假", "事假", "年休假"])
    def test_keeps_no_kind_of_leave(self, one_by_one: Loaded, connection: Connection, word: str) -> None:
        text = """
        MATCH (n) UNWIND keys(n) AS name WITH n[name] AS value WHERE toStringOrNull(value) CONTAINS $word
        RETURN value UNION ALL
        MATCH ()-[r]->() UNWIND keys(r) AS name WITH r[name] AS value WHERE toStringOrNull(value) CONTAINS $word
        RETURN value
        """
        assert read(connection, text, word=word) == []

    def test_names_every_place_in_full(self, one_by_one: Loaded, connection: Connection) -> None:
        spoken = {natural: properties["address"] for _, natural, properties in places(connection).values()}

        assert spoken["松涛社区/松涛苑/3栋/1-501"] == "松涛社区松涛苑3栋1单元501"
        assert spoken["松涛社区/-/河滨路12号"] == "松涛社区河滨路12号"
        assert spoken["松涛社区/第一网格"] == "松涛社区第一网格"
        assert spoken["松涛镇/第一片区"] == "松涛镇第一片区"

    def test_allots_codes_in_natural_order(self, one_by_one: Loaded, connection: Connection) -> None:
        codes = {natural: code for code, (_, natural, _) in places(connection).items()}

        buildings = [natural for natural in codes if natural.startswith("石桥社区/") and natural.endswith("栋")]
        first, last = min(buildings, key=sort_key), max(buildings, key=sort_key)
        assert codes[first] == "429091101002B00001"
        assert codes[last] == f"429091101002B{len(buildings):05d}"
        assert codes["松涛社区/第五网格"] == "429091101001G005"
        assert codes["松涛社区/松涛苑/3栋/1-501"] == codes["松涛社区/松涛苑/3栋"] + "-1-501"
        assert codes["松涛镇/第一片区"] == "429091101Z第一片区"


@pytest.mark.parametrize("order", [ORDER, ORDER[::-1], MIXED], ids=["in order", "backwards", "mixed"])
def test_together_in_any_order_it_is_the_same_graph_but_for_one_row(
    empty_graph: Connection, seal: Seal, order: tuple[Path, ...]
) -> None:
    prepared = load(empty_graph, seal, order)

    nodes, relationships = created(prepared.changes)
    together = expected("loaded_together.json")
    totals = expected(ORDER[-1].name)["total_after_this_file"]
    differ = {name: counts["together"] for name, counts in together["totals_that_differ"].items()}
    assert nodes == totals["nodes"]
    assert relationships == totals["relationships"] | differ
    held = [(review.at.file, review.at.line, review.name) for review in prepared.report.reviews]
    assert sorted(held) == sorted((row["file"], row["line"], row["name"]) for row in together["held_for_review"])
    assert rehearse(empty_graph, seal, order).changes == ()
