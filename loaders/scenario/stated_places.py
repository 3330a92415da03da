"""小区楼栋信息表, 楼栋长名册 and 网格员信息公示表 of a town, stated: its places and who answers for them."""

from database.bulk import LIST_MARK
from graph_schema.values import day
from graph_schema.values.day import Day
from loaders.scenario import post_forms
from loaders.scenario.large import Large
from loaders.scenario.large_forms import Forms
from loaders.scenario.places import Community, Grid, title
from loaders.scenario.stated import BUILDINGS, GRIDS, LEADERS, Named, Statements

_TITLES = 3  # lines above the first row: two titles and the headings
_MANAGEMENT = {"无": "none", "业主自管": "self"}


class Places:
    """The places of a town by their spoken names, as they are stated."""

    def __init__(self, town: Large, said: Statements) -> None:
        self.buildings: dict[str, Named] = {}
        self.grids: dict[str, Named] = {}
        self._compounds: dict[str, Named] = {}
        self._scopes: dict[str, str] = {}
        self._town = town
        self._said = said

    def state(self) -> None:
        """Everything of the buildings' roster."""
        scenario, said, town = self._town.scenario, self._said, self._town
        line = _TITLES + 1
        county = "County", town.area
        if town.is_first:
            name = scenario.county
            said.node("County", town.area, said.source(BUILDINGS, line), name=name, address=name)
        code = scenario.communities[0].code[:9]
        here = said.node("Town", code, said.source(BUILDINGS, line), name=scenario.town, address=scenario.town)
        said.fact("PART_OF", here, county, said.source(BUILDINGS, line))
        for community in scenario.communities:
            line = self._community(community, here, line)

    def scope(self, building: str) -> str:
        """What somebody is of who lives in a building and is nothing else, as the files have lists."""
        return self._scopes[building]

    def _community(self, community: Community, above: Named, line: int) -> int:
        said, source = self._said, self._said.source(BUILDINGS, line)
        name = community.name
        said.node(
            "Community", community.code, source, kind="urban", duty_phone=community.duty_phone, name=name, address=name
        )
        here = "Community", community.code
        said.fact("PART_OF", here, above, source)
        number = 0
        for place, block in enumerate(community.blocks, 1):
            source = said.source(BUILDINGS, line)
            grid = self._grid(community, community.grids[place - 1], place, source)
            compound = self._compound(community, place, source)
            for building in block.buildings:
                number += 1
                source = said.source(BUILDINGS, line)
                address = name + title(block, building)
                key = f"{community.code}B{number:05d}"
                shape = {"floors": building.floors, "entrances": building.entrances}
                doors = len(list(building.doorways()))
                node = said.node(
                    "Building", key, source, **shape, declared_households=doors, name=building.name, address=address
                )
                self.buildings[address] = node
                over = (self._town.area, above[1], community.code, grid[1], compound[1], key)
                self._scopes[key] = LIST_MARK.join(sorted(over))
                said.fact("PART_OF", node, grid, source)
                said.fact("LOCATED_IN", node, compound, source)
                line += 1
        return line

    def _grid(self, community: Community, grid: Grid, place: int, source: str) -> Named:
        said, name = self._said, community.name + grid.name
        homes = post_forms.homes_of(community, grid)
        key = f"{community.code}G{place:03d}"
        node = said.node("Grid", key, source, kind="base", declared_households=homes, name=grid.name, address=name)
        said.fact("PART_OF", node, ("Community", community.code), source)
        self.grids[name] = node
        return node

    def _compound(self, community: Community, place: int, source: str) -> Named:
        said, compound = self._said, community.compounds[place - 1]
        name, management = community.name + compound.name, _MANAGEMENT.get(compound.management, "managed")
        key = f"{community.code}C{place:03d}"
        node = said.node("Compound", key, source, property_management=management, name=compound.name, address=name)
        said.fact("PART_OF", node, ("Community", community.code), source)
        if management == "managed":
            company = said.unit_of(compound.management, "property_company", source)
            said.fact("MANAGES", company, node, source)
        if manager := self._town.posts.managers.get(name):
            said.serves(manager, "property_manager", node, source, is_primary=True)
        return node


def state_leaders(town: Large, places: Places, said: Statements, forms: Forms) -> None:
    """Who leads which building since when, and the party group of each."""
    for number, community in enumerate(town.scenario.communities, 1):
        sheet = forms.leaders(community)
        for line, row in enumerate(sheet.rows[:-1], len(sheet.titles) + 2):
            source = said.source(LEADERS, line, number)
            address = f"{community.name}{row[1]}{row[2]}"
            building = places.buildings[address]
            if leader := town.posts.leaders.get(address):
                said.serves(leader, "building_leader", building, source, _day(row[10]), is_primary=True)
            if group := row[11]:
                organisation = said.organisation_of(str(group), "group", source)
                said.once("COVERS", organisation, building, source)


def state_grids(town: Large, places: Places, said: Statements, forms: Forms) -> None:
    """The grids' leaders, workers and branches."""
    posts = town.posts
    sheet = forms.grids()
    every = [(community, grid) for community in town.scenario.communities for grid in community.grids]
    for line, ((community, grid), row) in enumerate(zip(every, sheet.rows, strict=True), len(sheet.titles) + 2):
        source = said.source(GRIDS, line)
        node = places.grids[community.name + grid.name]
        top = _top(community, said, source)
        leader = posts.grid_leaders[community.name + grid.name]
        said.serves(leader, "grid_leader", node, source, contact_public=True, is_primary=True)
        for nth, post in enumerate(grid.workers):
            full = {"full_time": grid.workers[0].time == "专职", "contact_public": True, "is_primary": nth == 0}
            said.serves(posts.workers[post.who], "grid_worker", node, source, _day(row[12]), **full)
        if grid.branch:
            branch = said.organisation_of(grid.branch, "branch", source)
            said.once("COVERS", branch, node, source)
            said.once("SUBORDINATE_TO", branch, top, source)
            if grid.has_secretary:
                said.serves(leader, "branch_secretary", branch, source, contact_public=True, is_primary=True)


def _top(community: Community, said: Statements, source: str) -> Named:
    """The community's own organisation."""
    top = said.organisation_of(community.party, "committee", source)
    said.once("COVERS", top, ("Community", community.code), source)
    return top


def state_staff(town: Large, said: Statements, forms: Forms) -> None:
    """Secretary, director and cadres of each community."""
    sheet = forms.staff()
    every = [(community, number) for community in town.scenario.communities for number in range(len(community.jobs))]
    for line, ((community, number), row) in enumerate(zip(every, sheet.rows, strict=True), len(sheet.titles) + 2):
        job, source = community.jobs[number], said.source(GRIDS, line, 2)
        person = town.posts.staff[community.name, number]
        common = {"duties": job.duties, "night_ok": job.night, "contact_public": True}
        target, since = ("Community", community.code), _day(row[6])
        for role in _roles(job.title):
            primary = {} if role == "community_cadre" else {"is_primary": True}
            said.serves(person, role, target, source, since, **common, **primary)


def _roles(title_: str) -> tuple[str, ...]:
    """What the words of a 职务 cell say."""
    found = [role for word, role in (("书记", "community_secretary"), ("主任", "community_director")) if word in title_]
    return tuple(found) or ("community_cadre",)


def _day(cell: object) -> Day | None:
    return None if cell is None else day.parse(cell)
