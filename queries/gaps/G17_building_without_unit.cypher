/*---
id: G17
name: building_without_unit
title: {zh: 楼栋无包保单位, en: Buildings that no unit covers}
severity: high
mark: S
anchor: building
of: occupied_buildings
percent_of: {zh: 有人居住的楼栋, en: occupied buildings}
definition:
  zh: 城市社区里有人居住的楼栋，没有单位包保（楼栋、小区、所在的片都没有），或所在的片当前没有片长
  en: An occupied building of an urban community is covered by no unit (itself, by its compound, by its zone), or a zone in force that includes it has no zone lead.
counts: {zh: 楼栋, en: buildings}
advice:
  zh: 请牵头单位重新明确包保单位和片长，做到一包到底
  en: Ask the leading unit to name who covers it, and the zone lead; who ends a cover names a successor or a reason.
unknown:
  zh: 无人包保，但不知道是否有人居住（住户未录入），或不知道属于哪个社区
  en: 'Not covered, and it is not known whether anybody lives there, or of which community it is.'
note: {zh: 四定不全：没有明确到人，或职责、时间没写, en: 'Person, duties or times are not all named'}
detail:
  zones_without_lead: {zh: 没有片长的片, en: Zones without a lead, kind: place}
  units: {zh: 包保单位, en: Covered by, property: Unit.name}
  ended: {zh: 原包保单位, en: Formerly covered by, property: Unit.name}
  without_person: {zh: 没有明确到人的单位, en: Units without a person named, kind: count}
  without_duties: {zh: 没写职责的人, en: People without duties, kind: count}
  without_times: {zh: 没写时间的人, en: People without times, kind: count}
history: [old]
---*/
MATCH (b:Building)
WITH b, COLLECT {
  MATCH (b)-[up:PART_OF WHERE (up.since IS NULL OR up.since <= $on) AND (up.until IS NULL OR up.until > $on)]->{1,3}(c:Community)
  WHERE c.kind IS NOT NULL
  RETURN DISTINCT c.kind
} AS kinds
WHERE kinds = [] OR 'urban' IN kinds
WITH b, kinds, COLLECT {
  MATCH (b)<-[i:INCLUDES]-(z:Zone)
  WHERE (i.since IS NULL OR i.since <= $on) AND (i.until IS NULL OR i.until > $on) AND (z.since IS NULL OR z.since <= $on) AND (z.until IS NULL OR z.until > $on)
  RETURN z ORDER BY z.code
} AS zones, COLLECT {
  MATCH (b)<-[own:COVERS]-(u:Unit)
  WHERE (own.since IS NULL OR own.since <= $on) AND (own.until IS NULL OR own.until > $on)
  RETURN DISTINCT u ORDER BY u.unit_id
} AS own_units, COLLECT {
  MATCH (b)-[l:LOCATED_IN]->(:Compound)<-[around:COVERS]-(u:Unit)
  WHERE (l.since IS NULL OR l.since <= $on) AND (l.until IS NULL OR l.until > $on) AND (around.since IS NULL OR around.since <= $on) AND (around.until IS NULL OR around.until > $on)
  RETURN DISTINCT u ORDER BY u.unit_id
} AS compound_units
WITH b, kinds, zones, CASE
  WHEN own_units <> [] THEN own_units
  WHEN compound_units <> [] THEN compound_units
  ELSE COLLECT {
    UNWIND zones AS z
    MATCH (z)<-[wide:COVERS]-(u:Unit)
    WHERE (wide.since IS NULL OR wide.since <= $on) AND (wide.until IS NULL OR wide.until > $on)
    RETURN DISTINCT u ORDER BY u.unit_id
  }
END AS units
WITH b, kinds, zones, units, COLLECT {
  UNWIND zones AS z
  WITH z WHERE NOT EXISTS {
    (z)<-[lead:SERVES]-(:Person)
    WHERE any(role IN ['zone_lead'] WHERE role = lead.role) AND (lead.since IS NULL OR lead.since <= $on) AND (lead.until IS NULL OR lead.until > $on)
  }
  RETURN z.name
} AS leaderless, COLLECT {
  UNWIND zones + units AS held
  MATCH (held)<-[post:SERVES]-(:Person)
  WHERE any(role IN ['zone_lead', 'unit_contact'] WHERE role = post.role) AND (post.since IS NULL OR post.since <= $on) AND (post.until IS NULL OR post.until > $on)
  RETURN {of: held, duties: post.duties, since: post.since}
} AS posts
WITH b, kinds, units, leaderless,
  CASE WHEN zones = [] THEN size([u IN units WHERE NOT any(post IN posts WHERE post.of = u)]) ELSE 0 END AS without_person,
  size([post IN posts WHERE post.duties IS NULL]) AS without_duties,
  size([post IN posts WHERE post.since IS NULL]) AS without_times
WITH *, units = [] OR leaderless <> [] AS broken
WHERE broken OR without_person + without_duties + without_times > 0
WITH *, EXISTS {
  MATCH (b)<-[below:PART_OF WHERE (below.since IS NULL OR below.since <= $on) AND (below.until IS NULL OR below.until > $on)]-{1,2}(h:Household)
  WHERE h.occupancy IN ['owner', 'rented'] OR (h.occupancy IS NULL AND EXISTS {
    (h)<-[home:LIVES_IN]-(:Person) WHERE (home.since IS NULL OR home.since <= $on) AND (home.until IS NULL OR home.until > $on)
  })
} AS occupied
WITH *, CASE
  WHEN broken AND occupied AND kinds <> [] THEN 'gap'
  WHEN occupied AND kinds <> [] THEN 'note'
  WHEN broken AND (occupied OR NOT EXISTS {
    MATCH (b)<-[under:PART_OF WHERE (under.since IS NULL OR under.since <= $on) AND (under.until IS NULL OR under.until > $on)]-{1,2}(:Household)
  } OR EXISTS {
    MATCH (b)<-[down:PART_OF WHERE (down.since IS NULL OR down.since <= $on) AND (down.until IS NULL OR down.until > $on)]-{1,2}(h:Household)
    WHERE h.occupancy IS NULL
  }) THEN 'unknown'
END AS status
WHERE status IS NOT NULL
RETURN b.code AS subject, 'Building' AS label, coalesce(b.address, b.name) AS name, status, b.code AS place, {
  zones_without_lead: leaderless,
  units: [u IN units | u.name],
  ended: CASE WHEN units = [] THEN head(COLLECT {
    MATCH (b)<-[old:COVERS]-(u:Unit)
    WHERE old.until <= $on
    RETURN u.name ORDER BY old.until DESC, u.name LIMIT 1
  }) END,
  without_person: without_person, without_duties: without_duties, without_times: without_times
} AS detail
