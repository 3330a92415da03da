"""A process that imports is killed at many moments: graph and history agree, and hold all of it or nothing.

`KILLS` in the environment says how many moments of either kind of import; ten by default, so twenty in all.
"""

import multiprocessing
import os
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection as Line
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from app.cases.importing import Importing
from database.connection import Connection
from database.fingerprint import fingerprint
from database.ledger import ledger
from database.reading import read
from graph_schema.values.seal import Seal
from records.store import Records
from settings import Settings
from tests.neo4j.importing_world import FILE, LARGE_STEPS, STEPS, TODAY, importing, load_in_child, places

KILLS = int(os.environ.get("KILLS", "10"))
HOMES = 300
# A fresh process that has everything imported: the moments are those of the import, not of Python's start
CHILDREN = multiprocessing.get_context("forkserver")
CHILDREN.set_forkserver_preload(["tests.neo4j.importing_world"])


@pytest.fixture
def own(settings: Settings, tmp_path: Path) -> Settings:
    """The run's server, with records of this test's own."""
    return settings.model_copy(update={"records_url": f"sqlite:///{tmp_path / 'records.sqlite'}"})


@pytest.fixture
def case(empty_graph: Connection, own: Settings, seal: Seal) -> Iterator[Importing]:
    records = Records.from_settings(own)
    made = importing(empty_graph, records, seal, places)
    made.load([FILE], today=TODAY, by="test")
    yield made
    records.close()


def start(own: Settings, step: str = "", *, large: bool) -> tuple[BaseProcess, Line]:
    ours, theirs = CHILDREN.Pipe()
    child = CHILDREN.Process(target=load_in_child, args=(own, HOMES, theirs, step, large))
    child.start()
    theirs.close()
    assert ours.recv() == "ready"
    return child, ours


def end(child: BaseProcess, line: Line, *, kill: bool) -> None:
    if kill:
        child.kill()
    child.join()
    child.close()
    line.close()


def homes(connection: Connection) -> int:
    return int(read(connection, "MATCH (h:Household) RETURN count(h) AS n")[0]["n"])


def facts(connection: Connection) -> int:
    return int(read(connection, "MATCH (:Household)-[r:PART_OF]->() RETURN count(r) AS n")[0]["n"])


@pytest.mark.parametrize("step", STEPS)
def test_a_kill_after_a_step_is_settled(case: Importing, own: Settings, empty_graph: Connection, step: str) -> None:
    child, line = start(own, step, large=False)
    line.send("go")
    assert line.recv() == "there"
    end(child, line, kill=True)
    [left] = [made.id for made in case.history() if made.state == "prepared"]

    assert case.settle() == (left,)

    whole = step == "committed"
    assert case.history(1)[0].state == ("applied" if whole else "failed")
    assert (homes(empty_graph), facts(empty_graph)) == ((HOMES, HOMES) if whole else (0, 0))


@pytest.mark.parametrize("step", LARGE_STEPS)
def test_a_large_import_killed_after_a_step_is_settled(
    case: Importing, own: Settings, empty_graph: Connection, step: str
) -> None:
    before = fingerprint(empty_graph)
    child, line = start(own, step, large=True)
    line.send("go")
    assert line.recv() == "there"
    seen = case.in_progress()
    end(child, line, kill=True)
    assert seen is not None and seen.state == "applying"

    assert case.settle() == (seen.id,)

    whole = step == "committed"
    assert (case.in_progress(), case.history(1)[0].state) == (None, "applied" if whole else "failed")
    assert (homes(empty_graph), facts(empty_graph)) == ((HOMES, HOMES) if whole else (0, 0))
    assert whole or fingerprint(empty_graph) == before
    assert "applying" not in ledger(empty_graph)


@pytest.mark.parametrize("large", [False, True], ids=["one transaction", "portions"])
def test_a_kill_at_any_moment_leaves_all_or_nothing(
    case: Importing, own: Settings, empty_graph: Connection, large: bool
) -> None:
    empty = fingerprint(empty_graph)
    for _ in range(2):  # the first has everything planned anew, and is slower than those that are killed
        child, line = start(own, large=large)
        begun = time.monotonic()
        line.send("go")
        line.recv()
        whole_time = time.monotonic() - begun
        end(child, line, kill=False)
        full = fingerprint(empty_graph)
        case.undo("last", today=TODAY, by="test")

    for n in range(KILLS):
        child, line = start(own, large=large)
        line.send("go")
        time.sleep(whole_time * 1.1 * n / KILLS)
        end(child, line, kill=True)
        case.settle()

        newest = case.history(1)[0]
        loaded = newest.kind == "load" and newest.state == "applied"
        assert (homes(empty_graph), facts(empty_graph)) == ((HOMES, HOMES) if loaded else (0, 0))
        assert fingerprint(empty_graph) == (full if loaded else empty)
        assert (ledger(empty_graph)["last_import"] == newest.id) == (newest.state == "applied")
        assert not {"prepared", "applying"} & {made.state for made in case.history()}
        if loaded:
            case.undo(newest.id, today=TODAY, by="test")

    again, line = start(own, large=large)
    line.send("go")
    assert line.recv() == case.history(1)[0].id
    end(again, line, kill=False)
    assert fingerprint(empty_graph) == full
