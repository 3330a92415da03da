"""网格划分表: the grids and micro-grids of a community, of what kind they are, and which buildings lie in each."""

from dataclasses import replace

from loaders.roster import Column, Post, Roster, words
from loaders.sources.columns import COMMUNITY, COUNTY, GRID, HOLDER, MICRO_GRID, PLAIN, TOWN

_LEADERS = words(
    "微网格长 小网格长 微网格长姓名 小网格长姓名 微网格员 小网格员 微网格员姓名 小网格员姓名 微网格负责人 小网格负责人"
)
_NUMBERS = words("网格编号 网格号")  # an office's own numbering, beside the name
GRIDS = Roster(
    "grids",
    "网格划分表",
    "grids",
    rank=1,
    subject="grid",
    title=words(
        "网格划分 网格设置 小网格 微网格 网格区划 网格一览 网格基本 网格台账 网格清单 网格信息表 网格信息台账 "
        "网格名册 网格划定 网格分布 网格情况"
    ),
    needed=(("grid",), ("micro_grid", "Grid.kind", "grid_extent", "Grid.declared_households")),
    columns=(
        COUNTY,
        TOWN,
        COMMUNITY,
        replace(GRID, headings=tuple(heading for heading in GRID.headings if heading not in _NUMBERS)),
        replace(MICRO_GRID, hold=False),  # a line without one is about the grid
        Column(
            "Grid.kind",
            words("网格类别 网格类型 类别 类型 网格性质 网格属性 基础/专属 基础/专属网格 专属/基础"),
            "grid_kind",
        ),
        Column("extent_compound", words("小区 所属小区 小区名称 所在小区 包含小区 覆盖小区 院落 楼盘 楼盘名称"), "raw"),
        Column(
            "grid_extent",
            words(
                "包含楼栋 楼栋范围 网格范围 管辖范围 覆盖范围 所辖楼栋 管辖楼栋 所含楼栋 四至范围及楼栋 辖区楼栋 "
                "包含楼栋号 责任范围 覆盖楼栋 管辖楼栋号 楼栋分布 服务范围 楼栋清单 包括楼栋"
            ),
            "raw",
        ),
        # One building a line: then the households of the line are the building's.
        Column("grid_buildings", words("楼栋 楼栋名称 楼栋号 栋号 楼号 幢号"), "raw"),
        Column("Grid.declared_households", words("网格户数 网格总户数 网格登记户数 网格住户数"), "integer"),
        Column(
            "declared",
            words("户数 管辖户数 总户数 住户数 服务户数 辖区户数 登记户数 小网格户数 微网格户数"),
            "integer",
        ),
        Column(
            "MicroGrid.enclosure",
            words("围合类型 围合形式 围合情况 小区类型 封闭类型 小网格类型 微网格类型 围合方式 围合 小区性质 院落类型"),
            "enclosure",
        ),
        Column(
            "MicroGrid.closable",
            words("是否可封闭 可封闭 能否封闭 是否封闭 封闭情况 是否可封闭管理 可否封闭 封闭管理 能否封闭管理"),
            "closable",
        ),
        *HOLDER,
    ),
    posts=(
        Post("grid_leader", words("网格长 网格长姓名"), "grid_leader", "Grid"),
        Post("grid_worker", words("网格员 网格员姓名 专职网格员 专职网格员姓名"), "grid_worker", "Grid"),
        Post("micro_grid_leader", _LEADERS, "micro_grid_leader", "MicroGrid"),
    ),
    ignored=(
        *PLAIN,
        *_NUMBERS,
        *words(
            "楼栋数 楼栋数量 人口 人口数 常住人口 面积 网格代码 网格编码 商户数 单元数 党员数 党员人数 四至范围 边界 "
            "四至 东至 南至 西至 北至 小网格数 微网格数 流动人口 企业数"
        ),
    ),
    creates=frozenset(("Grid", "MicroGrid")),
)
