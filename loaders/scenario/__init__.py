"""Writes the workbooks of an invented organisation, in the forms that offices use; they load through the same door."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from random import Random

from graph_schema.errors import InputError
from loaders.scenario import care_forms, demo, duty_forms, party_forms, place_forms, post_forms, seed
from loaders.scenario.duty import Duty, engage
from loaders.scenario.forms import Hand
from loaders.scenario.homes import Home, settle
from loaders.scenario.large import LARGE, towns
from loaders.scenario.large_forms import Forms
from loaders.scenario.places import Scenario
from loaders.scenario.posts import Posts, appoint
from loaders.scenario.register import AREAS, Register
from loaders.scenario.workbook import Sheet, write_delimited, write_workbook

__all__ = ["LARGE", "PLANTED", "PROFILES", "imports", "write", "written"]

PLANTED = demo.PLANTED


@dataclass(frozen=True)
class Profile:
    """Towns of one county. `is_split`: too large for one import, so each community and each town has its own folder."""

    towns: tuple[Scenario, ...]
    area: str = AREAS[0]
    phones: float = 1.0
    is_split: bool = False


PROFILES: dict[str, Profile] = {
    "demo": Profile((demo.DEMO,)),
    "seed": Profile(seed.SEED, seed.AREA, seed.PHONES, is_split=True),
}


@dataclass(frozen=True)
class _Town:
    """A town and everybody in it."""

    scenario: Scenario
    homes: tuple[Home, ...]
    posts: Posts
    duty: Duty


def write(profile: str, folder: Path, *, today: date, seed: int = 1) -> list[Path]:
    """Writes the workbooks of a profile and returns them in the order in which `imports` loads them.

    The same profile, day and seed give the same bytes; another day moves the dates, another seed changes the people.
    Raises InputError for a profile that there is none of.
    """
    return list(written(profile, folder, today=today, seed=seed))


def written(profile: str, folder: Path, *, today: date, seed: int = 1) -> Iterator[Path]:
    """The same, file after file; of a large profile town after town, and none of them is kept in memory."""
    if profile in LARGE:
        for town in towns(profile, LARGE[profile], today=today, seed=seed):
            yield from Forms(town, profile, seed, today).write(folder / town.scenario.county / town.scenario.town)
    else:
        yield from _written(profile, folder, today, seed)


def _written(profile: str, folder: Path, today: date, seed: int) -> list[Path]:
    found = _profile(profile)
    towns = _populated(found, Random(f"{profile}/{seed}"), today)
    hand = Hand(Random(f"{profile}/{seed}/hand"), today)
    writer = _Writer(folder, hand, Random(f"{profile}/{seed}/forms"), today)
    return writer.split(towns) if found.is_split else writer.together(towns[0])


def imports(files: Sequence[Path]) -> list[list[Path]]:
    """Files that `write` returned, import by import: those of one folder are one import."""
    return [list(group) for _, group in groupby(files, key=lambda file: file.parent)]


def _profile(name: str) -> Profile:
    if name not in PROFILES:
        known = ", ".join((*PROFILES, *LARGE))
        raise InputError(f"没有“{name}”这个场景，目前有：{known}。", f"{name} is not built yet; there is: {known}.")
    return PROFILES[name]


def _populated(profile: Profile, random: Random, today: date) -> list[_Town]:
    """Residents of all towns first: whoever works here from elsewhere has a name that no resident has."""
    register = Register(random, today, area=profile.area, phones=profile.phones)
    homes = [settle(town, register) for town in profile.towns]
    posts = [appoint(town, own, register) for town, own in zip(profile.towns, homes, strict=True)]
    return [
        _Town(town, own, held, engage(town, own, held, register))
        for town, own, held in zip(profile.towns, homes, posts, strict=True)
    ]


class _Writer:
    """Writes towns as workbooks, one hand through all of them."""

    def __init__(self, folder: Path, hand: Hand, random: Random, today: date) -> None:
        self._folder = folder
        self._hand = hand
        self._random = random
        self._today = today

    def together(self, town: _Town) -> list[Path]:
        """A small town in one folder."""
        return [*self._places(self._folder, town), *self._duties(self._folder, town)]

    def split(self, towns: Sequence[_Town]) -> list[Path]:
        """A folder for the places of each community, and then one for the duties of each town."""
        files: list[Path] = []
        for town in towns:
            for community in town.scenario.communities:
                own = tuple(home for home in town.homes if home.community == community)
                part = _Town(_only(town.scenario, community.name), own, town.posts, town.duty)
                files += self._places(self._folder / community.name, part)
        for town in towns:
            files += self._duties(self._folder / town.scenario.town, town)
        return files

    def _places(self, folder: Path, town: _Town) -> list[Path]:
        scenario, posts, hand, today = town.scenario, town.posts, self._hand, self._today
        books: dict[str, list[Sheet]] = {
            "小区楼栋信息表.xlsx": [place_forms.buildings(scenario, posts, today)],
            "住户信息登记表.xlsx": [place_forms.residents(scenario, town.homes, hand)],
            "楼栋长名册.xlsx": [post_forms.leaders(own, posts, hand, today) for own in scenario.communities],
            "网格员信息公示表.xlsx": [
                post_forms.grids(scenario, posts, hand, today),
                post_forms.staff(scenario, posts, hand),
            ],
        }
        return self._written(folder, books)

    def _duties(self, folder: Path, town: _Town) -> list[Path]:
        scenario, duty, random, today = town.scenario, town.duty, self._random, self._today
        members = party_forms.members(scenario, town.posts, duty, random, today)
        volunteers = party_forms.volunteers(scenario, duty, random, today)
        folder.mkdir(parents=True, exist_ok=True)
        lists = [
            write_delimited(folder / "党员名册.csv", members, "gbk"),
            write_delimited(folder / "志愿者登记表.csv", volunteers, "utf-8-sig"),
        ]
        books: dict[str, list[Sheet]] = {
            "双报到登记表.xlsx": list(party_forms.reporting(scenario, duty, self._hand, random, today)),
            "共建单位包联安排表.xlsx": [duty_forms.assignments(scenario, duty, today)],
            "卡点值守排班表.xlsx": list(duty_forms.shifts(scenario, duty, today)),
            "结对关爱台账.xlsx": [care_forms.pairs(scenario, duty, random, today)],
            "请假登记表.xlsx": [care_forms.leaves(scenario, duty, today)],
        }
        return lists + self._written(folder, books)

    def _written(self, folder: Path, books: dict[str, list[Sheet]]) -> list[Path]:
        folder.mkdir(parents=True, exist_ok=True)
        return [write_workbook(folder / name, sheets, self._today) for name, sheets in books.items()]


def _only(scenario: Scenario, community: str) -> Scenario:
    """The town with one of its communities."""
    own = tuple(found for found in scenario.communities if found.name == community)
    return Scenario(scenario.county, scenario.town, own, scenario.family_homes)
