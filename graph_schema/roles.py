"""The role vocabulary of SERVES: code, words, and where it stands in a contact chain's default order."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph_schema.model import Choice


@dataclass(frozen=True)
class Role:
    """One role. `zh` stays Chinese in both languages; `en` is its gloss.

    `gap` is the rule that a vacant slot of this role breaks. `reachable`: whether G24 asks for a usable phone.
    """

    code: str
    zh: str
    en: str
    gap: str = ""
    reachable: bool = True


GRID_WORKER = Role("grid_worker", "网格员", "grid worker", gap="G01")
GRID_LEADER = Role("grid_leader", "网格长", "grid leader")
MICRO_GRID_LEADER = Role("micro_grid_leader", "微网格长", "micro-grid leader")
GRID_LIAISON = Role("grid_liaison", "网格指导员", "grid liaison")
BUILDING_LEADER = Role("building_leader", "楼栋长", "building leader", gap="G04")
DEPUTY_BUILDING_LEADER = Role("deputy_building_leader", "副楼栋长", "deputy building leader")
ENTRANCE_LEADER = Role("entrance_leader", "单元长", "entrance leader")
HUB_HOUSEHOLD = Role("hub_household", "党员中心户", "party hub household", reachable=False)
VILLAGER_GROUP_LEADER = Role("villager_group_leader", "村民小组长", "villager group leader")
GROUP_LEADER = Role("group_leader", "党小组长", "party group leader")
BRANCH_SECRETARY = Role("branch_secretary", "支部书记", "branch secretary")
DEPUTY_SECRETARY = Role("deputy_secretary", "支部副书记", "deputy branch secretary")
BRANCH_COMMITTEE = Role("branch_committee", "支委", "branch committee member")
COMMUNITY_SECRETARY = Role("community_secretary", "社区书记", "community secretary")
COMMUNITY_DIRECTOR = Role("community_director", "居委会主任", "residents' committee director")
COMMUNITY_CADRE = Role("community_cadre", "社区干部", "community cadre")
SUNK_CADRE = Role("sunk_cadre", "下沉党员干部", "seconded cadre")
COMMUNITY_POLICE = Role("community_police", "社区民警", "community police officer")
FAMILY_DOCTOR = Role("family_doctor", "家庭医生", "family doctor")
PROPERTY_MANAGER = Role("property_manager", "物业经理", "property manager")
OWNERS_COMMITTEE = Role("owners_committee", "业委会主任", "owners' committee chair")
ZONE_LEAD = Role("zone_lead", "片长", "zone lead", gap="G17")
POINT_CADRE = Role("point_cadre", "包点干部", "point cadre")
CHECKPOINT_LEAD = Role("checkpoint_lead", "卡点负责人", "checkpoint lead")
CHECKPOINT_STAFF = Role("checkpoint_staff", "卡点值守", "checkpoint staff", reachable=False)
VOLUNTEER = Role("volunteer", "志愿者", "volunteer", reachable=False)
STANDBY = Role("standby", "B岗", "standby")
UNIT_CONTACT = Role("unit_contact", "单位联系人", "unit contact")

ROLES: Mapping[str, Role] = {value.code: value for value in list(globals().values()) if isinstance(value, Role)}
ROLE_CHOICES: tuple[Choice, ...] = tuple(Choice(role.code, role.zh, role.en) for role in ROLES.values())
