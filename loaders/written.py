"""Values as cells of a form say them: what cells.py reads, backwards. `read_cell` gives the same value back."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from graph_schema.nodes import NODES
from graph_schema.problems import ValueProblem
from graph_schema.relationships import RELATIONSHIPS
from graph_schema.values.day import Day
from graph_schema.values.hours import Hours
from loaders.cells import Management, read_cell

Cell = str | int | float | None
NONE = "/"  # "there is none", where a blank cell would mean "as above"

_NOT_A_CHOICE = "？？"
_WORDS: Mapping[str, str] = {
    "politics": "中共党员、中共预备党员、群众",
    "member_type": "正式、预备",
    "full_time": "专职、兼职",
    "flow": "否、流出、流入",
    "reported": "已报到、未报到",
    "separation": "是、否",
    "yes_no": "是、否",
    "gender": "男、女",
}
_MANAGED = {"self": "业主自管", "none": "无"}


@lru_cache(maxsize=256)
def choices_of(reads: str) -> Mapping[object, str]:
    """By value, the word of each choice that a reader has; none where it reads free words. The reader itself tells."""
    told = _WORDS.get(reads) or _told_by_reader(reads)
    found: dict[object, str] = {}
    for word in filter(None, told.split("、")):
        value = _read(reads, word)
        if value is not None or reads in _WORDS:
            found.setdefault(value, word)
    for code, word in _every_choice():
        if _read(reads, word) == code != word:
            found.setdefault(code, word)
    return MappingProxyType(found)


def write(reads: str, value: object) -> Cell:
    """The cell that says the value; None where it cannot be said."""
    if value is None or value == "" or value == ():
        return None
    if isinstance(value, str | bool) and value in (choices := choices_of(reads)):
        return choices[value]
    if isinstance(value, Day):
        return value.text
    if isinstance(value, Management):
        return _MANAGED.get(value.kind, value.company) or None
    if isinstance(value, Hours):
        return _hours(value)
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, tuple | list):
        return "、".join(str(each) for each in value)
    return value if isinstance(value, int) else str(value)


def _read(reads: str, word: str) -> object:
    try:
        return read_cell(reads, word)
    except (ValueProblem, TypeError, ValueError):
        return None


@lru_cache(maxsize=1)
def _every_choice() -> tuple[tuple[str, str], ...]:
    """Every choice of every property, as code and word."""
    declared = [each for node in NODES.values() for each in node.properties]
    declared += [each for relationship in RELATIONSHIPS.values() for each in relationship.properties]
    return tuple(dict.fromkeys((choice.code, choice.zh) for each in declared for choice in each.choices))


def _told_by_reader(reads: str) -> str:
    try:
        read_cell(reads, _NOT_A_CHOICE)
    except ValueProblem as problem:
        return str(problem.details.get("choices", "")) if problem.code == "choice_unknown" else ""
    except (TypeError, ValueError, KeyError):
        return ""
    return ""


def _hours(hours: Hours) -> str:
    """早班 07:00-15:00; 夜班 23:00-次日07:00."""
    start, end = (f"{minutes // 60:02d}:{minutes % 60:02d}" for minutes in (hours.starts, hours.ends))
    span = f"{start}-{'次日' if hours.ends <= hours.starts else ''}{end}"
    return f"{hours.word} {span}" if _named(hours) else span


def _named(hours: Hours) -> bool:
    """Whether the shift has a name of its own: one without is called by its hours."""
    return any(sign.isalpha() for sign in hours.word.replace("次日", ""))
