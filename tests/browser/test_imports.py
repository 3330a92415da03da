"""From files to a receipt and back, on a desk and on a phone, with a script and without; nothing is written unseen."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from database.connection import Connection
from database.reading import read
from tests.browser import rosters
from tests.browser.rosters import upload, write_it
from tests.browser.visit import DESKTOP, NARROW, PHONE, Visit, barriers, overflows

pytestmark = pytest.mark.usefixtures("empty_graph", "worker")
SCRIPT = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desk", "phone"])
DROP = """() => {
  const dropped = new DataTransfer();
  dropped.items.add(new File(['姓名'], '名册.csv'));
  const zone = document.querySelector('.dropzone');
  zone.dispatchEvent(new DragEvent('drop', {dataTransfer: dropped, bubbles: true}));
}"""
OF_AN_UPLOAD = ("", "/difference", "/people")
BESIDE = ("/imports", "/imports/review", "/imports/templates")
LEADERS = "MATCH (p:Person)-[r:SERVES]->(b:Building) RETURN p.name AS name, b.name AS building, r.until AS until"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Buildings, and their leaders of whom one has a wrong phone."""
    return [rosters.buildings(tmp_path), rosters.leaders(tmp_path)]


def leaders(graph: Connection) -> set[tuple[str, str, bool]]:
    """Who leads which building, and whether still."""
    return {(row["name"], row["building"], row["until"] is None) for row in read(graph, LEADERS)}


@SCRIPT
@SIZES
def test_files_are_checked_compared_written_and_taken_back(
    visit: Visit, empty_graph: Connection, files: list[Path], size: tuple[int, int], script: bool
) -> None:
    page = visit.page(size, java_script_enabled=script)
    upload(page, *files)
    expect(page.locator("main")).to_contain_text("表头在第 2 行")
    expect(page.locator("tr", has_text="电话位数不对")).to_contain_text("G 手机号码")
    expect(page.locator("tr", has_text="电话位数不对")).not_to_contain_text("1990000830")
    expect(page.locator("main")).to_contain_text("没有用到“血型”这一列")
    page.get_by_role("link", name="看会改什么").click()
    expect(page.get_by_role("button", name="写入 24 处")).to_be_visible()
    expect(page.locator("tr", has_text="负责（楼栋长）").first).to_contain_text("张伟")
    assert leaders(empty_graph) == set()
    page.get_by_role("button", name="写入 24 处").click()
    expect(page.locator(".note.ok")).to_contain_text("新增 24")
    assert leaders(empty_graph) == {("张伟", "1栋", True), ("覃秀珍", "2栋", True)}
    page.get_by_role("link", name="撤销这次导入").click()
    page.get_by_role("button", name="撤销 24 处").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("撤销 2")
    assert leaders(empty_graph) == set()


def test_nobody_is_ended_unless_ticked(visit: Visit, empty_graph: Connection, files: list[Path]) -> None:
    page = visit.page()
    upload(page, *files)
    write_it(page)
    upload(page, rosters.leaders(files[0].parent, rosters.NOW))
    page.get_by_role("link", name="看会改什么").click()
    page.get_by_label("楼栋长名册.xlsx").select_option("now")
    page.get_by_role("button", name="重新比对").click()
    proposal = page.get_by_role("checkbox", name="覃秀珍")
    expect(proposal).not_to_be_checked()
    proposal.check()
    page.locator(".actionbar button.primary").click()
    expect(page.get_by_role("status")).to_contain_text("已经重新比对，还没有写入", timeout=rosters.PATIENCE)
    expect(page.locator("tr", has_text="覃秀珍")).to_contain_text("止")
    page.locator(".actionbar button.primary").click()
    expect(page.locator(".note.ok")).to_contain_text("结束 1")
    assert ("覃秀珍", "2栋", False) in leaders(empty_graph)


def test_who_it_is_is_asked_before_anything_is_written(
    visit: Visit, empty_graph: Connection, files: list[Path]
) -> None:
    page = visit.page()
    upload(page, *files)
    write_it(page)
    upload(page, rosters.leaders(files[0].parent, rosters.NAMESAKE))
    page.get_by_role("link", name="去核对").click()
    expect(page.locator(".sides")).to_contain_text("*******2046")
    page.get_by_role("button", name="不是，另一个人").click()
    page.get_by_role("button", name="照回答重新检查").click()
    write_it(page)
    assert ("张伟", "3栋", True) in leaders(empty_graph)
    page.goto("/imports/review")
    page.get_by_role("button", name="收回 张伟").click()
    expect(page.get_by_role("button", name="收回 张伟")).to_have_count(0)


