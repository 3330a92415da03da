"""A line of a form before it is written: the places that it is about, what it says, and the people in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph_schema.errors import InputError
from graph_schema.model import Kind, Property
from graph_schema.sensitivity import Sensitivity
from graph_schema.values.text import sort_key
from loaders.forms.asking import Thing, Tie

MOST = 50_000  # lines of a table
_ORDER = (
    "County",
    "Town",
    "Zone",
    "Community",
    "Grid",
    "MicroGrid",
    "Compound",
    "Building",
    "Entrance",
    "Household",
    "Checkpoint",
)


@dataclass(frozen=True)
class Said:
    """A value as a reader of cells would give it, and how sensitive it is."""

    value: object
    sensitivity: Sensitivity = Sensitivity.S1


def secrecy(declared: Property) -> Sensitivity:
    """How sensitive a property is in a form: free text that is S3 stands in none, whoever asks for it."""
    free = declared.kind is Kind.TEXT and not declared.choices
    return Sensitivity.S4 if declared.sensitivity is Sensitivity.S3 and free else declared.sensitivity


@dataclass
class Someone:
    """A person of a line. `ties`: the facts that the line states of them; `more`: what else, by attribute."""

    person: Thing
    ties: tuple[Tie, ...] = ()
    more: dict[str, Said] = field(default_factory=dict)

    @property
    def holds(self) -> bool:
        """Whether the line states a post of theirs: then name and number are less of a secret."""
        return any(tie.type == "SERVES" for tie in self.ties)


@dataclass
class Line:
    """What one line says.

    `path`: its places by label, Area the one that it is about; `values`: by field; `people`: by post; `crowds`: by
    column, those of whom the names alone are told; `order`: within the order of places; `sensitivity`: of the line.
    """

    path: Mapping[str, Thing] = field(default_factory=dict)
    values: dict[str, Said] = field(default_factory=dict)
    people: dict[str, Someone] = field(default_factory=dict)
    crowds: dict[int, list[Someone]] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    sensitivity: Sensitivity = Sensitivity.S0


def refuse_more(count: int) -> None:
    """Raises InputError for a form that nobody could open in comfort, before anything is put together for it."""
    if count > MOST:
        raise InputError(
            f"这张表要填 {count} 行，超过上限 {MOST} 行。请按社区或网格分别填。",
            f"The form would get {count} lines, more than {MOST}. Fill it for a smaller place.",
        )


def in_order(lines: list[Line]) -> list[Line]:
    """As people expect: by community, grid, compound, building, entrance and room, numbers as numbers.

    Houses outside an estate come behind the estates of their grid.
    """
    return sorted(lines, key=_key)


def _key(line: Line) -> tuple[object, ...]:
    alone = "Building" in line.path and "Compound" not in line.path
    places = tuple((alone and label == "Compound", sort_key(_name(line.path, label))) for label in _ORDER)
    return places, tuple(sort_key(part) for part in line.order)


def _name(path: Mapping[str, Thing], label: str) -> str:
    thing = path.get(label)
    if thing is None:
        return ""
    return thing.key if label in ("County", "Town", "Community", "Checkpoint") else thing.name
