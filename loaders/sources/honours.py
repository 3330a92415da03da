"""荣誉台账: what was awarded to which party organisation, community, compound, unit or person, and in which year."""

from loaders.roster import Column, Post, Roster, words
from loaders.sources.columns import COMMUNITY, COUNTY, HOLDER, PLAIN, TOWN

HONOURS = Roster(
    "honours",
    "荣誉台账",
    "honours",
    rank=5,
    subject="",
    title=words("荣誉 表彰 获奖 先进 评优 双十星 文明小区 五好"),
    needed=(("honour",), ("awardee", "awarded", "community"), ("year",)),
    columns=(
        COUNTY,
        TOWN,
        COMMUNITY,
        Column(
            "awardee",
            words(
                "获奖单位 获奖集体 授予对象 荣誉对象 获评单位 获得单位 获奖对象 获评对象 表彰对象 受表彰单位 单位名称 "
                "获奖单位名称 获得集体 先进集体 获评小区 党组织名称 小区名称 获得荣誉单位 对象"
            ),
            "place",
        ),
        Column(
            "honour",
            words(
                "荣誉名称 荣誉称号 奖项名称 称号 荣誉 获得荣誉 表彰名称 奖项 获奖名称 荣誉称号名称 获评称号 授予称号 "
                "所获荣誉"
            ),
        ),
        Column(
            "year", words("年度 年份 获奖年度 获奖时间 授予时间 获评时间 表彰时间 获奖年份 授予年度 命名时间"), "year"
        ),
        *HOLDER,
    ),
    posts=(
        Post(
            "awarded",
            words("获奖个人 姓名 获奖人 获奖人员 受表彰个人 获奖者 先进个人 获奖个人姓名 个人姓名"),
            known=True,
        ),
    ),
    ignored=(
        *PLAIN,
        *words("授予单位 颁发单位 授奖单位 表彰单位 命名单位 级别 荣誉级别 文号 证书编号 类别 类型 对象类型 表彰文号"),
    ),
    located=True,
)
