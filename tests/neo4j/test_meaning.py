"""What a roster means: it adds, says who is responsible now, or corrects; periods end and begin on the right day."""

import csv
import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from database.connection import Connection
from database.fingerprint import fingerprint
from database.reading import read
from database.writing import transaction
from graph_schema.values.seal import Seal
from loaders.choices import CORRECT, NOW, Choices
from loaders.preparation import Prepared
from tests.neo4j.rosters_world import TODAY, load, rehearse

PLACES = ["县", "镇", "社区", "社区代码", "网格", "小区", "楼栋", "层数"]
LEADERS = ["社区", "小区", "楼栋", "楼栋长姓名", "手机号码", "任职时间", "离任时间"]
FIRST = ("1栋", "甲明", "19900000201", "2024.3")
SECOND = ("2栋", "乙朋", "19900000202", "2024.3")

Leader = tuple[str, str, dt.date | None, dt.date | None]


@pytest.fixture
def graph(empty_graph: Connection, seal: Seal, tmp_path: Path) -> Connection:
    """One community with three buildings, of which two have leaders."""
    start = ["云杉县", "松涛镇", "松涛社区", "429091101001", "第一网格", "松涛苑"]
    places = written(tmp_path / "楼栋信息.csv", [PLACES, *([*start, f"{n}栋", "6"] for n in (1, 2, 3))])
    load(empty_graph, seal, [places])
    load(empty_graph, seal, [leaders(tmp_path, FIRST, SECOND)])
    return empty_graph


