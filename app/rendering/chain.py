"""A chain as the JSON document of `flask contacts --json`, and as lines on a terminal."""

from collections.abc import Iterator, Mapping
from typing import Any

from app.cases.sources import Source
from queries.contacts import PAIRED_HELPER, Because, Chain, Entry, Skipped, Step, words

Sources = Mapping[str, Source]

_DUTY = ("ON_SHIFT", "AT")  # facts that allow a call after hours, beside the one that names the person


def as_json(chain: Chain, sources: Sources) -> dict[str, Any]:
    """The document, with the keys of commands.md; places and people stand as their graph keys in `because`."""
    return {
        "household": chain.anchor.code,
        "address": chain.anchor.name,
        "path": [_step(step) for step in chain.path],
        "broken_at": chain.broken_at,
        "at": chain.moment.text,
        "topic": chain.topic,
        "need": chain.need,
        "chain": [_entry(entry, sources) for entry in chain.entries],
        "skipped": [_skipped(skipped, sources) for skipped in chain.skipped],
        "gaps": list(chain.gaps),
    }


def _entry(entry: Entry, sources: Sources) -> dict[str, Any]:
    return {
        "rank": entry.rank,
        "tier": entry.tier,
        "role": entry.role,
        "person_id": entry.person_id,
        "name": entry.name,
        "phone": entry.phone,
        "stands_in": entry.stands_in,
        "target": _step(entry.target),
        "since": entry.since,
        "because": [_because(because, sources) for because in entry.because],
        "fresh": entry.fresh,
    }


def _skipped(skipped: Skipped, sources: Sources) -> dict[str, Any]:
    return {
        "tier": skipped.tier,
        "role": skipped.role,
        "person_id": skipped.person_id,
        "name": skipped.name,
        "target": _step(skipped.target),
        "reason": skipped.reason,
        "gap": skipped.gap,
        "because": [_because(because, sources) for because in skipped.because],
    }


def _because(because: Because, sources: Sources) -> dict[str, Any]:
    return {
        "relationship": because.relationship,
        "from": because.start.code,
        "to": because.end.code,
        "since": because.since,
        "source": _source(because.source, sources),
    }


def _source(text: str | None, sources: Sources) -> dict[str, Any] | None:
    """The row; where no record of the import knows its file and sheet, the numbers stand instead."""
    if not text:
        return None
    if found := sources.get(text):
        return {"import": found.import_id, "file": found.file, "sheet": found.sheet, "line": found.line}
    import_id, file, sheet, line, *_ = (*text.split("/"), "", "", "", "")
    return {"import": import_id, "file": file, "sheet": sheet, "line": int(line) if line.isdecimal() else None}


def _step(step: Step) -> dict[str, str]:
    return {"label": step.label, "code": step.code, "name": step.name}


def told(chain: Chain, sources: Sources, locale: str) -> Iterator[str]:
    """The chain as it is read on a terminal: who, how, why; then what was passed over, and the gaps."""
    zh = locale == "zh"
    yield " › ".join([*(step.name for step in chain.path if step.label != "Entrance"), chain.anchor.name])
    yield f"{chain.moment.text}  {chain.topic}"
    if chain.broken_at:
        level = words.LEVELS[chain.broken_at].text(locale)
        yield f"! 上级不完整：缺{level}" if zh else f"! the way up is broken: no {level} is known"
    yield ""
    for entry in chain.entries:
        yield from _lines(entry, sources, locale)
    for skipped in chain.skipped:
        yield _passed_over(skipped, locale)
    if chain.gaps:
        yield ("缺口：" if zh else "gaps: ") + " ".join(chain.gaps)


def _lines(entry: Entry, sources: Sources, locale: str) -> Iterator[str]:
    how = f"（{words.STANDS_IN[entry.stands_in].text(locale)}）" if entry.stands_in else ""
    yield f"{entry.rank:>2}  {entry.name}  {words.role(entry.role).text(locale)}{how}  {entry.phone}"
    yield f"      {_reason(entry, locale)}  {_row(entry.because, sources, locale)}".rstrip()


def _reason(entry: Entry, locale: str) -> str:
    zh = locale == "zh"
    if entry.person_id is None:
        return "最后一道" if zh else "the last resort"
    since = "" if not entry.since else f" · {entry.since} 起" if zh else f" · since {entry.since}"
    duty = "" if not any(fact.relationship in _DUTY for fact in entry.because) else " · 在班" if zh else " · on a shift"
    verb = ("结对" if zh else "paired with") if entry.role == PAIRED_HELPER else "负责" if zh else "serves"
    return f"{verb} {entry.target.name}{since}{duty}"


def _row(because: tuple[Because, ...], sources: Sources, locale: str) -> str:
    """The row of the fact that the entry rests on last, which is the person's own."""
    own = [fact for fact in because if fact.relationship not in _DUTY]
    text = own[-1].source if own else None
    row = _source(text, sources)
    if row is None:
        return ""
    parts = " · ".join(str(part) for part in (row["file"], row["sheet"]) if part)
    return f"[{parts} · 第 {row['line']} 行]" if locale == "zh" else f"[{parts} · line {row['line']}]"


def _passed_over(skipped: Skipped, locale: str) -> str:
    gap = f" → {skipped.gap}" if skipped.gap else ""
    who = "  ".join(part for part in (skipped.name, words.role(skipped.role).text(locale)) if part)
    return f" ×  {who}（{skipped.target.name}）：{words.REASONS[skipped.reason].text(locale)}{gap}"
