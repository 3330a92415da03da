/*---
id: building_units
anchor: building
scoped: none
title: {zh: 哪个单位包这栋楼, en: "Which unit covers a building"}
question: {zh: 这栋楼由哪个单位包联？, en: "Which unit answers for this building?"}
parameters:
  place: {type: place, label: {zh: 楼栋, en: Building}, example: 松涛苑1栋}
columns:
  unit: {zh: 单位, en: Unit, property: Unit.name}
  unit_id: {zh: 单位编号, en: Unit id, kind: code}
  through: {zh: 通过, en: Through, kind: word, words: {building: {zh: 楼栋, en: building}, compound: {zh: 小区, en: compound}, zone: {zh: 片, en: zone}}}
  target: {zh: 包联对象, en: What it covers, kind: place}
  contact: {zh: 联系人, en: Contact, property: Person.name, holder: true}
  phone: {zh: 电话, en: Phone, kind: phone, holder: true}
---*/
MATCH (b:Place {code: $place})
CALL (b) {
  MATCH (b)<-[v:COVERS WHERE (v.since IS NULL OR v.since <= $on) AND (v.until IS NULL OR v.until > $on)]-(u:Unit)
  RETURN u, b AS t, 1 AS step, 'building' AS through
UNION
  MATCH (b)-[l:LOCATED_IN WHERE (l.since IS NULL OR l.since <= $on) AND (l.until IS NULL OR l.until > $on)]->(t:Compound)<-[v:COVERS WHERE (v.since IS NULL OR v.since <= $on) AND (v.until IS NULL OR v.until > $on)]-(u:Unit)
  RETURN u, t, 2 AS step, 'compound' AS through
UNION
  MATCH (b)<-[i:INCLUDES WHERE (i.since IS NULL OR i.since <= $on) AND (i.until IS NULL OR i.until > $on)]-(t:Zone)<-[v:COVERS WHERE (v.since IS NULL OR v.since <= $on) AND (v.until IS NULL OR v.until > $on)]-(u:Unit)
  WHERE (t.since IS NULL OR t.since <= $on) AND (t.until IS NULL OR t.until > $on)
  RETURN u, t, 3 AS step, 'zone' AS through
}
WITH b, collect({u: u, t: t, step: step, through: through}) AS found, min(step) AS nearest
UNWIND [each IN found WHERE each.step = nearest] AS each
WITH each.u AS u, each.t AS t, each.through AS through
OPTIONAL MATCH (u)<-[s:SERVES WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)]-(p:Person) WHERE s.role = 'unit_contact' AND coalesce(p.status, 'active') = 'active'
RETURN u.name AS unit, u.unit_id AS unit_id, through, t.address AS target, p.name AS contact,
  CASE WHEN p IS NULL THEN null ELSE {cipher: p.phone_cipher, last4: p.phone_last4, public: coalesce(s.contact_public, false)} END AS phone
ORDER BY unit, contact
