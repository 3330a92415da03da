"""社区工作人员: secretary, director and cadres of a community, and its duty phone."""

from loaders.roster import Column, Post, Roster, words
from loaders.sources.columns import COMMUNITY, COUNTY, HOLDER, PLAIN, POSITION, STANDBY, TOWN, WORKPLACE

COMMUNITY_STAFF = Roster(
    "community_staff",
    "社区工作人员公示表",
    "community staff",
    rank=3,
    subject="community",
    title=words("社区工作人员 社区干部 工作人员 两委 社区班子 班子成员"),
    needed=(("staff",), ("position",)),
    columns=(
        COUNTY,
        TOWN,
        COMMUNITY,
        POSITION,
        WORKPLACE,
        Column(
            "Community.duty_phone",
            words("社区值班电话 值班电话 社区电话 社区办公电话 社区联系电话 居委会电话 社区服务电话 24小时值班电话"),
            "duty_phone",
        ),
        *HOLDER,
    ),
    posts=(
        Post(
            "staff",
            words("姓名 工作人员姓名 工作人员 人员姓名 干部姓名"),
            target="Community",
            positions=(
                ("副书记|副主任|书记助理|主任助理|书记员", "community_cadre"),
                ("书记", "community_secretary"),
                ("居委会主任|村委会主任|村主任|社区主任|居民委员会主任|村民委员会主任|^主任$", "community_director"),
                ("民警|片警|辅警", "community_police"),
                ("医生|村医", "family_doctor"),
                ("下沉", "sunk_cadre"),
                ("", "community_cadre"),
            ),
        ),
        Post("standby", STANDBY, "standby", "Community"),
    ),
    ignored=(*PLAIN, *words("年龄 学历 文化程度 照片 民族")),
)
