"""What each question should answer over the samples on 2026-11-20 at noon, found without Neo4j or Cypher."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.neo4j import sample_answers_duty as duty
from tests.neo4j import sample_answers_life as life
from tests.neo4j.sample_facts import UNIT, WORKER, WRITTEN, Facts, Rows


@dataclass(frozen=True)
class Expected:
    """The rows of a question, in some of its columns."""

    question: str
    columns: tuple[str, ...]
    of: Callable[[Facts], Rows]
    given: Mapping[str, str] = field(default_factory=dict)


IN, OVER = {"place": WRITTEN}, {"over": "10"}
EXPECTED = (
    Expected("on_duty", ("checkpoint", "starts", "ends", "name", "on_leave"), duty.on_duty),
    Expected("on_leave", ("name", "role", "stand_in", "stand_in_away"), duty.on_leave),
    Expected("building_roles", ("role", "name", "on_leave"), duty.building_roles, IN),
    Expected("person_posts", ("bond", "role"), duty.person_posts, {"person": WORKER}),
    Expected("who_handles", ("community", "role", "name"), duty.who_handles, {"matter": "低保"}),
    Expected("property_contacts", ("compound", "company", "role", "name"), duty.property_contacts),
    Expected("buildings_without_leader", ("building", "households"), duty.buildings_without_leader),
    Expected("grids_without_worker", ("grid", "buildings"), duty.grids_without_worker),
    Expected("grids_without_branch", ("grid", "members"), duty.grids_without_branch),
    Expected("checkpoints_short", ("checkpoint", "starts", "people", "on_leave"), duty.checkpoints_short),
    Expected("households_without_card", ("household",), duty.households_without_card, {"recorded": "unknown"}),
    Expected("units_not_reported", ("unit", "members"), duty.units_not_reported),
    Expected("building_units", ("unit", "through", "contact"), duty.building_units, IN),
    Expected("unit_covers", ("label", "target", "zones", "households"), duty.unit_covers, {"unit": UNIT}),
    Expected("zone_leads", ("zone", "units", "name", "buildings"), duty.zone_leads),
    Expected(
        "members_in_building", ("name", "member_type", "organisation"), life.members_in_building, {"place": WRITTEN}
    ),
    Expected("communities_over", ("community", "organisation", "members", "full"), life.communities_over, OVER),
    Expected("small_branches", ("organisation", "full", "members"), life.small_branches),
    Expected("needs_paired", ("resident", "paired", "helper", "last_visit"), life.needs_paired),
    Expected("visits_overdue", ("helped", "helper", "every", "last_visit", "overdue"), life.visits_overdue),
    Expected("requests_unclaimed", ("name", "kind", "opened_on", "days_open"), life.requests_unclaimed),
    Expected("skilled_nearby", ("name", "near", "volunteer"), life.skilled_nearby, {"place": WRITTEN, "skill": "急救"}),
    Expected("recruitable", ("name", "reasons", "skills"), life.recruitable),
    Expected("busiest_people", ("name", "posts", "pairs"), life.busiest_people),
    Expected("if_person_leaves", ("role", "target", "others", "households"), life.if_person_leaves, {"person": WORKER}),
    Expected("hanging_on_one", ("building", "name", "households"), life.hanging_on_one),
    Expected("need_skill_gap", ("community", "need", "residents", "volunteers"), life.need_skill_gap),
    Expected(
        "coverage_compared",
        ("community", "grids", "grids_with", "buildings", "buildings_with", "households"),
        life.coverage_compared,
    ),
    Expected("declared_households", ("grid", "declared", "counted"), life.declared_households),
)
