"""县镇社区名册: the areas with their codes and kind, duty phones, households, funds, secretary and director."""

from dataclasses import replace

from loaders.roster import Column, Post, Roster, words
from loaders.sources.columns import COMMUNITY, COUNTY, HOLDER, PLAIN, TOWN

DUTY_PHONES = words(
    "值班电话 社区值班电话 社区电话 社区办公电话 社区联系电话 居委会电话 社区服务电话 24小时值班电话 值守电话 "
    "值班电话（24小时） 对外值班电话 村值班电话 村委会电话 办公电话 服务热线"
)
AREAS = Roster(
    "areas",
    "县镇社区名册",
    "areas",
    rank=1,
    subject="area",
    title=words(
        "社区名册 村（社区）名册 社区（村）名册 行政区划 区划代码 社区名录 社区基本 镇村名册 村居名录 社区一览 "
        "社区信息 社区台账 村（社区）基本 社区（村）基本 社区情况 镇村一览 社区值班电话 区划名册 村居名册"
    ),
    needed=(
        ("community", "town", "area"),
        (
            "Area.duty_phone",
            "Community.kind",
            "Community.declared_households",
            "Community.work_funds",
            "area_code",
            "community_code",
        ),
    ),
    columns=(
        COUNTY,
        Column("county_code", words("县代码 县（市、区）代码 县级代码 县区划代码"), "county_code", hold=True),
        TOWN,
        Column("town_code", words("镇代码 镇（街道）代码 乡镇代码 街道代码 镇级代码"), "town_code", hold=True),
        # What a row is about is never taken from the row above.
        replace(COMMUNITY, hold=False),
        Column(
            "community_code",
            words("社区代码 社区编码 村代码 社区（村）代码 村（社区）代码 统计用区划代码 社区区划代码 村居代码"),
            "community_code",
        ),
        Column("area", words("名称 区划名称 单位名称 地区名称 行政区划名称 区域名称")),
        Column("area_code", words("代码 区划代码 行政区划代码 编码 统计代码 行政区代码"), "area_code"),
        Column("Area.duty_phone", DUTY_PHONES, "duty_phone"),
        Column("Town.duty_phone", words("镇值班电话 镇（街道）值班电话 街道值班电话 乡镇值班电话"), "duty_phone"),
        Column("County.duty_phone", words("县值班电话 县级值班电话 县（市、区）值班电话"), "duty_phone"),
        Column(
            "Community.kind",
            words("类别 类型 社区类别 社区类型 城乡分类 社区性质 村居类型 城乡类别 性质"),
            "community_kind",
        ),
        Column(
            "Community.declared_households",
            words("户数 总户数 登记户数 居民户数 户籍户数 常住户数 辖区户数 住户数 家庭户数 户数（户）"),
            "integer",
        ),
        Column("Community.work_funds", words("工作经费 社区工作经费 办公经费 工作经费落实"), "funds"),
        Column("Community.activity_funds", words("活动经费 党组织活动经费 党建活动经费 党建经费"), "funds"),
        Column(
            "Community.service_funds",
            words("服务群众经费 服务群众专项经费 为民服务经费 惠民资金 党组织服务群众专项经费 服务经费"),
            "funds",
        ),
        *HOLDER,
    ),
    posts=(
        Post(
            "community_secretary",
            words("书记 社区书记 党组织书记 书记姓名 社区党组织书记 村书记 社区书记姓名 党总支书记 党委书记"),
            "community_secretary",
            "Community",
        ),
        Post(
            "community_director",
            words("主任 居委会主任 社区主任 村委会主任 主任姓名 社区居委会主任 村主任 居（村）委会主任"),
            "community_director",
            "Community",
        ),
    ),
    ignored=(
        *PLAIN,
        *words(
            "级别 层级 行政级别 上级名称 上级代码 上级 人口 人口数 常住人口 户籍人口 总人口 面积 辖区面积 网格数 "
            "小区数 楼栋数 地址 办公地址 党员数 党员人数 社区地址 人口（人） 工作人员数 邮编"
        ),
    ),
    creates=frozenset(("County", "Town", "Community")),
)
