"""What whoever loads files decides about them: their meaning, who is who, what a table is, what has ended."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from loaders.correction import Correction

ADD, NOW, CORRECT = "add", "now", "correct"
MEANINGS = (ADD, NOW, CORRECT)


@dataclass(frozen=True)
class Choices:
    """Decisions of persons, all of them optional.

    `meanings`: a file's name → "add" to what is known (the default), "now" (it says who is responsible now: whom it
    leaves out is proposed as ended), or "correct" (what it says overwrites in place and begins no new period).
    `layouts`: a table's shape → what a person said its columns are. `answers`: a review's key → person_id, "new",
    or what records.answers remembers of either.
    `ends`: the fact_ids of proposals that somebody agreed to end. `area`: the code of the county, town or community
    that the files are about: a namesake of its communities elsewhere is then never meant. `names`: what a stored
    file is called on disk → the name that people gave it, which is the one that everything tells.
    """

    meanings: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    layouts: Mapping[str, Correction] = field(default_factory=lambda: MappingProxyType({}))
    answers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    ends: frozenset[str] = frozenset()
    area: str = ""
    names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def name(self, path: Path) -> str:
        """What a file is called."""
        return self.names.get(path.name, path.name)

    def meaning(self, file: str) -> str:
        """What a file means."""
        return self.meanings.get(file, ADD)


NO_CHOICES = Choices()
