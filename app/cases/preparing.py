"""What an import is prepared with: the loaders' preparation, the rules that count gaps, and the files' marks."""

import hashlib
from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from database.reading import Reader
from graph_schema.facts import Change
from graph_schema.sensitivity import Sensitivity, Sight
from graph_schema.values.moment import Moment
from graph_schema.values.seal import Seal
from loaders.choices import Choices
from records.imports import SourceFile

Progress = Callable[[int, int | None, str], None]  # done, total (None: unknown), what
Stage = Callable[[str, int, int], None]  # the same from the loaders: stage, done, total
GapFinder = Callable[[Reader, date], frozenset[Hashable]]  # the gaps that are open on a day, each once


class Report(Protocol):
    """What the loaders tell about files: `json()` has `files` and `difference`, everything in it masked."""

    @property
    def clean(self) -> bool:
        """Whether nothing was refused and nothing waits for review."""

    def json(self, locale: str = "zh") -> dict[str, Any]:
        """As scripts read it."""


class Prepared(Protocol):
    """What files come to, against the graph as it is. `counters`: next_person and the like, for the Ledger."""

    @property
    def changes(self) -> tuple[Change, ...]:
        """The whole difference."""

    @property
    def report(self) -> Report:
        """What to tell."""

    @property
    def counters(self) -> Mapping[str, int]:
        """What the Ledger shall hold afterwards."""

    @property
    def answered(self) -> Mapping[str, str]:
        """By question the person whom a decision on a review came to."""


class Prepare(Protocol):
    """How files become a difference; reads the graph, writes nothing."""

    def __call__(
        self,
        paths: Sequence[Path],
        reader: Reader,
        *,
        import_id: str,
        today: date,
        seal: Seal,
        ledger: Mapping[str, Any],
        choices: Choices,
        progress: Stage | None = None,
    ) -> Prepared:
        """The difference between the files and the graph."""


def open_gaps(reader: Reader, today: date) -> frozenset[Hashable]:
    """Rule and subject of every gap of the catalogue that is open on a day."""
    from queries.gaps import find

    everything = Sight(area=None, clearance=Sensitivity.S2)
    found = find(reader, moment=Moment.of_day(today), sight=everything)
    return frozenset((gap.rule, gap.subject) for gap in found if gap.status == "gap")


def source_file(path: Path, name: str) -> SourceFile:
    """A file by the name that people know, its size and SHA-256; one that cannot be read has neither."""
    digest, size = hashlib.sha256(), 0
    try:
        with path.open("rb") as file:
            while portion := file.read(1 << 20):
                digest.update(portion)
                size += len(portion)
    except OSError:
        return SourceFile(name, 0, "")
    return SourceFile(name, size, digest.hexdigest())
