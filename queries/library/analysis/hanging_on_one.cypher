/*---
id: hanging_on_one
anchor: building
scoped: within
title: {zh: 只靠一个人的楼, en: "Buildings that hang on one person"}
question: {zh: 哪些楼只靠一个人？, en: "For which occupied buildings is there only one person, from the building up to its grid?"}
parameters:
  place: {type: place, label: {zh: 范围, en: Within}, example: 松涛社区}
columns:
  building: {zh: 楼栋, en: Building, kind: place}
  code: {zh: 代码, en: Code, kind: code}
  person_id: {zh: 人员编号, en: Person id, kind: code}
  name: {zh: 姓名, en: Name, property: Person.name, holder: true}
  roles: {zh: 角色, en: Roles, kind: role}
  households: {zh: 有人居住户数, en: Occupied households, kind: count}
---*/
MATCH (b:Building)
MATCH (b)<-[i:PART_OF WHERE (i.since IS NULL OR i.since <= $on) AND (i.until IS NULL OR i.until > $on)]-{1,2}(h:Household)
WHERE (h.occupancy IN ['owner', 'rented'] OR (h.occupancy IS NULL AND EXISTS { MATCH (h)<-[r:LIVES_IN WHERE (r.since IS NULL OR r.since <= $on) AND (r.until IS NULL OR r.until > $on)]-(:Person) }))
WITH b, count(DISTINCT h) AS households
MATCH (b)-[up:PART_OF WHERE (up.since IS NULL OR up.since <= $on) AND (up.until IS NULL OR up.until > $on)]->{0,2}(t:Building|MicroGrid|Grid)<-[s:SERVES WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)]-(p:Person)
WHERE s.role IN ['building_leader', 'deputy_building_leader', 'micro_grid_leader', 'grid_worker', 'grid_leader'] AND coalesce(p.status, 'active') = 'active'
WITH b, households, collect(DISTINCT p) AS people, collect(DISTINCT s.role) AS roles
WHERE size(people) = 1
RETURN b.address AS building, b.code AS code, people[0].person_id AS person_id, people[0].name AS name, roles, households
ORDER BY building
