"""网格员信息公示表: who works in which grid, its leader, its party branch and the branch's secretary."""

from loaders.roster import Column, Party, Post, Roster, words
from loaders.sources.columns import COMMUNITY, COUNTY, GRID, HOLDER, PLAIN, STANDBY, TOWN

GRID_WORKERS = Roster(
    "grid_workers",
    "网格员信息公示表",
    "grid workers",
    rank=3,
    subject="grid",
    title=("网格",),
    needed=(("grid",), ("grid_worker", "grid_leader")),
    columns=(
        COUNTY,
        TOWN,
        COMMUNITY,
        GRID,
        Column("Grid.declared_households", words("户数 网格户数 管辖户数 总户数 住户数 服务户数 辖区户数"), "integer"),
        *HOLDER,
    ),
    posts=(
        Post("grid_leader", ("网格长", "网格长姓名", "网格负责人"), "grid_leader", "Grid"),
        Post(
            "grid_worker",
            words("网格员 网格员姓名 姓名 专职网格员 网格管理员 网格专员 专（兼）职网格员"),
            "grid_worker",
            "Grid",
        ),
        Post("grid_liaison", words("网格指导员 网格指导员姓名 网格联络员"), "grid_liaison", "Grid"),
        Post(
            "branch_secretary",
            words("支部书记 党支部书记 网格党支部书记 支部书记姓名 网格支部书记"),
            "branch_secretary",
            "party:grid_branch",
        ),
        Post("standby", STANDBY, "standby", "Grid"),
    ),
    parties=(
        Party(
            "party:community_org",
            words("社区党组织 社区党组织名称 所属党总支 社区党总支 社区党委 上级党组织"),
            "Community",
        ),
        Party(
            "party:grid_branch",
            words("网格党支部 党支部 网格党组织 所在党支部 党支部名称 网格党支部名称 支部名称"),
            "Grid",
            "party:community_org",
        ),
    ),
    ignored=(
        *PLAIN,
        "管辖范围",
        "楼栋数",
        "网格范围",
        "责任区域",
        "管辖区域",
        "覆盖范围",
        "服务范围",
        "辖区范围",
        "楼栋数量",
        "包含楼栋",
        *words("四至范围 责任区 人口数 常住人口 照片 监督电话 年龄 学历"),
    ),
)
