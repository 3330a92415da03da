"""Columns that several rosters have: places, and what stands beside a person's name."""

from loaders.roster import Column, words

COUNTY = Column("county", words("县（市、区） 县 县市区 县区 区县 所属县 市县 县名称"), "place", hold=True)
TOWN = Column(
    "town",
    words("镇（街道） 镇 乡镇 街道 镇街 乡镇街道 镇街道 乡镇（街道） 所属镇 所属街道 所属乡镇 镇名称 街道名称"),
    "place",
    hold=True,
)
COMMUNITY = Column(
    "community",
    words(
        "社区 村 社区（村） 村（社区） 村社区 社区村 社区名称 所属社区 村（居） 居委会 社区居委会 "
        "所在社区 服务社区 村居 村名称 社区村名称 居委会名称 所属村 行政村 村委会"
    ),
    "community",
    hold=True,
)
GRID = Column(
    "grid",
    words("网格 网格名称 所属网格 所在网格 网格名 网格编号 网格号 责任网格 基础网格 网格编码 网格代码"),
    "grid",
    hold=True,
)
MICRO_GRID = Column(
    "micro_grid",
    words(
        "小网格 微网格 小网格名称 微网格名称 所属小网格 所属微网格 小网格编号 微网格编号 小网格号 微网格号 "
        "所在小网格 所在微网格"
    ),
    "place",
    hold=True,
)
COMPOUND = Column(
    "compound",
    words(
        "小区名称 小区 小区(单位)名称 小区（单位） 现住小区 所属小区 所在小区 居住小区 院落 楼盘 "
        "小区院落 小区（院落） 小区（楼盘）名称 居民小区 住宅小区 院落名称"
    ),
    "compound",
    hold=True,
)
BUILDING = Column(
    "building",
    words(
        "楼栋 楼栋名称 楼栋号 栋号 幢号 楼号 栋 幢 楼幢 楼幢号 楼栋编号 负责楼栋 所在楼栋 楼栋名 楼 所辖楼栋 "
        "管辖楼栋 包保楼栋 "
        "栋别 楼座 座号 楼栋（单元） 管理楼栋 联系楼栋 楼宇"
    ),
    "building",
)
ENTRANCE = Column("entrance", words("单元 单元号 单元名称 门栋 所在单元 梯号 单元编号"), "entrance")
ROOM = Column("room", words("房号 室号 门牌号 房间号 户号 室 房间 门号 房屋号 门牌 房室号"), "room")
ADDRESS = Column(
    "address",
    words("门牌地址 现住址 现住地址 居住地址 家庭住址 住址 地址 详细地址 现居住地址 家庭地址 房屋地址 现居住地"),
)
HOME = (COUNTY, TOWN, COMMUNITY, GRID, COMPOUND, BUILDING, ENTRANCE, ROOM, ADDRESS)

PHONE = Column(
    "phone",
    words(
        "联系电话 手机号码 手机号 手机 电话 电话号码 联系方式 联系手机 移动电话 联系号码 联系人电话 "
        "本人电话 手机电话 备用电话 备用联系电话 第二电话 固定电话 座机 号码 联系电话1 联系电话2 "
        "联系电话3 电话1 电话2 移动电话号码 办公电话"
    ),
    "phones",
)
GENDER = Column("gender", ("性别",), "gender")
BIRTH = Column("birth", words("出生日期 出生年月 出生年月日 生日 出生时间 出生"), "day")
ID_NUMBER = Column(
    "id",
    words(
        "身份证号 身份证号码 身份证 证件号码 证件号 公民身份号码 公民身份证号 居民身份证号 居民身份证号码 "
        "身份号码 身份证件号码"
    ),
    "id",
)
POLITICS = Column("politics", words("政治面貌 政治身份 政治面目 是否党员 面貌"), "politics")
SINCE = Column(
    "since",
    words(
        "任职时间 任职日期 上任时间 聘任时间 聘用时间 任职起始时间 起始时间 上岗时间 到岗时间 起聘时间 到任时间 "
        "任职年月 担任时间 任职开始时间 聘任日期"
    ),
    "day",
)
UNTIL = Column("until", words("离任时间 卸任时间 离职时间 任职结束时间 结束时间 离岗时间 任期至"), "day")
FULL_TIME = Column(
    "full_time",
    words("专/兼职 专兼职 专职/兼职 专（兼）职 专职或兼职 是否专职 专职兼职 网格员类型 网格员性质"),
    "full_time",
)
DUTIES = Column("duties", words("分管工作 工作职责 职责 岗位职责 分工 工作分工 职责分工 负责工作 主要职责"))
NIGHT_OK = Column(
    "night_ok",
    words(
        "24小时可联系 24小时联系 是否24小时可联系 夜间可联系 是否夜间可联系 24小时 24小时在线 24小时值班 "
        "是否24小时开机 24小时开机"
    ),
    "yes_no",
)
POSITION = Column("position", words("职务 岗位 职务名称 社区职务 担任职务 现任职务 岗位名称 职位"))
RELATION = Column("relation", words("与户主关系 户主关系 与户主的关系 家庭关系 关系 与户主 和户主关系 与户主"), "text")
WORKPLACE = Column(
    "workplace",
    words(
        "工作单位 工作单位及职务 单位 所在单位 工作单位名称 单位及职务 现工作单位 工作单位及岗位 单位名称 "
        "所在工作单位 现工作单位及职务 工作单位（职务）"
    ),
    of_person=True,
)
RESIDENCE = Column(
    "residence",
    words(
        "居住地址 家庭住址 现住址 现居住地 住址 现居住地址 家庭地址 现住地址 详细地址 联系地址 常住地址 "
        "居住小区 居住地 现居住址 地址"
    ),
    of_person=True,
)

STANDBY = words("B岗 B岗人员 B岗姓名 B岗责任人 AB岗 备岗 备岗人员 备岗姓名 后备人员 替补人员 顶岗人员")

# On what a need may be recorded: a statutory duty, or that the person agreed.
BASIS = (
    Column(
        "basis",
        words("依据 登记依据 采集依据 处理依据 法定依据 信息采集依据 采集方式 登记方式 数据来源 认定依据"),
        "basis",
    ),
    Column(
        "consent",
        words(
            "本人同意 是否同意 是否本人同意 知情同意 是否知情同意 本人是否同意 知情同意书 是否签订知情同意书 "
            "是否签署知情同意书 本人或监护人同意 是否同意登记"
        ),
        "consent",
    ),
)
# The ending of the name of a community's own party organisation
COMMUNITYS_OWN = "(?:社区|村)(?:居委会|村委会)?(?:联合|综合)?(?:党委|党总支|党支部|总支|支部|党工委|党组织|委员会)+"

HOLDER = (PHONE, GENDER, BIRTH, ID_NUMBER, POLITICS, SINCE, UNTIL, FULL_TIME, DUTIES, NIGHT_OK)
PLAIN = words("序号 序 编号 No No. 备注 说明 填报说明 备注说明 填表人 填报日期")
