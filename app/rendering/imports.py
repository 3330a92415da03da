"""What a check or a receipt told, as the tables of the import pages show it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import Flask
from flask_babel import gettext

from app import current
from app.cases.import_history import in_progress
from app.rendering.language import locale
from app.rendering.stages import stage_word
from graph_schema.model import Property
from graph_schema.nodes import NODES
from graph_schema.relationships import RELATIONSHIPS, SINCE, UNTIL
from graph_schema.roles import ROLES

VERBS = ("created", "changed", "ended", "removed", "same")
FACES = ("changed", "ended", "removed", "created")  # of a difference, in the order of how much they ask of a reader
LARGEST_MARKED = 8 * 2**20  # bytes; a larger workbook would keep a request waiting too long
_DATES = {each.name: each for each in (SINCE, UNTIL)}


@dataclass(frozen=True)
class Totals:
    """How many rows were read, and what became of them; `refused_files`: files that could not be read."""

    rows: int
    accepted: int
    held: int
    refused: int
    refused_files: int


@dataclass(frozen=True)
class Finding:
    """A fault, a review or a notice with its file and sheet; `where`: the column's letter and heading."""

    file: str
    sheet: str
    line: int | None
    where: str
    value: str | None
    message: str
    advice: str
    key: str = ""
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kind:
    """A kind of thing or relationship, and how many of it are new, changed, ended, taken away, the same."""

    type: str
    counts: Mapping[str, int]


@dataclass(frozen=True)
class Shown:
    """A change in words. `fields`: property, before, after."""

    verb: str
    label: str
    key: str
    name: str
    does: str
    target_label: str
    target_key: str
    target_name: str
    fields: tuple[tuple[str, str, str], ...]
    source: str


def register(app: Flask) -> None:
    """Makes the words callable in templates."""
    app.jinja_env.filters.update(kind_word=kind_word, roster_word=roster_word, proposed=proposed)
    app.jinja_env.globals.update(
        stage_word=lambda stage: stage_word(stage, locale()), in_progress=lambda: in_progress(current.records())
    )


def totals(files: Sequence[Mapping[str, Any]]) -> Totals:
    """Over all sheets of all files."""
    sheets = [sheet for file in files for sheet in file.get("sheets", ())]
    counted = {name: sum(sheet.get(name, 0) for sheet in sheets) for name in ("rows", "accepted", "held", "refused")}
    return Totals(**counted, refused_files=sum(1 for file in files if file.get("problem")))


def to_be_marked(files: Sequence[Mapping[str, Any]], sizes: Sequence[int]) -> list[int]:
    """The numbers, from 1, of the files of which there is something to say cell by cell; a request can mark them."""
    said = ("faults", "reviews", "notices")
    asked = [any(sheet.get(what) for sheet in file.get("sheets", ()) for what in said) for file in files]
    numbered = enumerate(zip(asked, sizes, strict=False), 1)
    return [number for number, (is_asked, size) in numbered if is_asked and size <= LARGEST_MARKED]


def findings(files: Sequence[Mapping[str, Any]], what: str) -> list[Finding]:
    """All faults, reviews or notices, in the order of the files; a file that cannot be read is a fault itself."""
    return list(_findings(files, what))


def kinds(difference: Mapping[str, Any]) -> list[Kind]:
    """The kinds of which something changes or stays, things before relationships."""
    both = [*difference.get("nodes", {}).items(), *difference.get("relationships", {}).items()]
    return [Kind(type_, counts) for type_, counts in both if any(counts.values())]


def sums(difference: Mapping[str, Any]) -> Mapping[str, int]:
    """How many are new, changed, ended, taken away and the same; who has a further label (a member) is counted once."""
    counted = [kind.counts for kind in kinds(difference) if not (kind.type in NODES and NODES[kind.type].of)]
    return {verb: sum(counts.get(verb, 0) for counts in counted) for verb in VERBS}


def shown(lines: Sequence[Mapping[str, Any]], verb: str) -> list[Shown]:
    """The changes of one verb in words."""
    return [_shown(line) for line in lines if line["verb"] == verb]


def kind_word(type_: str) -> str:
    """What a label or a relationship type is called."""
    declared = NODES.get(type_) or RELATIONSHIPS.get(type_)
    if declared is None:
        return type_
    return declared.zh if locale() == "zh" else declared.en.capitalize()


def proposed(role: str) -> str:
    """What somebody is proposed to be no longer: a role, or a member of an organisation, a group, a shift."""
    known = ROLES.get(role)
    if known is not None:
        return known.zh if locale() == "zh" else known.en.capitalize()
    words = {
        "member": gettext("党组织成员"),
        "group_member": gettext("党小组成员"),
        "on_shift": gettext("值班"),
        "covering_unit": gettext("包联单位"),
        "helper": gettext("结对人"),
    }
    return str(words.get(role, role))


def roster_word(code: str | None) -> str:
    """What a roster is called."""
    from loaders.sources import ROSTERS

    found = ROSTERS.get(code or "")
    return (code or "") if found is None else found.zh if locale() == "zh" else found.en.capitalize()


def _findings(files: Sequence[Mapping[str, Any]], what: str) -> Iterator[Finding]:
    for file in files:
        if what == "faults" and file.get("problem"):
            yield Finding(file["file"], "", None, "", None, file["message"], file["advice"])
        for sheet in file.get("sheets", ()):
            for each in sheet.get(what, ()):
                yield _finding(file["file"], sheet["sheet"], each)


def _finding(file: str, sheet: str, each: Mapping[str, Any]) -> Finding:
    where = " ".join(filter(None, (each.get("column"), each.get("heading"))))
    value = each.get("value", each.get("name"))
    said = (each.get("message") or "", each.get("advice") or "")
    return Finding(
        file, sheet, each["line"], where, value, *said, each.get("key", ""), tuple(each.get("candidates", ()))
    )


def _shown(line: Mapping[str, Any]) -> Shown:
    subject, target = line["subject"], line["target"] or {"label": "", "key": "", "name": ""}
    fields = tuple(_field(each) for each in line["fields"])
    does = _does(line["type"], line["role"])
    ends = (target["label"], target["key"], target["name"])
    return Shown(line["verb"], subject["label"], subject["key"], subject["name"], does, *ends, fields, line["source"])


def _does(type_: str, discriminator: str) -> str:
    """负责（楼栋长）: the relationship, with what tells it apart."""
    if not type_:
        return ""
    declared = RELATIONSHIPS[type_]
    apart = declared.by_name.get(declared.discriminator)
    word = _value(apart, discriminator) if apart and discriminator else ""
    return kind_word(type_) + (gettext("（%(word)s）", word=word) if word else "")


def _field(each: Mapping[str, Any]) -> tuple[str, str, str]:
    declared = _declared(each["owner"], each["name"])
    word = each["name"] if declared is None else declared.zh if locale() == "zh" else declared.en.capitalize()
    return word, _value(declared, each["before"]), _value(declared, each["after"])


def _declared(owner: str, name: str) -> Property | None:
    if owner in RELATIONSHIPS:
        return RELATIONSHIPS[owner].by_name.get(name) or _DATES.get(name)
    of = [node for node in NODES.values() if owner in (node.label, node.of)]
    return next((node.by_name[name] for node in of if name in node.by_name), None)


def _value(declared: Property | None, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(gettext("是") if value else gettext("否"))
    choice = declared.choice(str(value)) if declared else None
    return str(value) if choice is None else choice.zh if locale() == "zh" else choice.en
