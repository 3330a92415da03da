"""What the columns of a table are understood as, and what they may be: in words, for whoever checks or corrects it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from graph_schema.nodes import NODES
from graph_schema.relationships import RELATIONSHIPS
from graph_schema.roles import ROLES
from loaders.files.book import column_letter
from loaders.headings import attributes_of
from loaders.recognise import Recognised, Stranger, Table
from loaders.roster import CROSSTAB, Post, Roster

_PARTS: Mapping[str, str] = {
    "county": "county",
    "town": "town",
    "community": "community",
    "grid": "grid",
    "micro_grid": "micro-grid",
    "compound": "compound",
    "building": "building",
    "entrance": "entrance",
    "room": "room",
    "phone": "phone",
    "id": "ID number",
    "birth": "birth date",
    "politics": "party membership",
    "since": "since",
    "until": "until",
    "relation": "relation to the head of the household",
    "position": "post",
    "household_number": "household number",
    "checkpoint": "checkpoint",
    "shift": "shift",
    "zone": "zone",
    "resident": "resident",
    "member": "party member",
    "staff": "member of staff",
    "helped": "person helped",
    "helper": "helper",
    "absent": "person on leave",
    "stand_in": "stand-in",
    "needs": "needs",
    "skills": "skills",
    "workplace": "place of work",
    "residence": "home address",
    "registered_only": "lives elsewhere",
    "leave_from": "first day of leave",
    "leave_to": "last day of leave",
}


@dataclass(frozen=True)
class ColumnMeaning:
    """One column: its letter, its heading, and the field that it is; field and words are "" where nobody reads it."""

    letter: str
    heading: str
    field: str
    zh: str
    en: str


def columns_of(found: Recognised) -> tuple[ColumnMeaning, ...]:
    """The columns of a table in their order; none where there is no table."""
    if isinstance(found, Table):
        return tuple(
            _column(found.roster, c, h, found.layout.named(c)) for c, h in sorted(found.layout.headings.items())
        )
    if isinstance(found, Stranger):
        return tuple(_column(found.nearest, column, h, "") for column, h in sorted(found.columns.items()))
    return ()


def fields_of(roster: Roster) -> dict[str, tuple[str, str]]:
    """Every field that a column of the roster may be, with its words in zh and en, as a correction names them."""
    personal = attributes_of(roster)
    fields = [c.field for c in roster.columns if c.field not in personal] + [p.field for p in roster.parties]
    for post in roster.posts:
        fields += [
            post.field,
            *(f"{post.field}.{column.field}" for column in roster.columns if column.field in personal),
        ]
    return {field: words_of(roster, field) for field in fields}


def words_of(roster: Roster, field: str) -> tuple[str, str]:
    """What a field is called in zh, as the roster's own heading, and in en."""
    owner, _, attribute = field.rpartition(".")
    if any(post.field == owner for post in roster.posts):
        (zh, en), (of_zh, of_en) = words_of(roster, owner), words_of(roster, attribute)
        return f"{zh.removesuffix('姓名')}的{of_zh}", f"{of_en} of the {en}"
    if field == CROSSTAB:
        return "日期", "day"
    declared = [(column.field, column.headings) for column in roster.columns]
    declared += [(party.field, party.headings) for party in roster.parties]
    declared += [(post.field, post.headings) for post in roster.posts]
    zh = next((headings[0] for name, headings in declared if name == field and headings), field)
    return zh, _english(field, next((post for post in roster.posts if post.field == field), None))


def _english(field: str, post: Post | None) -> str:
    role = ROLES.get(field) or ROLES.get(post.role if post else "")
    bare = field.rpartition(".")[2].rpartition(":")[2]
    return _PARTS.get(field) or (role.en if role else _properties().get(bare, bare.replace("_", " ")))


@cache
def _properties() -> dict[str, str]:
    """The words of the schema's properties."""
    declared = [p for node in NODES.values() for p in node.properties]
    declared += [p for relationship in RELATIONSHIPS.values() for p in relationship.properties]
    return {p.name: p.en for p in reversed(declared)}


def _column(roster: Roster, column: int, heading: str, field: str) -> ColumnMeaning:
    zh, en = words_of(roster, field) if field else ("", "")
    return ColumnMeaning(column_letter(column), heading.replace("\n", ""), field, zh, en)
