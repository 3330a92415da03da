"""What questions on duty, on what nobody answers for, and on units should answer over the samples, by plain Python."""

import datetime as dt

from tests.neo4j.sample_facts import BUILDING, NOON, UNIT, WORKER, Facts, Rows, or_none


def on_duty(g: Facts) -> Rows:
    for fact in g.of("ON_SHIFT"):
        starts, ends = g.moment(fact.end, "starts"), g.moment(fact.end, "ends")
        if starts < NOON + dt.timedelta(hours=12) and ends > NOON:
            [at] = g.of("AT", start=fact.end)
            yield g.said("Checkpoint", at.end), starts, ends, g.name(fact.start), g.away(fact.start)


def on_leave(g: Facts) -> Rows:
    for leave in g.of("ON_LEAVE"):
        if not g.away(leave.start):
            continue
        stand_ins = or_none([f.end for f in g.of("COVERED_BY", start=leave.end)])
        for post in g.of("SERVES", start=leave.start):
            for who in stand_ins:
                yield g.name(leave.start), post.kind, who and g.name(who), who and g.away(who)


def building_roles(g: Facts) -> Rows:
    grid, [estate] = g.up("Building", BUILDING, "Grid"), [f.end for f in g.of("LOCATED_IN", start=BUILDING)]
    targets = {("Building", BUILDING), ("Grid", grid), ("Compound", estate)}
    targets |= {("Entrance", key) for key in g.nodes["Entrance"] if g.up("Entrance", key, "Building") == BUILDING}
    targets |= {("PartyOrg", f.start) for f in g.of("COVERS", start_label="PartyOrg", end=BUILDING)}
    for fact in g.of("SERVES"):
        if (fact.end_label, fact.end) in targets:
            yield fact.kind, g.name(fact.start), g.away(fact.start)


def person_posts(g: Facts) -> Rows:
    [who] = [each for each in g.people if g.name(each) == WORKER]
    bonds = {"SERVES": "role", "MEMBER_OF": "party", "IN_GROUP": "party", "REPORTED_TO": "reported"}
    bonds |= {"WORKS_FOR": "works", "HAS_SKILL": "skill"}
    yield from (
        (bond, f.kind or None if type_ == "SERVES" else None)
        for type_, bond in bonds.items()
        for f in g.of(type_, start=who)
    )


def who_handles(g: Facts) -> Rows:
    for fact in g.of("SERVES", end_label="Community"):
        if "低保" in fact.properties.get("duties", ""):
            yield fact.end, fact.kind, g.name(fact.start)


def property_contacts(g: Facts) -> Rows:
    for estate in g.nodes["Compound"]:
        who = [(r, p) for r in ("property_manager", "owners_committee") for p in g.holders(r, "Compound", estate)]
        company = or_none([f.start for f in g.of("MANAGES", end=estate)])
        for held in or_none(who):
            role, person = held or (None, None)
            yield g.said("Compound", estate), company[0], role, person and g.name(person)


def buildings_without_leader(g: Facts) -> Rows:
    for building in g.nodes["Building"]:
        homes = g.households("Building", building)
        if homes and not g.holders("building_leader", "Building", building):
            yield g.said("Building", building), len(homes)


def grids_without_worker(g: Facts) -> Rows:
    for grid in g.nodes["Grid"]:
        if not g.holders("grid_worker", "Grid", grid):
            yield g.said("Grid", grid), sum(g.up("Building", b, "Grid") == grid for b in g.nodes["Building"])


def grids_without_branch(g: Facts) -> Rows:
    members = set(g.nodes["PartyMember"])
    for grid in g.nodes["Grid"]:
        covering = [f.start for f in g.of("COVERS", start_label="PartyOrg", end_label="Grid", end=grid)]
        if not any(g.properties["PartyOrg"][org]["kind"] in ("branch", "joint_branch") for org in covering):
            yield g.said("Grid", grid), len(g.living_in("Grid", grid) & members)


def checkpoints_short(g: Facts) -> Rows:
    for at in g.of("AT", end_label="Checkpoint"):
        starts, ends = g.moment(at.start, "starts"), g.moment(at.start, "ends")
        known = g.properties["Checkpoint"][at.end]
        if not (starts < NOON + dt.timedelta(hours=24) and ends > NOON):
            continue
        on_shift = [f.start for f in g.of("ON_SHIFT", end=at.start)]
        coming = [who for who in on_shift if not g.away(who, starts.date())]
        if len(coming) < known["required_per_shift"]:
            yield g.said("Checkpoint", at.end), starts, len(coming), len(on_shift) - len(coming)


def households_without_card(g: Facts) -> Rows:
    return ((g.said("Household", home),) for home in g.nodes["Household"] if g.is_occupied(home))


def units_not_reported(g: Facts) -> Rows:
    reported = {f.start for f in g.of("REPORTED_TO", start_label="Person")}
    for unit, known in g.properties["Unit"].items():
        workers = {f.start for f in g.of("WORKS_FOR", end=unit)}
        outside = known["kind"] in ("enterprise", "social_org", "property_company", "developer")
        if not outside and not workers & reported:
            yield unit, len(workers & set(g.nodes["PartyMember"]))


def building_units(g: Facts) -> Rows:
    for fact in g.of("COVERS", start_label="Unit", end=BUILDING):
        contacts = or_none([g.name(who) for who in g.holders("unit_contact", "Unit", fact.start)])
        yield from ((fact.start, "building", contact) for contact in contacts)


def unit_covers(g: Facts) -> Rows:
    for fact in g.of("COVERS", start=UNIT):
        zones = tuple(sorted(f.start.split("/")[1] for f in g.of("INCLUDES", end=fact.end)))
        count = 0 if fact.end_label == "Zone" else len(g.households(fact.end_label, fact.end, occupied=False))
        yield fact.end_label, g.said(fact.end_label, fact.end), zones, count


def zone_leads(g: Facts) -> Rows:
    for zone in g.nodes["Zone"]:
        units = tuple(sorted(f.start for f in g.of("COVERS", start_label="Unit", end=zone)))
        buildings = len(list(g.of("INCLUDES", start=zone, end_label="Building")))
        for who in or_none(g.holders("zone_lead", "Zone", zone)):
            yield g.said("Zone", zone), units, who and g.name(who), buildings
