"""住户信息登记表: homes and who lives in them; it makes entrances and households of buildings that are known."""

from loaders.roster import Column, Post, Roster, words
from loaders.sources.columns import (
    BIRTH,
    BUILDING,
    COMMUNITY,
    COMPOUND,
    COUNTY,
    GENDER,
    GRID,
    ID_NUMBER,
    PHONE,
    PLAIN,
    POLITICS,
    RELATION,
    TOWN,
)

_HELD_BUILDING = Column(BUILDING.field, BUILDING.headings, BUILDING.reads, hold=True)

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
        _HELD_BUILDING,
        Column("entrance", words("单元 单元号 单元名称 门栋 所在单元 梯号 单元编号"), "entrance", hold=True),
        Column("room", words("房号 室号 门牌号 房间号 户号 室 房间 门号 房屋号 门牌 房室号"), "room", hold=True),
        Column(
            "address",
            words(
                "门牌地址 现住址 现住地址 居住地址 家庭住址 住址 地址 详细地址 现居住地址 家庭地址 房屋地址 现居住地"
            ),
            hold=True,
        ),
        Column("household_number", words("户编号 户编码 住户编号 家庭编号 房屋编号"), hold=True),
        Column(
            "Household.occupancy",
            words(
                "住房使用情况 房屋使用情况 居住情况 房屋状态 住房情况 房屋性质 居住性质 房屋用途 住房性质 "
                "使用情况 居住状态 住房状况"
            ),
            "occupancy",
            hold=True,
        ),
        Column("registered_only", words("是否人户分离 人户分离 人户分离情况 人户是否分离"), "separation"),
        PHONE,
        GENDER,
        BIRTH,
        ID_NUMBER,
        POLITICS,
        RELATION,
    ),
    posts=(
        Post("resident", words("姓名 成员姓名 居民姓名 住户姓名 家庭成员姓名 家庭成员 人员姓名 居住人 居住人姓名")),
    ),
    ignored=(*PLAIN, "户主姓名", "户主"),
)
