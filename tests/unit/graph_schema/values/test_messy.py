"""What stands in real cells: each is read, or refused with the problem that says what to mend."""

import pytest

from graph_schema.problems import ValueProblem
from graph_schema.values import building, day, name, number, phone, text, yes_no
from graph_schema.values.traditional import simplified


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("张　三", ["张三"]),
        ("张\n三", ["张三"]),
        ("*张三", ["张三"]),
        ("★ 张三。", ["张三"]),
        ("“张三”", ["张三"]),
        ("（张三）", ["张三"]),
        ("张三同志", ["张三"]),
        ("张三 女", ["张三"]),
        ("张三（兼）", ["张三"]),
        ("1.张三 2.李四", ["张三", "李四"]),
        ("1、张三\n2、李四", ["张三", "李四"]),
        ("张三 & 李四", ["张三", "李四"]),
        ("张三和李四", ["张三", "李四"]),
        ("张三(组长) 李四(副组长)", ["张三", "李四"]),
        ("张三、待定", ["张三"]),
        ("张和平", ["张和平"]),
        ("暂缺（待补选）", []),
        ("空缺，由网格长代管", []),
        ("無", []),
    ],
)
def test_names(cell: str, names: list[str]) -> None:
    assert [part.name for part in name.split(cell)] == names


@pytest.mark.parametrize("cell", ["张女士", "李先生", "王某", "户主", "18人", "张三1栋2"])
def test_what_is_no_name(cell: str) -> None:
    with pytest.raises(ValueProblem) as caught:
        name.split(cell)
    assert caught.value.code == "name_not_a_name"


@pytest.mark.parametrize("cell", ["张三19900000001", "张三（19900000001）", "张三：19900000001", "张三电话19900000001"])
def test_a_phone_behind_a_name_is_its_hint(cell: str) -> None:
    assert name.split(cell) == (name.NamePart("张三", "19900000001"),)


@pytest.mark.parametrize(
    ("cell", "phones"),
    [
        (19900000001.0, [("19900000001", "")]),
        ("１９９０００００００１", [("19900000001", "")]),
        ("86-19900000001", [("19900000001", "")]),
        ("“19900000001”", [("19900000001", "")]),
        ("妻子19900000001", [("19900000001", "妻子")]),
        ("19900000001 女儿", [("19900000001", "女儿")]),
        ("电话：19900000001", [("19900000001", "")]),
        ("19900000001（微信同号）", [("19900000001", "微信同号")]),
        ("19900000001(短号660001)", [("19900000001", "短号")]),
        ("19900000001或19900000002", [("19900000001", ""), ("19900000002", "")]),
        ("1990000000119900000002", [("19900000001", ""), ("19900000002", "")]),
        ("本人19900000001、儿子19900000002", [("19900000001", "本人"), ("19900000002", "儿子")]),
        ("0719-0000101转801", [("0719-0000101", "转801")]),
        ("没有电话", []),
        ("未留", []),
    ],
)
def test_phones(cell: object, phones: list[tuple[str, str]]) -> None:
    assert [(found.number, found.note) for found in phone.parse_many(cell)] == phones


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        ("O9900000001", "phone_invalid"),
        ("问他爱人", "phone_invalid"),
        ("同上", "phone_invalid"),
        ("660001", "phone_length"),
        ("0000101", "phone_length"),
        ("1.99E+10", "phone_scientific"),
        (19900000000.0 + 0.5, "phone_scientific"),
    ],
)
def test_what_is_no_phone(cell: object, problem: str) -> None:
    with pytest.raises(ValueProblem) as caught:
        phone.parse_many(cell)
    assert caught.value.code == problem


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("二〇二〇年三月", "2020-03"),
        ("2020年三月一日", "2020-03-01"),
        ("2020年3月至今", "2020-03"),
        ("2020.3-至今", "2020-03"),
        ("自2020年3月起", "2020-03"),
        ("2020年3月1日 00:00:00", "2020-03-01"),
        ("2020、3、1", "2020-03-01"),
        ("2020,3,1", "2020-03-01"),
        ("2020。3", "2020-03"),
        ("2020年03月01日（补）", "2020-03-01"),
        (43891.0, "2020-03-01"),
        ("202003", "2020-03"),
    ],
)
def test_days(cell: object, said: str) -> None:
    assert day.parse(cell).text == said


@pytest.mark.parametrize("cell", ["20年3月", "3/1/2020", "2020年3月底", "约2020年", "2020-3-1至2023-3-1", "民国三十年"])
def test_what_is_no_day(cell: str) -> None:
    with pytest.raises(ValueProblem) as caught:
        day.parse(cell)
    assert caught.value.code == "date_invalid"


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("三棟", ["3栋"]),
        ("3號樓", ["3栋"]),
        ("3栋（商住）", ["3栋"]),
        ("3.0", ["3栋"]),
        ("1.2.3栋", ["1栋", "2栋", "3栋"]),
        ("1～3栋", ["1栋", "2栋", "3栋"]),
        ("1号楼至3号楼", ["1栋", "2栋", "3栋"]),
        ("1-3、5、7栋", ["1栋", "2栋", "3栋", "5栋", "7栋"]),
        ("松濤苑1-2棟、5棟", ["松涛苑1栋", "松涛苑2栋", "松涛苑5栋"]),
    ],
)
def test_buildings(cell: str, names: list[str]) -> None:
    assert list(building.building_names(cell)) == names


@pytest.mark.parametrize(
    "cell", ["空缺", "（空缺）", "暂缺", "无", "待定", "暂缺（待补选）", "缺，拟聘", "无人", "空岗"]
)
def test_vacant(cell: str) -> None:
    assert text.is_vacant(cell) == (cell != "缺，拟聘")
    assert text.is_nothing(cell) == text.is_vacant(cell)


@pytest.mark.parametrize("cell", ["", "/", "—", "张三", "空缺、张三", "不详"])
def test_not_vacant(cell: str) -> None:
    assert not text.is_vacant(cell)


def test_simplified_characters_stay_and_traditional_ones_change() -> None:
    assert simplified("松涛社区 樓棟長 聯繫電話 身份證號 與戶主關係") == "松涛社区 楼栋长 联系电话 身份证号 与户主关系"


@pytest.mark.parametrize(
    ("cell", "said"), [("六层", 6), ("十二户", 12), ("两个", 2), ("１６户", 16), ("约80", 80), (7.0, 7)]
)
def test_numbers(cell: object, said: int) -> None:
    assert number.parse_int(cell) == said


@pytest.mark.parametrize(
    ("cell", "said"), [("是（已办）", True), ("√是", True), ("否（外出）", False), ("有的", True), ("/", None)]
)
def test_yes_and_no(cell: str, said: bool | None) -> None:
    assert yes_no.parse(cell) is said
