"""What helps on the way in: saying what columns are, the marked file, blank forms, templates, and stopping."""

from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl import Workbook
from playwright.sync_api import Download, Page, expect

from database.connection import Connection
from database.reading import read
from graph_schema.values.moment import CHINA
from records import jobs, uploads
from records.store import Records
from records.uploads import Upload, UploadedFile
from settings import Settings
from tests.browser import rosters
from tests.browser.rosters import upload, write_it
from tests.browser.visit import DESKTOP, PHONE, Visit, barriers, overflows

pytestmark = pytest.mark.usefixtures("empty_graph", "worker")
SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desk", "phone"])
MEANT = {"B": "compound", "C": "building", "D": "building_leader", "E": "building_leader.phone", "F": "-"}


@pytest.fixture
def records(server: Settings) -> Records:
    """The records of the run."""
    return Records.from_settings(server)


def workbook(download: Download) -> Workbook:
    """What was downloaded; the browser keeps it under a name without an ending."""
    return openpyxl.load_workbook(BytesIO(download.path().read_bytes()))


def strange(folder: Path) -> Path:
    """A roster whose headings nobody knows."""
    return rosters.write(folder, "名单.xlsx", "某某名单", rosters.STRANGE)


@SIZES
def test_what_columns_are_is_said_once_and_remembered(visit: Visit, tmp_path: Path, size: tuple[int, int]) -> None:
    page = visit.page(size, java_script_enabled=size == DESKTOP)
    upload(page, rosters.buildings(tmp_path), strange(tmp_path))
    page.get_by_role("link", name="告诉系统这是什么名册").click()
    page.get_by_label("这是什么名册").select_option("building_leaders")
    page.get_by_role("button", name="换成这种名册").click()
    for letter, field in MEANT.items():
        page.locator(f"[name=field-{letter}]").select_option(field)
    page.get_by_role("button", name="记住并重新检查").click()
    expect(page.locator("main")).to_contain_text("楼栋长名册")
    expect(page.get_by_text("认不出是什么名册")).to_have_count(0)
    upload(page, rosters.buildings(tmp_path), strange(tmp_path))
    expect(page.get_by_text("认不出是什么名册")).to_have_count(0)
    page.get_by_role("link", name="认得不对，改").last.click()
    expect(page.locator("[name=field-D]")).to_have_value("building_leader")
    page.get_by_role("button", name="忘掉，恢复自动识别").click()
    expect(page.get_by_text("认不出是什么名册")).to_have_count(1)


def test_the_page_of_columns_is_for_everybody(visit: Visit, tmp_path: Path) -> None:
    zh = visit.page()
    upload(zh, strange(tmp_path))
    zh.get_by_role("link", name="告诉系统这是什么名册").click()
    for size, language in ((DESKTOP, "zh"), (PHONE, "en")):
        page = visit.page(size, language=language, bypass_csp=True)
        page.goto(f"{zh.url}?roster=building_leaders")
        assert (size, barriers(page), overflows(page)) == (size, [], 0)


def test_the_file_comes_back_with_red_cells(page: Page, tmp_path: Path) -> None:
    upload(page, rosters.buildings(tmp_path), rosters.leaders(tmp_path))
    with page.expect_download() as started:
        page.get_by_role("link", name="下载标红的原表").click()
    assert started.value.suggested_filename == "楼栋长名册（标红）.xlsx"
    cell = workbook(started.value)["名册"]["G5"]
    assert cell.comment is not None
    assert "电话位数不对" in cell.comment.text


