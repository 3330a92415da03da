"""A row beside its candidates: the same aspects for all of them, and no number in clear."""

from graph_schema.values.phone import Phone
from loaders.people.candidates import Known
from loaders.people.comparison import DIFFERS, SAME, UNKNOWN, compare
from loaders.people.decision import Evidence
from loaders.rows import Claim
from tests.unit.loaders.pairs import Person, id_of
from tests.unit.loaders.test_pairs import SEAL, evidence, known

ROW = Person("侯国志", tel="19900000101", born="1982", building="1")


def compared(*candidates: Known, row: Evidence | None = None) -> list[dict[str, tuple[str, str, str]]]:
    claim = Claim("resident", ROW.name, phones=(Phone(ROW.tel),))
    sides = compare(row or evidence(ROW), claim, "松涛社区松涛苑1栋", candidates)
    return [{one.aspect: (one.row, one.known, one.verdict) for one in side} for side in sides]


def test_every_candidate_has_the_same_aspects() -> None:
    told = compared(known(Person("侯国志", sex="男")), known(Person("侯国志", born="1955")))

    assert [list(side) for side in told] == [["phone", "birth", "gender", "where"]] * 2
    assert [side["birth"] for side in told] == [("1982年", "", UNKNOWN), ("1982年", "1955年", DIFFERS)]
    assert [side["gender"] for side in told] == [("", "男", UNKNOWN), ("", "", UNKNOWN)]


def test_numbers_are_masked() -> None:
    same = known(Person("侯国志", tel="19900000101"))
    same.phones[SEAL.digest("19900000101", "phone")] = Phone("19900000101")
    (told,) = compared(same)

    assert told["phone"] == ("*******0101", "*******0101", SAME)


def test_an_id_number_is_there_or_not() -> None:
    (told,) = compared(known(Person("侯国志", id=id_of("19820301", 11))), row=evidence(ROW))

    assert told["id"] == ("", "有，已校验", UNKNOWN)
