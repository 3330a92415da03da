/*---
id: responsibility_units
anchor: unit
scoped: none
title: {zh: 包联这里的单位, en: Units that answer for a place}
question: {zh: 哪些单位包联这里，各包哪个片、多少栋？, en: "Which units answer for places here, for which zones and how many buildings?"}
parameters:
  place: {type: place, label: {zh: 范围, en: Within}, example: "429091100"}
  skip: {type: int, label: {zh: 跳过, en: Skip}, example: 0, default: 0}
  most: {type: int, label: {zh: 最多, en: At most}, example: 50, default: 50}
columns:
  code: {zh: 单位编号, en: Unit id, kind: code}
  name: {zh: 名称, en: Name, property: Unit.name}
  kind: {zh: 性质, en: Kind, property: Unit.kind}
  zones: {zh: 片, en: Zones, kind: path}
  buildings: {zh: 楼栋, en: Buildings, kind: count}
  person_id: {zh: 联系人编号, en: Contact's id, kind: code}
  person: {zh: 联系人, en: Contact, property: Person.name, holder: true}
  total: {zh: 单位总数, en: Units in all, kind: count}
---*/
MATCH (u:Unit WHERE $place IN u.scope)
WHERE EXISTS { MATCH (u)-[c:COVERS WHERE (c.since IS NULL OR c.since <= $on) AND (c.until IS NULL OR c.until > $on)]->(:Zone|Compound|Building) }
WITH collect(u) AS found
WITH found, size(found) AS total
UNWIND found AS u
WITH u, total ORDER BY u.name, u.unit_id SKIP $skip LIMIT $most
CALL (u) {
  OPTIONAL MATCH (u)-[k:COVERS WHERE (k.since IS NULL OR k.since <= $on) AND (k.until IS NULL OR k.until > $on)]->(z:Zone)
  WITH z ORDER BY z.code
  RETURN collect(CASE WHEN z IS NOT NULL THEN {label: 'Zone', code: z.code, name: z.name} END) AS zones
}
CALL (u) {
  OPTIONAL MATCH (u)<-[s:SERVES WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)]-(p:Person)
  RETURN p ORDER BY s.is_primary IS NULL, s.priority, p.person_id LIMIT 1
}
RETURN u.unit_id AS code, u.name AS name, u.kind AS kind, zones, COUNT { MATCH (u)-[b:COVERS WHERE (b.since IS NULL OR b.since <= $on) AND (b.until IS NULL OR b.until > $on)]->(:Building) } AS buildings,
  p.person_id AS person_id, p.name AS person, total
ORDER BY name, code
