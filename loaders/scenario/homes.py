"""Who lives in which home of a scenario."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from loaders.scenario import families
from loaders.scenario.places import Block, Building, Community, Fill, Scenario, address
from loaders.scenario.register import Person, Register

_USES = {"自住": 79, "出租": 12, "空置": 7, "空挂户": 2}
LIVED_IN = ("自住", "出租")  # the first of them
_SHARES = tuple(accumulate(_USES.values()))


@dataclass(frozen=True)
class Home:
    """One home. `use`: 自住, 出租, 空置 or 空挂户; `entrance` 0 where there is none."""

    community: Community
    block: Block
    building: Building
    entrance: int
    room: str
    use: str
    people: tuple[Person, ...]

    @property
    def in_building(self) -> str:
        """The spoken name of its building."""
        return address(self.community, self.block, self.building)

    @property
    def spoken(self) -> str:
        """Its own spoken name: 松涛社区松涛花园3栋1单元501, 云岭村3组12号."""
        return self.in_building + (f"{self.entrance}单元{self.room}" if self.entrance else f"{self.room}号")


def settle(scenario: Scenario, register: Register) -> tuple[Home, ...]:
    """Every home of the scenario, with its people, in the order of the declaration."""
    return tuple(_homes(scenario, register))


def _homes(scenario: Scenario, register: Register) -> Iterator[Home]:
    for community in scenario.communities:
        for block, building in community.buildings():
            for entrance, room in building.doorways():
                empty = Home(community, block, building, entrance, room, "空置", ())
                yield _occupied(empty, register, family=empty.spoken in scenario.family_homes)


def _occupied(home: Home, register: Register, *, family: bool) -> Home:
    use = "自住" if family else _use(home.building.fill, register)
    people: tuple[Person, ...] = ()
    if family:
        people = families.parents_and_children(register)
    elif use == "自住":
        people = families.owners(register)
    elif use == "出租":
        people = families.tenants(register)
    elif use == "空挂户":
        people = families.single(register)
    return Home(home.community, home.block, home.building, home.entrance, home.room, use, people)


def _use(fill: Fill, register: Register) -> str:
    if fill is Fill.EMPTY:
        return "空置"
    uses = LIVED_IN if fill is Fill.FULL else tuple(_USES)
    return register.random.choices(uses, cum_weights=_SHARES[: len(uses)])[0]
