"""Writes the workbooks of an invented organisation, in the forms that offices use; they load through the same door."""

from datetime import date
from pathlib import Path
from random import Random

from graph_schema.errors import InputError
from loaders.scenario import place_forms, post_forms
from loaders.scenario.demo import DEMO, PLANTED
from loaders.scenario.forms import Hand
from loaders.scenario.homes import settle
from loaders.scenario.places import Scenario
from loaders.scenario.posts import appoint
from loaders.scenario.register import Register
from loaders.scenario.workbook import Sheet, write_workbook

__all__ = ["PLANTED", "PROFILES", "write"]

PROFILES: dict[str, Scenario] = {"demo": DEMO}


def write(profile: str, folder: Path, *, today: date, seed: int = 1) -> list[Path]:
    """Writes the workbooks of a profile and returns them, places first.

    The same profile, day and seed give the same bytes; another day moves the dates, another seed changes the people.
    Raises InputError for a profile that there is none of.
    """
    scenario = _profile(profile)
    register = Register(Random(f"{profile}/{seed}"), today)
    hand = Hand(Random(f"{profile}/{seed}/hand"), today)
    homes = settle(scenario, register)
    posts = appoint(scenario, homes, register)
    books: dict[str, list[Sheet]] = {
        "小区楼栋信息表.xlsx": [place_forms.buildings(scenario, posts, today)],
        "住户信息登记表.xlsx": [place_forms.residents(scenario, homes, hand)],
        "楼栋长名册.xlsx": [post_forms.leaders(c, posts, hand, today) for c in scenario.communities],
        "网格员信息公示表.xlsx": [
            post_forms.grids(scenario, posts, hand, today),
            post_forms.staff(scenario, posts, hand),
        ],
    }
    folder.mkdir(parents=True, exist_ok=True)
    return [write_workbook(folder / name, sheets, today) for name, sheets in books.items()]


def _profile(name: str) -> Scenario:
    if name not in PROFILES:
        known = ", ".join(PROFILES)
        raise InputError(f"没有“{name}”这个场景，目前只有：{known}。", f"{name} is not built yet; there is: {known}.")
    return PROFILES[name]
