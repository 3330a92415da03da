/*---
id: zone_inside
anchor: zone
scoped: none
title: {zh: 片里有什么, en: What a zone holds}
question: {zh: 这个片由哪些单位包联，包含哪些楼栋和卡点？, en: "Which units answer for this zone, and which buildings and checkpoints does it include?"}
parameters:
  place: {type: place, label: {zh: 片, en: Zone}, example: "429091100Z第一片区"}
  most: {type: int, label: {zh: 每类最多, en: At most of each}, example: 200, default: 200}
columns:
  bond: {zh: 关系类型, en: Bond, kind: word}
  label: {zh: 类别, en: Kind, kind: label}
  code: {zh: 代码, en: Code, kind: code}
  name: {zh: 名称, en: Name, kind: place}
  units: {zh: 包联单位, en: Units, kind: path}
  person_id: {zh: 责任人编号, en: Holder's id, kind: code}
  person: {zh: 责任人, en: Holder, property: Person.name, holder: true}
  role: {zh: 角色, en: Role, kind: role}
  homes: {zh: 户数, en: Homes, kind: count}
  total: {zh: 共, en: In all, kind: count}
  since: {zh: 起, en: Since, kind: date}
  source: {zh: 来源, en: Source, kind: source}
---*/
MATCH (z:Zone {code: $place})
CALL (z) {
  MATCH (z)<-[c:COVERS WHERE (c.since IS NULL OR c.since <= $on) AND (c.until IS NULL OR c.until > $on)]-(t:Unit)
  RETURN 'unit' AS bond, t, c AS fact, COUNT { MATCH (z)<-[n:COVERS WHERE (n.since IS NULL OR n.since <= $on) AND (n.until IS NULL OR n.until > $on)]-(:Unit) } AS total ORDER BY t.name LIMIT $most
UNION ALL
  MATCH (z)-[i:INCLUDES WHERE (i.since IS NULL OR i.since <= $on) AND (i.until IS NULL OR i.until > $on)]->(t:Building|Checkpoint)
  RETURN CASE WHEN t:Building THEN 'building' ELSE 'checkpoint' END AS bond, t, i AS fact,
    COUNT { MATCH (z)-[m:INCLUDES WHERE (m.since IS NULL OR m.since <= $on) AND (m.until IS NULL OR m.until > $on)]->(y:Building|Checkpoint) WHERE y:Building = t:Building } AS total
  ORDER BY t:Checkpoint DESC, size(t.address), t.address LIMIT $most
}
CALL (t) {
  OPTIONAL MATCH (t)<-[s:SERVES WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)]-(p:Person) WHERE s.role IN ['building_leader', 'checkpoint_lead', 'unit_contact']
  RETURN p, s.role AS role ORDER BY s.is_primary IS NULL, p.person_id LIMIT 1
}
CALL (z, t) {
  OPTIONAL MATCH (t)<-[v:COVERS WHERE (v.since IS NULL OR v.since <= $on) AND (v.until IS NULL OR v.until > $on)]-(u:Unit) WHERE t:Building
  RETURN collect(CASE WHEN u IS NOT NULL THEN {label: 'Unit', code: u.unit_id, name: u.name} END) AS units
}
RETURN bond, head([l IN labels(t) WHERE l <> 'Place']) AS label, coalesce(t.code, t.unit_id) AS code, coalesce(t.address, t.name) AS name,
  units, p.person_id AS person_id, p.name AS person, role,
  COUNT { MATCH (t)<-[d:PART_OF WHERE (d.since IS NULL OR d.since <= $on) AND (d.until IS NULL OR d.until > $on)]-{1,2}(:Household) } AS homes, total,
  {on: fact.since, precision: fact.since_precision} AS since, fact.source AS source
