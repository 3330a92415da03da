"""办公用房及阵地登记表: the offices and rooms of a community, of what kind, how large, and their state asset number."""

from loaders.roster import Column, Roster, words
from loaders.sources.columns import COMMUNITY, COUNTY, PLAIN, TOWN

FACILITIES = Roster(
    "facilities",
    "办公用房及阵地登记表",
    "offices and facilities",
    rank=3,
    subject="community",
    title=words("办公用房 阵地 服务设施 活动场所 用房登记 场所登记 办公场所 公共服务设施 社区用房 设施登记"),
    needed=(("area_m2", "office_m2", "service_m2", "activity_m2"),),
    columns=(
        COUNTY,
        TOWN,
        COMMUNITY,
        Column("facility", words("名称 用房名称 阵地名称 设施名称 场所名称 房屋名称 场地名称 功能室名称 阵地 用房")),
        Column(
            "facility_kind",
            words("类别 类型 用途 设施类别 用房类型 阵地类型 功能 场所类型 设施类型 房屋用途 使用性质 功能类别"),
            "facility_kind",
        ),
        Column(
            "area_m2",
            words(
                "面积 建筑面积 使用面积 用房面积 面积（㎡） 面积（平方米） 建筑面积（㎡） 建筑面积（平方米） 房屋面积 "
                "总面积 阵地面积 场所面积 面积（平米） 场地面积"
            ),
            "number",
        ),
        Column("office_m2", words("办公用房面积 办公面积 办公用房 社区办公用房面积 办公用房面积（㎡）"), "number"),
        Column(
            "service_m2",
            words("党群服务中心面积 服务中心面积 便民服务大厅面积 服务用房面积 服务设施面积 党群服务中心面积（㎡）"),
            "number",
        ),
        Column("activity_m2", words("活动室面积 活动场所面积 文化活动室面积 居民活动用房面积 活动用房面积"), "number"),
        Column("elder_m2", words("养老服务设施面积 日间照料中心面积 养老设施面积 养老用房面积"), "number"),
        Column(
            "state_asset_no",
            words("国有资产编号 资产编号 固定资产编号 资产编码 国资编号 固定资产编码 国有资产编码"),
        ),
    ),
    ignored=(
        *PLAIN,
        *words(
            "地址 位置 详细地址 产权单位 产权性质 产权 权属 建成时间 启用时间 楼层 管理人 联系人 负责人 联系电话 "
            "是否租赁 开放时间 租赁到期时间 产权情况 数量 结构"
        ),
    ),
)
