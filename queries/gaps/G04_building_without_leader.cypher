/*---
id: G04
name: building_without_leader
title: {zh: 楼栋无楼栋长, en: Buildings without a building leader}
severity: critical
mark: S
anchor: building
of: occupied_buildings
percent_of: {zh: 有人居住的楼栋, en: occupied buildings}
definition:
  zh: 城市社区里有人居住的楼栋，当前没有楼栋长
  en: An occupied building of an urban community has no current building leader.
counts: {zh: 楼栋, en: buildings}
advice:
  zh: 从住在本栋的党员、志愿者中推选；暂由邻近楼栋长代管
  en: Choose one of the members or volunteers who live there; until then the leader next door stands in.
unknown:
  zh: 没有楼栋长，但不知道是否有人居住（住户未录入），或不知道属于哪个社区
  en: 'No leader, and it is not known whether anybody lives there (no homes on record), or of which community it is.'
detail:
  occupied_households: {zh: 有人居住户数, en: Occupied households, kind: count}
  undecided_households: {zh: 居住情况不明户数, en: Households not known to be occupied, kind: count}
---*/
MATCH (b:Building)
WHERE NOT EXISTS {
  (b)<-[s:SERVES]-(:Person)
  WHERE s.role = 'building_leader' AND (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)
}
OPTIONAL MATCH (b)-[up:PART_OF WHERE (up.since IS NULL OR up.since <= $on) AND (up.until IS NULL OR up.until > $on)]->{1,3}(c:Community)
WITH b, c.kind AS kind
WHERE kind IS NULL OR kind = 'urban'
CALL (b) {
  OPTIONAL MATCH (b)<-[below:PART_OF WHERE (below.since IS NULL OR below.since <= $on) AND (below.until IS NULL OR below.until > $on)]-{1,2}(h:Household)
  WITH h, CASE
    WHEN h.occupancy IN ['owner', 'rented'] THEN 'occupied'
    WHEN h.occupancy IS NOT NULL OR h IS NULL THEN 'empty'
    WHEN EXISTS { (h)<-[home:LIVES_IN]-(:Person) WHERE (home.since IS NULL OR home.since <= $on) AND (home.until IS NULL OR home.until > $on) } THEN 'occupied'
    ELSE 'undecided'
  END AS state
  RETURN count(h) AS homes,
    count(CASE WHEN state = 'occupied' THEN h END) AS occupied,
    count(CASE WHEN state = 'undecided' THEN h END) AS undecided
}
WITH b, kind, homes, occupied, undecided
WHERE occupied > 0 OR undecided > 0 OR homes = 0
RETURN b.code AS subject, 'Building' AS label, coalesce(b.address, b.name) AS name,
  CASE WHEN occupied > 0 AND kind = 'urban' THEN 'gap' ELSE 'unknown' END AS status,
  b.code AS place, {occupied_households: occupied, undecided_households: undecided} AS detail