@SIZES
def test_a_blank_form_is_filled(visit: Visit, tmp_path: Path, size: tuple[int, int]) -> None:
    page = visit.page(size, bypass_csp=True)
    upload(page, rosters.buildings(tmp_path), rosters.leaders(tmp_path))
    write_it(page)
    page.goto("/imports/forms")
    assert (barriers(page), overflows(page)) == ([], 0)
    page.set_input_files("#files", rosters.write(tmp_path, "上报表.xlsx", "社区楼栋长情况", rosters.BLANK))
    page.get_by_label("给哪里填").select_option(label="松涛社区")
    page.get_by_role("button", name="填表").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("上报表.xlsx")
    expect(page.get_by_role("region", name="留空的列")).to_contain_text("血型")
    assert (barriers(page), overflows(page)) == ([], 0)
    with page.expect_download() as started:
        page.get_by_role("link", name="下载填好的表").click()
    sheet = workbook(started.value).active
    assert sheet is not None
    told = {str(row[3]): str(row[4]) for row in sheet.iter_rows(min_row=3, values_only=True) if row[3]}
    assert set(told) == {"张伟", "覃秀珍"}
    assert "19900002046" not in told.values()


def test_a_template_comes_as_a_file(page: Page) -> None:
    page.goto("/imports/templates")
    with page.expect_download() as started:
        page.get_by_role("link", name="下载 楼栋长名册").click()
    assert started.value.suggested_filename == "楼栋长名册.xlsx"
    assert workbook(started.value).active is not None


def test_a_check_can_be_stopped(visit: Visit, records: Records) -> None:
    page, at = visit.page(java_script_enabled=False), datetime.now(CHINA) - timedelta(minutes=1)
    with records.writing() as session:
        job = jobs.enqueue(session, "preview", {}, by="office", at=at)
        file = UploadedFile("名册.xlsx", "xlsx", 1)
        uploads.add(session, Upload("stopped", at, "office", (file,), {}, job.id, 0))
    page.goto("/imports/new/stopped")
    expect(page.locator("main")).to_contain_text("任务进程好像没有运行")
    with records.writing() as session:
        jobs.begin(session, job.id, at=at)
        jobs.report(session, job.id, 600, 1500, "rows", at=at)
    page.reload()
    expect(page.get_by_role("progressbar")).to_have_attribute("aria-valuenow", "600")
    expect(page.locator("main")).to_contain_text("识别各行")
    page.get_by_role("button", name="取消").click()
    expect(page.locator("main")).to_contain_text("正在停下")
    with records.writing() as session:
        jobs.stop(session, job.id, at=at)
    page.reload()
    expect(page.get_by_role("alert")).to_contain_text("已取消，什么也没有写入")
    page.get_by_role("button", name="放弃这次上传").click()
    page.wait_for_url("**/imports")
    assert page.request.get("/imports/new/stopped").status == 404


def test_taking_back_can_be_stopped(page: Page, records: Records, tmp_path: Path) -> None:
    upload(page, rosters.buildings(tmp_path))
    write_it(page)
    receipt, at = page.url, datetime.now(CHINA)
    with records.writing() as session:
        job = jobs.enqueue(session, "undo", {"import": receipt.rpartition("/")[2], "by": "office"}, by="office", at=at)
    page.goto(f"{receipt}/undo?job={job.id}")
    expect(page.locator("main")).to_contain_text("排队等候")
    page.get_by_role("button", name="取消").click()
    expect(page.get_by_role("alert")).to_contain_text("已取消，什么也没有改动")
    page.goto(receipt)
    expect(page.get_by_role("link", name="撤销这次导入")).to_be_visible()


@pytest.mark.parametrize("path", ["/imports/uploads", "/imports/new/x/write", "/imports/2026-11-25-001/undo"])
def test_nothing_is_done_without_the_forms_token(page: Page, path: str) -> None:
    page.goto("/imports")
    assert page.request.post(path).status == 400


def test_the_graph_is_not_touched_by_a_check(page: Page, empty_graph: Connection, tmp_path: Path) -> None:
    upload(page, rosters.buildings(tmp_path))
    page.get_by_role("link", name="看会改什么").click()
    assert read(empty_graph, "MATCH (n:Place) RETURN n.code AS code") == []
