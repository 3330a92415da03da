"""Uploaded files: their names are never paths, decisions are kept, and what is old is found."""

import os
from datetime import datetime, timedelta
from pathlib import Path

from graph_schema.values.moment import CHINA
from records import uploads
from records.store import Records
from records.uploads import Upload, UploadedFile

AT = datetime(2026, 11, 25, 9, tzinfo=CHINA)
FILES = (UploadedFile("../../etc/楼栋长.xlsx", "xlsx", 6000), UploadedFile("党员名册.csv", "csv", 900))


def kept(records: Records, id_: str = "a1", at: datetime = AT) -> Upload:
    upload = Upload(id_, at, "王芳", FILES, {"meanings": {}}, 0, 0)
    with records.writing() as session:
        uploads.add(session, upload)
    return upload


def found(records: Records, id_: str = "a1") -> Upload | None:
    with records.reading() as session:
        return uploads.find(session, id_)


def test_it_is_found_as_it_was(records: Records) -> None:
    assert found(records) is None
    assert kept(records) == found(records)


def test_a_name_is_no_part_of_a_path(records: Records, tmp_path: Path) -> None:
    upload = kept(records)
    assert uploads.paths(tmp_path, upload) == (tmp_path / "a1" / "1.xlsx", tmp_path / "a1" / "2.csv")
    assert uploads.names(upload) == {"1.xlsx": "../../etc/楼栋长.xlsx", "2.csv": "党员名册.csv"}


def test_decisions_and_jobs_are_kept(records: Records) -> None:
    kept(records)
    with records.writing() as session:
        uploads.choose(session, "a1", {"meanings": {"党员名册.csv": "now"}, "ends": ["f1"]})
        uploads.note_check(session, "a1", 7)
        uploads.note_write(session, "a1", 8)
    now = found(records)
    assert now is not None
    assert (now.choices["ends"], now.check, now.write) == (["f1"], 7, 8)


def test_what_waits_comes_newest_first_without_what_is_written(records: Records) -> None:
    kept(records, "first")
    kept(records, "second", AT + timedelta(minutes=1))
    kept(records, "written", AT + timedelta(minutes=2))
    with records.writing() as session:
        uploads.note_write(session, "written", 5)
        assert [upload.id for upload in uploads.newest(session)] == ["second", "first"]


def test_a_form_waits_for_nobody(records: Records) -> None:
    with records.writing() as session:
        uploads.add(session, Upload("f1", AT, "王芳", FILES[:1], {}, 0, 0, uploads.FORM))
        assert uploads.newest(session) == ()


def test_what_is_old_is_found_and_forgotten(records: Records) -> None:
    kept(records, "old", AT - timedelta(hours=49))
    kept(records, "new")
    with records.writing() as session:
        old = uploads.older_than(session, AT - timedelta(hours=48))
        uploads.forget(session, old)
    assert old == ("old",)
    assert found(records, "old") is None
    assert found(records, "new") is not None


def test_a_stray_folder_is_found_once_it_is_old(records: Records, tmp_path: Path) -> None:
    kept(records, "known")
    for name, age in (("known", 50), ("stray", 50), ("young", 0)):
        (tmp_path / name).mkdir()
        moment = (AT - timedelta(hours=age)).timestamp()
        os.utime(tmp_path / name, (moment, moment))
    with records.reading() as session:
        assert uploads.strays(session, tmp_path, AT - timedelta(hours=48)) == ("stray",)


def test_files_are_taken_away(tmp_path: Path) -> None:
    (tmp_path / "a1").mkdir()
    (tmp_path / "a1" / "1.xlsx").write_bytes(b"x")
    uploads.erase(tmp_path, ["a1", "never there"])
    assert list(tmp_path.iterdir()) == []
