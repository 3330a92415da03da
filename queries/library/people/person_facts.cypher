/*---
id: person_facts
anchor: person
scoped: none
title: {zh: 一个人, en: A person}
question: {zh: 这个人是谁？, en: "Who is this person?"}
parameters:
  person: {type: person, label: {zh: 人, en: Person}, example: "P00000001"}
columns:
  person_id: {zh: 人员编号, en: Person id, kind: code}
  holder: {zh: 有任职, en: Holds a role, kind: truth}
  name: {zh: 姓名, en: Name, property: Person.name}
  minor: {zh: 未满14岁, en: Under 14, kind: truth}
  gender: {zh: 性别, en: Gender, property: Person.gender}
  status: {zh: 状态, en: Status, property: Person.status}
  retired: {zh: 退休, en: Retired, property: Person.retired}
  member: {zh: 党员, en: Party member, kind: truth}
  member_type: {zh: 党员类别, en: Member type, property: PartyMember.member_type}
  joined_on: {zh: 入党时间, en: Joined on, kind: date}
  confirmed_on: {zh: 转正时间, en: Confirmed on, kind: date}
  volunteer: {zh: 志愿者, en: Volunteer, kind: truth}
  registration_no: {zh: 志愿者编号, en: Registration number, property: Volunteer.registration_no}
  hours: {zh: 服务时长, en: Service hours, property: Volunteer.service_hours}
  night_ok: {zh: 夜间可联系, en: Reachable at night, property: Volunteer.night_ok}
  availability: {zh: 可服务时段, en: Availability, property: Volunteer.availability}
  id_checked: {zh: 证件号已校验, en: ID number checked, property: Person.id_checked}
  public: {zh: 号码公示, en: Number public, kind: truth}
  phone: {zh: 任职电话, en: Holder's phone, kind: phone, holder: true}
  own_phone: {zh: 电话, en: Phone, kind: phone}
  phone2: {zh: 第二电话, en: Second phone, kind: phone}
  phone3: {zh: 第三电话, en: Third phone, kind: phone}
  verified_on: {zh: 核实, en: Verified on, kind: date}
  on_leave: {zh: 请假至, en: On leave until, kind: date}
  covered_by: {zh: 代班人编号, en: Covered by, kind: code}
  cover: {zh: 代班人, en: Stands in, property: Person.name, holder: true}
  source: {zh: 来源, en: Source, kind: source}
---*/
MATCH (p:Person {person_id: $person})
CALL (p) {
  OPTIONAL MATCH (p)-[s:SERVES WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)]->()
  RETURN count(s) > 0 AS holder, any(open IN collect(s.contact_public) WHERE open) AS public
}
CALL (p) {
  OPTIONAL MATCH (p)-[o:ON_LEAVE WHERE (o.since IS NULL OR o.since <= $on) AND (o.until IS NULL OR o.until > $on)]->(w:Leave)
    WHERE w.from <= $on AND w.to >= $on
  OPTIONAL MATCH (w)-[c:COVERED_BY WHERE (c.since IS NULL OR c.since <= $on) AND (c.until IS NULL OR c.until > $on)]->(y:Person)
  RETURN w.to AS on_leave, y.person_id AS covered_by, y.name AS cover ORDER BY on_leave DESC LIMIT 1
}
WITH p, holder, public, on_leave, covered_by, cover, coalesce(p.birth_date > $on - duration({years: 14}), false) AS minor
RETURN p.person_id AS person_id, holder, CASE WHEN minor THEN left(p.name, 1) + '*' ELSE p.name END AS name, minor,
  CASE WHEN NOT minor THEN p.gender END AS gender, p.status AS status, p.retired AS retired, p:PartyMember AS member,
  p.member_type AS member_type, {on: p.joined_on, precision: p.joined_on_precision} AS joined_on,
  {on: p.confirmed_on, precision: p.confirmed_on_precision} AS confirmed_on, p:Volunteer AS volunteer,
  p.registration_no AS registration_no, p.service_hours AS hours, p.night_ok AS night_ok, p.availability AS availability,
  CASE WHEN NOT minor THEN p.id_checked END AS id_checked, public,
  CASE WHEN holder THEN {cipher: p.phone_cipher, last4: p.phone_last4, public: public} END AS phone,
  CASE WHEN NOT (holder OR minor) THEN {cipher: p.phone_cipher, last4: p.phone_last4, public: false} END AS own_phone,
  CASE WHEN NOT minor THEN {cipher: p.phone2_cipher, last4: p.phone2_last4, public: false} END AS phone2,
  CASE WHEN NOT minor THEN {cipher: p.phone3_cipher, last4: p.phone3_last4, public: false} END AS phone3,
  p.phone_verified_on AS verified_on, on_leave, covered_by, cover, p.source AS source
