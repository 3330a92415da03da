"""The forms of a town of a large profile. Each has a hand of its own, so that one can be filled without the others."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from random import Random

from loaders.scenario import party_forms, place_forms, post_forms
from loaders.scenario.duty import Duty, Neighbour
from loaders.scenario.forms import Hand
from loaders.scenario.large import Large
from loaders.scenario.places import Community
from loaders.scenario.workbook import Sheet, write_delimited, write_workbook


class Forms:
    """What the offices of a town fill in."""

    def __init__(self, town: Large, profile: str, seed: int, today: date) -> None:
        self._town = town
        self._of = f"{profile}/{seed}/{town.number}"
        self._today = today

    def buildings(self) -> Sheet:
        """小区楼栋信息表."""
        return place_forms.buildings(self._town.scenario, self._town.posts, self._today)

    def residents(self) -> Sheet:
        """住户信息登记表."""
        return place_forms.residents(self._town.scenario, self._town.homes, self._hand("residents"))

    def leaders(self, community: Community) -> Sheet:
        """A community's 楼栋长名册."""
        return post_forms.leaders(community, self._town.posts, self._hand(community.name), self._today)

    def grids(self) -> Sheet:
        """网格员信息公示表."""
        return post_forms.grids(self._town.scenario, self._town.posts, self._hand("grids"), self._today)

    def staff(self) -> Sheet:
        """社区工作人员公示表."""
        return post_forms.staff(self._town.scenario, self._town.posts, self._hand("staff"))

    def members(self) -> Sheet:
        """党员名册."""
        found = (
            Neighbour(person, home)
            for home in self._town.homes
            for person in home.people
            if person.politics.startswith("中共")
        )
        duty = Duty({}, {}, {}, {}, tuple(found), (), (), ())
        random = Random(f"{self._of}/members")
        return party_forms.members(self._town.scenario, self._town.posts, duty, random, self._today)

    def write(self, folder: Path) -> list[Path]:
        """All of them as files of one folder."""
        folder.mkdir(parents=True, exist_ok=True)
        leaders = [self.leaders(community) for community in self._town.scenario.communities]
        books: Sequence[tuple[str, Sequence[Sheet]]] = (
            ("小区楼栋信息表.xlsx", [self.buildings()]),
            ("住户信息登记表.xlsx", [self.residents()]),
            ("楼栋长名册.xlsx", leaders),
            ("网格员信息公示表.xlsx", [self.grids(), self.staff()]),
        )
        written = [write_workbook(folder / name, sheets, self._today) for name, sheets in books]
        return [*written, write_delimited(folder / "党员名册.csv", self.members(), "gbk")]

    def _hand(self, form: str) -> Hand:
        return Hand(Random(f"{self._of}/{form}"), self._today)
