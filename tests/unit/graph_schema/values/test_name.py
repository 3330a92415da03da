"""Names of people and how they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_schema.problems import ValueProblem
from graph_schema.values import name
from graph_schema.values.name import NamePart
from graph_schema.values.surnames import READINGS


@pytest.mark.parametrize(
    ("cell", "cleaned"),
    [
        ("张　三", "张三"),
        (" 欧阳 莲春 ", "欧阳莲春"),
        ("傅\u200b玉", "傅玉"),
        ("阿依古丽·买买提", "阿依古丽·买买提"),
        ("阿依古丽•买买提", "阿依古丽·买买提"),
        ("John  Smith", "John Smith"),
        ("〇三", "〇三"),
    ],
)
def test_a_name_is_cleaned(cell: str, cleaned: str) -> None:
    assert name.clean(cell) == cleaned


@pytest.mark.parametrize(
    "cell", ["18人", "=A1", "#N/A", "12", 12.0, "张", "合计", "张*", "无", "张" * 21, "张三李四3栋?"]
)
def test_what_is_no_name(cell: object) -> None:
    with pytest.raises(ValueProblem) as raised:
        name.clean(cell)

    assert raised.value.code == "name_not_a_name"


@pytest.mark.parametrize(
    ("cell", "code"), [("", "name_missing"), ("同上", "person_filled_down"), ("〃", "person_filled_down")]
)
def test_people_are_never_filled_down(cell: str, code: str) -> None:
    with pytest.raises(ValueProblem) as raised:
        name.clean(cell)

    assert raised.value.code == code


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("周雪诗\n方永平", [("周雪诗", ""), ("方永平", "")]),
        ("赵师泉3/钟飞全", [("赵师泉", "3"), ("钟飞全", "")]),
        ("赵师泉3栋、钟飞全4栋", [("赵师泉", "3栋"), ("钟飞全", "4栋")]),
        ("张三、李四", [("张三", ""), ("李四", "")]),
        ("张三 李四", [("张三", ""), ("李四", "")]),
        ("张 三", [("张三", "")]),
        ("欧阳 修", [("欧阳修", "")]),
        ("司马 相如", [("司马相如", "")]),
        ("李四（代）", [("李四", "代")]),
        ("待定、张三", [("张三", "")]),
        ("（空缺）", []),
        ("", []),
    ],
)
def test_names_in_one_cell(cell: str, parts: list[tuple[str, str]]) -> None:
    assert [*name.split(cell)] == [NamePart(*part) for part in parts]


@pytest.mark.parametrize("cell", ["15人", "#N/A", "=B2", "〃", 3.0, "张三、〃"])
def test_a_cell_without_names_is_refused(cell: object) -> None:
    with pytest.raises(ValueProblem):
        name.split(cell)


def test_who_is_nobody() -> None:
    assert name.is_nobody("待定")
    assert name.is_nobody("")
    assert not name.is_nobody("张三")


@pytest.mark.parametrize(
    ("written", "pinyin", "initials"),
    [
        ("张三", ["zhangsan"], ["zs"]),
        ("单雄信", ["shanxiongxin", "danxiongxin"], ["sxx", "dxx"]),
        ("仇英", ["qiuying", "chouying"], ["qy", "cy"]),
        ("区成恩", ["ouchengen", "quchengen"], ["oce", "qce"]),
        ("解志俊", ["xiezhijun", "jiezhijun"], ["xzj", "jzj"]),
        ("查良", ["zhaliang", "chaliang"], ["zl", "cl"]),
        ("曾国", ["zengguo", "cengguo"], ["zg", "cg"]),
        ("朴飞祥", ["piaofeixiang", "pufeixiang"], ["pfx"]),
        ("吕布", ["lvbu", "lubu"], ["lb"]),
        ("尉迟恭", ["yuchigong", "weichigong"], ["ycg", "wcg"]),
        ("万俟丑奴", ["moqichounu", "wansichounu"], ["mqcn", "wscn"]),
        ("上官霞莲", ["shangguanxialian"], ["sgxl"]),
        ("John Smith", ["johnsmith"], ["js"]),
    ],
)
def test_a_name_is_found_by_every_reading(written: str, pinyin: list[str], initials: list[str]) -> None:
    found = name.readings(written)

    assert set(pinyin) <= set(found.pinyin)
    assert set(initials) <= set(found.initials)
    assert found.pinyin[0] == pinyin[0]


@given(st.sampled_from(sorted(READINGS)), st.text(alphabet="女绿明行重乐长", min_size=1, max_size=2))
def test_readings_are_few_distinct_and_typable(surname: str, given_name: str) -> None:
    found = name.readings(surname + given_name)

    for words in found:
        assert 1 <= len(words) <= 8
        assert len(set(words)) == len(words)
        assert all(word.isascii() and word.islower() for word in words)


def test_places_are_read_too() -> None:
    assert name.place_readings("松涛苑") == name.Readings(("songtaoyuan",), ("sty",))
    assert "xiejiacun" in name.place_readings("解家村").pinyin
    assert name.place_readings("10栋").pinyin == ("10dong",)
    assert name.place_readings("绿城").pinyin == ("lvcheng", "lucheng")


@pytest.mark.parametrize(
    ("written", "masked"),
    [
        ("张三", "张*"),
        ("张三丰", "张**"),
        ("上官霞莲", "上官**"),
        ("阿依古丽·买买提", "阿***"),
        ("John Smith", "J***"),
        ("", ""),
    ],
)
def test_a_masked_name_keeps_the_surname(written: str, masked: str) -> None:
    assert name.mask(written) == masked


@pytest.mark.parametrize("cell", ["张三、李四等10人", "张三、李四等12名党员", "张三、李四等同志"])
def test_others_who_are_only_counted_are_no_part_of_a_name(cell: str) -> None:
    assert [part.name for part in name.split(cell)] == ["张三", "李四"]
