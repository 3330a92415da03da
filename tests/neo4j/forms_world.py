"""The samples, and beside them a template of every roster that somebody filled in by hand with one line."""

import datetime as dt
from pathlib import Path

from openpyxl import load_workbook

from graph_schema.values.moment import Moment
from loaders.roster import Roster
from loaders.templates import DAY, headings_of, template
from tests.neo4j.rosters_world import TODAY
from tests.unit.loaders.workbooks import write

COUNTY, COMMUNITY = "429091", "429091101001"
AT = Moment.of_day(TODAY)
DAYS = dt.date(2026, 11, 16)  # the first of the days of the samples' cross-tab
KNOWN = (("周雪诗", "19900004294"), ("方永平", "19900004346"))  # of the samples
ON_DUTY = "吕宇建、杨志贵"
FIRST_FREE = 4  # the line below title, headings and the line that shows how


def villages(folder: Path) -> Path:
    """A building that is a group of villagers: the samples have none."""
    headings = ["县（市、区）", "镇（街道）", "社区", "社区代码", "小区名称", "楼栋"]
    row = ["云杉县", "松涛镇", "松涛社区", COMMUNITY, "/", "1组"]
    return write(folder / "村民小组.xlsx", {"小区楼栋信息": [["小区楼栋信息表"], headings, row]})


def by_hand(folder: Path, roster: Roster) -> Path:
    """The template as somebody fills it in: what its line of examples says, people whom the loader must know by name
    and number, and above a list that asks for it the day.
    """
    path = folder / f"{roster.zh}.xlsx"
    path.write_bytes(template(roster, DAYS))
    workbook = load_workbook(path)
    page = workbook.worksheets[0]
    known = [post.field for post in roster.posts if post.known]
    for column, heading in enumerate(headings_of(roster, DAYS), 1):
        owner, _, attribute = heading.field.partition(".")
        said = heading.example
        if heading.field == DAY:
            said = ON_DUTY
        elif owner in known:
            name, number = KNOWN[known.index(owner) % len(KNOWN)]
            said = number if attribute == "phone" else said if attribute else name
        page.cell(FIRST_FREE, column).value = said
    if roster.code == "activity_sign_in":
        page.cell(1, 1).value = "松涛社区志愿活动签到表（2026年11月7日）"
    workbook.save(path)
    return path


def cells(path: Path, sheet: int = 0) -> list[list[object]]:
    """The rows of a sheet as they stand in the file."""
    return [[cell.value for cell in row] for row in load_workbook(path).worksheets[sheet].iter_rows()]
