"""How far long work is: a bar on a terminal, a line every few seconds elsewhere; always on stderr."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

from app.rendering.stages import stage_word

EVERY = 3.0  # seconds between two lines

Tell = Callable[[int, int | None, str], None]  # done, total (None: unknown), what


@contextmanager
def progress(locale: str) -> Iterator[Tell]:
    """What long work tells, in the language of whoever waits."""
    with _shown() as show:
        yield lambda done, total, stage: show(done, total, stage_word(stage, locale))


@contextmanager
def _shown() -> Iterator[Tell]:
    if sys.stderr.isatty():
        columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task("", total=None)
            yield lambda done, total, text: bar.update(task, completed=done, total=total, description=text)
    else:
        yield _Lines().tell


class _Lines:
    """Not more than a line every few seconds, and none for work that ends sooner."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def tell(self, done: int, total: int | None, text: str) -> None:
        if time.monotonic() - self._last < EVERY:
            return
        self._last = time.monotonic()
        print(f"{text} {done}/{total}" if total else f"{text} {done}", file=sys.stderr, flush=True)
