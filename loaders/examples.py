"""What may stand under a heading: the words of a template's line that shows how. Places and people are invented."""

from collections.abc import Mapping

from loaders.roster import Roster
from loaders.written import choices_of

# Whoever stands first is a woman born in 1949: the example of an ID number, which nobody has, says so.
_NAMES = ("王秀兰", "李建平", "张明辉", "刘志强", "陈玉梅", "杨海涛", "赵国庆", "黄丽华", "周文斌", "吴小燕")
_FIRST_PHONE = 19_900_000_001
_BY_FIELD: Mapping[str, str] = {
    "county": "云杉县",
    "town": "松涛镇",
    "community": "松涛社区",
    "county_code": "429091",
    "town_code": "429091101",
    "community_code": "429091101001",
    "grid": "第一网格",
    "micro_grid": "第一小网格",
    "compound": "松涛苑",
    "building": "3栋",
    "entrance": "1",
    "room": "501",
    "address": "松涛苑3栋1单元501",
    "household_number": "3-1-501",
    "zone": "第一片区",
    "cobuilt": "松涛社区",
    "covered": "松涛苑1-3栋、5栋",
    "covered_in": "松涛苑",
    "checkpoint": "KD-01",
    "Checkpoint.name": "松涛苑东门",
    "shift": "早班 07:00-15:00",
    "leave_from": "2026-11-20",
    "leave_to": "2026-11-24",
    "visited_on": "2026-11-03",
    "visit_every_days": "30",
    "needs": "空巢老人",
    "skills": "急救、家电维修",
    "position": "社区干部",
    "relation": "户主",
    "duties": "民政、低保",
    "residence": "松涛社区松涛苑3栋1单元501",
    "workplace": "云杉县林业局",
    "unit_kind": "机关",
    "offers": "会议室",
    "remark": "无",
    "flow": "否",
    "reported": "2026-03-07",
    "reported_on": "2026-03-07",
    "claimed_post": "政策宣传岗",
    "gender": "女",
    "birth": "1949-12-31",
    "joined_on": "1975-06-01",
    "confirmed_on": "1976-06-01",
    "until": "2029-03-01",
    "area": "松涛社区",
    "area_code": "429091101001",
    "declared": "80",
    "grid_extent": "松涛苑3栋",
    "extent": "松涛苑3栋",
    "extent_grid": "第一网格",
    "extent_compound": "松涛苑",
    "extent_building": "3栋",
    "zone_extent": "松涛苑1-3栋、5栋",
    "zone_checkpoints": "KD-01",
    "Zone.until": "2027-03-01",
    "Checkpoint.until": "2027-03-01",
    "org_kind": "党支部",
    "elected_on": "2024-03-01",
    "term_years": "3",
    "term_ends": "2027-03-01",
    "party:listed": "松涛社区第一网格党支部",
    "party:org": "松涛社区第一网格党支部",
    "party:holder": "松涛社区第一网格党支部",
    "party:above": "松涛社区党总支",
    "party:unit_org": "云杉县林业局机关党支部",
    "uscc": "11429091000000001B",
    "facility": "社区办公楼",
    "honour": "五好社区党组织",
    "awardee": "松涛社区党总支",
    "year": "2026",
    "owns": "松涛社区松涛苑1栋1单元101",
    "duty_on": "2026-11-21",
    "duty_hours": "早班 07:00-15:00",
    "activity_on": "2026-11-05",
    "activity_title": "学习二十大精神",
    "request_text": "帮助修理水管",
    "request_on": "2026-10-12",
    "request_status": "已完成",
    "registered_only": "否",
    "valid_until": "2028-12-31",
    "state_asset_no": "ZC2026001",
    "Building.floors": "6",
    "Building.entrances": "2",
    "Building.lon": "111.97",
    "Building.lat": "31.92",
    "Checkpoint.required_per_shift": "2",
    "claimed_on": "2026-10-15",
    "closed_on": "2026-10-20",
    "visit_on": "2026-11-03",
    "needed_since": "2026-01-01",
    "wish": "一台收音机",
    "visit_result": "身体健康",
    "registration_no": "YS20260001",
    "availability": "周末",
    "certificate_no": "JZ20260001",
    "unit:property_company": "云杉安居物业服务有限公司",
    "party:community_org": "松涛社区党总支",
    "party:grid_branch": "松涛社区第一网格党支部",
    "party:branch": "松涛社区第一网格党支部",
    "party:group": "松涛苑3栋党小组",
    "party:building_group": "松涛苑3栋党小组",
    "party:unit_branch": "云杉县林业局机关党支部",
}
_BY_ROSTER: Mapping[tuple[str, str], str] = {
    ("cobuilding_units", "needs"): "活动场地",
    ("party_members", "position"): "组织委员",
    ("party_officers", "position"): "组织委员",
    ("villager_group_leaders", "building"): "1组",
}
_BY_READS: Mapping[str, str] = {
    "day": "2026-03-01",
    "phones": "19900000001",
    "duty_phone": "0719-0000101",
    "integer": "16",
    "number": "16.5",
    "id": "11010519491231002X",
    "yes_no": "是",
    "politics": "群众",
    "building": "3栋",
    "community": "松涛社区",
    "communities": "松涛社区",
    "grid": "第一网格",
    "compound": "松涛苑",
    "raw": "2026-03-01",
}


def example_of(roster: Roster, field: str, reads: str) -> str:
    """An example for a column; `field` may be of a person (post.attribute)."""
    posts = [post.field for post in roster.posts]
    if field in posts:
        return _NAMES[posts.index(field) % len(_NAMES)]
    owner, _, attribute = field.partition(".")
    name = attribute if owner in posts else field
    if name == "phone":
        return str(_FIRST_PHONE + posts.index(owner) % len(_NAMES))
    if (roster.code, name) in _BY_ROSTER:
        return _BY_ROSTER[roster.code, name]
    if name in _BY_FIELD:
        return _BY_FIELD[name]
    if field.startswith("unit:"):
        return "云杉县林业局"
    if field.startswith("party:"):
        return "松涛社区党总支"
    return _BY_READS.get(reads) or next(iter(choices_of(reads).values()), "文字")
