"""Gaps as JSON documents, as CSV and as lines on a terminal."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from app.rendering.answer import said
from app.rendering.table import csv_text
from graph_schema.nodes import NODES
from queries.gaps import RULES, Count, Gap

_STATUS = {"gap": "缺口", "unknown": "未知", "note": "提示"}
_SEVERITY = {"critical": "严重", "high": "重要", "medium": "一般"}
_HEADS = {
    "zh": ("规则", "名称", "级别", "状态", "类别", "代码", "在哪里", "位置", "说明"),
    "en": ("Rule", "Title", "Severity", "Status", "Kind", "Code", "Name", "Path", "Detail"),
}
_COUNT_HEADS = {"zh": ("规则", "名称", "缺口", "未知", "总数"), "en": ("Rule", "Title", "Gaps", "Unknown", "Of")}


def as_json(gaps: Iterable[Gap]) -> list[dict[str, Any]]:
    """One entry a gap; `path` holds the names of the places above it."""
    return [
        {
            "rule": gap.rule,
            "severity": gap.severity,
            "status": gap.status,
            "subject": gap.subject,
            "label": gap.label,
            "name": gap.name,
            "path": [step.title for step in gap.path],
            "detail": dict(gap.detail),
        }
        for gap in gaps
    ]


def counts_as_json(counts: Iterable[Count]) -> list[dict[str, Any]]:
    """One entry a rule."""
    return [{"rule": c.rule, "gap": c.gap, "unknown": c.unknown, "of": c.of} for c in counts]


def as_csv(gaps: Iterable[Gap], locale: str) -> str:
    """One line a gap, in words."""
    return csv_text(_HEADS[locale], (_line(gap, locale) for gap in gaps))


def counts_as_csv(counts: Iterable[Count], locale: str) -> str:
    """One line a rule."""
    rows = ((c.rule, RULES[c.rule].title.text(locale), c.gap, c.unknown, c.of) for c in counts)
    return csv_text(_COUNT_HEADS[locale], rows)


def told(gaps: Sequence[Gap], counts: Iterable[Count], locale: str) -> Iterator[str]:
    """For each rule its counts, then its gaps, one a line."""
    for count in counts:
        yield counted(count, locale)
        for gap in gaps:
            if gap.rule == count.rule:
                path = " › ".join(step.title for step in gap.path)
                mark = "?" if gap.status == "unknown" else "-"
                yield f"  {mark} {gap.name}  {path}  {_detail(gap, locale)}".rstrip()


def counted(count: Count, locale: str) -> str:
    """G04 楼栋无楼栋长: 4 / 39 (10.3%), 未知 0."""
    title = RULES[count.rule].title.text(locale)
    share = "" if count.percent is None else f" ({count.percent:.1f}%)"
    unknown = "未知" if locale == "zh" else "unknown"
    return f"{count.rule} {title}: {count.gap} / {count.of}{share}, {unknown} {count.unknown}"


def _line(gap: Gap, locale: str) -> list[Any]:
    zh = locale == "zh"
    node = NODES[gap.label]
    return [
        gap.rule,
        RULES[gap.rule].title.text(locale),
        _SEVERITY[gap.severity] if zh else gap.severity,
        _STATUS[gap.status] if zh else gap.status,
        node.zh if zh else node.en,
        gap.subject,
        gap.name,
        " › ".join(step.title for step in gap.path),
        _detail(gap, locale),
    ]


def _detail(gap: Gap, locale: str) -> str:
    between, apart = ("：", "；") if locale == "zh" else (": ", "; ")
    return apart.join(
        f"{column.title.text(locale)}{between}{said(column, gap.detail[column.name], locale)}"
        for column in RULES[gap.rule].detail
        if gap.detail[column.name] not in (None, "", 0)
    )
