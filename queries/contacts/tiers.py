"""The order of the chain: its tiers, their slots, and who holds them, best first."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph_schema import roles
from graph_schema.errors import InputError
from queries.contacts.facts import PAIRED, Facts, Post, Target

URBAN, VILLAGE = "urban", "village"


@dataclass(frozen=True)
class Slot:
    """One role of a tier, and the levels at which it counts, its own level first.

    `also`: roles that hold it as well. `standing`: every such place has the post, so that nobody there is a vacancy;
    other posts exist only where somebody was appointed. `listed`: the vacancy is shown. `most`: names at most.
    `owed`: the label of a place that ought to have what the slot's own level is, and the rule that its lack breaks.
    """

    role: str
    levels: tuple[str, ...]
    also: tuple[str, ...] = ()
    standing: bool = True
    listed: bool = True
    most: int | None = None
    deputies: tuple[str, ...] = ()
    next_door: bool = False
    only: str = ""
    owed: tuple[str, str] | None = None

    @property
    def roles(self) -> tuple[str, ...]:
        """Every role that holds the slot."""
        return (self.role, *self.also)


@dataclass(frozen=True)
class Tier:
    """One step of the chain; in it, left slots come before right ones."""

    number: int
    slots: tuple[Slot, ...]


PAIRED_HELPER = "paired_helper"  # no SERVES: the helper of a PAIRED_WITH
DEPUTY_LEADER = roles.DEPUTY_BUILDING_LEADER.code
DEPUTY_SECRETARY = roles.DEPUTY_SECRETARY.code
STANDBY = roles.STANDBY.code

_BRANCH = ("PartyOrg@Grid", "PartyOrg@MicroGrid", "PartyOrg@Building", "PartyOrg@Compound")
_HUB = ("Household", "Entrance", "Building", "MicroGrid")
_POINT = ("Checkpoint", "Building", "MicroGrid", "Grid", "Community", "Zone")

DEFAULT = (
    Tier(1, (Slot(PAIRED_HELPER, (PAIRED,), standing=False),)),
    Tier(
        2,
        (
            Slot(roles.ENTRANCE_LEADER.code, ("Entrance",), standing=False),
            Slot(roles.HUB_HOUSEHOLD.code, _HUB, standing=False),
        ),
    ),
    Tier(
        3,
        (
            Slot(roles.BUILDING_LEADER.code, ("Building",), deputies=(DEPUTY_LEADER,), next_door=True, only=URBAN),
            # A village's roster may well call its group leader 楼栋长: both are the one who leads there.
            Slot(
                roles.VILLAGER_GROUP_LEADER.code,
                ("Building",),
                also=(roles.BUILDING_LEADER.code,),
                deputies=(DEPUTY_LEADER,),
                next_door=True,
                only=VILLAGE,
            ),
        ),
    ),
    Tier(4, (Slot(roles.GROUP_LEADER.code, ("PartyOrg@Building", "PartyOrg@Compound"), listed=False),)),
    Tier(
        5,
        (
            Slot(roles.MICRO_GRID_LEADER.code, ("MicroGrid",), standing=False),
            Slot(roles.GRID_WORKER.code, ("Grid", "MicroGrid", "Building")),
        ),
    ),
    Tier(
        6,
        (
            Slot(roles.GRID_LEADER.code, ("Grid",)),
            Slot(roles.BRANCH_SECRETARY.code, _BRANCH, deputies=(DEPUTY_SECRETARY,), owed=("Grid", "G08")),
        ),
    ),
    Tier(7, (Slot(roles.POINT_CADRE.code, _POINT, standing=False), Slot(roles.ZONE_LEAD.code, ("Zone",)))),
    Tier(8, (Slot(roles.COMMUNITY_CADRE.code, ("Community", "Grid", "MicroGrid"), listed=False, most=2),)),
    Tier(
        9,
        (Slot(roles.COMMUNITY_SECRETARY.code, ("Community", "PartyOrg@Community"), deputies=(DEPUTY_SECRETARY,)),),
    ),
    Tier(10, (Slot(roles.COMMUNITY_DIRECTOR.code, ("Community",)),)),
)
DUTY = ((11, "Community"), (12, "Town"), (13, "County"))

TOPICS = ("default", "service", "hardship", "property", "care", "response", "emergency")
LEADING = frozenset((roles.BUILDING_LEADER.code, roles.VILLAGER_GROUP_LEADER.code))
ROLES = frozenset(
    role
    for tier in DEFAULT
    for slot in tier.slots
    for role in (*slot.roles, *slot.deputies, STANDBY)
    if role in roles.ROLES
)


def tiers(topic: str, need: str | None) -> tuple[Tier, ...]:
    """The tiers of a topic. Raises InputError for one that is unknown, or known and not built."""
    if topic not in TOPICS:
        raise InputError(
            f"没有“{topic}”这个事由。可选：{'、'.join(TOPICS)}。",
            f"There is no topic {topic!r}. Known are: {', '.join(TOPICS)}.",
        )
    if topic != "default":
        raise InputError(
            f"事由“{topic}”尚未实现（not built），目前只有 default。",
            f"The topic {topic!r} is not built yet; use the topic default.",
        )
    if need is not None:
        raise InputError(
            "按需求找人尚未实现（not built），请不带需求再查。",
            "Needs are not built yet; ask without a need.",
        )
    return DEFAULT


def slots(tier: Tier, facts: Facts) -> list[Slot]:
    """The slots of the tier that there are where the anchor is: a village has other leaders than a town."""
    community = facts.place("Community")
    kind = VILLAGE if community is not None and community.kind == VILLAGE else URBAN
    return [slot for slot in tier.slots if slot.only in ("", kind)]


def reached(slot: Slot, facts: Facts) -> list[Target]:
    """The targets at which the slot's role counts, nearest first."""
    found = [target for target in facts.targets if target.level in slot.levels]
    return sorted(found, key=lambda target: (target.depth, target.step.code))


def holders(slot: Slot, facts: Facts) -> list[tuple[Post, Target]]:
    """Who holds the slot, best first."""
    return ordered(
        ((post, target) for target in reached(slot, facts) for post in target.posts if post.role in slot.roles),
        slot.roles,
    )


def ordered(posts: Iterable[tuple[Post, Target]], by_role: tuple[str, ...]) -> list[tuple[Post, Target]]:
    """By role as given, then primary, priority, nearer place, longer there, person_id."""

    def key(held: tuple[Post, Target]) -> tuple[object, ...]:
        post, target = held
        return (by_role.index(post.role), *rank(post), target.depth, *tail(post), target.step.code)

    return sorted(posts, key=key)


def rank(post: Post) -> tuple[object, ...]:
    """Primary before others, then by priority; no priority comes last."""
    return not post.primary, post.priority is None, post.priority or 0


def tail(post: Post) -> tuple[object, ...]:
    """The longest there first, an unknown day last; then person_id."""
    return post.on is None, post.on.toordinal() if post.on else 0, post.person_id


def own(slot: Slot, facts: Facts) -> list[Target]:
    """The targets of the slot's own level: where there is none, there is no post that could be vacant."""
    return [target for target in reached(slot, facts) if target.level == slot.levels[0]]
