"""Where an import spends its time: the shares of its stages, seen by Python's own profiler."""

import cProfile
from collections.abc import Callable, Mapping
from types import CodeType
from typing import TypeVar

Result = TypeVar("Result")

# What is told → the end of the file's name and the function; none of them lies within another one
_STAGES: Mapping[str, tuple[str, str]] = {
    "file read": ("loaders/sandbox.py", "read"),
    "roster recognised": ("loaders/recognise.py", "recognise"),
    "cells cleaned": ("loaders/rows.py", "sort_rows"),
    "people fetched": ("loaders/people/candidates.py", "load"),
    "places fetched": ("loaders/places/placing.py", "fetch_places"),
    "places and people resolved": ("loaders/statements.py", "state_row"),
    "codes allotted": ("loaders/codes.py", "allot"),
    "compared with the graph": ("loaders/diff.py", "compare"),
    "journalled": ("records/journal.py", "write"),
    "written": ("database/writing.py", "apply"),
    "scope derived": ("database/scope.py", "refresh"),
    "gaps counted": ("app/cases/preparing.py", "open_gaps"),
}
_LEAST = 0.03  # of the whole


def profiled(act: Callable[[], Result]) -> tuple[str, Result]:
    """The shares of the stages in one text, the largest first, and what came of it."""
    profiler = cProfile.Profile()
    result = profiler.runcall(act)
    return _told(_seconds(profiler)), result


def _seconds(profiler: cProfile.Profile) -> dict[str, float]:
    """By stage, and "" for the whole, how long it took with everything that it called."""
    found = dict.fromkeys((*_STAGES, ""), 0.0)
    for entry in profiler.getstats():
        found[""] += entry.inlinetime
        code = entry.code
        if isinstance(code, CodeType):  # a text is a function that is built in
            for stage, (ending, name) in _STAGES.items():
                if code.co_name == name and code.co_filename.endswith(ending):
                    found[stage] += entry.totaltime
    return found


def _told(seconds: Mapping[str, float]) -> str:
    whole = seconds[""] or 1.0
    shares = sorted(((spent / whole, stage) for stage, spent in seconds.items() if stage), reverse=True)
    return ", ".join(f"{stage} {share:.0%}" for share, stage in shares if share >= _LEAST)
