/*---
id: unit_people
anchor: unit
scoped: none
title: {zh: 单位的人, en: People of a unit}
question: {zh: 找这个单位联系谁，谁在这里工作，在哪里报到？, en: "Whom to call at this unit, who works there, and where did they report?"}
parameters:
  unit: {type: unit, label: {zh: 单位, en: Unit}, example: "U000001"}
  skip: {type: int, label: {zh: 跳过, en: Skip}, example: 0, default: 0}
  most: {type: int, label: {zh: 最多, en: At most}, example: 100, default: 100}
columns:
  bond: {zh: 关系类型, en: Bond, kind: word}
  person_id: {zh: 人员编号, en: Person id, kind: code}
  holder: {zh: 联系人, en: Contact, property: Person.name, holder: true}
  name: {zh: 姓名, en: Name, property: Person.name}
  roles: {zh: 角色, en: Roles, kind: role}
  member: {zh: 党员, en: Party member, kind: truth}
  phone: {zh: 联系电话, en: Contact's phone, kind: phone, holder: true}
  public: {zh: 号码公示, en: Number public, kind: truth}
  reported: {zh: 报到社区, en: Reported to, kind: path}
  since: {zh: 起, en: Since, kind: date}
  source: {zh: 来源, en: Source, kind: source}
---*/
MATCH (u:Unit {unit_id: $unit})
CALL (u) {
  MATCH (u)<-[s:SERVES WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)]-(p:Person)
  RETURN 'contact' AS bond, p, [s.role] AS roles, s AS fact ORDER BY s.is_primary IS NULL, s.priority, p.person_id
UNION ALL
  MATCH (u)<-[w:WORKS_FOR WHERE (w.since IS NULL OR w.since <= $on) AND (w.until IS NULL OR w.until > $on)]-(p:Person)
  WITH p, w ORDER BY p:PartyMember DESC, head(p.name_pinyin), p.person_id SKIP $skip LIMIT $most
  RETURN 'works' AS bond, p, COLLECT {
    MATCH (p)-[x:SERVES WHERE (x.since IS NULL OR x.since <= $on) AND (x.until IS NULL OR x.until > $on)]->(y)
    WITH DISTINCT x.role AS role ORDER BY role RETURN role
  } AS roles, w AS fact
}
CALL (p) {
  OPTIONAL MATCH (p)-[r:REPORTED_TO WHERE (r.since IS NULL OR r.since <= $on) AND (r.until IS NULL OR r.until > $on)]->(c:Community)
  RETURN collect(CASE WHEN c IS NOT NULL THEN {label: 'Community', code: c.code, name: c.name} END) AS reported
}
WITH bond, p, roles, fact, reported, bond = 'contact' AS contact
RETURN bond, p.person_id AS person_id, CASE WHEN contact THEN p.name END AS holder, CASE WHEN NOT contact THEN p.name END AS name,
  roles, p:PartyMember AS member,
  CASE WHEN contact THEN {cipher: p.phone_cipher, last4: p.phone_last4, public: fact.contact_public} END AS phone,
  contact AND coalesce(fact.contact_public, false) AND p.phone_cipher IS NOT NULL AS public, reported,
  {on: fact.since, precision: fact.since_precision} AS since, fact.source AS source
