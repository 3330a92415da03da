"""Which heading is which column of a roster: synonyms, brackets, and the person that a column belongs to."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from graph_schema.values import text
from graph_schema.values.traditional import simplified
from loaders.roster import CROSSTAB, Roster

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|<[^<>]*>|《[^《》]*》")
_CROSSING = re.compile(r"(?:\d{4}\s*[-./年]\s*)?\d{1,2}\s*[-./月]\s*\d{1,2}\s*[日号]?")
_EXPLAINED = re.compile(r"[,;:。!?,、]|如:|例:")
_NUMBERED = re.compile(
    r"^(?:\(?[0-9]{1,2}[.)、](?![0-9])|\([一二三四五六七八九十]{1,2}\)|[一二三四五六七八九十]、|[0-9](?=[^0-9.\-/年月日]))"
)
_MARKS = "*:★※#△▲●○◆☆-_·."
_BEFORE = re.compile(r"^(?:所属|所在|所住|现任|现在|目前|当前|现|本人|个人|人员|成员|责任|管理|对应)")
_WITH_PHONE = "[及和、/](?:联系)?(?:电话|方式|手机号?|号码)"  # 联系人及电话 is a column of names, each with its number
_BEHIND = re.compile(rf"(?:{_WITH_PHONE}|名称|姓名|名字|全称|(?<!姓)名|号码|编号|信息|一栏|填写|[0-9一二三])$")
_PERSON = re.compile(r"(?:长|员|人|书记|主任|干部|医生|民警|经理|志愿者|姓名|代表|户主|会长|先生)(?:姓名|名字)?$")
_NAME = re.compile("姓名|名字")  # 组织委员 below 班子成员 says who it is; 姓名 below somebody else does not
_NEUTRAL = re.compile(
    r"(?:(?:基本|基础|个人|人员|房屋|住房|楼栋|小区|网格|位置|所在|联系|其他|任职|工作)?(?:情况|信息|资料|内容|位置|地址)"
    r"|基本|个人|人员)"
)
_SAME = tuple(
    pair.split("=")
    for pair in (
        "状况=情况 状态=情况 日期=时间 时间=日期 年月=时间 年月日=日期 时间段=时段 时间=时段 "
        "号码=号 号=号码 编号=号 手机号=电话 手机=电话 楼宇=楼栋 楼房=楼栋 "
        "类型=类别 类别=类型 性质=类别 人员=人 党组织=党支部 单位=企业 公司=企业"
    ).split()
)
_SOMEBODY_ELSE = "?"
ATTRIBUTES = frozenset(
    (
        "phone",
        "gender",
        "birth",
        "id",
        "politics",
        "since",
        "until",
        "full_time",
        "duties",
        "night_ok",
        "relation",
        "position",
        "registered_only",
    )
)


@dataclass(frozen=True)
class Layout:
    """What the columns of a table are. Columns count from 0.

    `fields`: column → field. `people`: post → the column of names. `attributes`: post → attribute → its columns.
    `crossings`: of a cross-tab, column → the day as its heading writes it.
    """

    roster: Roster
    headings: dict[int, str]
    fields: dict[int, str] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    attributes: dict[str, dict[str, list[int]]] = field(default_factory=dict)
    ignored: tuple[int, ...] = ()
    unknown: tuple[int, ...] = ()
    crossings: dict[int, str] = field(default_factory=dict)

    @cached_property
    def used(self) -> frozenset[int]:
        """Every column that is read."""
        attributes = (column for group in self.attributes.values() for columns in group.values() for column in columns)
        return frozenset((*self.fields, *self.people.values(), *attributes))

    @cached_property
    def found(self) -> frozenset[str]:
        """Every field that has a column."""
        attributes = (name for group in self.attributes.values() for name in group)
        crossing = (CROSSTAB,) if self.crossings else ()
        return frozenset((*self.fields.values(), *self.people, *attributes, *crossing))

    @property
    def complete(self) -> bool:
        """Whether every needed group of fields has one that is there."""
        found = self.found
        return all(not found.isdisjoint(group) for group in self.roster.needed)

    @property
    def matched(self) -> int:
        """How many columns are understood."""
        return len(self.headings) - len(self.unknown)

    def named(self, column: int) -> str:
        """What a column is: a field, a post, post.attribute, a day of a cross-tab; "" where nobody reads it."""
        if column in self.fields:
            return self.fields[column]
        post = next((post for post, at in self.people.items() if at == column), "")
        groups = ((post, name) for post, group in self.attributes.items() for name in group if column in group[name])
        owner, name = next(groups, ("", ""))
        return post or (f"{owner}.{name}" if name else CROSSTAB if column in self.crossings else "")


@lru_cache(maxsize=8192)
def forms(heading: str) -> tuple[str, ...]:
    """The ways to read a heading: whole, without what is in brackets, without an explanation behind it."""
    written = simplified(text.tidy(heading))
    whole = _bare(re.sub(r"\s", "", written))
    bare = _bare(_BRACKETS.sub("", whole))
    first, short = _bare(_EXPLAINED.split(whole)[0]), _bare(_EXPLAINED.split(bare)[0])
    unnumbered = tuple(_bare(_NUMBERED.sub("", form, count=1)) for form in (whole, short))
    lines = tuple(_bare(re.sub(r"\s", "", line)) for line in written.split("\n"))
    return tuple(dict.fromkeys(form for form in (whole, bare, first, short, *unnumbered, *lines) if form))


def _bare(form: str) -> str:
    return form.strip(_MARKS).upper()


def lay_out(roster: Roster, headings: dict[int, str], said: Mapping[int, str] | None = None) -> Layout:
    """What each heading is in this roster. Headings are tried from left to right.

    `said`: what somebody decided about columns: a field, a post, post.attribute, or "" for one that nobody reads.
    """
    words = _vocabulary(roster)
    decided = {column: _decided(roster, name) for column, name in (said or {}).items()}
    taken = {name for kind, name, owner in decided.values() if not owner}
    layout = Layout(roster, headings)
    ignored: list[int] = []
    unknown: list[int] = []
    early: list[tuple[str, int]] = []
    current = ""
    for column in sorted({*headings, *decided}):
        heading = headings.setdefault(column, "")
        kind, name, owner = decided.get(column) or _meaning(words, roster, heading)
        if column not in decided and name in taken and name != "phone":
            kind = ""
        if kind == "post" and name not in layout.people:
            layout.people[name], current = column, name
        elif kind == "column" and name in attributes_of(roster):
            target = owner or current
            if target:
                _attach(layout, target, name, column, unknown)
            else:
                early.append((name, column))
        elif kind == "column" and name not in layout.fields.values():
            layout.fields[column] = name
        elif kind == "" and roster.shape == CROSSTAB and _CROSSING.fullmatch(_first_line(heading)):
            layout.crossings[column] = _first_line(heading)
        else:
            (ignored if kind == "ignored" else unknown).append(column)
            # What stands behind the name of somebody who is not read belongs to that person, to nobody before.
            current = _SOMEBODY_ELSE if kind == "post" or (kind == "" and _names_somebody(heading)) else current
    for name, column in early:
        _attach(layout, min(layout.people, key=lambda post: layout.people[post], default=""), name, column, unknown)
    _take_whole_address(layout, said or {})
    return replace(layout, ignored=tuple(ignored), unknown=tuple(sorted(unknown)))


def _take_whole_address(layout: Layout, said: Mapping[int, str]) -> None:
    """门牌 without a column of buildings says the whole of 松涛苑3栋1单元501; what somebody decided stays."""
    found = layout.fields.values()
    if "room" not in found or "building" in found or "address" in found or "household_number" in found:
        return
    if any(column.field == "address" for column in layout.roster.columns):
        layout.fields.update({c: "address" for c, n in layout.fields.items() if n == "room" and c not in said})


def may_know(rosters: Iterable[Roster]) -> Callable[[str], bool]:
    """Tells of a heading, without asking each roster, whether one of them may know it: no means that none does."""
    every = tuple(rosters)
    words = frozenset(form for roster in every for form in _vocabulary(roster))
    starts = tuple({start for roster in every for _, start in _beginnings(roster)})

    @lru_cache(maxsize=8192)
    def known(heading: str) -> bool:
        lines = text.tidy(heading).split("\n")
        for form in (form for part in ("".join(lines), lines[-1], lines[0]) for form in forms(part)):
            if form in words or form.startswith(starts) or not words.isdisjoint(_peeled(form)):
                return True
        return is_crossing(heading)

    return known


def is_crossing(heading: str) -> bool:
    """Whether a heading is one of the days that stand across a cross-tab (11月16日 over 星期一)."""
    return bool(_CROSSING.fullmatch(_first_line(heading)))


def _decided(roster: Roster, name: str) -> tuple[str, str, str]:
    owner, _, attribute = name.rpartition(".")
    posts = {post.field for post in roster.posts}
    if owner in posts:
        return "column", attribute, owner
    return ("ignored" if not name else "post" if name in posts else "column"), name, ""


def _names_somebody(heading: str) -> bool:
    return any(_PERSON.search(form) for form in forms(heading)[:2])


def _first_line(heading: str) -> str:
    """11月16日 over 星期一 is 11月16日."""
    return re.split(r"[\n(（]|星期|周", text.tidy(heading))[0].strip()


def _attach(layout: Layout, post: str, name: str, column: int, unknown: list[int]) -> None:
    """A person has several phones at most; anything else that stands twice is not understood."""
    if post in ("", _SOMEBODY_ELSE):
        unknown.append(column)
        return
    group = layout.attributes.setdefault(post, {})
    if name in group and name != "phone":
        unknown.append(column)
    else:
        group.setdefault(name, []).append(column)


@lru_cache(maxsize=64)
def attributes_of(roster: Roster) -> frozenset[str]:
    """The fields of a roster that belong to a person."""
    return ATTRIBUTES | {column.field for column in roster.columns if column.of_person}


Vocabulary = dict[str, tuple[str, str]]


@lru_cache(maxsize=64)
def _vocabulary(roster: Roster) -> Vocabulary:
    """Every heading's forms: whole ones before shortened ones, so that 户数 is never the 户 of another column."""
    kinds: list[tuple[str, str, Sequence[str]]] = [("column", c.field, c.headings) for c in roster.columns]
    kinds += [("post", p.field, p.headings) for p in roster.posts]
    kinds += [("column", p.field, p.headings) for p in roster.parties]
    kinds.append(("ignored", "", roster.ignored))
    words: Vocabulary = {}
    for depth in (0, 1, 2, 3):
        for kind, name, headings in kinds:
            for heading in headings:
                known = forms(heading)
                if depth < len(known):
                    words.setdefault(known[depth], (kind, name))
    return words


