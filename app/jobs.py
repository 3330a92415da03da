"""Long work, outside the request: one worker takes jobs one by one; records.jobs is the truth, huey only delivers."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from huey import SqliteHuey, crontab

from graph_schema.errors import LianhuError
from graph_schema.values.moment import CHINA
from records import jobs
from records.store import Records

if TYPE_CHECKING:
    from settings import Settings

BEAT_EVERY = 5.0  # seconds
DIED = "the jobs worker ended in the middle of it: nothing stays half done, ask for it again"
LOGGER = logging.getLogger("lianhu.jobs")


class Cancelled(Exception):
    """Somebody wants the job to end."""


class Running:
    """What a job has at hand while it runs: the settings, and a way to tell how far it is."""

    def __init__(self, settings: Settings, records: Records, number: int) -> None:
        self.settings = settings
        self._records = records
        self._number = number
        self._said: tuple[int, int | None, str] = (0, None, "")

    def progress(self, done: int, total: int | None, text: str) -> None:
        """Tells how far it is; raises Cancelled when somebody asked for the end."""
        self._said = (done, total, text)
        if not self._report():
            raise Cancelled

    def beat(self, over: threading.Event) -> None:
        """Repeats what was said last, so that a long step is not taken for a dead worker."""
        while not over.wait(BEAT_EVERY):
            self._report()

    def _report(self) -> bool:
        with self._records.writing() as session:
            return jobs.report(session, self._number, *self._said, at=now())


Work = Callable[[Running, Mapping[str, Any]], Mapping[str, Any]]


@dataclass(frozen=True)
class Queue:
    """huey on its own SQLite file. A job that is delivered twice is begun once."""

    huey: SqliteHuey
    deliver: Callable[[int], Any]


def now() -> datetime:
    """The present moment, read here because jobs begin the work that takes `at` as a parameter."""
    return datetime.now(CHINA)


def queue(settings: Settings) -> Queue:
    """The queue that belongs to these settings."""
    huey = SqliteHuey("lianhu", filename=str(settings.path("jobs", "queue.sqlite")), results=False)

    def carry_out(number: int) -> None:
        _carry_out(settings, number)

    def tidy() -> None:
        _tidy(settings)

    huey.periodic_task(crontab(minute="7"))(tidy)
    return Queue(huey, huey.task()(carry_out))


def enqueue(settings: Settings, kind: str, arguments: Mapping[str, Any], by: str) -> int:
    """Writes a job down and has it delivered; its number, for whoever asks how far it is."""
    records = Records.from_settings(settings)
    with records.writing() as session:
        job = jobs.enqueue(session, kind, arguments, by=by, at=now())
    records.close()
    queue(settings).deliver(job.id)
    return job.id


def work(settings: Settings) -> None:
    """The only worker: runs until a signal ends it. Jobs that its predecessor left running have failed."""
    with Records.from_settings(settings).writing() as session:
        jobs.reap(session, at=now(), error=DIED, silence=timedelta(0))
        waiting = [job.id for job in jobs.newest(session, 1000) if job.state == jobs.QUEUED]
    _tidy(settings)
    _settle(settings)
    delivery = queue(settings)
    delivery.huey.flush()  # the table knows what waits; a message without a job that waits means nothing
    for number in reversed(waiting):
        delivery.deliver(number)
    delivery.huey.create_consumer(workers=1, periodic=True, initial_delay=0.1, max_delay=1.0).run()


def _tidy(settings: Settings) -> None:
    """Uploaded files go after their time, whether anybody looks or not."""
    from app.cases.uploading import sweep

    records = Records.from_settings(settings)
    sweep(settings, records, now())
    records.close()


def _settle(settings: Settings) -> None:
    """An import that the predecessor left half written is taken back before anything else is written."""
    from app.cases.importing import Importing
    from database.connection import Connection
    from graph_schema.values.seal import Seal

    connection, records = Connection.from_settings(settings), Records.from_settings(settings)
    try:
        Importing(connection, records, Seal(settings.secret("seal")), gaps=None).settle()
    except LianhuError:
        LOGGER.warning("what was cut off could not be settled yet", exc_info=True)
    finally:
        connection.close()
        records.close()


def _carry_out(settings: Settings, number: int) -> None:
    records = Records.from_settings(settings)
    with records.writing() as session:
        job = jobs.begin(session, number, at=now())
    if job is None:
        return
    end = _outcome(Running(settings, records, number), job)
    with records.writing() as session:
        end(session)


def _outcome(running: Running, job: jobs.Job) -> Callable[[Any], None]:
    over = threading.Event()
    heart = threading.Thread(target=running.beat, args=(over,), daemon=True)
    heart.start()
    try:
        result = KINDS[job.kind](running, job.arguments)
    except Cancelled:
        return lambda session: jobs.stop(session, job.id, at=now())
    except LianhuError as refused:
        message = refused.message(job.arguments.get("locale", running.settings.locale))
        return lambda session: jobs.fail(session, job.id, message, at=now())
    except Exception as unexpected:
        LOGGER.exception("job %s (%s)", job.id, job.kind)
        message = f"{type(unexpected).__name__}, which nobody expected: see supervisor/jobs.log under LIANHU_VAR"
        return lambda session: jobs.fail(session, job.id, message, at=now())
    finally:
        over.set()
        heart.join()
    return lambda session: jobs.finish(session, job.id, result, at=now())


def _demo(running: Running, _arguments: Mapping[str, Any]) -> Mapping[str, Any]:
    from app.cases.demo import load_demo

    return load_demo(running.settings, running.progress, now())


def _preview(running: Running, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
    from app.cases.import_jobs import check

    return check(running.settings, arguments["upload"], arguments["locale"], running.progress, now())


def _import(running: Running, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
    from app.cases.import_jobs import write

    told = (arguments["seen"], arguments["by"], arguments["locale"])
    return write(running.settings, arguments["upload"], *told, running.progress, now())


def _undo(running: Running, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
    from app.cases.import_jobs import undo

    return undo(running.settings, arguments["import"], arguments["by"], running.progress, now())


KINDS: Mapping[str, Work] = {"demo": _demo, "preview": _preview, "import": _import, "undo": _undo}
