/*---
id: who_handles
anchor: community
scoped: within
title: {zh: 哪项业务找谁, en: "Who handles which matter"}
question: {zh: 低保、医保、退役这些事找谁？, en: "Who handles subsistence, insurance or veterans’ matters here?"}
parameters:
  place: {type: place, label: {zh: 范围, en: Within}, example: 松涛社区}
  matter: {type: text, label: {zh: 业务, en: Matter}, example: 低保}
columns:
  community: {zh: 社区, en: Community, kind: place}
  role: {zh: 角色, en: Role, kind: role}
  person_id: {zh: 人员编号, en: Person id, kind: code}
  name: {zh: 姓名, en: Name, property: Person.name, holder: true}
  phone: {zh: 电话, en: Phone, kind: phone, holder: true}
  duties: {zh: 分工, en: Duties, property: SERVES.duties}
  on_leave: {zh: 请假, en: On leave, kind: truth}
---*/
MATCH (c:Community)
MATCH (c)<-[s:SERVES WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)]-(p:Person)
WHERE s.duties CONTAINS $matter AND coalesce(p.status, 'active') = 'active'
RETURN c.name AS community, s.role AS role, p.person_id AS person_id, p.name AS name, {cipher: p.phone_cipher, last4: p.phone_last4, public: coalesce(s.contact_public, false)} AS phone, s.duties AS duties, EXISTS { MATCH (p)-[away:ON_LEAVE WHERE (away.since IS NULL OR away.since <= $on) AND (away.until IS NULL OR away.until > $on)]->(l:Leave) WHERE l.from <= $on AND l.to >= $on } AS on_leave
ORDER BY community, role, name
