"""The four sample rosters give exactly what their expected/ says: one by one, together in any order, and twice."""

import gzip
import json
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from database.connection import Connection
from graph_schema.values.seal import Seal
from graph_schema.values.text import sort_key
from loaders.preparation import Prepared
from tests.neo4j.rosters_world import SAMPLES, created, facts, load, people, places, rehearse

BUILDINGS, LEADERS, GRIDS, RESIDENTS = (
    SAMPLES / name for name in ("小区楼栋信息表.xlsx", "楼栋长名册.xlsx", "网格员信息公示表.xls", "住户信息登记表.xlsx")
)
ORDER = (BUILDINGS, LEADERS, GRIDS, RESIDENTS)
CARRIED = frozenset("PART_OF LOCATED_IN LIVES_IN REGISTERED_AT MANAGES COVERS SUBORDINATE_TO SERVES".split())
ROLES = frozenset(
    "building_leader grid_worker grid_leader branch_secretary community_secretary community_director "
    "community_cadre property_manager owners_committee".split()
)


def expected(path: Path) -> dict[str, Any]:
    return dict(json.loads((SAMPLES / "expected" / f"{path.stem}.json").read_text("utf-8")))


def graph_of_samples() -> dict[str, Any]:
    with gzip.open(SAMPLES / "expected" / "graph_after_samples.json.gz", "rt", encoding="utf-8") as file:
        return dict(json.load(file))


@pytest.fixture(scope="module")
def one_by_one(connection: Connection, seal: Seal) -> dict[Path, Prepared]:
    with connection.session(write=True) as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()
    return {path: load(connection, seal, [path]) for path in ORDER}


@pytest.mark.parametrize("path", ORDER, ids=lambda path: path.stem)
class TestEachFile:
    def test_creates_what_is_expected(self, one_by_one: dict[Path, Prepared], path: Path) -> None:
        nodes, relationships = created(one_by_one[path].changes)

        assert nodes == expected(path)["creates"]["nodes"]
        assert relationships == expected(path)["creates"]["relationships"]

    def test_refuses_what_is_expected(self, one_by_one: dict[Path, Prepared], path: Path) -> None:
        faults = one_by_one[path].report.faults

        found = [(f.at.sheet, f.at.line, f.column, f.heading, f.value, f.problem) for f in faults]
        names = ("sheet", "line", "column", "heading", "value", "problem")
        assert found == [tuple(refused[name] for name in names) for refused in expected(path)["refused"]]

    def test_holds_what_is_expected(self, one_by_one: dict[Path, Prepared], path: Path) -> None:
        reviews = one_by_one[path].report.reviews

        found = [(r.at.sheet, r.at.line, r.name, r.problem) for r in reviews]
        names = ("sheet", "line", "name", "problem")
        assert found == [tuple(held[name] for name in names) for held in expected(path)["review"]]

    def test_counts_its_rows_as_expected(self, one_by_one: dict[Path, Prepared], path: Path) -> None:
        sheets = list(one_by_one[path].report.sheets)

        rows = expected(path)["rows"]
        assert sum(sheet.rows for sheet in sheets) == rows["data_rows"]
        assert sum(sheet.accepted for sheet in sheets) == rows["accepted"]
        assert sum(sheet.refused for sheet in sheets) == rows["refused"]
        assert sum(sheet.held for sheet in sheets) == rows["held_for_review"]
        for kind in set(rows["not_data"]) - {"sheets_without_data"}:
            assert sum(sheet.not_data.get(kind, 0) for sheet in sheets) == rows["not_data"][kind], kind

    def test_changes_nothing_the_second_time(
        self, one_by_one: dict[Path, Prepared], connection: Connection, seal: Seal, path: Path
    ) -> None:
        again = rehearse(connection, seal, [path])

        assert again.changes == ()
        assert again.report.changes_nothing


