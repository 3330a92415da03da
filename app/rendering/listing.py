"""The list behind a cell of the gap board as CSV that opens in Excel."""

from __future__ import annotations

from app.cases.gapboard import Drill
from app.rendering.table import csv_text
from app.rendering.words import label, shown
from queries.answer import Kind
from queries.gaps import Gap

HEADS = {
    "zh": ("规则", "状态", "类别", "代码", "名称", "位置"),
    "en": ("Rule", "Status", "Kind", "Code", "Name", "Path"),
}
STATUS = {"zh": {"gap": "缺口", "unknown": "未知"}, "en": {"gap": "gap", "unknown": "unknown"}}


def csv_of(found: Drill, locale: str) -> str:
    """One line a gap: rule, status, kind, code, name, where it lies, and the rule's own details."""
    heads = (*HEADS[locale], *(column.title.text(locale) for column in found.rule.detail))
    return csv_text(heads, [_line(found, gap, locale) for gap in found.gaps])


def _line(found: Drill, gap: Gap, locale: str) -> tuple[object, ...]:
    path = " › ".join(step.title for step in gap.path)
    details = [
        gap.detail[column.name] if column.kind is Kind.COUNT else shown(gap.detail[column.name], column)
        for column in found.rule.detail
    ]
    rule = f"{gap.rule} {found.rule.title.text(locale)}"
    return (rule, STATUS[locale][gap.status], label(gap.label), gap.subject, gap.name, path, *details)
