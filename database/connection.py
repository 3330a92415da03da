"""Sessions: one lazily made driver a process, and plain Python values out of it."""

import json
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import neo4j
from neo4j import exceptions
from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date, DateTime

from graph_schema.errors import Busy, DatabaseUnavailable, TooLong
from graph_schema.values.moment import CHINA
from settings import Settings

DATABASE = "neo4j"
_PLAIN = frozenset((type(None), str, int, float, bool))
_UNREACHABLE = (exceptions.ServiceUnavailable, exceptions.SessionExpired, ConnectionError)


@dataclass(frozen=True)
class Endpoint:
    """Where Neo4j answers, and as whom."""

    uri: str
    user: str
    password: str


def local_endpoint(settings: Settings) -> Endpoint:
    """Where the configured server answers now: a URI of the settings, or what the local server wrote on its start."""
    if settings.neo4j_uri:
        return Endpoint(settings.neo4j_uri, settings.neo4j_user, settings.password())
    file = settings.path("neo4j", "endpoint.json")
    try:
        written = json.loads(file.read_text("utf-8"))
        return Endpoint(written["uri"], settings.neo4j_user, settings.password())
    except (OSError, ValueError, KeyError):
        raise DatabaseUnavailable(str(file)) from None


class Connection:
    """One driver of one process, made at the first use, made anew when the server has moved.

    `round_trips` counts the statements sent, for whoever promises a number of them.
    """

    def __init__(self, endpoint: Callable[[], Endpoint]) -> None:
        self._endpoint = endpoint
        self._driver: neo4j.Driver | None = None
        self._where = "?"
        self.round_trips = 0

    @classmethod
    def from_settings(cls, settings: Settings) -> "Connection":
        """The connection that the settings describe; nothing is opened yet."""
        return cls(lambda: local_endpoint(settings))

    def rows(self, text: str, parameters: Mapping[str, Any], *, timeout: float) -> list[dict[str, Any]]:
        """One auto-commit read: exactly one round trip. Tried once more when the server has moved."""
        try:
            return self._rows(text, parameters, timeout)
        except DatabaseUnavailable:
            self.close()
            return self._rows(text, parameters, timeout)

    def _rows(self, text: str, parameters: Mapping[str, Any], timeout: float) -> list[dict[str, Any]]:
        self.round_trips += 1
        query = neo4j.Query(text, timeout=timeout)
        with self.session() as session:
            result = session.run(query, dict(parameters))
            keys = result.keys()
            return [dict(zip(keys, map(plain, record.values()), strict=True)) for record in result]

    @contextmanager
    def session(self, *, write: bool = False) -> Iterator[neo4j.Session]:
        """A session whose errors are ours."""
        mode = neo4j.WRITE_ACCESS if write else neo4j.READ_ACCESS
        with self._translated(), self._open().session(database=DATABASE, default_access_mode=mode) as session:
            yield session

    def wait_ready(self, seconds: float = 60.0) -> None:
        """Returns when a statement is answered: a server that has just started may refuse a login for a moment."""
        until = time.monotonic() + seconds
        while True:
            try:
                self.rows("RETURN 1 AS one", {}, timeout=10)
                return
            except (DatabaseUnavailable, exceptions.AuthError):
                self.close()
                if time.monotonic() > until:
                    raise
                time.sleep(1)

    def close(self) -> None:
        """Closes the driver; the next use opens it anew."""
        driver, self._driver = self._driver, None
        if driver is not None:
            driver.close()

    def _open(self) -> neo4j.Driver:
        if self._driver is None:
            endpoint = self._endpoint()
            self._where = endpoint.uri
            self._driver = neo4j.GraphDatabase.driver(
                endpoint.uri,
                auth=(endpoint.user, endpoint.password),
                notifications_min_severity="OFF",
                max_transaction_retry_time=2.0,
                connection_acquisition_timeout=10.0,
                connection_timeout=5.0,
            )
        return self._driver

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except _UNREACHABLE:
            raise DatabaseUnavailable(self._where) from None
        except exceptions.Neo4jError as error:
            raise _ours(error, self._where) from error


def _ours(error: exceptions.Neo4jError, where: str) -> Exception:
    code = error.code or ""
    if "LockAcquisitionTimeout" in code:
        return Busy(
            "另一个导入正在写入，请等它结束后再试。", "Another import is being written; try again when it has ended."
        )
    if "TransactionTimedOut" in code:
        return TooLong(
            "这次查询超过了时限，已停止。请缩小范围。", "The query ran longer than it may and was stopped. Narrow it."
        )
    if "DatabaseUnavailable" in code or "DatabaseNotFound" in code:
        return DatabaseUnavailable(where)
    return error


def plain(value: Any) -> Any:
    """A driver's value as a plain Python one: dates, datetimes at +08:00, dicts, lists."""
    if type(value) in _PLAIN:
        return value
    if isinstance(value, list):
        return [item if type(item) in _PLAIN else plain(item) for item in value]
    if type(value) is dict:
        return {key: item if type(item) in _PLAIN else plain(item) for key, item in value.items()}
    if isinstance(value, Date):
        return date(value.year, value.month, value.day)
    if isinstance(value, DateTime):
        return _moment(value)
    if isinstance(value, Node):
        return {"labels": sorted(value.labels), "properties": plain(dict(value))}
    if isinstance(value, Relationship):
        return {"type": value.type, "properties": plain(dict(value))}
    if isinstance(value, Path):
        return {"nodes": plain(list(value.nodes)), "relationships": plain(list(value.relationships))}
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    return value


def _moment(value: DateTime) -> datetime:
    moment = value.to_native()
    return moment.replace(tzinfo=CHINA) if moment.tzinfo is None else moment.astimezone(CHINA)
