"""Rosters of places and organisations are told from one another by their headings, whatever an office calls them."""

from pathlib import Path

import pytest

from loaders.cells import read_cell
from loaders.places.names import micro_grid_key
from loaders.units import unit_kind
from tests.unit.loaders.workbooks import Rows, table_of, write

FORMS = [
    ("units", "序号 单位名称 单位性质 法人代表 联系电话 地址", ""),
    ("units", "企业名称 统一社会信用代码 法定代表人 联系人 手机 所属社区 从业人数", ""),
    ("units", "驻区单位名称 性质 主要负责人 电话 联络员 电话 党组织名称", "驻区单位台账"),
    ("units", "机构名称 类别 负责人 联系方式", "辖区单位基本情况"),
    ("units", "商户名称 经营类别 法人 联系电话 地址", "沿街商户名册"),
    ("party_organisations", "党支部名称 书记 联系电话 党员数 所属网格", ""),
    ("party_organisations", "序号 党组织全称 党组织类别 隶属党组织 成立时间 换届时间 届满时间 书记 副书记 委员", ""),
    ("party_organisations", "支部名称 支部书记 组织委员 宣传委员 纪检委员 上级党组织", "支部班子一览表"),
    ("party_organisations", "党小组名称 组长 联系电话 所属党支部 覆盖楼栋 党员数", "党小组名册"),
    ("areas", "行政区划代码 行政区划名称 值班电话", ""),
    ("areas", "村（社区） 值班电话 户数 人口", ""),
    ("areas", "街道 社区 社区代码 地址 办公电话 书记 主任", ""),
    ("areas", "乡镇（街道） 村（居）名称 类别 工作经费 服务群众专项经费", "社区经费落实情况"),
    ("grids", "网格编号 网格名称 网格长 覆盖小区 覆盖楼栋 户数", ""),
    ("grids", "社区 网格 小网格 楼栋 围合情况 能否封闭", ""),
    ("grids", "网格名称 微网格名称 微网格长 联系电话 责任范围", "微网格一览表"),
    ("compounds", "小区名称 物业公司 物业负责人 联系电话 业委会主任 电话", ""),
    ("compounds", "所属社区 小区名称 物业服务企业 项目经理 联系方式 有无业委会 业委会主任", ""),
    ("compounds", "社区 小区 管理方式 栋数 户数 建成年份", "小区基本情况表"),
    ("zones", "片区 片长 联系电话 包含小区", ""),
    ("zones", "片区名称 所属镇 包片领导 联系电话 涉及社区 启用时间", ""),
    ("checkpoints", "卡点名称 所属社区 负责人 联系电话 每班人数", ""),
    ("checkpoints", "编号 卡点位置 社区 是否核心 启用时间 值守人员", "卡点设置表"),
    ("facilities", "社区 阵地名称 面积 位置", ""),
    ("facilities", "社区名称 办公用房面积（㎡） 党群服务中心面积（㎡） 备注", ""),
    ("honours", "荣誉名称 授予单位 授予时间 获奖单位", ""),
    ("honours", "社区 姓名 荣誉名称 年份 联系电话", "先进个人名单"),
    ("cobuilding_units", "共建单位 联系人 电话 资源清单 需求清单 结对社区", ""),
    ("grid_workers", "社区 网格名称 姓名 专/兼职 联系电话 管辖范围 楼栋数 户数", ""),
    ("grid_workers", "社区 网格名称 网格员 联系电话 管辖范围 户数", ""),
    ("community_staff", "社区 职务 姓名 联系电话 社区值班电话", ""),
    ("buildings", "社区 小区 楼栋 单元数 户数 物业公司 物业经理 电话", ""),
]


@pytest.mark.parametrize(("roster", "headings", "title"), FORMS, ids=[f"{code}-{said}" for code, said, _ in FORMS])
def test_a_form_is_understood_whole(tmp_path: Path, roster: str, headings: str, title: str) -> None:
    said = headings.split()
    rows: Rows = [*([[title]] if title else []), said, ["甲"] * len(said), ["乙"] * len(said)]

    table = table_of(write(tmp_path / "a.xlsx", {"Sheet1": rows}))

    assert (table.roster.code, [table.layout.headings[c] for c in table.layout.unknown]) == (roster, [])


@pytest.mark.parametrize(
    ("reads", "cell", "said"),
    [
        ("closable", "可封闭", True),
        ("closable", "不可封闭", False),
        ("closable", "开放式", False),
        ("closable", "√", True),
        ("closable", "/", None),
        ("enclosure", "商品房小区", "commercial_estate"),
        ("enclosure", "老旧小区", "old_low_rise"),
        ("enclosure", "平房院落", "bungalow_cluster"),
        ("managed", "专业物业", "managed"),
        ("managed", "业主自管", "self"),
        ("managed", "无", "none"),
        ("managed", "社区代管", "none"),
        ("funds", "5万元", "yes"),
        ("funds", "0", "no"),
        ("funds", 0.0, "no"),
        ("funds", "未落实", "no"),
        ("funds", "/", None),
        ("grid_kind", "专属网格", "exclusive"),
        ("community_kind", "农村社区", "village"),
        ("community_kind", "城市社区", "urban"),
        ("facility_kind", "日间照料中心", "elder_care"),
        ("facility_kind", "党群服务中心", "service_centre"),
        ("year", "2025年度", 2025),
        ("year", "2024年7月1日", 2024),
        ("years", "5年", 5),
        ("area_code", 429091101.0, "429091101"),
    ],
)
def test_cells_are_read(reads: str, cell: object, said: object) -> None:
    assert read_cell(reads, cell) == said


@pytest.mark.parametrize("name", ["第1小网格", "一号微网格", "第一网格1小网格", "1号小网格", "第一微格"])
def test_spellings_of_a_micro_grid_are_one(name: str) -> None:
    assert micro_grid_key(name, "第一网格") == "第1小网格"


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("房地产开发企业", "developer"),
        ("物业服务企业", "property_company"),
        ("个体工商户", "enterprise"),
        ("社会服务机构", "social_org"),
        ("党政机关", "county_agency"),
        ("公立小学", "school"),
        ("驻军", None),
    ],
)
def test_the_kind_of_a_unit_is_told_by_its_words(written: str, kind: str | None) -> None:
    assert unit_kind(written) == kind
