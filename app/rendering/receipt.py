"""An import's receipt on the terminal: what was refused and why, what waits for review, what changed, which gaps."""

from collections.abc import Iterator, Mapping
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from app.cases.receipt import Receipt
from graph_schema.nodes import NODES
from graph_schema.relationships import RELATIONSHIPS
from graph_schema.roles import ROLES

_VERBS = ("created", "changed", "ended", "removed", "same")
_WORDS: Mapping[str, tuple[str, str]] = {
    "file": ("文件", "File"),
    "sheet": ("工作表", "Sheet"),
    "line": ("行", "Line"),
    "column": ("列", "Column"),
    "value": ("值", "Value"),
    "problem": ("问题", "Problem"),
    "advice": ("怎么办", "What to do"),
    "candidates": ("可能是", "May be"),
    "kind": ("类别", "Kind"),
    "created": ("新增", "new"),
    "changed": ("变更", "changed"),
    "ended": ("终止", "ended"),
    "removed": ("移除", "removed"),
    "same": ("不变", "same"),
    "faults": ("未接受的行", "Refused rows"),
    "reviews": ("待核对的行", "Rows to be reviewed"),
    "difference": ("改动", "Changes"),
    "proposals": ("名册未列，拟终止（不会自动终止）", "Not in the roster, perhaps ended (nothing ends by itself)"),
    "fact_id": ("编号", "Fact"),
    "role": ("职责", "Role"),
    "name": ("姓名", "Name"),
    "target": ("对象", "Of"),
    "since": ("起", "Since"),
    "until": ("拟止", "Would end"),
    "agreed": ("终止", "Ends"),
}


_STATES: Mapping[str, tuple[str, str]] = {
    "read": (
        "：{rows} 行数据，接受 {accepted}，拒绝 {refused}，待核对 {held}；{skipped} 行不是数据",
        ": {rows} rows: {accepted} accepted, {refused} refused, {held} held for review; {skipped} lines are no data",
    ),
    "hidden": ("：隐藏的工作表，没有读取", ": a hidden sheet, not read"),
    "without_table": ("：没有表格，已跳过", ": no table, skipped"),
    "unknown": ("：认不出是什么名册", ": a table that no roster knows"),
}
_NO_ROLES: Mapping[str, tuple[str, str]] = {
    "member": ("党员", "party member"),
    "group_member": ("党小组成员", "group member"),
    "on_shift": ("值班", "on shift"),
    "helper": ("结对人", "paired helper"),
    "covering_unit": ("包联单位", "covering unit"),
}
_NO_ROWS = dict.fromkeys(("rows", "accepted", "refused", "held", "skipped"), 0)


def told(receipt: Receipt, locale: str) -> RenderableType:
    """The whole receipt; who runs it off a terminal gets the same tables as text."""
    parts: list[RenderableType] = [Text(line) for line in _sheets(receipt, locale)]
    parts += [table for table in _lists(receipt, locale) if table.row_count]
    parts += [table for table in (difference(receipt, locale),) if table.row_count]
    return Group(*parts, *(Text(line) for line in _end(receipt, locale)))


def console() -> Console:
    """Where it is printed: as wide as the terminal, and elsewhere wide enough to keep most rows on a line."""
    made = Console(highlight=False)
    return made if made.is_terminal else Console(highlight=False, width=200, no_color=True)


def word(key: str, locale: str) -> str:
    """A word of the tables."""
    zh, en = _WORDS[key]
    return en if locale == "en" else zh


def difference(receipt: Receipt, locale: str) -> Table:
    """How many of each kind are new, changed, ended, taken away, the same."""
    kinds = {**receipt.difference.get("nodes", {}), **receipt.difference.get("relationships", {})}
    verbs = [verb for verb in _VERBS if any(counts.get(verb) for counts in kinds.values())]
    table = _table("difference", ["kind", *verbs], locale)
    for type_, counts in kinds.items():
        if any(counts.values()):
            table.add_row(_kind(type_, locale), *(str(counts.get(verb) or "") for verb in verbs))
    return table


def _lists(receipt: Receipt, locale: str) -> tuple[Table, ...]:
    return _faults(receipt, locale), _reviews(receipt, locale), _proposals(receipt, locale)


