"""The sample rosters in other shapes: other columns, headings, places of the header, encodings and formats."""

import csv
import datetime as dt
import html
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

import xlsxwriter

from loaders.files.book import Row
from loaders.read import read
from loaders.recognise import Table, recognise
from loaders.rows import Claim, TypedRow, sort_rows

SAMPLES = Path(__file__).parents[2] / "samples"
_MOST_ROWS = 80
Cell = object
Line = Sequence[Cell]

# What offices write instead of the headings of the samples.
SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "序号": ("序", "NO.", "编号 "),
    "县（市、区）": ("县区", "所属县（市、区）", "县（区）"),
    "镇（街道）": ("乡镇（街道）", "所属街道", "镇/街道"),
    "社区": ("所属社区", "社区（村）名称", "村（社区）"),
    "社区代码": ("社区编码", "统计用区划代码（12位）", "社区区划代码"),
    "网格": ("所属网格", "网格名称", "网格号"),
    "网格名称": ("网格", "所在网格", "网格（片）"),
    "小区名称": ("小区", "所属小区（院落）", "住宅小区名称"),
    "小区(单位)名称": ("小区", "小区/单位名称", "所在小区"),
    "现住小区": ("小区名称", "居住小区", "所住小区"),
    "楼栋": ("楼栋号", "栋号", "楼幢号"),
    "楼栋名称": ("幢号", "楼栋（幢）号", "所在楼栋"),
    "单元": ("单元号", "所在单元", "单元（门栋）"),
    "房号": ("门牌号", "房间号", "室号"),
    "户编号": ("住户编号", "家庭编号", "户编码"),
    "姓名": ("姓 名", "*姓名", "姓名（与身份证一致）", "1.姓名"),
    "与户主关系": ("家庭关系", "与户主的关系", "与户主关系（本人填户主）"),
    "性别": ("性 别", "性别（男/女）"),
    "身份证号": ("身份证号码", "公民身份号码", "身份证号（18位）", "居民身份证号码"),
    "出生日期": ("出生年月", "出生年月日", "出生时间"),
    "出生年月": ("出生日期", "出生年月（如1980.01）"),
    "联系电话": ("手机号码", "联系方式", "联系电话（手机）", "电话号码", "本人手机号"),
    "手机号码": ("联系电话", "手机号", "移动电话", "联系方式（手机号）"),
    "联系方式": ("手机号码", "联系电话", "电话"),
    "住房使用情况": ("房屋使用情况", "房屋使用状况", "居住状况", "住房状态（自住/出租/空置）"),
    "是否人户分离": ("人户分离", "人户是否分离", "是否人户分离（是/否）"),
    "政治面貌": ("政治身份", "政治面貌（党员/群众）"),
    "备注": ("备 注", "备注说明", "情况说明"),
    "楼栋长姓名": ("楼栋长", "楼长姓名", "栋长"),
    "任职时间": ("任职日期", "上任时间", "任职起始时间", "任职年月"),
    "楼栋党小组": ("所在党小组", "党小组名称", "楼栋党小组名称"),
    "层数": ("楼层数", "总层数", "地上层数"),
    "单元数": ("单元数量", "单元个数", "单元数（个）"),
    "户数": ("总户数", "户数（户）", "住户数"),
    '物业公司（无物业填"无"）': ("物业服务企业", "物业公司名称", "物业管理单位"),
    "物业负责人": ("物业经理", "物业项目负责人", "物业负责人姓名"),
    "业委会负责人": ("业委会主任", "业主委员会负责人", "业委会主任姓名"),
    "工作单位": ("所在单位", "工作单位及职务", "单位名称"),
    "预/正": ("党员类别", "正式/预备", "党员类型"),
    "入党时间": ("入党日期", "入党年月", "加入党组织时间"),
    "转正时间": ("转正日期", "转为正式党员时间"),
    "所在支部": ("所在党支部", "党支部名称", "所属支部"),
    "党内职务": ("党组织职务", "支部职务"),
    "是否流动党员": ("流动党员", "流动情况"),
    "所属党总支": ("上级党组织", "所在党总支"),
    "专业能力/特长": ("特长", "专业特长", "服务技能", "技能特长"),
    "志愿者编号": ("志愿者证号", "注册编号", "志愿服务编号"),
    "服务时长": ("累计服务时长", "服务时长（小时）", "志愿服务时长"),
    "可服务时段": ("可服务时间", "服务时间段", "空闲时间"),
    "居住地址": ("家庭住址", "现住址", "现居住地址"),
    "网格长": ("网格长姓名", "网格长 "),
    "网格员": ("网格员姓名", "专职网格员", "网格员（专兼职）"),
    "专/兼职": ("专兼职", "专职/兼职", "是否专职"),
    "网格党支部": ("党支部名称", "网格党组织"),
    "支部书记": ("党支部书记", "支部书记姓名"),
    "职务": ("社区职务", "担任职务", "岗位"),
    "分管工作": ("工作职责", "分工", "岗位职责"),
    "关爱对象": ("关爱对象姓名", "帮扶对象", "服务对象姓名"),
    "结对人": ("帮扶人", "结对人姓名", "结对帮扶人"),
    "需求类型": ("需求类别", "人员类别", "困难类型"),
    "开始日期": ("请假开始时间", "起始日期", "开始时间"),
    "结束日期": ("请假结束时间", "截止日期", "结束时间"),
    "代班人": ("顶班人", "代岗人员", "工作代理人"),
    "单位名称": ("单位", "单位全称"),
    "包联楼栋": ("责任楼栋", "包联小区楼栋", "包保楼栋"),
    "包联社区": ("联系社区", "结对社区", "包联社区（村）"),
    "片区": ("所属片区", "包联片区", "片区名称"),
    "报到时间": ("报到日期", "到社区报到时间"),
    "报到社区": ("报到社区名称", "报到村（社区）"),
    "认领岗位": ("认领服务岗位", "岗位认领", "认领的岗位"),
}


