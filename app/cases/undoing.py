"""Whether an import can be taken back: what stands in the way, and which later import put it there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from database.images import Hanging, Present, hanging, present
from database.reading import Reader
from graph_schema.errors import Conflict, InputError, NotFound
from graph_schema.facts import Change, Image, NodeChange
from graph_schema.nodes import NODES, PLACES
from graph_schema.relationships import RELATIONSHIPS
from records import imports
from records.imports import Import

_KEPT_BY_US = frozenset({"scope"})  # derived inside each write, in no image
_SHOWN = 5

CHANGED, GONE, IS_THERE, HOLDS = "changed_since", "gone_since", "is_there_again", "something_hangs_on_it"
_REASONS = {
    CHANGED: ("之后又有改动", "was changed since"),
    GONE: ("之后已被移除", "was taken away since"),
    IS_THERE: ("之后又被建立", "was made again since"),
    HOLDS: ("之后又有别的记录与它相连", "has other records hanging on it since"),
}


@dataclass(frozen=True)
class Obstacle:
    """One thing that stands in the way. `name` is empty for people; `later_import` "" when no import did it."""

    type: str
    key: str
    name: str
    reason: str
    later_import: str

    def told(self, locale: str) -> str:
        """The obstacle in one line."""
        zh, en = _REASONS[self.reason]
        declared = NODES.get(self.type) or RELATIONSHIPS[self.type]
        what = f"{declared.en if locale == 'en' else declared.zh} {self.name or self.key}"
        if locale == "en":
            return f"{what} {en} (by {self.later_import or 'a change outside imports'})"
        return f"{what}：{zh}（{f'导入 {self.later_import}' if self.later_import else '不是由导入改动的'}）"


class UndoRefused(Conflict):
    """An import cannot be taken back while these things stand; nothing was written."""

    def __init__(self, import_id: str, obstacles: tuple[Obstacle, ...]) -> None:
        more = max(0, len(obstacles) - _SHOWN)
        zh = "；".join(each.told("zh") for each in obstacles[:_SHOWN]) + (f"；另有 {more} 处" if more else "")
        en = "; ".join(each.told("en") for each in obstacles[:_SHOWN]) + (f"; and {more} more" if more else "")
        super().__init__(
            f"导入 {import_id} 不能撤销，什么也没有改动：{zh}。请先撤销之后的导入。",
            f"Import {import_id} cannot be taken back, and nothing was written: {en}. "
            "Take the later imports back first.",
        )
        self.import_id = import_id
        self.obstacles = obstacles

    def json(self) -> dict[str, Any]:
        """What scripts read."""
        return {"undoes": self.import_id, "applied": False, "conflicts": [asdict(each) for each in self.obstacles]}


@dataclass(frozen=True)
class Finding:
    """An obstacle before it is known which import put it there."""

    type: str
    key: str
    name: str
    reason: str
    source: str = ""


def undoable(found: Import | None, wanted: str) -> Import:
    """The import that somebody wants to take back; raises NotFound, or InputError where there is nothing to take."""
    if found is None:
        raise NotFound(
            f"没有可撤销的导入 {wanted}。用 flask imports 查看历史。",
            f"There is no import {wanted} to take back. `flask imports` shows the history.",
        )
    if found.state != imports.APPLIED:
        raise InputError(
            f"导入 {found.id} 的状态是 {found.state}，没有可撤销的内容。",
            f"Import {found.id} is {found.state}: there is nothing to take back.",
        )
    if found.kind == imports.BULK:
        raise InputError(
            f"导入 {found.id} 是空图的首次整体装入，没有逐项记录，不能撤销。"
            "要重新开始，请停止服务后换一个 LIANHU_VAR。",
            f"Import {found.id} was the first load of an empty graph, which keeps no journal: it cannot be taken back. "
            "To begin anew, stop the server and choose another LIANHU_VAR.",
        )
    if not found.changes:
        raise InputError(
            f"导入 {found.id} 没有改动任何内容，不需要撤销。",
            f"Import {found.id} changed nothing: there is nothing to take back.",
        )
    return found


def findings(reader: Reader, inverse: Sequence[Change]) -> list[Finding]:
    """Where the graph is no longer as the changes whose inverse this is have left it."""
    there = present(reader, inverse)
    found = [each for change in inverse for each in _of_images(change, there.get(_identity(change)))]
    taken_away = [change for change in inverse if isinstance(change, NodeChange) and change.after is None]
    own = {_identity(change) for change in inverse if not isinstance(change, NodeChange) and change.after is None}
    return found + list(_of_hangings(hanging(reader, taken_away), own, there))


def obstacles(found: Sequence[Finding], later: Mapping[str, str]) -> tuple[Obstacle, ...]:
    """The findings with the import that each comes from; one for each thing and reason."""
    made = (Obstacle(f.type, f.key, f.name, f.reason, later.get(f.key) or f.source.partition("/")[0]) for f in found)
    return tuple(dict.fromkeys(made))


def _of_images(change: Change, now: Present | None) -> Iterator[Finding]:
    type_, key = _identity(change)
    if change.before is None:
        if now is not None:
            yield Finding(type_, key, _name(type_, now), IS_THERE)
    elif now is None:
        yield Finding(type_, key, "", GONE)
    elif not _as_left(change, change.before, now):
        yield Finding(type_, key, _name(type_, now), CHANGED, str(now.properties.get("source") or ""))


def _as_left(change: Change, left: Image, now: Present) -> bool:
    """Whether everything that the change had written is still so; of what it had made, also that nothing was added."""
    whole = change.after is None
    key = NODES[change.label].key if isinstance(change, NodeChange) else "fact_id"
    names = set(left) | set(change.after or ()) | (set(now.properties) if whole else set())
    same = all(now.properties.get(name) == _plain(left.get(name)) for name in names - _KEPT_BY_US - {key})
    return same and (not isinstance(change, NodeChange) or _labels(change, now) == change.labels_before)


def _labels(change: NodeChange, now: Present) -> frozenset[str]:
    return now.labels - {change.label, *NODES[change.label].labels}


def _of_hangings(
    hung: list[Hanging], own: set[tuple[str, str]], there: Mapping[tuple[str, str], Present]
) -> Iterator[Finding]:
    for one in hung:
        if (one.type, one.fact_id) not in own:
            yield Finding(one.label, one.key, _name(one.label, there[one.label, one.key]), HOLDS, one.source)


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _name(type_: str, now: Present) -> str:
    return str(now.properties.get("address") or now.properties.get("name") or "") if type_ in PLACES else ""


def _identity(change: Change) -> tuple[str, str]:
    return (change.label, change.key) if isinstance(change, NodeChange) else (change.type, change.fact_id)
