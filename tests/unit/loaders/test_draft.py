"""A draft: what rows state, once each, and all of a failed row taken back."""

import datetime as dt

import pytest

from graph_schema.problems import ValueProblem
from graph_schema.values.day import Day
from loaders.draft import Draft, Node
from loaders.images import spelled
from loaders.organisations import Organisations


def node(label: str, name: str, parent: Node | None = None, key: str = "") -> Node:
    return Node(label, (label, name), name, name, parent, key)


def test_of_each_kind_there_is_one_membership() -> None:
    draft, member = Draft(), node("Person", "唐德")
    first, second = node("PartyOrg", "甲支部"), node("PartyOrg", "乙支部")
    draft.relate("MEMBER_OF", member, first, "1", "affiliated", kind="affiliated")
    draft.relate("MEMBER_OF", member, second, "2", "flow_in", kind="flow_in")

    with pytest.raises(ValueProblem) as refused:
        draft.relate("MEMBER_OF", member, second, "3", "affiliated", kind="affiliated")

    assert refused.value.code == "value_conflict"
    assert [fact.end.name for fact in draft.facts.values()] == ["甲支部", "乙支部"]


def test_what_one_row_states_no_other_clears() -> None:
    draft, member = Draft(), node("Person", "唐德")
    draft.clear(member, "flow_status")
    draft.state(member, "flow_status", "out")
    draft.clear(member, "flow_status")

    assert (member.stated, member.cleared) == ({"flow_status": "out"}, frozenset())


def test_a_failed_row_leaves_no_clearing_behind() -> None:
    draft, member = Draft(), node("Person", "唐德")
    draft.clear(member, "retired")
    with pytest.raises(RuntimeError), draft.row():
        draft.clear(member, "flow_status")
        draft.state(member, "retired", True)
        raise RuntimeError("the row fails")

    assert (member.stated, member.cleared) == ({}, frozenset({"retired"}))


def test_days_are_spelled_with_their_precision() -> None:
    said = {"joined_on": Day(dt.date(1995, 7, 1), "month"), "from": Day(dt.date(2026, 11, 18)), "name": "唐德"}

    assert spelled(said) == {
        "joined_on": dt.date(1995, 7, 1),
        "joined_on_precision": "month",
        "from": dt.date(2026, 11, 18),
        "name": "唐德",
    }


class TestOrganisations:
    TOWN = node("Town", "松涛镇", key="429091101")
    NORTH, SOUTH = (
        node("Community", name, key=f"42909110100{n}") for n, name in enumerate(("城北社区", "城南社区"), 1)
    )

    def test_of_one_name_in_two_communities_are_two(self) -> None:
        organisations = Organisations(Draft())
        north = organisations.find("PartyOrg", "1栋党小组", self.NORTH)

        assert organisations.find("PartyOrg", "1栋党小组", self.SOUTH) is not north
        assert organisations.find("PartyOrg", "1栋党小组", self.NORTH) is north

    def test_which_of_two_is_meant_is_never_guessed(self) -> None:
        organisations = Organisations(Draft())
        for community in (self.NORTH, self.SOUTH):
            organisations.find("PartyOrg", "1栋党小组", community)

        with pytest.raises(ValueProblem) as refused:
            organisations.find("PartyOrg", "1栋党小组", self.TOWN)
        assert "1栋党小组@城北社区" in refused.value.advice_zh

    def test_of_a_failed_row_are_not_found_later(self) -> None:
        draft = Draft()
        organisations = Organisations(draft)
        with pytest.raises(RuntimeError), draft.row():
            made = organisations.find("Unit", "云杉县林业局", self.TOWN)
            raise RuntimeError("the row fails")

        assert organisations.begins("Unit", "云杉县林业局科长", self.TOWN) is None
        assert organisations.find("Unit", "云杉县林业局", self.TOWN) is not made


def test_a_closer_word_takes_the_place_of_a_wider_one_unless_its_row_fails() -> None:
    draft, building = Draft(), node("Building", "1栋")
    grid, micro_grid = node("Grid", "第一网格"), node("MicroGrid", "1号小网格")
    wide = draft.relate("PART_OF", building, grid, "1")
    with pytest.raises(RuntimeError), draft.row():
        draft.withdraw(wide)
        draft.relate("PART_OF", building, micro_grid, "2")
        raise RuntimeError("the row fails")

    assert list(draft.facts.values()) == [wide]
    assert draft.single("PART_OF", building) is wide

    draft.withdraw(wide)
    close = draft.relate("PART_OF", building, micro_grid, "3")
    assert list(draft.facts.values()) == [close]
