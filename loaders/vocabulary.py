"""The words of rosters' headings, and the ways in which offices write them: brackets, units, synonyms, groups."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from graph_schema.values import text
from graph_schema.values.traditional import simplified
from loaders.roster import Roster

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
_NAME = re.compile("姓名|名字")  # 组织委员 below 班子成员 says who it is; 姓名 below somebody else does not
_NEUTRAL = re.compile(
    r"(?:(?:基本|基础|个人|人员|房屋|住房|楼栋|小区|网格|位置|所在|联系|其他|任职|工作)?(?:情况|信息|资料|内容|位置|地址)"
    r"|基本|个人|人员|[A-Z0-9 ._&/-]+)"
)
_SAME = tuple(
    pair.split("=")
    for pair in (
        "状况=情况 状态=情况 日期=时间 时间=日期 年月=时间 年月日=日期 时间段=时段 时间=时段 "
        "号码=号 号=号码 编号=号 手机号=电话 手机=电话 楼宇=楼栋 楼房=楼栋 "
        "类型=类别 类别=类型 性质=类别 人员=人 党组织=党支部 单位=企业 公司=企业"
    ).split()
)
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
Vocabulary = dict[str, tuple[str, str]]  # a heading's form → kind and field


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


@lru_cache(maxsize=64)
def attributes_of(roster: Roster) -> frozenset[str]:
    """The fields of a roster that belong to a person."""
    return ATTRIBUTES | {column.field for column in roster.columns if column.of_person}


@lru_cache(maxsize=64)
def vocabulary(roster: Roster) -> Vocabulary:
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


def meaning(words: Vocabulary, roster: Roster, heading: str) -> tuple[str, str, str]:
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


def may_know(rosters: Iterable[Roster]) -> Callable[[str], bool]:
    """Tells of a heading, without asking each roster, whether one of them may know it: no means that none does."""
    every = tuple(rosters)
    words = frozenset(form for roster in every for form in vocabulary(roster))
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
    return bool(_CROSSING.fullmatch(first_line(heading)))


def first_line(heading: str) -> str:
    """11月16日 over 星期一 is 11月16日."""
    return re.split(r"[\n(（]|星期|周", text.tidy(heading))[0].strip()


def _bare(form: str) -> str:
    return form.strip(_MARKS).upper()


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