@dataclass(frozen=True)
class Grid:
    """A table as text and values: what stands above it, its headings, and its lines.

    `groups`: columns that belong together, as a name and what is said of that person.
    """

    file: str
    sheet: str
    titles: tuple[str, ...]
    headings: tuple[str, ...]
    lines: tuple[Line, ...]
    groups: tuple[tuple[int, ...], ...]


def grids() -> list[Grid]:
    """Every table of the samples, cut to a length at which it can be tried often."""
    found = []
    for path in sorted(SAMPLES.glob("*.*")):
        found += [_grid(table, path.name) for table in recognise(read(path)) if isinstance(table, Table)]
    return found


def _grid(table: Table, file: str) -> Grid:
    width = max(table.layout.headings) + 1
    people = {column for group in _groups(table, width) if len(group) > 1 for column in group}
    people |= set(table.layout.people.values())
    body = [row for row in table.body if len(row.filled) > 2][:_MOST_ROWS]
    headings = tuple(_full(table, column).replace("\n", "") for column in range(width))
    lines = tuple(tuple(_value(table, row, column, people) for column in range(width)) for row in body)
    return Grid(file, table.sheet.name, table.titles, headings, lines, _groups(table, width))


def _groups(table: Table, width: int) -> tuple[tuple[int, ...], ...]:
    owned = {
        column: post
        for post, group in table.layout.attributes.items()
        for columns in group.values()
        for column in columns
    }
    owned |= {column: post for post, column in table.layout.people.items()}
    people = [sorted(column for column in owned if owned[column] == post) for post in table.layout.people]
    # A person's name comes first: what stands before it in the sample would be anybody's elsewhere.
    named = [tuple(sorted(columns, key=lambda c: c not in table.layout.people.values())) for columns in people]
    return (*named, *((column,) for column in range(width) if column not in owned))


