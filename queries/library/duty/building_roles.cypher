/*---
id: building_roles
anchor: building
scoped: none
title: {zh: 一栋楼的所有责任人, en: "Everybody in charge of a building"}
question: {zh: 这栋楼有哪些责任人？, en: "Who holds which role in this building?"}
parameters:
  place: {type: place, label: {zh: 楼栋, en: Building}, example: 松涛苑1栋}
columns:
  target: {zh: 对象, en: Of what, kind: place}
  role: {zh: 角色, en: Role, kind: role}
  person_id: {zh: 人员编号, en: Person id, kind: code}
  name: {zh: 姓名, en: Name, property: Person.name, holder: true}
  phone: {zh: 电话, en: Phone, kind: phone, holder: true}
  on_leave: {zh: 请假, en: On leave, kind: truth}
  since: {zh: 起, en: Since, kind: date}
---*/
MATCH (b:Place {code: $place})
CALL (b) {
  MATCH (b)<-[u:PART_OF WHERE (u.since IS NULL OR u.since <= $on) AND (u.until IS NULL OR u.until > $on)]-{0,1}(t:Building|Entrance|Grid|MicroGrid|Community) WHERE t = b OR t:Entrance
  RETURN t
UNION
  MATCH (b)-[l:LOCATED_IN WHERE (l.since IS NULL OR l.since <= $on) AND (l.until IS NULL OR l.until > $on)]->(t:Compound)
  RETURN t
UNION
  MATCH (b)<-[v:COVERS WHERE (v.since IS NULL OR v.since <= $on) AND (v.until IS NULL OR v.until > $on)]-(t:PartyOrg)
  RETURN t
UNION
  MATCH (b)-[u:PART_OF WHERE (u.since IS NULL OR u.since <= $on) AND (u.until IS NULL OR u.until > $on)]->{1,2}(t:Grid|MicroGrid)
  RETURN t
}
MATCH (t)<-[s:SERVES WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)]-(p:Person)
WHERE coalesce(p.status, 'active') = 'active'
RETURN coalesce(t.address, t.name) AS target, s.role AS role, p.person_id AS person_id, p.name AS name,
  {cipher: p.phone_cipher, last4: p.phone_last4, public: coalesce(s.contact_public, false)} AS phone, EXISTS { MATCH (p)-[away:ON_LEAVE WHERE (away.since IS NULL OR away.since <= $on) AND (away.until IS NULL OR away.until > $on)]->(l:Leave) WHERE l.from <= $on AND l.to >= $on } AS on_leave, {on: s.since, precision: s.since_precision} AS since
ORDER BY target, role, name
