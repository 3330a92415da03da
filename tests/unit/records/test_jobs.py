"""Jobs: taken once, told about while they run, stopped when somebody asks, failed when their worker dies."""

from datetime import datetime, timedelta

import pytest

from graph_schema.values.moment import CHINA
from records import jobs
from records.jobs import CANCELLED, DONE, FAILED, RUNNING, Job
from records.store import Records

AT = datetime(2026, 11, 25, 9, tzinfo=CHINA)


@pytest.fixture
def number(records: Records) -> int:
    with records.writing() as session:
        return jobs.enqueue(session, "demo", {"households": 1500}, by="王芳", at=AT).id


def found(records: Records, number: int) -> Job:
    with records.reading() as session:
        job = jobs.find(session, number)
    assert job is not None
    return job


def test_a_job_is_taken_once(records: Records, number: int) -> None:
    with records.writing() as session:
        first, second = jobs.begin(session, number, at=AT), jobs.begin(session, number, at=AT)
    assert first is not None
    assert (first.state, first.arguments, second) == (RUNNING, {"households": 1500}, None)


def test_the_one_that_waited_longest_comes_first(records: Records, number: int) -> None:
    with records.writing() as session:
        jobs.enqueue(session, "demo", {}, by="王芳", at=AT)
        taken = jobs.begin_next(session, at=AT)
    assert taken is not None
    assert taken.id == number


def test_a_report_is_kept(records: Records, number: int) -> None:
    with records.writing() as session:
        jobs.begin(session, number, at=AT)
        assert jobs.report(session, number, 40, 120, "写入楼栋", at=AT + timedelta(seconds=5))
    job = found(records, number)
    assert (job.done, job.total, job.text, job.heartbeat_at) == (40, 120, "写入楼栋", AT + timedelta(seconds=5))


def test_a_waiting_job_is_cancelled_at_once(records: Records, number: int) -> None:
    with records.writing() as session:
        assert jobs.cancel(session, number, at=AT)
        assert jobs.begin(session, number, at=AT) is None
    assert found(records, number).state == CANCELLED


def test_a_running_job_is_told_to_stop_at_its_next_report(records: Records, number: int) -> None:
    with records.writing() as session:
        jobs.begin(session, number, at=AT)
        jobs.cancel(session, number, at=AT)
        assert not jobs.report(session, number, 1, None, "", at=AT)
        jobs.stop(session, number, at=AT)
    assert found(records, number).state == CANCELLED


def test_the_result_and_the_error_are_kept(records: Records, number: int) -> None:
    with records.writing() as session:
        other = jobs.enqueue(session, "demo", {}, by="王芳", at=AT).id
        for each in (number, other):
            jobs.begin(session, each, at=AT)
        jobs.finish(session, number, {"import": "2026-11-25-001"}, at=AT)
        jobs.fail(session, other, "磁盘已满", at=AT)
    assert (found(records, number).state, found(records, number).result) == (DONE, {"import": "2026-11-25-001"})
    assert (found(records, other).state, found(records, other).error) == (FAILED, "磁盘已满")


def test_an_ended_job_does_not_end_twice(records: Records, number: int) -> None:
    with records.writing() as session:
        jobs.begin(session, number, at=AT)
        jobs.finish(session, number, {}, at=AT)
        jobs.fail(session, number, "late", at=AT)
        assert not jobs.cancel(session, number, at=AT)
    assert found(records, number).state == DONE


def test_a_silent_job_is_reaped(records: Records, number: int) -> None:
    with records.writing() as session:
        jobs.begin(session, number, at=AT)
        assert jobs.reap(session, at=AT + timedelta(seconds=30), error="silent") == ()
        [reaped] = jobs.reap(session, at=AT + timedelta(seconds=90), error="silent")
    assert (reaped.id, reaped.state, reaped.error) == (number, FAILED, "silent")