def _full(table: Table, column: int) -> str:
    """The heading; a phone that comes again is told by whom it belongs to."""
    heading = table.layout.headings.get(column, "")
    owner, _, name = table.layout.named(column).partition(".")
    if name != "phone" or heading not in ("联系电话",) or len(table.layout.people) == 1:
        return heading
    return table.layout.headings[table.layout.people[owner]].split("（")[0] + heading


def _value(table: Table, row: Row, column: int, people: set[int]) -> Cell:
    merge = table.sheet.merge_at(row.line, column)
    return table.sheet.cell(merge.top, merge.left) if merge and column not in people else row.cell(column)


def shuffled(grid: Grid, seed: int) -> Grid:
    """Its columns in another order; what stands behind a person's name stays there."""
    groups = [list(group) for group in grid.groups]
    random.Random(seed).shuffle(groups)
    order = [column for group in groups for column in group]
    lines = tuple(tuple(line[column] for column in order) for line in grid.lines)
    at = {column: position for position, column in enumerate(order)}
    moved = tuple(tuple(at[column] for column in group) for group in groups)
    return replace(grid, headings=tuple(grid.headings[column] for column in order), lines=lines, groups=moved)


def renamed(grid: Grid, seed: int) -> Grid:
    """Its headings in other words, as far as they are known here and stay distinct."""
    chance, taken, headings = random.Random(seed), set(grid.headings), []
    for heading in grid.headings:
        free = [other for other in SYNONYMS.get(heading, ()) if other not in taken]
        headings.append(chance.choice(free) if free and grid.headings.count(heading) == 1 else heading)
        taken.add(headings[-1])
    return replace(grid, headings=tuple(headings))


def as_lines(grid: Grid, *, above: int = 0, explained: bool = False) -> list[Line]:
    """All lines of the sheet: titles, `above` further ones and a blank, the header, an explanation, the data."""
    lines: list[Line] = [(title,) for title in grid.titles]
    lines += [(f"填报要求第{number}条：请如实填写",) for number in range(above)]
    lines += [()] if above else []
    lines.append(grid.headings)
    if explained:
        lines.append(tuple("必填" if at % 2 else "如：示例" for at in range(len(grid.headings))))
    return [*lines, *grid.lines]


def write_xlsx(path: Path, sheets: Mapping[str, Sequence[Line]], merges: Sequence[str] = ()) -> Path:
    """An .xlsx of these sheets."""
    with xlsxwriter.Workbook(path, {"strings_to_numbers": False, "strings_to_formulas": False}) as workbook:
        date = workbook.add_format({"num_format": "yyyy-mm-dd"})
        for name, lines in sheets.items():
            sheet = workbook.add_worksheet(name)
            for at, line in enumerate(lines):
                for column, cell in enumerate(line):
                    _write_cell(sheet, at, column, cell, date)
            for merge in merges:
                top = merge.split(":")[0]
                sheet.merge_range(merge, "")
                row, column = int(top[1:]) - 1, ord(top[0]) - 65
                sheet.write(row, column, lines[row][column])
    return path


def _write_cell(sheet: xlsxwriter.worksheet.Worksheet, at: int, column: int, cell: Cell, date: object) -> None:
    if isinstance(cell, dt.date):
        sheet.write_datetime(at, column, dt.datetime.combine(cell, dt.time()), date)
    elif isinstance(cell, int | float):
        sheet.write_number(at, column, cell)
    elif cell != "":
        sheet.write_string(at, column, str(cell))


def write_csv(path: Path, lines: Sequence[Line], encoding: str, separator: str = ",") -> Path:
    """A text file of the lines."""
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=separator).writerows([_said(cell) for cell in line] or [""] for line in lines)
    return path


