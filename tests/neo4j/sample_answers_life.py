"""What questions on the Party, care, skills and the whole should answer over the samples, by plain Python."""

from collections import Counter

from graph_schema.reference import MET_BY, NEEDS, SKILLS
from tests.neo4j.sample_facts import BUILDING, WORKER, Facts, Rows, first_day, or_none

_NEAR_LEVELS = (("Building", "building"), ("Grid", "grid"), ("Community", "community"))


def members_in_building(g: Facts) -> Rows:
    for who in g.living_in("Building", BUILDING) & set(g.nodes["PartyMember"]):
        for org in or_none([f.end for f in g.of("MEMBER_OF", start=who)]):
            yield g.name(who), g.properties["PartyMember"].get(who, {}).get("member_type"), org


def communities_over(g: Facts) -> Rows:
    above = {f.start: f.end for f in g.of("SUBORDINATE_TO")}
    for cover in g.of("COVERS", start_label="PartyOrg", end_label="Community"):
        tree = {cover.start}
        while more := {org for org, upper in above.items() if upper in tree} - tree:
            tree |= more
        members = {f.start for f in g.of("MEMBER_OF", "affiliated") if f.end in tree}
        full = sum(g.properties["PartyMember"].get(who, {}).get("member_type") == "full" for who in members)
        if len(members) > 10:
            yield cover.end, cover.start, len(members), full


def small_branches(g: Facts) -> Rows:
    for org, known in g.properties["PartyOrg"].items():
        members = {f.start for f in g.of("MEMBER_OF", "affiliated", end=org)}
        full = sum(g.properties["PartyMember"].get(who, {}).get("member_type") == "full" for who in members)
        if known["kind"] in ("branch", "joint_branch") and full < 3:
            yield org, full, len(members)


def needs_paired(g: Facts) -> Rows:
    for need in g.of("HAS_NEED", end="空巢老人"):
        who, homes = need.start, set(g.homes(need.start))
        helpers = [f.start for f in g.of("PAIRED_WITH") if f.end == who or f.end in homes]
        outside = tuple(sorted(g.name(each) for each in helpers if not homes & set(g.homes(each))))
        visits = [g.properties["Visit"][f.start]["on"] for f in g.of("VISITED", end=who)]
        last = max((first_day(on) for on in visits if first_day(on) <= g.on), default=None)
        yield g.name(who), bool(outside), outside, last


def visits_overdue(g: Facts) -> Rows:
    for pair in g.of("PAIRED_WITH", end_label="Person"):
        visits = [first_day(g.properties["Visit"][f.start]["on"]) for f in g.of("VISITED", end=pair.end)]
        last = max((on for on in visits if on <= g.on), default=None)
        start = last or (first_day(pair.since) if pair.since else None)
        every = pair.properties.get("visit_every_days")
        if start and every and (late := (g.on - start).days - every) > 0:
            yield g.name(pair.end), g.name(pair.start), every, last, late


def requests_unclaimed(g: Facts) -> Rows:
    for raised in g.of("RAISED_BY"):
        known = g.properties["Request"][raised.start]
        opened = first_day(known["opened_on"])
        if known["status"] == "open" and opened <= g.on and not any(g.of("CLAIMED_BY", start=raised.start)):
            yield g.name(raised.end), known["kind"], opened, (g.on - opened).days


def skilled_nearby(g: Facts) -> Rows:
    volunteers = {f.start for f in g.of("SERVES", "volunteer")}
    for fact in g.of("HAS_SKILL", end="急救"):
        until = fact.properties.get("valid_until")
        homes = [home for home in g.homes(fact.start) if g.up("Household", home, "Community") == "松涛社区"]
        if homes and (until is None or first_day(until) >= g.on):
            near = next(
                word
                for level, word in _NEAR_LEVELS
                if g.up("Household", homes[0], level) == g.up("Building", BUILDING, level)
            )
            yield g.name(fact.start), near, fact.start in volunteers


def recruitable(g: Facts) -> Rows:
    serving = {f.start for f in g.of("SERVES")}
    posts: dict[str, list[bool]] = {}
    for fact in g.of("REPORTED_TO", start_label="Person"):
        posts.setdefault(fact.start, []).append("post" in fact.properties)
    born = {who: known["birth_date"] for who, known in g.properties["Person"].items() if "birth_date" in known}
    for who in set(g.people) - serving:
        if who in born and first_day(born[who]).replace(year=first_day(born[who]).year + 18) > g.on:
            continue
        skills = [f.end for f in g.of("HAS_SKILL", start=who)]
        held = posts.get(who, [])
        member = who in g.nodes["PartyMember"] and not any(held)
        why = [("skilled", bool(skills)), ("no_post", not all(held)), ("member", member)]
        if reasons := tuple(word for word, holds in why if holds):
            yield g.name(who), reasons, tuple(sorted(skills))


def busiest_people(g: Facts) -> Rows:
    for who, posts in Counter(f.start for f in g.of("SERVES")).items():
        if posts >= 3:
            yield g.name(who), posts, len(list(g.of("PAIRED_WITH", start=who)))


def if_person_leaves(g: Facts) -> Rows:
    [who] = [each for each in g.people if g.name(each) == WORKER]
    for fact in g.of("SERVES", start=who):
        others = set(g.holders(fact.kind, fact.end_label, fact.end)) - {who}
        yield fact.kind, g.said(fact.end_label, fact.end), len(others), len(g.households(fact.end_label, fact.end))


def hanging_on_one(g: Facts) -> Rows:
    roles = ("building_leader", "deputy_building_leader", "micro_grid_leader", "grid_worker", "grid_leader")
    for building in g.nodes["Building"]:
        homes = g.households("Building", building)
        places = [at for at in g.above("Building", building) if at[0] in ("Building", "Grid")]
        people = {who for label, key in places for role in roles for who in g.holders(role, label, key)}
        if homes and len(people) == 1:
            yield g.said("Building", building), g.name(people.pop()), len(homes)


def need_skill_gap(g: Facts) -> Rows:
    codes = {said["name_zh"]: code for code, said in NEEDS.items()}
    for community in g.nodes["Community"]:
        living = g.living_in("Community", community)
        for need, residents in Counter(f.end for f in g.of("HAS_NEED") if f.start in living).items():
            helpful = {SKILLS[skill]["name_zh"] for skill in MET_BY[codes[need]]}
            able = {
                f.start for f in g.of("HAS_SKILL")
                if f.end in helpful and first_day(f.properties.get("valid_until", "9999")) >= g.on
            }  # fmt: skip
            matching = {
                f.start for f in g.of("SERVES", "volunteer")
                if f.start in able and g.up(f.end_label, f.end, "Community") == community
            }  # fmt: skip
            yield community, need, residents, len(matching)


def coverage_compared(g: Facts) -> Rows:
    for community in g.nodes["Community"]:
        grids = [key for key in g.nodes["Grid"] if g.up("Grid", key, "Community") == community]
        buildings = [key for key in g.nodes["Building"] if g.up("Building", key, "Community") == community]
        yield (
            community,
            len(grids), sum(bool(g.holders("grid_worker", "Grid", key)) for key in grids),
            len(buildings), sum(bool(g.holders("building_leader", "Building", key)) for key in buildings),
            len(g.households("Community", community, occupied=False)),
        )  # fmt: skip


def declared_households(g: Facts) -> Rows:
    for grid, known in g.properties["Grid"].items():
        counted = len(g.households("Grid", grid, occupied=False))
        if known.get("declared_households") not in (None, counted):
            yield g.said("Grid", grid), known["declared_households"], counted
