"""Taking files in: names are cleaned, never used as paths; too many, none, and what is too old."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.cases import uploading
from graph_schema.errors import InputError, NotFound
from graph_schema.values.moment import CHINA
from records import jobs, uploads
from records.store import Records
from settings import Settings

AT = datetime(2026, 11, 25, 9, tzinfo=CHINA)


@dataclass
class Sent:
    """A file as a browser sends it."""

    filename: str | None
    content: bytes = b"roster"

    def save(self, dst: Path) -> None:
        dst.write_bytes(self.content)


@pytest.fixture
def office(tmp_path: Path) -> Settings:
    return Settings(var=tmp_path)


@pytest.fixture
def records(office: Settings) -> Iterator[Records]:
    made = Records.from_settings(office)
    yield made
    made.close()


def taken(office: Settings, records: Records, *names: str, at: datetime = AT) -> uploads.Upload:
    return uploading.take(office, records, [Sent(name) for name in names], by="office", at=at)


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("楼栋长名册.xlsx", "楼栋长名册.xlsx"),
        ("../../secrets/seal", "seal"),
        ("C:\\Users\\周敏\\名册.xls", "名册.xls"),
        ("名\x00册\n.csv", "名册.csv"),
        ("/", "?"),
        ("长" * 300 + ".xlsx", "长" * 115 + ".xlsx"),
    ],
)
def test_a_name_has_no_folders_and_no_hidden_signs(given: str, name: str) -> None:
    assert uploading.clean_name(given) == name


def test_files_lie_under_names_of_our_own(office: Settings, records: Records) -> None:
    upload = taken(office, records, "../x/名册.XLSX", "ending.that-is-none", "名册.csv")
    there = sorted(path.name for path in (office.folder / "uploads" / upload.id).iterdir())
    assert there == ["1.xlsx", "2.bin", "3.csv"]
    assert [file.name for file in upload.files] == ["名册.XLSX", "ending.that-is-none", "名册.csv"]


def test_files_of_one_name_are_told_apart(office: Settings, records: Records) -> None:
    upload = taken(office, records, "a/名册.xlsx", "b/名册.xlsx")
    assert [file.name for file in upload.files] == ["名册.xlsx", "(2) 名册.xlsx"]


def test_none_and_too_many_are_refused(office: Settings, records: Records) -> None:
    with pytest.raises(InputError, match="No file was chosen"):
        uploading.take(office, records, [Sent("")], by="office", at=AT)
    with pytest.raises(InputError, match="At most 40"):
        taken(office, records, *(f"{n}.csv" for n in range(41)))
    assert not (office.folder / "uploads").exists() or list((office.folder / "uploads").iterdir()) == []


def test_what_was_kept_long_enough_goes_with_the_next(office: Settings, records: Records) -> None:
    old = taken(office, records, "a.csv", at=AT - timedelta(hours=49))
    new = taken(office, records, "b.csv")
    assert [path.name for path in (office.folder / "uploads").iterdir()] == [new.id]
    with pytest.raises(NotFound, match="deleted after a set time"):
        uploading.find(records, old.id)


def test_what_is_thrown_away_is_gone(office: Settings, records: Records) -> None:
    upload = taken(office, records, "a.csv")
    uploading.discard(office, records, upload.id)
    assert list((office.folder / "uploads").iterdir()) == []
    with pytest.raises(NotFound):
        uploading.find(records, upload.id)


def test_what_a_check_told_goes_with_the_files(office: Settings, records: Records) -> None:
    upload = taken(office, records, "a.csv")
    numbers = []
    for _ in range(2):
        with records.writing() as session:
            job = jobs.enqueue(session, "preview", {"upload": upload.id}, by="office", at=AT)
            jobs.begin(session, job.id, at=AT)
            jobs.finish(session, job.id, {"receipt": "张伟"}, at=AT)
        uploading.note_check(records, upload.id, job.id)
        numbers.append(job.id)
    assert [_result(records, number) for number in numbers] == [None, {"receipt": "张伟"}]
    uploading.sweep(office, records, AT + timedelta(hours=49))
    assert [_result(records, number) for number in numbers] == [None, None]


def _result(records: Records, number: int) -> object:
    with records.reading() as session:
        job = jobs.find(session, number)
    return job.result if job else None


def test_a_job_that_nobody_takes_is_told(office: Settings, records: Records) -> None:
    with records.writing() as session:
        job = jobs.enqueue(session, "preview", {}, by="office", at=AT)
    assert not uploading.stuck(records, job, at=AT + timedelta(seconds=5))
    assert uploading.stuck(records, job, at=AT + timedelta(seconds=30))


def test_the_job_at_work_can_be_stopped(office: Settings, records: Records) -> None:
    upload = taken(office, records, "a.csv")
    with records.writing() as session:
        job = jobs.enqueue(session, "preview", {"upload": upload.id}, by="office", at=AT)
    uploading.note_check(records, upload.id, job.id)
    standing = uploading.find(records, upload.id)
    assert uploading.busy(standing) == job
    uploading.cancel(records, standing, at=AT)
    assert uploading.busy(uploading.find(records, upload.id)) is None
