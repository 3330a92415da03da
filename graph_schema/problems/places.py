"""What can be wrong with a place: codes, buildings, addresses, households."""

from graph_schema.problems.problem import Problem

BUILDING_MISSING = Problem(
    "building_missing",
    "楼栋名称空白",
    "The row's building is empty",
    "写出楼栋，如 3栋；没有楼号的写楼名",
    "Write the building, as 3栋, or its name where it has no number",
)
BUILDING_UNKNOWN = Problem(
    "building_unknown",
    "没有这栋楼（{value}）",
    "There is no such building ({value})",
    "最接近的是：{nearest}。新楼请先写进小区楼栋信息表",
    "The nearest are: {nearest}. Put a new building into 小区楼栋信息表 first",
)
ROOM_MISSING = Problem(
    "room_missing",
    "房号空白",
    "The room number is empty",
    "写出房号，如 501；单元写在单元栏",
    "Write the room, as 501; the entrance has a column of its own",
)
ADDRESS_AMBIGUOUS = Problem(
    "address_ambiguous",
    "地址有两种读法（{value}）",
    "The address can be read in two ways ({value})",
    "写全：{first} 还是 {second}",
    "Write it in full: {first} or {second}",
)
ADDRESS_UNREADABLE = Problem(
    "address_unreadable",
    "看不懂这个地址（{value}）",
    "This address cannot be read ({value})",
    "写成 3栋1单元501 或 3-1-501",
    "Write it as 3栋1单元501 or 3-1-501",
)
PLACE_UNKNOWN = Problem(
    "place_unknown",
    "没有这个{kind}（{value}）",
    "There is no such place ({value})",
    "最接近的是：{nearest}。镇、社区、网格只能由小区楼栋信息表新建",
    "The nearest are: {nearest}. Only 小区楼栋信息表 makes towns, communities and grids",
)
PLACE_CODE_INVALID = Problem(
    "place_code_invalid",
    "区划代码不对（{value}）",
    "This is not a place code ({value})",
    "县6位、镇9位、社区12位数字；科学计数法的请按文本重填",
    "A county has 6 digits, a town 9, a community 12; refill as text what became scientific notation",
)
EXTENT_DESCRIBED = Problem(
    "extent_described",
    "写的是四至，不是楼栋清单，没有读（{value}）",
    "Boundaries are described here, no list of buildings; they are not read ({value})",
    "不需要处理；要登记包含哪些楼栋，请写成 松涛苑1-3栋、5栋",
    "Nothing need be done; to record the buildings write them as 松涛苑1-3栋、5栋",
)
HOUSEHOLD_UNKNOWN = Problem(
    "household_unknown",
    "没有这一户（{value}）",
    "There is no such household ({value})",
    "最接近的是：{nearest}",
    "The nearest are: {nearest}",
)
OCCUPANCY_CONFLICT = Problem(
    "occupancy_conflict",
    "登记为{value}，却有人现住",
    "Registered as {value}, yet somebody lives there",
    "改住房使用情况，或改是否人户分离",
    "Correct how the home is used, or whether the people live elsewhere",
)