def _proposals(receipt: Receipt, locale: str) -> Table:
    columns = ["fact_id", "role", "name", "target", "since", "until", "agreed"]
    table = _table("proposals", ["file", *columns], locale)
    for file in receipt.files:
        for proposal in file.get("proposals", ()):
            shown = {**proposal, "role": _role(proposal["role"], locale), "agreed": "✓" if proposal["agreed"] else ""}
            table.add_row(file["file"], *(str(shown[column] or "") for column in columns))
    return table


def _role(code: str, locale: str) -> str:
    role = ROLES.get(code)
    zh, en = (role.zh, role.en) if role else _NO_ROLES.get(code, (code, code))
    return en if locale == "en" else zh


def _faults(receipt: Receipt, locale: str) -> Table:
    table = _table("faults", ["file", "sheet", "line", "column", "value", "problem", "advice"], locale)
    for file, sheet, fault in _listed(receipt, "faults"):
        where = " ".join(filter(None, (fault.get("column"), fault.get("heading"))))
        row = (file, sheet, fault.get("line"), where, fault.get("value"), fault.get("message"), fault.get("advice"))
        table.add_row(*("" if cell is None else str(cell) for cell in row))
    return table


def _reviews(receipt: Receipt, locale: str) -> Table:
    table = _table("reviews", ["file", "sheet", "line", "problem", "candidates"], locale)
    for file, sheet, review in _listed(receipt, "reviews"):
        candidates = "；".join(map(str, review.get("candidates", ())))
        table.add_row(file, sheet, str(review.get("line", "")), str(review.get("message", "")), candidates)
    return table


def _listed(receipt: Receipt, what: str) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Faults or reviews with their file and sheet; a file that cannot be read is a fault itself."""
    for file in receipt.files:
        if what == "faults" and file.get("problem"):
            yield file["file"], "", file
        for sheet in file.get("sheets", ()):
            for entry in sheet.get(what, ()):
                yield file["file"], sheet["sheet"], entry


def _sheets(receipt: Receipt, locale: str) -> Iterator[str]:
    for file in receipt.files:
        for sheet in file.get("sheets", ()):
            zh, en = _STATES.get(sheet.get("state", "read"), _STATES["read"])
            where = " · ".join(filter(None, (file["file"], sheet["sheet"], sheet.get("roster"))))
            yield where + (en if locale == "en" else zh).format_map({**_NO_ROWS, **sheet})


def _end(receipt: Receipt, locale: str) -> Iterator[str]:
    if receipt.gaps is not None:
        closed, opened = receipt.gaps["closed"], receipt.gaps["opened"]
        yield (
            f"Gaps: closes {closed}, opens {opened}."
            if locale == "en"
            else f"缺口：补上 {closed} 处，新增 {opened} 处。"
        )
    if not receipt.applied:
        yield "Nothing was written." if locale == "en" else "什么也没有写入。"
    elif not receipt.changes:
        same = (
            f"导入 {receipt.import_id}：图已是这样，没有改动。",
            f"Import {receipt.import_id}: the graph says so already.",
        )
        yield same[locale == "en"]
    elif receipt.undoes:
        undone = f"Import {receipt.undoes} is taken back, by import {receipt.import_id}: {receipt.changes} changes."
        yield (
            undone
            if locale == "en"
            else f"已撤销导入 {receipt.undoes}（记为 {receipt.import_id}）：{receipt.changes} 项改动。"
        )
    else:
        loaded = f"Import {receipt.import_id} is written: {receipt.changes} changes."
        yield loaded if locale == "en" else f"导入 {receipt.import_id} 已写入：{receipt.changes} 项改动。"


def _table(title: str, columns: list[str], locale: str) -> Table:
    table = Table(title=word(title, locale), title_justify="left", header_style="bold")
    for column in columns:
        table.add_column(word(column, locale), overflow="fold", justify="right" if column in _VERBS else "left")
    return table


def _kind(type_: str, locale: str) -> str:
    declared = NODES.get(type_) or RELATIONSHIPS.get(type_)
    if declared is None:
        return type_
    return f"{declared.en if locale == 'en' else declared.zh} {type_}"
