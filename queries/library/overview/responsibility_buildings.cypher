/*---
id: responsibility_buildings
anchor: unit
scoped: none
title: {zh: 单位包联的楼栋, en: Buildings that units answer for}
question: {zh: 这些单位各包联哪些楼栋，楼栋长是谁？, en: "Which buildings does each of these units answer for, and who leads them?"}
parameters:
  units: {type: texts, label: {zh: 单位, en: Units}, example: ["U000001"]}
  place: {type: place, label: {zh: 范围, en: Within}, example: "429091100"}
  most: {type: int, label: {zh: 每个最多, en: At most of each}, example: 20, default: 20}
columns:
  unit: {zh: 单位编号, en: Unit id, kind: code}
  zone: {zh: 片代码, en: Zone code, kind: code}
  code: {zh: 代码, en: Code, kind: code}
  label: {zh: 类别, en: Kind, kind: label}
  name: {zh: 楼栋, en: Building, kind: place}
  person_id: {zh: 楼栋长编号, en: Leader's id, kind: code}
  person: {zh: 楼栋长, en: Leader, property: Person.name, holder: true}
---*/
MATCH (u:Unit WHERE u.unit_id IN $units)
CALL (u) {
  MATCH (u)-[c:COVERS WHERE (c.since IS NULL OR c.since <= $on) AND (c.until IS NULL OR c.until > $on)]->(b:Building|Compound)
  WHERE EXISTS { MATCH (b)-[up:PART_OF WHERE (up.since IS NULL OR up.since <= $on) AND (up.until IS NULL OR up.until > $on)]->{1,5}(:Place {code: $place}) }
  OPTIONAL MATCH (b)<-[i:INCLUDES WHERE (i.since IS NULL OR i.since <= $on) AND (i.until IS NULL OR i.until > $on)]-(z:Zone)
  WITH b, head(collect(z)) AS z ORDER BY size(b.address), b.address LIMIT $most
  RETURN b, z
}
CALL (b) {
  OPTIONAL MATCH (b)<-[s:SERVES WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)]-(p:Person) WHERE s.role IN ['building_leader', 'villager_group_leader']
  RETURN p ORDER BY s.is_primary IS NULL, p.person_id LIMIT 1
}
RETURN u.unit_id AS unit, z.code AS zone, b.code AS code, head([l IN labels(b) WHERE l <> 'Place']) AS label, b.address AS name,
  p.person_id AS person_id, p.name AS person
ORDER BY unit, zone, size(name), name
