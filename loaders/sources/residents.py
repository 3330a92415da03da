"""住户信息登记表: homes and who lives in them; it makes entrances and households of buildings that are known."""

from dataclasses import replace

from loaders.roster import Column, Post, Roster, words
from loaders.sources.columns import (
    ADDRESS,
    BIRTH,
    BUILDING,
    COMMUNITY,
    COMPOUND,
    COUNTY,
    ENTRANCE,
    GENDER,
    GRID,
    ID_NUMBER,
    PHONE,
    PLAIN,
    POLITICS,
    RELATION,
    ROOM,
    TOWN,
)

RESIDENTS = Roster(
    "residents",
    "住户信息登记表",
    "residents",
    rank=2,
    subject="room",
    title=words("住户 居民 入户 人口 户籍 常住"),
    needed=(
        ("resident",),
        ("room", "address", "household_number"),
        ("room", "household_number", "relation", "Household.occupancy", "registered_only"),
    ),
    columns=(
        COUNTY,
        TOWN,
        COMMUNITY,
        GRID,
        COMPOUND,
        *(replace(column, hold=True) for column in (BUILDING, ENTRANCE, ROOM, ADDRESS)),
        Column("household_number", words("户编号 户编码 住户编号 家庭编号 房屋编号"), hold=True),
        Column(
            "Household.occupancy",
            words(
                "住房使用情况 房屋使用情况 居住情况 房屋状态 住房情况 房屋性质 居住性质 房屋用途 住房性质 "
                "使用情况 居住状态 住房状况 房屋情况 房屋现状 入住情况 住房类型 居住类型 房屋使用性质 住房用途"
            ),
            "occupancy",
            hold=True,
        ),
        Column(
            "Household.service_card",
            words(
                "便民服务卡 是否发放便民服务卡 便民服务卡发放 服务卡 是否发放服务卡 便民服务卡发放情况 "
                "便民联系卡 服务联系卡"
            ),
            "has",
            hold=True,
        ),
        Column(
            "Household.is_party_household",
            words("党员户 是否党员户 共产党员户 是否共产党员户 党员家庭 是否党员家庭 党员家庭户"),
            "yes_no",
            hold=True,
        ),
        Column(
            "owns",
            words("另有住房 另有房屋 其他住房 其它住房 其他房产 另有住房地址 其他住房地址 名下其他住房 第二住房"),
            of_person=True,
        ),
        Column("registered_only", words("是否人户分离 人户分离 人户分离情况 人户是否分离"), "separation"),
        PHONE,
        GENDER,
        BIRTH,
        ID_NUMBER,
        replace(POLITICS, headings=(*POLITICS.headings, *words("党员 是否中共党员 是否为党员 党员身份"))),
        RELATION,
    ),
    posts=(
        Post(
            "resident",
            words(
                "姓名 成员姓名 居民姓名 住户姓名 家庭成员姓名 家庭成员 人员姓名 居住人 居住人姓名 成员 "
                "常住人员姓名 常住人口姓名"
            ),
        ),
    ),
    ignored=(
        *PLAIN,
        *words("户主姓名 户主 民族 文化程度 学历 婚姻状况 职业 工作单位 籍贯 户籍地 户籍地址 户籍所在地 年龄"),
    ),
)
# Where nobody but the head of each household is listed.
HOUSEHOLD_HEADS = replace(
    RESIDENTS,
    code="household_heads",
    zh="户主信息登记表",
    en="heads of households",
    posts=(Post("resident", words("户主姓名 户主 户主名 业主姓名 业主")),),
    ignored=(*PLAIN, *words("家庭人口 人口数 家庭人口数 户口人数 常住人口 面积 建筑面积")),
)
