"""Where the records are kept: one engine a process, tables made at the first use, whole transactions only."""

import importlib
import json
import os
import pkgutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event, exc
from sqlalchemy.engine import URL, Connection, Engine, make_url
from sqlalchemy.orm import Session

import records
from graph_schema.errors import Busy, SetUpError
from records.tables import Base
from settings import Settings

BUSY_TIMEOUT = 15.0  # seconds that a writer waits for another process's
_WAL_TRIES = 50
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class Records:
    """The office's own records at any SQLAlchemy URL; SQLite in WAL mode by default.

    Nothing is opened before the first use, and a forked child opens its own.
    """

    def __init__(self, url: str) -> None:
        self._url = make_url(url)
        self._engine: Engine | None = None
        self._process = 0

    @classmethod
    def from_settings(cls, settings: Settings) -> "Records":
        """The records that the settings describe."""
        return cls(settings.records)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state of the records."""
        with _translated(self._url), Session(self._open()) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session that alone may write, from its first statement on: committed at the end, or undone on an error."""
        engine = self._open().execution_options(lianhu_writing=True)
        with _translated(self._url), Session(engine, expire_on_commit=False) as session, session.begin():
            yield session

    def close(self) -> None:
        """Closes every connection; the next use opens them anew."""
        engine, self._engine = self._engine, None
        if engine is not None:
            engine.dispose(close=self._process == os.getpid())

    def _open(self) -> Engine:
        if self._engine is None or self._process != os.getpid():
            self.close()
            self._process = os.getpid()
            self._engine = _made(self._url)
        return self._engine


def _made(url: URL) -> Engine:
    for module in pkgutil.iter_modules(records.__path__):
        importlib.import_module(f"records.{module.name}")
    engine = sa.create_engine(url, json_serializer=_JSON.encode)
    if url.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        with _translated(url):
            _own_file(url)
    with _translated(url), engine.execution_options(lianhu_writing=True).begin() as connection:
        Base.metadata.create_all(connection)
    return engine


def _own_file(url: URL) -> None:
    """Makes the file before SQLite does, for its owner alone, and turns WAL on: that is written into the file.

    One that is there already is not opened: to close it would drop the locks that this process's other connections
    hold on it (POSIX locks belong to the process), and the next writer elsewhere would damage the file.
    """
    if not url.database or url.database == ":memory:":
        return
    file = Path(url.database)
    file.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError):
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    connection = sqlite3.connect(file, timeout=BUSY_TIMEOUT)
    try:
        _turn_wal_on(connection)
    finally:
        connection.close()


def _turn_wal_on(connection: sqlite3.Connection) -> None:
    """SQLite does not wait for other processes here, so we do."""
    for attempt in range(_WAL_TRIES):
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError:
            if attempt == _WAL_TRIES - 1:
                raise
            time.sleep(0.1)


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where we say, see _begin_sqlite
    for pragma in (f"busy_timeout={int(BUSY_TIMEOUT * 1000)}", "foreign_keys=ON", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(connection: Connection) -> None:
    writing = connection.get_execution_options().get("lianhu_writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def _translated(url: URL) -> Iterator[None]:
    where = url.database or url.render_as_string(hide_password=True)
    try:
        yield
    except (exc.OperationalError, sqlite3.OperationalError, OSError) as error:
        reason = str(getattr(error, "orig", None) or error)
        if "locked" in reason:
            raise Busy(
                f"本机记录正被另一个程序写入（{where}），请稍后再试。",
                f"The records at {where} are being written by another program; try again in a moment.",
            ) from error
        raise SetUpError(
            f"本机记录无法读写（{where}）：{reason}。请检查磁盘空间和文件权限。",
            f"The records at {where} cannot be read or written: {reason}. "
            "Check the disk's space and the file's permissions.",
        ) from error