def write_html(path: Path, lines: Sequence[Line], encoding: str) -> Path:
    """A page with one table, under the name of a workbook."""
    rows = "".join(f"<tr>{''.join(f'<td>{_marked(cell)}</td>' for cell in line)}</tr>\n" for line in lines)
    meta = f"<meta http-equiv='Content-Type' content='text/html; charset={encoding}'>"
    page = f"<html><head>{meta}<style>td{{x:1}}</style></head><body><table border=1>{rows}</table></body></html>"
    path.write_bytes(page.encode(encoding))
    return path


def write_spreadsheet_xml(path: Path, lines: Sequence[Line]) -> Path:
    """XML Spreadsheet 2003, under the name of a workbook."""
    rows = "".join(f"<Row>{''.join(_xml_cell(cell) for cell in line)}</Row>" for line in lines)
    head = '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    space = (
        'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'
    )
    path.write_text(f'{head}<Workbook {space}><Worksheet ss:Name="Sheet1"><Table>{rows}</Table></Worksheet></Workbook>')
    return path


def _xml_cell(cell: Cell) -> str:
    if isinstance(cell, dt.date):
        return f'<Cell><Data ss:Type="DateTime">{cell.isoformat()}T00:00:00.000</Data></Cell>'
    kind = "Number" if isinstance(cell, int | float) else "String"
    return f'<Cell><Data ss:Type="{kind}">{html.escape(str(cell))}</Data></Cell>' if cell != "" else "<Cell/>"


def _marked(cell: Cell) -> str:
    return html.escape(_said(cell)).replace("\n", "<br>")


def _said(cell: Cell) -> str:
    """As a program shows the cell when it saves a text file."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return cell.isoformat() if isinstance(cell, dt.date) else str(cell)


Said = tuple[str, list[tuple[object, ...]], list[tuple[str, str | None]]]


def said_by(path: Path, roster: str = "") -> list[Said]:
    """What each table of a file says: its roster, its rows without where they stand, its faults."""
    tables = [table for table in recognise(read(path)) if isinstance(table, Table)]
    return [_said_by(table) for table in tables if roster in ("", table.roster.code)]


def _said_by(table: Table) -> Said:
    rows = sort_rows(table, 1, 1)
    return (
        table.roster.code,
        [_row(row) for row in rows.typed],
        sorted({(f.problem, f.value) for f in rows.faults}, key=str),
    )


def _row(row: TypedRow) -> tuple[object, ...]:
    values = {name: value for name, value in row.values.items() if not isinstance(value, str | float | dt.date)}
    texts = {name: _said(value) for name, value in row.values.items() if name not in values}
    places = {name: _said(value) for name, value in row.places.items()}
    people = [{k: v for k, v in _plain(claim).items() if v not in (None, (), {})} for claim in row.people]
    return places, {**values, **texts}, sorted(people, key=str), row.section


def _plain(claim: Claim) -> dict[str, object]:
    more = {f"more.{name}": value for name, value in claim.more.items()}
    own = {each.name: getattr(claim, each.name) for each in fields(claim)}
    return {**own, "more": None, "id": claim.id and claim.id.area, **more}


def in_two_lines(grid: Grid, *, merged: bool) -> tuple[list[Line], tuple[str, ...]]:
    """Its lines with the headings of each person's columns below that person's own, and what is merged for it."""
    upper, lower = list(grid.headings), [""] * len(grid.headings)
    titles = [(title,) for title in grid.titles]
    merges = []
    for group in grid.groups:
        first, last = min(group), max(group)
        if len(group) < 2 or group != tuple(range(first, last + 1)):
            continue
        person = grid.headings[first].split("（")[0].removesuffix("姓名") or "人员信息"
        upper[first : last + 1] = [person, *[""] * (last - first)]
        lower[first : last + 1] = ["姓名", *(grid.headings[c].removeprefix(person) for c in group[1:])]
        merges.append(f"{_letter(first)}{len(titles) + 1}:{_letter(last)}{len(titles) + 1}")
    return [*titles, tuple(upper), tuple(lower), *grid.lines], tuple(merges) if merged else ()


def _letter(column: int) -> str:
    return chr(65 + column)