@SIZES
def test_what_was_not_answered_waits_in_the_queue(visit: Visit, files: list[Path], size: tuple[int, int]) -> None:
    page = visit.page(size, bypass_csp=True)
    upload(page, *files, rosters.leaders(files[0].parent, rosters.NAMESAKE, "补充.xlsx"))
    write_it(page)
    page.goto("/imports")
    page.get_by_role("link", name="去核对").click()
    expect(page.locator(".sides")).to_contain_text("松涛社区松涛苑1栋")
    assert (barriers(page), overflows(page)) == ([], 0)
    page.get_by_role("button", name="不是，另一个人").click()
    expect(page.get_by_role("region", name="回答了，等重新导入 1")).to_contain_text("补充.xlsx")
    page.get_by_role("button", name="收回 张伟").click()
    expect(page.locator(".sides")).to_have_count(1)


def test_what_stands_in_the_way_of_an_undo_is_told(visit: Visit, empty_graph: Connection, files: list[Path]) -> None:
    page = visit.page()
    upload(page, *files)
    write_it(page)
    first = page.url
    upload(page, rosters.leaders(files[0].parent, rosters.NOW))
    write_it(page)
    page.goto(first)
    page.get_by_role("link", name="撤销这次导入").click()
    page.locator("button.primary").click()
    expect(page.get_by_role("alert")).to_contain_text("不能撤销，什么也没有改动")
    expect(page.get_by_role("region", name="挡住的地方")).to_contain_text("3栋")
    assert ("张伟", "1栋", True) in leaders(empty_graph)


def test_an_outdated_check_writes_nothing(visit: Visit, empty_graph: Connection, files: list[Path]) -> None:
    page, other = visit.page(), visit.page()
    upload(page, *files)
    upload(other, files[0])
    write_it(other)
    page.get_by_role("link", name="看会改什么").click()
    page.locator(".actionbar button.primary").click()
    expect(page.get_by_role("alert")).to_contain_text("检查结果已经过时")
    assert leaders(empty_graph) == set()


def test_a_file_that_cannot_be_read_is_told(visit: Visit, tmp_path: Path) -> None:
    page = visit.page()
    broken = tmp_path / "<b>名册.xlsx"
    broken.write_bytes(b"PK\x03\x04 torn")
    upload(page, broken)
    expect(page.locator("main")).to_contain_text("<b>名册.xlsx")
    expect(page.locator("main")).to_contain_text("读不了")


def test_no_file_is_told(visit: Visit) -> None:
    page = visit.page(java_script_enabled=False)
    page.goto("/imports")
    page.locator("#files").evaluate("input => input.required = false")
    page.get_by_role("button", name="上传并检查").click()
    expect(page.get_by_role("alert")).to_contain_text("没有选文件")


def test_files_are_dropped_on_the_page(visit: Visit) -> None:
    page = visit.page()
    page.goto("/imports")
    page.evaluate(DROP)
    assert page.locator("#files").evaluate("input => input.files[0].name") == "名册.csv"


@pytest.mark.parametrize(("size", "language"), [(DESKTOP, "zh"), (PHONE, "en")], ids=["desk", "phone"])
def test_every_page_of_an_import_is_for_everybody(
    visit: Visit, files: list[Path], size: tuple[int, int], language: str
) -> None:
    zh = visit.page()
    upload(zh, *files)
    check = zh.url
    page = visit.page(size, language=language, bypass_csp=True)
    for address in (*BESIDE, *(check + path for path in OF_AN_UPLOAD)):
        page.goto(address)
        assert (address, barriers(page)) == (address, [])
        assert (address, overflows(page)) == (address, 0)
        page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
        assert (address, overflows(page) <= 0) == (address, True)
        page.set_viewport_size({"width": size[0], "height": size[1]})
        assert (address, page.locator("h1").count(), page.locator("[style]").count()) == (address, 1, 0)
    zh.goto(check)
    write_it(zh)
    for address in (zh.url, f"{zh.url}/undo"):
        page.goto(address)
        assert (address, barriers(page), overflows(page)) == (address, [], 0)