def _meaning(words: Vocabulary, roster: Roster, heading: str) -> tuple[str, str, str]:
    """Kind, field, and the post that it belongs to where the heading itself names one (楼栋长电话)."""
    lines = text.tidy(heading).split("\n")
    whole = _meaning_of(words, roster, "".join(lines))
    if whole[0] or len(lines) == 1:
        return whole
    lowest = _meaning_of(words, roster, lines[-1])
    personal = lowest[1] in attributes_of(roster) or (lowest[0] == "post" and bool(_NAME.search(lines[-1])))
    if lowest[0] and (not personal or all(_NEUTRAL.fullmatch(form) for form in forms("".join(lines[:-1]))[:1])):
        return lowest
    # 姓名 over an explanation; but 电话 below somebody whom nobody reads is the phone of nobody.
    return ("", "", "") if lowest[0] else _meaning_of(words, roster, lines[0])


def _meaning_of(words: Vocabulary, roster: Roster, heading: str) -> tuple[str, str, str]:
    tried = forms(heading)
    owner = _owner_in_brackets(roster, heading)
    for form in tried:
        if form in words:
            kind, name = words[form]
            return (kind, name, owner) if kind == "column" and name in attributes_of(roster) else (kind, name, "")
    for form in tried:
        for post, start in _beginnings(roster):
            behind = form.removeprefix(start).strip("的-_")
            kind, name = words.get(behind, ("", ""))
            if form.startswith(start) and start != form and kind == "column" and name in attributes_of(roster):
                return kind, name, post
    for form in tried:
        kind, name = next((words[peeled] for peeled in _peeled(form) if peeled in words), ("", ""))
        if kind:
            return kind, name, ""
    return "", "", ""


def _owner_in_brackets(roster: Roster, heading: str) -> str:
    """联系电话（网格长） is the phone of the grid's leader."""
    inside = _BRACKETS.findall(simplified(text.tidy(heading)))
    known = {start: post for post, start in _beginnings(roster)}
    return next((known[said[1:-1].strip()] for said in inside if said[1:-1].strip() in known), "")


@lru_cache(maxsize=64)
def _beginnings(roster: Roster) -> tuple[tuple[str, str], ...]:
    """Posts by the words that name them; within a post the longest first."""
    named = [
        (post.field, start)
        for post in roster.posts
        for start in sorted({f for h in post.headings for f in forms(h)[:1]}, key=lambda word: (-len(word), word))
    ]
    return tuple(named)


def _peeled(form: str) -> list[str]:
    """Other ways to say a heading: without words that say nothing (所属网格), with others of the same meaning."""
    before, behind = _BEFORE.sub("", form), _BEHIND.sub("", form)
    ways = [form, behind, before, _BEHIND.sub("", before), form.partition("/")[0]]
    ways += [way.replace(word, other) for way in ways for word, other in _SAME if word in way]
    return [way for way in dict.fromkeys(ways) if way and way != form]
