/*---
id: responsible
anchor: place
scoped: none
title: {zh: 各处的责任人, en: Who answers for these places}
question: {zh: 这些地方各由谁负责？, en: "Who is responsible for each of these places?"}
parameters:
  places: {type: texts, label: {zh: 地点, en: Places}, example: ["429091100001"]}
columns:
  place: {zh: 地点, en: Place, kind: code}
  role: {zh: 角色, en: Role, kind: role}
  person_id: {zh: 人员编号, en: Person id, kind: code}
  name: {zh: 姓名, en: Name, property: Person.name, holder: true}
---*/
MATCH (x:Place WHERE x.code IN $places)<-[s:SERVES WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)]-(p:Person)
WHERE coalesce(p.status, 'active') = 'active'
RETURN x.code AS place, s.role AS role, p.person_id AS person_id, p.name AS name
ORDER BY place, s.is_primary IS NULL, s.priority, s.since, person_id
