"""What a scenario is declared with: communities, their grids, compounds and buildings."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

NOTHING = "/"
ALONE = "单体楼"


class Fill(StrEnum):
    """Who lives in a building: as usual, somebody in every home, or nobody at all."""

    USUAL = "usual"
    FULL = "full"
    EMPTY = "empty"


@dataclass(frozen=True)
class Building:
    """One building; in a village a 村民小组, which has no entrances: `doors` are then its houses."""

    name: str
    floors: int = 6
    entrances: int = 2
    doors: int = 2
    fill: Fill = Fill.USUAL
    note: str = ""

    def doorways(self) -> Iterator[tuple[int, str]]:
        """Entrance (0 where there is none) and room of every home."""
        if not self.entrances:
            yield from ((0, str(house)) for house in range(1, self.doors + 1))
            return
        for entrance in range(1, self.entrances + 1):
            for floor in range(1, self.floors + 1):
                yield from ((entrance, f"{floor}{door:02d}") for door in range(1, self.doors + 1))


@dataclass(frozen=True)
class Block:
    """Buildings of one compound that lie in one grid. `grid` or `compound` may be NOTHING."""

    grid: str
    compound: str
    buildings: tuple[Building, ...]
    span: str = ""  # how the public notice names them


@dataclass(frozen=True)
class Compound:
    """A compound: `management` is a company's name, 业主自管 or 无."""

    name: str
    management: str
    has_manager: bool = False
    has_committee: bool = False


@dataclass(frozen=True)
class Post:
    """A grid worker's post. The same `who` in two grids is one person."""

    who: str
    time: str = "专职"


@dataclass(frozen=True)
class Grid:
    """A grid. `branch` may cover several grids, and then stands in the row of each."""

    name: str
    workers: tuple[Post, ...]
    branch: str = ""
    has_secretary: bool = True


@dataclass(frozen=True)
class Job:
    """A post at the community office. `night`: reachable around the clock."""

    title: str
    duties: str
    night: bool = False


@dataclass(frozen=True)
class Community:
    """A community and everything in it. `led` are the rows of its leaders' roster."""

    name: str
    code: str
    party: str
    duty_phone: str
    grids: tuple[Grid, ...]
    compounds: tuple[Compound, ...]
    blocks: tuple[Block, ...]
    jobs: tuple[Job, ...]
    leaderless: frozenset[str] = field(default=frozenset())  # as '松涛花园9栋'
    shared: tuple[tuple[str, ...], ...] = ()  # buildings with one leader: the first is where the leader lives

    def buildings(self) -> Iterator[tuple[Block, Building]]:
        """Every building with the block it stands in."""
        return ((block, building) for block in self.blocks for building in block.buildings)


@dataclass(frozen=True)
class Checkpoint:
    """A checkpoint. `grid` may be NOTHING; a core one has two on every shift and a member of a leading team as head."""

    number: str
    name: str
    grid: str
    is_core: bool = False


@dataclass(frozen=True)
class Agency:
    """A unit that answers for a zone: its buildings in one community, and the checkpoints that its cadres staff."""

    name: str
    kind: str  # 机关, 事业单位, 企业, 学校, 医院
    zone: str
    community: str
    buildings: tuple[str, ...]  # as '松涛花园9栋'
    checkpoints: tuple[Checkpoint, ...]
    cadres: int
    reporters: int = 0  # of its members, how many live here and reported to their community
    unreported: int = 0  # … and did not


@dataclass(frozen=True)
class Care:
    """What people do for each other: how many there are of each in the town."""

    volunteers: int = 0
    pairs: int = 0
    unpaired: int = 0
    leaves: int = 0


@dataclass(frozen=True)
class Scenario:
    """One town of one county. `family_homes`: homes that a family is sure to live in."""

    county: str
    town: str
    communities: tuple[Community, ...]
    family_homes: frozenset[str] = field(default=frozenset())  # as '松涛社区松涛花园3栋1单元501'
    agencies: tuple[Agency, ...] = ()
    care: Care = field(default=Care())


def address(community: Community, block: Block, building: Building) -> str:
    """The spoken name of a building: 松涛社区松涛花园3栋."""
    return community.name + title(block, building)


def title(block: Block, building: Building) -> str:
    """The same within the community: 松涛花园3栋."""
    return building.name if block.compound == NOTHING else block.compound + building.name


def numbered(first: int, last: int, *, floors: int = 6, entrances: int = 2, doors: int = 2) -> tuple[Building, ...]:
    """Buildings 1栋, 2栋 … of one shape."""
    return tuple(Building(f"{number}栋", floors, entrances, doors) for number in range(first, last + 1))
