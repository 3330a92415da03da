/*---
id: buildings_without_leader
anchor: building
scoped: within
title: {zh: 没有楼栋长的楼, en: "Buildings without a leader"}
question: {zh: 哪些有人住的楼还没有楼栋长？, en: "Which buildings with residents have no building leader?"}
parameters:
  place: {type: place, label: {zh: 范围, en: Within}, example: 松涛社区}
columns:
  building: {zh: 楼栋, en: Building, kind: place}
  code: {zh: 代码, en: Code, kind: code}
  grid: {zh: 网格, en: Grid, kind: place}
  households: {zh: 有人居住户数, en: Occupied households, kind: count}
---*/
MATCH (b:Building)
MATCH (b)<-[i:PART_OF WHERE (i.since IS NULL OR i.since <= $on) AND (i.until IS NULL OR i.until > $on)]-{1,2}(h:Household)
WHERE (h.occupancy IN ['owner', 'rented'] OR (h.occupancy IS NULL AND EXISTS { MATCH (h)<-[r:LIVES_IN WHERE (r.since IS NULL OR r.since <= $on) AND (r.until IS NULL OR r.until > $on)]-(:Person) }))
WITH b, count(DISTINCT h) AS households
WHERE NOT EXISTS { MATCH (b)<-[s:SERVES WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)]-(p:Person) WHERE s.role = 'building_leader' }
  AND EXISTS { MATCH (b)-[up:PART_OF WHERE (up.since IS NULL OR up.since <= $on) AND (up.until IS NULL OR up.until > $on)]->{1,3}(c:Community) WHERE coalesce(c.kind, 'urban') = 'urban' }
OPTIONAL MATCH (b)-[g:PART_OF WHERE (g.since IS NULL OR g.since <= $on) AND (g.until IS NULL OR g.until > $on)]->{1,2}(w:Grid)
RETURN b.address AS building, b.code AS code, w.address AS grid, households
ORDER BY building
