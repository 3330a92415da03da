"""What somebody typed, in every way in which it may be meant; and in which order what fits stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.search.asking import lucene
from queries.search.ranking import Candidate, Rank, matched, order, rank
from queries.search.typed import LONGEST, escape, tried, understand


def person(name: str, *pinyin: str, initials: str = "", code: str = "P1") -> Candidate:
    return Candidate("Person", code, name, name, "", pinyin, (initials,) if initials else ())


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("张", "phrase", "张"),
        ("张　三", "phrase", "张 三"),
        ("ZS", "initials", ("zs",)),
        ("zhang san", "pinyin", ("zhangsan",)),
        ("lü", "pinyin", ("lv",)),
        ("5678", "last4", "5678"),
        ("199 0000 0102", "last4", "0102"),
        ("+86 19900000102", "last4", "0102"),
        ("0719-0000101", "last4", "0101"),
        ("429091100001g001", "code", "429091100001G001"),
        ("P00000001", "code", "P00000001"),
        ("3-1-501", "doors", ("3-1-501",)),
        ("３－１－５０１", "doors", ("3-1-501",)),
        ("3栋1单元501", "doors", ("3-1-501",)),
        ("3-1", "doors", ("3-1",)),
        ("3栋", "doors", ("3-",)),
        ("3号楼", "buildings", ("3栋",)),
        ("松涛苑3-1", "names", ("松涛苑",)),
        ("松涛社区 松涛苑3幢1单元501", "names", ("松涛社区", "松涛苑")),
        ("松涛社区第一网格", "parts", ("松涛社区", "第一网格")),
        ("张san", "pinyin", ("zhangsan",)),
    ],
)
def test_a_text_is_read(text: str, field: str, value: object) -> None:
    assert getattr(understand(text), field) == value


@pytest.mark.parametrize("text", ["", " ", "\u3000", "\x00"])
def test_nothing_is_nothing(text: str) -> None:
    assert understand(text).is_empty


@given(st.text(max_size=200))
def test_any_text_is_read_and_bounded(text: str) -> None:
    assert len(understand(text).text) <= LONGEST
    assert all(words.zh and words.en for words in tried(text))


@given(st.text(alphabet='+-!(){}[]^"~*?:\\/&|ANDOR 松a', max_size=30))
def test_what_means_something_to_lucene_is_escaped(text: str) -> None:
    escaped = escape(text)
    specials = [i for i, sign in enumerate(escaped) if sign in '+-!(){}[]^"~*?:/&|']
    assert all(escaped[i - 1] == "\\" for i in specials)


def test_one_sign_is_a_beginning_and_two_are_a_phrase() -> None:
    assert lucene(understand("张"), ("name",)) == ["name:张*"]
    assert lucene(understand("张三"), ("name",)) == ['name:"张三"']


def test_a_place_is_a_second_condition() -> None:
    assert lucene(understand("zs"), ("name",), place="429091") == [
        '+(name_pinyin:zs* OR name_initials:zs*) +scope:"429091"'
    ]


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("张三", person("张三"), Rank.EXACT),
        ("张", person("张三"), Rank.PREFIX),
        ("三", person("张三"), Rank.CONTAINS),
        ("zhangsan", person("张三", "zhangsan"), Rank.EXACT),
        ("zhangs", person("张三", "zhangsan"), Rank.PREFIX),
        ("zs", person("张三", "zhangsan", initials="zs"), Rank.INITIALS),
        ("5678", person("张三"), Rank.EXACT),
    ],
)
def test_exact_before_prefix_before_initials_before_contains(text: str, found: Candidate, expected: Rank) -> None:
    assert rank(understand(text), found) is expected


def test_a_whole_door_stands_before_one_that_only_begins_so() -> None:
    def home(short: str) -> Candidate:
        return Candidate("Household", short, short, short, short, (), ())

    typed = understand("3-1")
    shorts = [home(short) for short in ("3-10-101", "3-1-502", "3-1-501", "3-1")]
    assert [one.short for one in sorted(shorts, key=lambda one: order(typed, one))] == [
        "3-1",
        "3-1-501",
        "3-1-502",
        "3-10-101",
    ]


@pytest.mark.parametrize(
    ("text", "title", "piece"),
    [
        ("三", "张三", "三"),
        ("zs", "张三丰", "张三"),
        ("zhangs", "张三丰", "张三"),
        ("zhangs", "张**", ""),
        ("3-1-501", "松涛社区松涛苑3栋1单元501", "3栋1单元501"),
        ("单", "单**", "单"),
        ("xx", "张三", ""),
    ],
)
def test_the_matched_piece_is_one_that_shows(text: str, title: str, piece: str) -> None:
    assert matched(understand(text), title) == piece


def test_what_was_tried_never_repeats_a_whole_number() -> None:
    assert "19900000102" not in "".join(words.zh + words.en for words in tried("19900000102"))
