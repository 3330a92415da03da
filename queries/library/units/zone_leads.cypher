/*---
id: zone_leads
anchor: zone
scoped: within
title: {zh: 每个片谁带队, en: "Who leads each zone"}
question: {zh: 各片区的片长和包联单位是谁？, en: "Who leads each zone in force, and which units answer for it?"}
parameters:
  place: {type: place, label: {zh: 范围, en: Within}, example: 松涛社区}
columns:
  zone: {zh: 片, en: Zone, kind: place}
  code: {zh: 代码, en: Code, kind: code}
  units: {zh: 包联单位, en: Units, property: Unit.name}
  person_id: {zh: 人员编号, en: Person id, kind: code}
  name: {zh: 片长, en: Zone lead, property: Person.name, holder: true}
  phone: {zh: 电话, en: Phone, kind: phone, holder: true}
  buildings: {zh: 楼栋数, en: Buildings, kind: count}
---*/
MATCH (z:Zone)
WHERE (z.since IS NULL OR z.since <= $on) AND (z.until IS NULL OR z.until > $on)
OPTIONAL MATCH (z)<-[s:SERVES WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)]-(p:Person) WHERE s.role = 'zone_lead' AND coalesce(p.status, 'active') = 'active'
RETURN z.address AS zone, z.code AS code, COLLECT { MATCH (z)<-[v:COVERS WHERE (v.since IS NULL OR v.since <= $on) AND (v.until IS NULL OR v.until > $on)]-(u:Unit) RETURN u.name ORDER BY u.name } AS units,
  p.person_id AS person_id, p.name AS name, CASE WHEN p IS NULL THEN null ELSE {cipher: p.phone_cipher, last4: p.phone_last4, public: coalesce(s.contact_public, false)} END AS phone,
  COUNT { MATCH (z)-[i:INCLUDES WHERE (i.since IS NULL OR i.since <= $on) AND (i.until IS NULL OR i.until > $on)]->(:Building) } AS buildings
ORDER BY zone, name
