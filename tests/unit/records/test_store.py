"""Records: one engine a process, whole transactions, one writer at a time."""

import multiprocessing
import os
import sqlite3
import stat
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from graph_schema.errors import SetUpError
from graph_schema.values.moment import CHINA
from records import imports, jobs
from records.store import Records
from settings import Settings

DAY = date(2026, 11, 25)


def test_the_file_is_its_owners_alone_and_in_wal_mode(records: Records, tmp_path: Path) -> None:
    with records.reading() as session:
        pragmas = [session.execute(sa.text(f"PRAGMA {name}")).scalar() for name in ("journal_mode", "synchronous")]
    assert pragmas == ["wal", 2]
    assert stat.S_IMODE((tmp_path / "records.sqlite").stat().st_mode) == 0o600


def test_settings_lead_to_the_records(tmp_path: Path) -> None:
    made = Records.from_settings(Settings(var=tmp_path / "var"))
    with made.writing() as session:
        assert imports.reserve(session, DAY) == "2026-11-25-001"
    made.close()
    assert (tmp_path / "var" / "records.sqlite").exists()


def test_an_error_undoes_the_whole_transaction(records: Records) -> None:
    with pytest.raises(RuntimeError):
        _reserve_and_die(records)
    with records.reading() as session:
        assert imports.propose(session, DAY) == "2026-11-25-001"


def test_a_file_that_is_no_database_is_said_in_a_line(tmp_path: Path) -> None:
    folder = tmp_path / "records.sqlite"
    folder.mkdir()
    made = Records(f"sqlite:///{folder}")
    with pytest.raises(SetUpError, match=r"records\.sqlite"), made.reading():
        pass


def _reserve_and_die(records: Records) -> None:
    with records.writing() as session:
        imports.reserve(session, DAY)
        raise RuntimeError("it ends here")


def _reserve_many(url: str, count: int) -> None:
    records = Records(url)
    for _ in range(count):
        with records.writing() as session:
            imports.reserve(session, DAY)
    records.close()


def test_processes_that_write_at_once_wait_for_each_other(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'records.sqlite'}"
    spawn = multiprocessing.get_context("spawn")
    processes = [spawn.Process(target=_reserve_many, args=(url, 10)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0, 0]
    with sqlite3.connect(tmp_path / "records.sqlite") as connection:
        assert connection.execute("SELECT last FROM import_numbers").fetchone() == (30,)
    connection.close()


def test_a_forked_child_opens_connections_of_its_own(records: Records) -> None:
    with records.writing() as session:
        imports.reserve(session, DAY)
    child = os.fork()
    if child == 0:
        with records.writing() as session:
            imports.reserve(session, DAY)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    with records.writing() as session:
        assert imports.reserve(session, DAY) == "2026-11-25-003"


def test_moments_come_back_at_china_time(records: Records) -> None:
    at = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
    with records.writing() as session:
        number = jobs.enqueue(session, "demo", {}, by="王芳", at=at).id
    with records.reading() as session:
        job = jobs.find(session, number)
    assert job is not None
    assert job.queued_at.isoformat() == "2026-11-25T07:30:00+08:00"
    assert job.queued_at.tzinfo is CHINA


def test_a_moment_without_a_zone_is_refused(records: Records) -> None:
    with pytest.raises(Exception, match="no time zone"), records.writing() as session:
        jobs.enqueue(session, "demo", {}, by="王芳", at=datetime(2026, 11, 25))


def test_further_records_of_a_process_leave_the_locks_of_the_first(records: Records, tmp_path: Path) -> None:
    """Whoever closes an open file drops every lock that the process holds on it; then others damage it."""
    with records.reading() as session:
        jobs.newest(session)
        further = Records(f"sqlite:///{tmp_path / 'records.sqlite'}")
        with further.reading() as other:
            jobs.newest(other)
        further.close()
        tried = subprocess.run(
            [sys.executable, "-c", _LOCK, tmp_path / "records.sqlite"], capture_output=True, text=True
        )
    assert "BlockingIOError" in tried.stderr


# The bytes that every reader of an SQLite file locks; who gets them for himself alone takes the file for unused.
_LOCK = """
import fcntl, sys
with open(sys.argv[1], "r+b") as file:
    fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 510, 0x40000002)
"""
