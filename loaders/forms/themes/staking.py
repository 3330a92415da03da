"""Checkpoints: the zone that includes each."""

from collections.abc import Sequence

from loaders.forms.asking import Asking
from loaders.forms.line import Line, Said
from loaders.recognise import Table

FIELDS = frozenset(("Checkpoint.since",))


def tell(_table: Table, asking: Asking, lines: Sequence[Line]) -> None:
    """Adds the zone."""
    zones = asking.into("INCLUDES", {line.path["Checkpoint"] for line in lines})
    for line in lines:
        names = sorted(tie.start.name for tie in zones.get(line.path["Checkpoint"], []))
        line.values["zone"] = Said(names[0] if names else None)
