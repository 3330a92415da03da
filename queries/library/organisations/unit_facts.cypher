/*---
id: unit_facts
anchor: unit
scoped: none
title: {zh: 一个单位, en: A unit}
question: {zh: 这是什么单位，有多少人，包联多少栋？, en: "What is this unit, how many work there, and how many buildings does it answer for?"}
parameters:
  unit: {type: unit, label: {zh: 单位, en: Unit}, example: "U000001"}
columns:
  code: {zh: 单位编号, en: Unit id, kind: code}
  name: {zh: 名称, en: Name, property: Unit.name}
  kind: {zh: 性质, en: Kind, property: Unit.kind}
  path: {zh: 位置, en: Path, kind: path}
  staff: {zh: 在职人数, en: Staff, kind: count}
  members: {zh: 其中党员, en: Party members among them, kind: count}
  reported: {zh: 已报到, en: Reported, kind: count}
  covered: {zh: 包联处数, en: Places covered, kind: count}
  homes: {zh: 包联户数, en: Homes covered, kind: count}
  source: {zh: 来源, en: Source, kind: source}
---*/
MATCH (u:Unit {unit_id: $unit})
CALL (u) {
  OPTIONAL MATCH (u)<-[w:WORKS_FOR WHERE (w.since IS NULL OR w.since <= $on) AND (w.until IS NULL OR w.until > $on)]-(p:Person)
  RETURN count(p) AS staff, sum(CASE WHEN p:PartyMember THEN 1 ELSE 0 END) AS members,
    sum(CASE WHEN EXISTS { MATCH (p)-[r:REPORTED_TO WHERE (r.since IS NULL OR r.since <= $on) AND (r.until IS NULL OR r.until > $on)]->(:Community) } THEN 1 ELSE 0 END) AS reported
}
CALL (u) {
  OPTIONAL MATCH (u)-[c:COVERS|MANAGES WHERE (c.since IS NULL OR c.since <= $on) AND (c.until IS NULL OR c.until > $on)]->(t:Place)
  OPTIONAL MATCH (t)<-[l:LOCATED_IN WHERE (l.since IS NULL OR l.since <= $on) AND (l.until IS NULL OR l.until > $on)]-(b:Building)
  WITH t, collect(b) + CASE WHEN t:Building THEN [t] ELSE [] END AS inside
  UNWIND CASE inside WHEN [] THEN [null] ELSE inside END AS building
  OPTIONAL MATCH (building)<-[d:PART_OF WHERE (d.since IS NULL OR d.since <= $on) AND (d.until IS NULL OR d.until > $on)]-{1,2}(h:Household)
  RETURN count(DISTINCT t) AS covered, count(DISTINCT h) AS homes
}
CALL (u) {
  OPTIONAL MATCH (u)-[k:COVERS|MANAGES WHERE (k.since IS NULL OR k.since <= $on) AND (k.until IS NULL OR k.until > $on)]->(x:Place)-[up:PART_OF WHERE (up.since IS NULL OR up.since <= $on) AND (up.until IS NULL OR up.until > $on)]->{1,7}(a:County|Town)
  WITH a, max(size(up)) AS height ORDER BY height DESC
  RETURN collect(DISTINCT CASE WHEN a IS NOT NULL THEN {label: head([l IN labels(a) WHERE l <> 'Place']), code: a.code, name: a.name} END) AS path
}
RETURN u.unit_id AS code, u.name AS name, u.kind AS kind, path, staff, members, reported, covered, homes, u.source AS source
