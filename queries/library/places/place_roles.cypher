/*---
id: place_roles
anchor: place
scoped: none
title: {zh: 谁负责这里, en: Who is responsible here}
question: {zh: 这个地方和它所在的各级，谁负责？, en: "Who is responsible for this place and for what it lies in?"}
parameters:
  place: {type: place, label: {zh: 地点, en: Place}, example: "429091100001"}
  most: {type: int, label: {zh: 最多, en: At most}, example: 120, default: 120}
columns:
  height: {zh: 层级, en: Steps up, kind: count}
  target_label: {zh: 对象类别, en: Target kind, kind: label}
  target_code: {zh: 对象代码, en: Target code, kind: code}
  target: {zh: 对象, en: Target, kind: place}
  role: {zh: 角色, en: Role, kind: role}
  person_id: {zh: 人员编号, en: Person id, kind: code}
  name: {zh: 姓名, en: Name, property: Person.name, holder: true}
  phone: {zh: 电话, en: Phone, kind: phone, holder: true}
  public: {zh: 号码公示, en: Number public, kind: truth}
  on_leave: {zh: 请假, en: On leave, kind: truth}
  active: {zh: 在册, en: Active, kind: truth}
  since: {zh: 起, en: Since, kind: date}
  source: {zh: 来源, en: Source, kind: source}
---*/
MATCH (x:Place {code: $place})
MATCH (x)-[up:PART_OF WHERE (up.since IS NULL OR up.since <= $on) AND (up.until IS NULL OR up.until > $on)]->{0,7}(a:Place)
WITH a, size(up) AS height
CALL (a) {
  RETURN a AS t
UNION
  MATCH (a)-[l:LOCATED_IN WHERE (l.since IS NULL OR l.since <= $on) AND (l.until IS NULL OR l.until > $on)]->(t:Compound)
  RETURN t
UNION
  MATCH (a)<-[c:COVERS WHERE (c.since IS NULL OR c.since <= $on) AND (c.until IS NULL OR c.until > $on)]-(t:PartyOrg)
  RETURN t
}
MATCH (t)<-[s:SERVES WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)]-(p:Person)
WHERE height = 0 OR NOT s.role IN ['volunteer', 'checkpoint_staff']
RETURN height, head([l IN labels(t) WHERE l <> 'Place']) AS target_label, coalesce(t.code, t.org_id) AS target_code,
  t.name AS target, s.role AS role, p.person_id AS person_id, p.name AS name,
  {cipher: p.phone_cipher, last4: p.phone_last4, public: s.contact_public} AS phone,
  coalesce(s.contact_public, false) AND p.phone_cipher IS NOT NULL AS public,
  EXISTS {
    MATCH (p)-[o:ON_LEAVE WHERE (o.since IS NULL OR o.since <= $on) AND (o.until IS NULL OR o.until > $on)]->(w:Leave)
    WHERE w.from <= $on AND w.to >= $on
  } AS on_leave,
  coalesce(p.status, 'active') = 'active' AS active, {on: s.since, precision: s.since_precision} AS since, s.source AS source
ORDER BY s.role IN ['volunteer', 'checkpoint_staff'], height, role, s.is_primary IS NULL, s.priority, s.since, person_id
LIMIT $most