def written(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    with path.open("w", encoding="gbk", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def leaders(folder: Path, *rows: Sequence[str], name: str = "楼栋长.csv", title: str = "") -> Path:
    head = [[title]] if title else []
    return written(folder / name, [*head, LEADERS, *(["松涛社区", "松涛苑", *row] for row in rows)])


def said(path: Path, meaning: str, *ends: str) -> Choices:
    return Choices(meanings={path.name: meaning}, ends=frozenset(ends))


def proposals(prepared: Prepared) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = prepared.report.json()["files"][0]["proposals"]
    return found


def left_out(prepared: Prepared) -> list[tuple[str, str, str]]:
    return [(p["name"], p["role"], p["until"]) for p in proposals(prepared)]


def now(graph: Connection, seal: Seal, path: Path) -> Prepared:
    """The roster that says who is responsible now, with every proposal agreed."""
    offered = proposals(rehearse(graph, seal, [path], choices=said(path, NOW)))
    return load(graph, seal, [path], choices=said(path, NOW, *(p["fact_id"] for p in offered)))


def terms(graph: Connection) -> set[Leader]:
    text = """
    MATCH (p:Person)-[r:SERVES {role: 'building_leader'}]->(b)
    RETURN p.name AS name, b.name AS building, r.since AS since, r.until AS until
    """
    return {(row["name"], row["building"], row["since"], row["until"]) for row in read(graph, text)}


MARCH = dt.date(2024, 3, 1)


class TestNow:
    def test_whom_the_roster_leaves_out_is_proposed_and_nothing_ends(
        self, graph: Connection, seal: Seal, tmp_path: Path
    ) -> None:
        path = leaders(tmp_path, ("1栋", "空缺", "", ""), SECOND)
        prepared = load(graph, seal, [path], choices=said(path, NOW))

        (proposal,) = proposals(prepared)
        assert (proposal["name"], proposal["role"], proposal["target"]) == (
            "甲明",
            "building_leader",
            "松涛社区松涛苑1栋",
        )
        assert (proposal["since"], proposal["until"], proposal["agreed"]) == ("2024-03", TODAY.isoformat(), False)
        assert prepared.changes == ()

    def test_one_that_is_agreed_ends_as_a_change_that_can_be_taken_back(
        self, graph: Connection, seal: Seal, tmp_path: Path
    ) -> None:
        before = fingerprint(graph)
        prepared = now(graph, seal, leaders(tmp_path, ("1栋", "空缺", "", ""), SECOND))

        assert terms(graph) == {("甲明", "1栋", MARCH, TODAY), ("乙朋", "2栋", MARCH, None)}
        assert prepared.report.relationships["SERVES", "ended"] == 1
        with transaction(graph) as writer:
            writer.apply([change.inverse() for change in reversed(prepared.changes)])
        assert fingerprint(graph) == before

    def test_an_end_that_was_planned_comes_back_with_the_undo(
        self, graph: Connection, seal: Seal, tmp_path: Path
    ) -> None:
        load(graph, seal, [leaders(tmp_path, ("3栋", "丁宁", "19900000204", "2024.3", "2027.1.1"))])
        before = fingerprint(graph)
        prepared = now(graph, seal, leaders(tmp_path, ("3栋", "空缺", "", "")))

        assert ("丁宁", "3栋", MARCH, TODAY) in terms(graph)
        with transaction(graph) as writer:
            writer.apply([change.inverse() for change in reversed(prepared.changes)])
        assert fingerprint(graph) == before

    def test_only_what_was_agreed_ends(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        path = leaders(tmp_path, ("1栋", "空缺", "", ""), ("2栋", "空缺", "", ""))
        first = next(
            p for p in proposals(rehearse(graph, seal, [path], choices=said(path, NOW))) if p["name"] == "甲明"
        )
        load(graph, seal, [path], choices=said(path, NOW, first["fact_id"]))

        assert terms(graph) == {("甲明", "1栋", MARCH, TODAY), ("乙朋", "2栋", MARCH, None)}

    def test_without_the_meaning_nobody_is_proposed(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        assert proposals(rehearse(graph, seal, [leaders(tmp_path, ("1栋", "空缺", "", ""))])) == []

    def test_the_day_is_the_successors(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        now(graph, seal, leaders(tmp_path, ("1栋", "丙立", "19900000203", "2026.5.6"), SECOND))

        assert terms(graph) == {
            ("甲明", "1栋", MARCH, dt.date(2026, 5, 6)),
            ("丙立", "1栋", dt.date(2026, 5, 6), None),
            ("乙朋", "2栋", MARCH, None),
        }
        assert primaries(graph, dt.date(2026, 5, 6)) == {("1栋", "丙立"), ("2栋", "乙朋")}

    def test_else_the_rosters_own(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        path = leaders(tmp_path, ("1栋", "丙立", "19900000203", ""), SECOND, title="楼栋长名册（截至2026年10月15日）")
        now(graph, seal, path)

        assert terms(graph) == {
            ("甲明", "1栋", MARCH, dt.date(2026, 10, 15)),
            ("丙立", "1栋", dt.date(2026, 10, 15), None),
            ("乙朋", "2栋", MARCH, None),
        }

    def test_loaded_again_it_changes_nothing(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        path = leaders(tmp_path, ("1栋", "丙立", "19900000203", ""), SECOND, title="楼栋长名册（截至2026年10月15日）")
        now(graph, seal, path)

        again = rehearse(graph, seal, [path], choices=said(path, NOW))
        assert (again.changes, proposals(again)) == ((), [])

    def test_a_building_that_is_not_there_counts_where_the_title_names_the_place(
        self, graph: Connection, seal: Seal, tmp_path: Path
    ) -> None:
        alone = leaders(tmp_path, FIRST)
        whole = leaders(tmp_path, FIRST, name="松涛社区楼栋长.csv")

        assert left_out(rehearse(graph, seal, [alone], choices=said(alone, NOW))) == []
        assert left_out(rehearse(graph, seal, [whole], choices=said(whole, NOW))) == [
            ("乙朋", "building_leader", TODAY.isoformat())
        ]

    def test_whom_a_refused_row_names_is_not_left_out(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        path = leaders(tmp_path, ("1栋", "甲 明", "1990000020", "2024.3"), SECOND, name="松涛社区楼栋长.csv")
        prepared = rehearse(graph, seal, [path], choices=said(path, NOW))

        assert [fault.problem for fault in prepared.report.faults] == ["phone_length"]
        assert left_out(prepared) == []

    def test_whom_a_held_row_may_mean_is_not_left_out(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        path = leaders(tmp_path, ("1栋", "甲明", "19900000299", ""), SECOND, name="松涛社区楼栋长.csv")
        prepared = rehearse(graph, seal, [path], choices=said(path, NOW))

        assert [review.name for review in prepared.report.reviews] == ["甲明"]
        assert left_out(prepared) == []

    def test_an_older_roster_leaves_out_nobody_who_came_later(
        self, graph: Connection, seal: Seal, tmp_path: Path
    ) -> None:
        path = leaders(tmp_path, ("1栋", "丙立", "19900000203", "2020.1"), SECOND, title="楼栋长名册（2023年12月）")

        assert left_out(rehearse(graph, seal, [path], choices=said(path, NOW))) == []

    def test_a_successor_who_was_there_first_ends_nothing_before_it_began(
        self, graph: Connection, seal: Seal, tmp_path: Path
    ) -> None:
        path = leaders(tmp_path, ("1栋", "丙立", "19900000203", "2020.1"), SECOND)

        assert left_out(rehearse(graph, seal, [path], choices=said(path, NOW))) == [
            ("甲明", "building_leader", TODAY.isoformat())
        ]

    def test_when_a_fact_was_learned_stays(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        later = TODAY + dt.timedelta(days=30)
        path = leaders(tmp_path, ("1栋", "空缺", "", ""), SECOND)
        offered = proposals(rehearse(graph, seal, [path], today=later, choices=said(path, NOW)))
        load(graph, seal, [path], today=later, choices=said(path, NOW, offered[0]["fact_id"]))

        text = "MATCH ({name: '甲明'})-[r:SERVES]->() RETURN r.learned_on AS learned, r.until AS until"
        assert read(graph, text) == [{"learned": TODAY, "until": later}]


def primaries(graph: Connection, day: dt.date) -> set[tuple[str, str]]:
    text = """
    MATCH (p:Person)-[r:SERVES {role: 'building_leader', is_primary: true}]->(b)
    WHERE (r.since IS NULL OR r.since <= $day) AND (r.until IS NULL OR r.until > $day)
    RETURN p.name AS name, b.name AS building
    """
    return {(row["building"], row["name"]) for row in read(graph, text, day=day)}


class TestPeriods:
    def test_a_later_beginning_is_another_period(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        load(graph, seal, [leaders(tmp_path, ("1栋", "甲明", "19900000201", "2026.5"))])

        may = dt.date(2026, 5, 1)
        assert terms(graph) >= {("甲明", "1栋", MARCH, may), ("甲明", "1栋", may, None)}
        assert rehearse(graph, seal, [leaders(tmp_path, ("1栋", "甲明", "19900000201", "2026.5"))]).changes == ()

    def test_an_earlier_one_is_the_same_period(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        load(graph, seal, [leaders(tmp_path, ("1栋", "甲明", "19900000201", "2023.1"))])

        assert terms(graph) == {("甲明", "1栋", dt.date(2023, 1, 1), None), ("乙朋", "2栋", MARCH, None)}

    def test_a_vaguer_date_takes_nothing_away(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        assert rehearse(graph, seal, [leaders(tmp_path, ("1栋", "甲明", "19900000201", "2024"))]).changes == ()

    def test_somebody_who_came_back_has_two(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        rows = (
            ("3栋", "丁宁", "19900000204", "2020.1", "2022.1.1"),
            ("3栋", "戊文", "19900000205", "2022.1.1", "2025.1.1"),
            ("3栋", "丁宁", "19900000204", "2025.1.1", ""),
        )
        load(graph, seal, [leaders(tmp_path, *rows)])

        days = dt.date(2020, 1, 1), dt.date(2022, 1, 1), dt.date(2025, 1, 1)
        assert {term for term in terms(graph) if term[1] == "3栋"} == {
            ("丁宁", "3栋", days[0], days[1]),
            ("戊文", "3栋", days[1], days[2]),
            ("丁宁", "3栋", days[2], None),
        }
        assert {("3栋", "丁宁"), ("3栋", "戊文")} == {
            found for day in days for found in primaries(graph, day) if found[0] == "3栋"
        }
        assert rehearse(graph, seal, [leaders(tmp_path, *rows)]).changes == ()

    def test_an_earlier_period_told_later_leaves_the_present_one(
        self, graph: Connection, seal: Seal, tmp_path: Path
    ) -> None:
        load(graph, seal, [leaders(tmp_path, ("1栋", "甲明", "19900000201", "2018.1", "2020.6.30"))])

        assert terms(graph) >= {
            ("甲明", "1栋", dt.date(2018, 1, 1), dt.date(2020, 6, 30)),
            ("甲明", "1栋", MARCH, None),
        }

    def test_an_old_list_of_members_tells_what_was_before(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        head = ["姓名", "手机号码", "入党时间", "转入时间", "所在支部"]
        for branch, since in (("松涛社区第二网格党支部", "2024.5.1"), ("松涛社区第一网格党支部", "2020.3.1")):
            rows = [["松涛镇党员名册"], head, ["庚申", "19900000401", "2010.7", since, branch]]
            path = written(tmp_path / "党员名册.csv", rows)
            load(graph, seal, [path])

        text = "MATCH ({name: '庚申'})-[r:MEMBER_OF]->(b) RETURN b.name AS branch, r.since AS since, r.until AS until"
        assert {(row["branch"], row["since"], row["until"]) for row in read(graph, text)} == {
            ("松涛社区第一网格党支部", dt.date(2020, 3, 1), dt.date(2024, 5, 1)),
            ("松涛社区第二网格党支部", dt.date(2024, 5, 1), None),
        }
        assert rehearse(graph, seal, [path]).changes == ()


class TestCorrect:
    def test_a_later_beginning_overwrites_in_place(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        path = leaders(tmp_path, ("1栋", "甲明", "19900000201", "2026.5"))
        prepared = load(graph, seal, [path], choices=said(path, CORRECT))

        assert prepared.report.relationships["SERVES", "changed"] == 1
        assert terms(graph) == {("甲明", "1栋", dt.date(2026, 5, 1), None), ("乙朋", "2栋", MARCH, None)}

    def test_who_was_named_in_error_never_held_the_post(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        path = leaders(tmp_path, ("1栋", "丙立", "19900000203", ""))
        offered = rehearse(graph, seal, [path], choices=said(path, CORRECT))
        assert left_out(offered) == [("甲明", "building_leader", MARCH.isoformat())]
        load(graph, seal, [path], choices=said(path, CORRECT, proposals(offered)[0]["fact_id"]))

        assert terms(graph) == {
            ("甲明", "1栋", MARCH, MARCH),
            ("丙立", "1栋", MARCH, None),
            ("乙朋", "2栋", MARCH, None),
        }
        assert primaries(graph, MARCH) == {("1栋", "丙立"), ("2栋", "乙朋")}

    def test_the_period_that_was_overwritten_may_come_back(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        path = leaders(tmp_path, ("1栋", "甲明", "19900000201", "2026.5"))
        load(graph, seal, [path], choices=said(path, CORRECT))
        load(graph, seal, [leaders(tmp_path, ("1栋", "甲明", "19900000201", "2024.3", "2025.1.1"))])

        assert {term for term in terms(graph) if term[1] == "1栋"} == {
            ("甲明", "1栋", MARCH, dt.date(2025, 1, 1)),
            ("甲明", "1栋", dt.date(2026, 5, 1), None),
        }

    def test_what_had_ended_goes_on(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        load(graph, seal, [leaders(tmp_path, ("1栋", "甲明", "19900000201", "2024.3", "2026.1.1"))])
        path = leaders(tmp_path, FIRST)
        load(graph, seal, [path], choices=said(path, CORRECT))

        assert ("甲明", "1栋", MARCH, None) in terms(graph)

    def test_a_home_that_was_wrong_was_never_one(self, graph: Connection, seal: Seal, tmp_path: Path) -> None:
        head = ["社区", "小区", "楼栋", "单元", "房号", "姓名", "联系电话"]
        for room, meaning in (("101", "add"), ("201", CORRECT)):
            row = ["松涛社区", "松涛苑", "1栋", "1", room, "己方", "19900000301"]
            path = written(tmp_path / "住户.csv", [head, row])
            load(graph, seal, [path], today=TODAY + dt.timedelta(days=room == "201"), choices=said(path, meaning))

        text = "MATCH ({name: '己方'})-[r:LIVES_IN]->(h) RETURN h.room AS room, r.since AS since, r.until AS until"
        assert {(row["room"], row["since"], row["until"]) for row in read(graph, text)} == {
            ("101", None, TODAY),
            ("201", None, None),
        }
