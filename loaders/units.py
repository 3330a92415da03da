"""The unit that a row is about: found or made before its people are, because some of them serve it; and its kind."""

import re

from graph_schema.problems import ValueProblem
from loaders.draft import Draft, Node
from loaders.organisations import Organisations
from loaders.places.areas import county_of
from loaders.places.placing import Placed
from loaders.places.problem import FieldProblem
from loaders.rows import TypedRow

KIND_WORDS = "机关、事业单位、企业、物业公司、房地产企业、社会组织、学校、医院"
_KINDS = (
    ("hospital", re.compile("医院|卫生院|医疗|卫生服务")),
    ("school", re.compile("学校|小学|中学|幼儿园|院校|大学|学院")),
    ("property_company", re.compile("物业")),
    ("developer", re.compile("房地产|开发商|房企|开发企业")),
    ("social_org", re.compile("社会组织|社会团体|社团|协会|民办非企业|社会服务机构|基金会|商会")),
    ("institution", re.compile("事业")),
    ("enterprise", re.compile("企|公司|银行|商户|个体|商铺|合作社")),
    ("county_agency", re.compile("机关|县直|行政|政府|党群|党政|政法")),
)


def unit_kind(written: str) -> str | None:
    """The kind of unit that words say; None where the list has none."""
    return next((kind for kind, words in _KINDS if words.search(written)), None)


def state_units(
    row: TypedRow, draft: Draft, organisations: Organisations, placed: Placed, source: str
) -> dict[str, Node]:
    """By field, the units that posts of the roster are towards. Raises FieldProblem.

    A row's credit code is that of the unit that it is about, which is the first one.
    """
    found: dict[str, Node] = {}
    fields = dict.fromkeys(post.target for post in row.table.roster.posts if post.target.startswith("unit:"))
    code = row.values.get("uscc")
    for field in fields:
        name = row.values.get(field)
        if not isinstance(name, str) or not name:
            continue
        try:
            found[field] = organisations.unit(name.replace(" ", ""), code, county_of(placed.area))
        except ValueProblem as problem:
            raise FieldProblem("uscc" if problem.code == "uscc_of_another_unit" else field, problem) from None
        draft.touch(found[field], source)
        code = None
    return found
