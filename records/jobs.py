"""Long work: what is queued, running and done, how far it is, and whether somebody asked it to stop.

This table is the truth; a queue may only deliver the number of a job. A worker that dies leaves a job whose heartbeat
stands still: `reap` fails it, so that nobody waits for it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.tables import Base, ChinaMoment, document

QUEUED, RUNNING, DONE, FAILED, CANCELLED = "queued", "running", "done", "failed", "cancelled"
SILENCE = timedelta(seconds=60)  # after this long without a heartbeat a running job is taken for dead


@dataclass(frozen=True)
class Job:
    """A job. `total` None: nobody knows how much there is. `error`: a text that a person may read."""

    id: int
    kind: str
    arguments: Mapping[str, Any]
    by: str
    state: str
    done: int
    total: int | None
    text: str
    cancel_asked: bool
    queued_at: datetime
    heartbeat_at: datetime | None
    ended_at: datetime | None
    result: Mapping[str, Any] | None
    error: str | None


class JobRow(Base):
    """The table of jobs."""

    __tablename__ = "jobs"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(sa.String(40))
    arguments: Mapped[dict[str, Any]] = mapped_column(document())
    by: Mapped[str] = mapped_column(sa.String(200))
    state: Mapped[str] = mapped_column(sa.String(10), index=True)
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int | None]
    text: Mapped[str] = mapped_column(sa.Text, default="")
    cancel_asked: Mapped[bool] = mapped_column(default=False)
    queued_at: Mapped[datetime] = mapped_column(ChinaMoment)
    heartbeat_at: Mapped[datetime | None] = mapped_column(ChinaMoment)
    ended_at: Mapped[datetime | None] = mapped_column(ChinaMoment)
    result: Mapped[dict[str, Any] | None] = mapped_column(document())
    error: Mapped[str | None] = mapped_column(sa.Text)


def enqueue(session: Session, kind: str, arguments: Mapping[str, Any], *, by: str, at: datetime) -> Job:
    """Puts a job into the queue."""
    row = JobRow(kind=kind, arguments=dict(arguments), by=by, state=QUEUED, queued_at=at)
    session.add(row)
    session.flush()
    return _job(row)


def begin(session: Session, id_: int, *, at: datetime) -> Job | None:
    """Takes a queued job; None when it is taken, cancelled or gone, so that no job ever runs twice."""
    row = session.get(JobRow, id_)
    if row is None or row.state != QUEUED:
        return None
    row.state, row.heartbeat_at = RUNNING, at
    return _job(row)


def begin_next(session: Session, *, at: datetime) -> Job | None:
    """Takes the job that has waited longest."""
    waiting = sa.select(JobRow.id).where(JobRow.state == QUEUED).order_by(JobRow.id).limit(1)
    id_ = session.scalars(waiting).first()
    return None if id_ is None else begin(session, id_, at=at)


def report(session: Session, id_: int, done: int, total: int | None, text: str, *, at: datetime) -> bool:
    """Notes how far a job is, which is also its heartbeat; False when it shall stop."""
    row = session.get(JobRow, id_)
    if row is None or row.state != RUNNING:
        return False
    row.done, row.total, row.text, row.heartbeat_at = done, total, text, at
    return not row.cancel_asked


def cancel(session: Session, id_: int, *, at: datetime) -> bool:
    """Asks for a job's end: at once while it waits, at its next report when it runs; False when it has ended."""
    row = session.get(JobRow, id_)
    if row is None or row.state not in (QUEUED, RUNNING):
        return False
    row.cancel_asked = True
    if row.state == QUEUED:
        row.state, row.ended_at = CANCELLED, at
    return True


def finish(session: Session, id_: int, result: Mapping[str, Any], *, at: datetime) -> None:
    """The job is done."""
    _end(session, id_, DONE, at, result=dict(result))


def fail(session: Session, id_: int, error: str, *, at: datetime) -> None:
    """The job has failed; `error` says why and what to do."""
    _end(session, id_, FAILED, at, error=error)


def stop(session: Session, id_: int, *, at: datetime) -> None:
    """The job has stopped because somebody asked for it."""
    _end(session, id_, CANCELLED, at)


def reap(session: Session, *, at: datetime, error: str, silence: timedelta = SILENCE) -> tuple[Job, ...]:
    """Fails the running jobs that have been silent for too long, and gives them back."""
    running = sa.select(JobRow).where(JobRow.state == RUNNING, JobRow.heartbeat_at < at - silence)
    rows = session.scalars(running.order_by(JobRow.id)).all()
    for row in rows:
        row.state, row.error, row.ended_at = FAILED, error, at
    return tuple(map(_job, rows))


def clear(session: Session, ids: Iterable[int]) -> None:
    """Takes the results of jobs away: what they told of people is kept no longer than what they were told from."""
    session.execute(sa.update(JobRow).where(JobRow.id.in_(list(ids))).values(result=None))


def find(session: Session, id_: int) -> Job | None:
    """The job with this number."""
    row = session.get(JobRow, id_)
    return None if row is None else _job(row)


def newest(session: Session, limit: int = 20, kind: str = "") -> tuple[Job, ...]:
    """The newest jobs, of one kind or of all, the newest first."""
    wanted = sa.select(JobRow) if not kind else sa.select(JobRow).where(JobRow.kind == kind)
    return tuple(map(_job, session.scalars(wanted.order_by(JobRow.id.desc()).limit(limit))))


def _end(session: Session, id_: int, state: str, at: datetime, **values: Any) -> None:
    """Ends a running job; one that has ended already keeps its end."""
    row = session.get_one(JobRow, id_)
    if row.state != RUNNING:
        return
    row.state, row.ended_at = state, at
    for name, value in values.items():
        setattr(row, name, value)


def _job(row: JobRow) -> Job:
    return Job(
        row.id,
        row.kind,
        row.arguments,
        row.by,
        row.state,
        row.done,
        row.total,
        row.text,
        row.cancel_asked,
        row.queued_at,
        row.heartbeat_at,
        row.ended_at,
        row.result,
        row.error,
    )
