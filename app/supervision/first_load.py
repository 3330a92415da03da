"""After a start: what a crash left is settled, an empty graph gets the demo, and the everyday questions are planned."""

import logging
import time
from collections.abc import Callable
from datetime import datetime

from app import jobs
from app.cases import warming
from app.cases.importing import Importing
from database.connection import Connection
from graph_schema.errors import Busy, LianhuError
from graph_schema.sensitivity import OFFICE
from graph_schema.values.moment import CHINA, Moment
from graph_schema.values.seal import Seal
from records.jobs import CANCELLED, DONE, FAILED, Job, find
from records.store import Records
from settings import Settings

SAY_EVERY = 2.0  # seconds
TRIES = 2  # the worker may be killed once
_ANYTHING = "MATCH (n:Place|Person) RETURN 1 AS one LIMIT 1"

LOGGER = logging.getLogger("lianhu.start")

Say = Callable[[str], None]


def follow(settings: Settings, say: Say) -> None:
    """Has the demo loaded when the graph is empty; a load that fails leaves an empty graph and a line that says why.

    Before that, an import that a crash cut off is settled, so that the history says what the graph holds.
    """
    _settle(settings, say)
    for _ in range(TRIES):
        if not _empty(settings):
            return
        say("The graph is empty: the demo is loaded.")
        job = _ended(settings, jobs.enqueue(settings, "demo", {}, by="make run"), say)
        if job.state == DONE:
            return
        say(f"The demo was not loaded: {job.error or job.state}")
        if job.error != jobs.DIED:
            return


def _ended(settings: Settings, number: int, say: Say) -> Job:
    records = Records.from_settings(settings)
    told, last = time.monotonic(), ""
    while True:
        with records.reading() as session:
            job = find(session, number)
        if job is not None and job.state in (DONE, FAILED, CANCELLED):
            records.close()
            return job
        share = f"{100 * job.done // job.total:3d} %  " if job and job.total else ""
        line = f"  {share}{job.text if job else ''}"
        if line.strip() and line != last and time.monotonic() - told > SAY_EVERY:
            told, last = time.monotonic(), line
            say(line)
        time.sleep(0.2)


def _settle(settings: Settings, say: Say) -> None:
    connection, records = Connection.from_settings(settings), Records.from_settings(settings)
    try:
        for import_id in Importing(connection, records, Seal(settings.secret("seal")), gaps=None).settle():
            say(f"Import {import_id} had been cut off; it is settled: `flask imports` says how.")
    except Busy:
        say("An import that had been cut off is being taken back; pages say so until it is done.")
    finally:
        connection.close()
        records.close()


def warm(settings: Settings) -> None:
    """Has the everyday questions planned; what goes wrong there goes wrong again, and is told, where it is asked."""
    connection, records = Connection.from_settings(settings), Records.from_settings(settings)
    try:
        moment = Moment.of(datetime.now(CHINA))
        warming.warm(connection, records, Seal(settings.secret("seal")), moment=moment, sight=OFFICE)
    except LianhuError:
        LOGGER.warning("the everyday questions could not be planned ahead", exc_info=True)
    finally:
        connection.close()
        records.close()


def _empty(settings: Settings) -> bool:
    connection = Connection.from_settings(settings)
    try:
        return not connection.rows(_ANYTHING, {}, timeout=30)
    finally:
        connection.close()
