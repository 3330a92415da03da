"""Who holds which post: leaders are residents of their building, the others work here and live elsewhere."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from loaders.scenario.homes import LIVED_IN, Home
from loaders.scenario.places import Community, Fill, Scenario, title
from loaders.scenario.register import Person, Register

_GROUP_FROM = 3  # members in a building that have a party group of their own


@dataclass(frozen=True)
class Posts:
    """Holders by the spoken name of what they answer for; a vacant post has no entry."""

    leaders: dict[str, Person]  # of buildings
    committees: dict[str, Person]  # of compounds
    managers: dict[str, Person]
    grid_leaders: dict[str, Person]
    workers: dict[str, Person]  # by the declaration's `who`
    staff: dict[tuple[str, int], Person]  # by community and the number of the job
    groups: frozenset[str]  # buildings with a party group


def appoint(scenario: Scenario, homes: tuple[Home, ...], register: Register) -> Posts:
    """Fills every post of the scenario that is not vacant by declaration."""
    candidates = _Candidates(scenario, homes, register)
    leaders = {name: leader for community in scenario.communities for name, leader in _leaders(community, candidates)}
    chairs = {name: chair for community in scenario.communities for name, chair in _committees(community, candidates)}
    return fill(scenario, leaders, with_group(homes), register, chairs)


def fill(
    scenario: Scenario,
    leaders: dict[str, Person],
    groups: frozenset[str],
    register: Register,
    chairs: dict[str, Person] | None = None,
) -> Posts:
    """The posts with these leaders and chairs; whoever else there must be works here and lives elsewhere."""
    communities = scenario.communities
    workers = sorted({post.who for community in communities for grid in community.grids for post in grid.workers})
    return Posts(
        leaders=leaders,
        committees=chairs or {},
        managers={
            community.name + compound.name: _stranger(register)
            for community in communities
            for compound in community.compounds
            if compound.has_manager
        },
        grid_leaders={
            community.name + grid.name: _stranger(register) for community in communities for grid in community.grids
        },
        workers={who: _stranger(register) for who in workers},
        staff={
            (community.name, number): _stranger(register)
            for community in communities
            for number in range(len(community.jobs))
        },
        groups=groups,
    )


class _Candidates:
    """Residents who may hold a post: grown, with a phone, each taken once; first those who alone bear their name."""

    def __init__(self, scenario: Scenario, homes: tuple[Home, ...], register: Register) -> None:
        self._register = register
        bearers = Counter(person.name for home in homes for person in home.people)
        self._of: dict[str, list[Person]] = {}
        self._namesakes: dict[str, list[Person]] = {}
        for home in homes:
            if home.use == "自住" and home.spoken not in scenario.family_homes:
                for person in filter(self._is_fit, home.people):
                    into = self._of if bearers[person.name] == 1 else self._namesakes
                    into.setdefault(home.in_building, []).append(person)

    def take(self, building: str) -> Person:
        """One of them, of this building; members of the party are asked first one time in two."""
        fit = self._of.get(building) or self._namesakes[building]
        members = [person for person in fit if person.politics == "中共党员"]
        chosen = self._register.random.choice(members if members and self._register.random.random() < 0.5 else fit)
        fit.remove(chosen)
        return chosen

    def _is_fit(self, person: Person) -> bool:
        return bool(person.phone) and 35 <= (self._register.today - person.birth).days // 366 <= 74


def _leaders(community: Community, candidates: _Candidates) -> Iterator[tuple[str, Person]]:
    sharing = {names[0]: names for names in community.shared}
    followers = {name for names in community.shared for name in names[1:]}
    for block, building in community.buildings():
        name = title(block, building)
        if name in community.leaderless or name in followers or building.fill is Fill.EMPTY:
            continue
        leader = candidates.take(community.name + name)
        for led in sharing.get(name, (name,)):
            yield community.name + led, leader


def _committees(community: Community, candidates: _Candidates) -> Iterator[tuple[str, Person]]:
    for compound in community.compounds:
        if compound.has_committee:
            block = next(block for block in community.blocks if block.compound == compound.name)
            chair = candidates.take(community.name + title(block, block.buildings[0]))
            yield community.name + compound.name, chair


def _stranger(register: Register) -> Person:
    return register.stranger(register.random.choice("男女"), register.random.randint(27, 57))


def with_group(homes: Iterable[Home], least: int = _GROUP_FROM) -> frozenset[str]:
    """The buildings in which enough members live for a party group."""
    members = Counter(
        home.in_building
        for home in homes
        if home.use in LIVED_IN
        for person in home.people
        if person.politics.startswith("中共")
    )
    return frozenset(building for building, count in members.items() if count >= least)
