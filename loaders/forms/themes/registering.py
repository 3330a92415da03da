"""The register of units: kind, credit code, whom to call, and the party organisation that is registered as its own."""

from graph_schema.nodes import NODES
from loaders.forms.asking import Asking, Tie
from loaders.forms.line import Line, Said, secrecy
from loaders.forms.lines import with_people
from loaders.forms.places import area_of
from loaders.recognise import Table
from loaders.units import unit_kind

FIELDS = frozenset(("unit:listed",))


def lines(table: Table, asking: Asking) -> list[Line]:
    """The units of the place, each with those who speak for it."""
    units = asking.under("Unit")
    covering = asking.into("COVERS", units)
    area = area_of(asking)
    found = []
    for unit in units:
        values = area | {
            "unit:listed": Said(unit.name),
            "unit_kind": Said(kind_words(unit.image.get("kind"))),
            "uscc": Said(unit.value("uscc"), secrecy(NODES["Unit"].by_name["uscc"])),
            "party:unit_org": Said(_own(covering.get(unit, []))),
        }
        found.append(Line({}, values, order=(unit.name,)))
    return with_people(found, [{"unit:listed": unit} for unit in units], table.layout, asking)


def kind_words(kind: object) -> str | None:
    """The words of a kind of unit that the loader reads as that kind again."""
    choice = NODES["Unit"].by_name["kind"].choice(str(kind))
    return choice.zh if choice is not None and unit_kind(choice.zh) == kind else None


def _own(ties: list[Tie]) -> str | None:
    """As a register says it: of another file's word the register would change the basis."""
    return next((tie.start.name for tie in ties if tie.image.get("basis") == "roster"), None)
