"""Who answers for zones and checkpoints, who reports, volunteers, helps and is away: all beside the places' posts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import cycle

from loaders.scenario.homes import LIVED_IN, Home
from loaders.scenario.places import Agency, Community, Scenario, title
from loaders.scenario.posts import Posts
from loaders.scenario.register import Person, Register

_REPORTING_AGE = (26, 57)
_HELPING_AGE = (22, 66)
_ELDER = 66


@dataclass(frozen=True)
class Neighbour:
    """A resident and where they live."""

    person: Person
    home: Home


@dataclass(frozen=True)
class Pair:
    """An elder who needs somebody, and who that is; None: nobody yet."""

    elder: Neighbour
    need: str
    every: int  # days between two visits
    helper: Person | None


@dataclass(frozen=True)
class Absence:
    """Somebody with a post who is away, and who stands in."""

    person: Person
    post: str
    stand_in: Person


@dataclass(frozen=True)
class Duty:
    """Everything of one town; agencies by name. `members` are those whose branch is one of the community's own."""

    heads: dict[str, Person]
    contacts: dict[str, Person]
    cadres: dict[str, tuple[Person, ...]]
    reporters: dict[str, tuple[Neighbour, ...]]
    members: tuple[Neighbour, ...]
    volunteers: tuple[Neighbour, ...]
    pairs: tuple[Pair, ...]
    absences: tuple[Absence, ...]


def engage(scenario: Scenario, homes: Sequence[Home], posts: Posts, register: Register) -> Duty:
    """Draws everybody. Call it after all posts of all towns: those who live elsewhere have names of their own."""
    agencies = scenario.agencies
    residents = [Neighbour(person, home) for home in homes for person in home.people]
    members = [found for found in residents if found.person.politics.startswith("中共")]
    reporters = _reporters(agencies, [found for found in members if _may_report(found, posts, register)])
    elsewhere = {found.person.id_number for group in reporters.values() for found in group}
    volunteers = _volunteers(scenario, residents, elsewhere, register)
    return Duty(
        heads={agency.name: _official(register) for agency in agencies},
        contacts={agency.name: _official(register) for agency in agencies},
        cadres={agency.name: tuple(_official(register) for _ in range(agency.cadres)) for agency in agencies},
        reporters=reporters,
        members=tuple(found for found in members if found.person.id_number not in elsewhere),
        volunteers=volunteers,
        pairs=_pairs(scenario, homes, volunteers, posts, register.today),
        absences=tuple(_absences(scenario, posts))[: scenario.care.leaves],
    )


def _official(register: Register) -> Person:
    return register.stranger(register.random.choice("男女"), register.random.randint(27, 57))


def _may_report(found: Neighbour, posts: Posts, register: Register) -> bool:
    leaders = {leader.id_number for leader in posts.leaders.values()}
    return (
        _grown(found, register, _REPORTING_AGE)
        and found.person.politics == "中共党员"
        and found.person.id_number not in leaders
    )


def _grown(found: Neighbour, register: Register, ages: tuple[int, int]) -> bool:
    low, high = ages
    lives_here = found.home.use in LIVED_IN and bool(found.person.phone)
    return lives_here and low <= (register.today - found.person.birth).days // 366 <= high


def _reporters(agencies: Sequence[Agency], fit: list[Neighbour]) -> dict[str, tuple[Neighbour, ...]]:
    """Members who work for an agency and live in the town, spread over all its communities."""
    stride = max(1, len(fit) // max(1, sum(agency.reporters + agency.unreported for agency in agencies)))
    spread = iter(fit[::stride])
    return {
        agency.name: tuple(found for _, found in zip(range(agency.reporters + agency.unreported), spread, strict=False))
        for agency in agencies
    }


def _volunteers(
    scenario: Scenario, residents: Sequence[Neighbour], elsewhere: set[str], register: Register
) -> tuple[Neighbour, ...]:
    fit = [
        found
        for found in residents
        if _grown(found, register, _HELPING_AGE)
        and found.person.id_number not in elsewhere
        and found.home.spoken not in scenario.family_homes
    ]
    return tuple(register.random.sample(fit, scenario.care.volunteers))


def _pairs(
    scenario: Scenario, homes: Sequence[Home], volunteers: Sequence[Neighbour], posts: Posts, today: date
) -> tuple[Pair, ...]:
    """Elders alone and couples whose children have left; a volunteer or a building leader of the community helps."""
    helpers = {
        community.name: cycle(_helpers(community, volunteers, posts))
        for community in scenario.communities
        if any(_helpers(community, volunteers, posts))
    }
    wanted = scenario.care.pairs + scenario.care.unpaired
    elders = list(_elders(homes, today))
    stride = max(1, len(elders) // max(1, wanted))
    chosen = [found for found in elders[::stride] if found.home.community.name in helpers][:wanted]
    return tuple(
        Pair(
            elder,
            *_need(elder),
            next(helpers[elder.home.community.name]) if number < scenario.care.pairs else None,
        )
        for number, elder in enumerate(chosen)
    )


def _helpers(community: Community, volunteers: Sequence[Neighbour], posts: Posts) -> list[Person]:
    own = [found.person for found in volunteers if found.home.community == community]
    leaders = {
        leader.id_number: leader
        for block, building in community.buildings()
        if (leader := posts.leaders.get(community.name + title(block, building)))
    }
    return own + list(leaders.values())


def _elders(homes: Sequence[Home], today: date) -> Iterator[Neighbour]:
    born = today.year - _ELDER
    for home in homes:
        if home.use == "自住" and home.people and all(person.birth.year <= born for person in home.people):
            yield Neighbour(home.people[0], home)


def _need(elder: Neighbour) -> tuple[str, int]:
    return ("独居老人", 7) if len(elder.home.people) == 1 else ("空巢老人", 30)


def _absences(scenario: Scenario, posts: Posts) -> Iterator[Absence]:
    """A leader of each community in turn, whom another leader of the same community stands in for."""
    for start in (4, 9, 14):
        for community in scenario.communities:
            filled = list(_filled(posts, community))
            if start + 1 < len(filled):
                (name, leader), (_, stand_in) = filled[start : start + 2]
                yield Absence(leader, f"{name}楼栋长", stand_in)


def _filled(posts: Posts, community: Community) -> Iterator[tuple[str, Person]]:
    """The community's led buildings, each leader once."""
    seen: set[str] = set()
    for block, building in community.buildings():
        name = title(block, building)
        leader = posts.leaders.get(community.name + name)
        if leader and leader.id_number not in seen:
            seen.add(leader.id_number)
            yield name, leader
