/*---
id: household_card
anchor: household
scoped: none
title: {zh: 一户人家, en: A household}
question: {zh: 这一户住着谁，情况怎样？, en: "Who lives in this household, and how?"}
parameters:
  household: {type: household, label: {zh: 户, en: Household}, example: "429091100001B00001-1-101"}
columns:
  code: {zh: 代码, en: Code, kind: code}
  address: {zh: 地址, en: Address, property: Household.address}
  occupancy: {zh: 居住情况, en: Occupancy, property: Household.occupancy}
  party_household: {zh: 共产党员户, en: Party-member household, property: Household.is_party_household}
  service_card: {zh: 便民服务卡, en: Service card, property: Household.service_card}
  household_source: {zh: 住户来源, en: Household's source, kind: source}
  bond: {zh: 关系类型, en: Bond, kind: word}
  person_id: {zh: 人员编号, en: Person id, kind: code}
  name: {zh: 姓名, en: Name, property: Person.name}
  minor: {zh: 未满14岁, en: Under 14, kind: truth}
  relation: {zh: 与户主关系, en: Relation to head, property: LIVES_IN.relation_to_head}
  phone: {zh: 电话, en: Phone, kind: phone}
  member: {zh: 党员, en: Party member, kind: truth}
  status: {zh: 状态, en: Status, property: Person.status}
  roles: {zh: 担任, en: Roles held, kind: role}
  since: {zh: 起, en: Since, kind: date}
  source: {zh: 来源, en: Source, kind: source}
---*/
MATCH (h:Household {code: $household})
OPTIONAL MATCH (p:Person)-[v:LIVES_IN|OWNS|REGISTERED_AT WHERE (v.since IS NULL OR v.since <= $on) AND (v.until IS NULL OR v.until > $on)]->(h)
WITH h, p, v, coalesce(p.birth_date > $on - duration({years: 14}), false) AS minor
RETURN h.code AS code, h.address AS address, h.occupancy AS occupancy, h.is_party_household AS party_household,
  h.service_card AS service_card, h.source AS household_source,
  CASE type(v) WHEN 'LIVES_IN' THEN 'lives' WHEN 'OWNS' THEN 'owns' WHEN 'REGISTERED_AT' THEN 'registered' END AS bond,
  p.person_id AS person_id, CASE WHEN minor THEN left(p.name, 1) + '*' ELSE p.name END AS name, minor,
  CASE WHEN type(v) <> 'OWNS' THEN v.relation_to_head END AS relation,
  CASE WHEN p IS NOT NULL AND NOT minor THEN {cipher: p.phone_cipher, last4: p.phone_last4, public: false} END AS phone,
  coalesce(p:PartyMember, false) AS member, p.status AS status,
  COLLECT {
    MATCH (p)-[s:SERVES WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)]->(t)
    WITH DISTINCT s.role AS role ORDER BY role
    RETURN role
  } AS roles,
  {on: v.since, precision: v.since_precision} AS since, v.source AS source
ORDER BY bond = 'lives' DESC, relation IN ['户主', '本人'] DESC, p.birth_date, person_id