class TestTheWholeGraph:
    def test_has_the_expected_facts(self, one_by_one: dict[Path, Prepared], connection: Connection) -> None:
        found = {fact for fact in facts(connection) if fact[0] in CARRIED}

        compounds = {fact for fact in found if fact[0] == "PART_OF" and fact[2].count("/") == 1}
        grids = {fact for fact in compounds if fact[2].endswith("网格")}
        assert found - (compounds - grids) == _expected_facts()

    def test_has_the_expected_place_properties(self, one_by_one: dict[Path, Prepared], connection: Connection) -> None:
        by_natural = {(label, natural): properties for label, natural, properties in places(connection).values()}
        stated = graph_of_samples()["properties"]

        wrong = [
            (label, natural, name, by_natural[label, natural].get(name))
            for label in ("Community", "Grid", "Compound", "Building", "Household")
            for natural, properties in stated[label].items()
            for name, value in properties.items()
            if by_natural[label, natural].get(name) != value
        ]
        assert wrong == []

    def test_has_the_expected_people_with_their_numbers(
        self, one_by_one: dict[Path, Prepared], connection: Connection
    ) -> None:
        names = {key: natural for key, (_, natural, _) in places(connection).items()}
        found = {
            f"{row['properties']['name']}@{names.get(row['home'], '')}": _last4(row["properties"])
            for row in people(connection).values()
        }

        known = {person["key"]: set(person["phone_last4"]) for person in graph_of_samples()["people"].values()}
        assert {key: last4 for key, last4 in found.items() if "@" in key and known.get(key) != last4} == {}

    def test_keeps_no_number_in_clear(self, one_by_one: dict[Path, Prepared], connection: Connection) -> None:
        texts = [str(value) for row in people(connection).values() for value in row["properties"].values()]

        assert not [text for text in texts if "19900000102" in text or "429091199008031599" in text]

    def test_names_every_place_in_full(self, one_by_one: dict[Path, Prepared], connection: Connection) -> None:
        spoken = {natural: properties["address"] for _, natural, properties in places(connection).values()}

        assert spoken["松涛社区/松涛苑/3栋/1-501"] == "松涛社区松涛苑3栋1单元501"
        assert spoken["松涛社区/-/河滨路12号"] == "松涛社区河滨路12号"
        assert spoken["松涛社区/第一网格"] == "松涛社区第一网格"

    def test_allots_codes_in_natural_order(self, one_by_one: dict[Path, Prepared], connection: Connection) -> None:
        codes = {natural: code for code, (_, natural, _) in places(connection).items()}

        buildings = [natural for natural in codes if natural.startswith("石桥社区/") and natural.endswith("栋")]
        first, last = min(buildings, key=sort_key), max(buildings, key=sort_key)
        assert codes[first] == "429091101002B00001"
        assert codes[last] == f"429091101002B{len(buildings):05d}"
        assert codes["松涛社区/第五网格"] == "429091101001G005"
        assert codes["松涛社区/松涛苑/3栋/1-501"] == codes["松涛社区/松涛苑/3栋"] + "-1-501"


@pytest.mark.parametrize("order", [ORDER, ORDER[::-1], next(iter(list(permutations(ORDER))[9:10]))])
def test_together_in_any_order_it_is_the_same_graph_but_for_one_row(
    empty_graph: Connection, seal: Seal, order: tuple[Path, ...]
) -> None:
    prepared = load(empty_graph, seal, order)

    _, relationships = created(prepared.changes)
    differ = json.loads((SAMPLES / "expected" / "loaded_together.json").read_text("utf-8"))["totals_that_differ"]
    last = expected(RESIDENTS)["total_after_this_file"]["relationships"]
    assert relationships == last | {name: counts["together"] for name, counts in differ.items()}
    assert [(r.at.file, r.at.line, r.name) for r in prepared.report.reviews] == [("楼栋长名册.xlsx", 10, "侯国志")]
    assert rehearse(empty_graph, seal, order).changes == ()


def _expected_facts() -> set[tuple[Any, ...]]:
    """Those of graph_after_samples that the four files carry."""
    graph = graph_of_samples()
    people_keys = {person_id: person["key"] for person_id, person in graph["people"].items()}
    units = {"云杉安居物业服务有限公司", "云杉锦绣物业服务有限公司"}
    covering = [fact for fact in graph["relationships"] if fact[0] == "COVERS"]
    parties = {fact[3] for fact in covering if fact[5].split("/")[0].endswith("社区")}

    def name(key: str) -> str:
        return str(people_keys.get(key, key))

    return {
        (type_, role if type_ == "SERVES" else "", name(start), name(end), since, _said(said))
        for type_, role, from_, start, to, end, since, _, said in graph["relationships"]
        if type_ in CARRIED
        and (type_ != "SERVES" or role in ROLES)
        and (type_ != "COVERS" or (from_ == "PartyOrg" and to != "Unit"))
        and (type_ != "MANAGES" or start in units)
        and (type_ != "SUBORDINATE_TO" or (start in parties and not start.endswith("小组")))
        and "Zone" not in (from_, to)
        and "Checkpoint" not in (from_, to)
    }


def _said(properties: dict[str, Any]) -> tuple[tuple[str, Any], ...]:
    return tuple(sorted(properties.items()))


def _last4(properties: dict[str, Any]) -> set[str]:
    names = ("phone_last4", "phone2_last4", "phone3_last4")
    return {properties[name] for name in names if properties.get(name)}
