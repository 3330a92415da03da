/*---
id: on_leave
anchor: person
scoped: within
title: {zh: 谁请假、谁顶岗, en: "Who is on leave and who covers"}
question: {zh: 负责人请假了，谁来顶？, en: "Who in charge is on leave today, and who stands in?"}
parameters:
  place: {type: place, label: {zh: 范围, en: Within}, example: 松涛社区}
  role: {type: role, label: {zh: 角色, en: Role}, example: building_leader, default: null}
columns:
  person_id: {zh: 人员编号, en: Person id, kind: code}
  name: {zh: 姓名, en: Name, property: Person.name, holder: true}
  role: {zh: 角色, en: Role, kind: role}
  target: {zh: 负责, en: In charge of, kind: place}
  leave_from: {zh: 请假起, en: From, kind: date}
  leave_to: {zh: 请假止, en: To, kind: date}
  stand_in: {zh: 顶岗人, en: Stand-in, property: Person.name, holder: true}
  stand_in_phone: {zh: 顶岗人电话, en: Phone of the stand-in, kind: phone, holder: true}
  stand_in_away: {zh: 顶岗人也请假, en: Stand-in away too, kind: truth}
---*/
MATCH (p:Person)
MATCH (p)-[o:ON_LEAVE WHERE (o.since IS NULL OR o.since <= $on) AND (o.until IS NULL OR o.until > $on)]->(w:Leave) WHERE w.from <= $on AND w.to >= $on
MATCH (p)-[s:SERVES WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)]->(t:Place|PartyOrg|Unit)
WHERE $role IS NULL OR s.role = $role
OPTIONAL MATCH (w)-[v:COVERED_BY WHERE (v.since IS NULL OR v.since <= $on) AND (v.until IS NULL OR v.until > $on)]->(q:Person)
RETURN p.person_id AS person_id, p.name AS name, s.role AS role, coalesce(t.address, t.name) AS target, w.from AS leave_from,
  w.to AS leave_to, q.name AS stand_in,
  CASE WHEN q IS NULL THEN null ELSE {cipher: q.phone_cipher, last4: q.phone_last4, public: false} END AS stand_in_phone,
  CASE WHEN q IS NULL THEN null ELSE EXISTS { MATCH (q)-[away:ON_LEAVE WHERE (away.since IS NULL OR away.since <= $on) AND (away.until IS NULL OR away.until > $on)]->(l:Leave) WHERE l.from <= $on AND l.to >= $on } END AS stand_in_away
ORDER BY name, target, role, stand_in
