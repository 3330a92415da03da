"""社区民警、家庭医生、下沉干部名册: who from outside works in which community, and for which unit."""

from loaders.roster import Column, Post, Roster, words
from loaders.sources.columns import COMMUNITY, COUNTY, GRID, HOLDER, PLAIN, TOWN, WORKPLACE

_SERVED = Column(
    "community",
    (
        *words("下沉社区 下沉村（社区） 服务社区 责任社区 包保社区 包联社区 联系社区 驻点社区 签约社区 管辖社区"),
        *COMMUNITY.headings,
    ),
    COMMUNITY.reads,
    hold=True,
)
_PLACES = (COUNTY, TOWN, _SERVED, GRID)
_IGNORED = (
    *PLAIN,
    *words("职务 职级 警号 职称 年龄 学历 民族 岗位 派驻时间 团队名称 签约户数 服务人口 政治面貌（党派）"),
)
_POLICE = words("社区民警 社区民警姓名 民警 民警姓名 片警 片警姓名 驻村民警 包片民警")
_DOCTOR = words("家庭医生 家庭医生姓名 签约医生 签约医生姓名 全科医生 责任医生 家庭医生团队长 村医 乡村医生")
_CADRE = words("下沉干部 下沉干部姓名 下沉党员 下沉党员干部 下沉党员姓名 下沉人员 驻点干部 下沉党员干部姓名")

COMMUNITY_SUPPORT = Roster(
    "community_support",
    "社区民警、家庭医生、下沉干部名册",
    "police, doctors and seconded cadres",
    rank=3,
    subject="community",
    title=words("民警 家庭医生 下沉 一村一警 一社区一警"),
    needed=(("community",), ("community_police", "family_doctor", "sunk_cadre")),
    columns=(*_PLACES, WORKPLACE, *HOLDER),
    posts=(
        Post("community_police", _POLICE, "community_police", "Grid|Community"),
        Post("family_doctor", _DOCTOR, "family_doctor", "Grid|Community"),
        Post("sunk_cadre", _CADRE, "sunk_cadre", "Grid|Community"),
    ),
    ignored=_IGNORED,
)
COMMUNITY_POLICE, FAMILY_DOCTORS, SUNK_CADRES = (
    Roster(
        code,
        zh,
        en,
        rank=3,
        subject="community",
        title=title,
        needed=(("name",), ("phone",)),
        columns=(*_PLACES, WORKPLACE, *HOLDER),
        posts=(Post("name", words("姓名 人员姓名"), role, "Grid|Community"),),
        ignored=_IGNORED,
        titled=True,
    )
    for code, zh, en, title, role in (
        ("community_police", "社区民警名册", "community police", words("民警 一村一警"), "community_police"),
        ("family_doctors", "家庭医生名册", "family doctors", words("家庭医生 签约医生"), "family_doctor"),
        ("sunk_cadres", "下沉党员干部名册", "seconded cadres", words("下沉"), "sunk_cadre"),
    )
)
