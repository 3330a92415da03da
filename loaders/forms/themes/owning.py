"""Further homes that residents own."""

from collections.abc import Sequence

from graph_schema.sensitivity import Sensitivity
from loaders.forms.asking import Asking
from loaders.forms.line import Line, Said
from loaders.recognise import Table

FIELDS = frozenset(("owns",))


def tell(table: Table, asking: Asking, lines: Sequence[Line]) -> None:
    """Adds the addresses, where the form asks for them."""
    if not any("owns" in group for group in table.layout.attributes.values()):
        return
    people = [someone for line in lines for someone in line.people.values()]
    owned = asking.out("OWNS", [someone.person for someone in people])
    for someone in people:
        addresses = sorted(str(tie.end.image.get("address") or "") for tie in owned.get(someone.person, []))
        someone.more["owns"] = Said("；".join(filter(None, addresses)) or None, Sensitivity.S2)
