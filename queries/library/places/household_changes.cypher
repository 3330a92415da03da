/*---
id: household_changes
anchor: household
scoped: none
history: [v, s]
title: {zh: 这一户最近的变更, en: A household's recent changes}
question: {zh: 这一户和它所在各级最近记下了什么？, en: "What was noted lately about this household and what it lies in?"}
parameters:
  household: {type: household, label: {zh: 户, en: Household}, example: "429091100001B00001-1-101"}
columns:
  what: {zh: 类型, en: What, kind: word}
  role: {zh: 角色, en: Role, kind: role}
  person_id: {zh: 人员编号, en: Person id, kind: code}
  name: {zh: 姓名, en: Name, property: Person.name}
  target_label: {zh: 对象类别, en: Target kind, kind: label}
  target_code: {zh: 对象代码, en: Target code, kind: code}
  target: {zh: 对象, en: Target, kind: place}
  since: {zh: 起, en: Since, kind: date}
  until: {zh: 止, en: Until, kind: date}
  learned_on: {zh: 得知, en: Learned on, kind: date}
  source: {zh: 来源, en: Source, kind: source}
---*/
MATCH (h:Household {code: $household})
CALL (h) {
  MATCH (p:Person)-[v:LIVES_IN]->(h)
  RETURN 'lives' AS what, null AS role, p, h AS t, v AS fact
UNION ALL
  MATCH (h)-[up:PART_OF WHERE (up.since IS NULL OR up.since <= $on) AND (up.until IS NULL OR up.until > $on)]->{1,5}(t:Entrance|Building|MicroGrid|Grid|Community)<-[s:SERVES]-(p:Person) WHERE s.role <> 'volunteer'
  RETURN 'serves' AS what, s.role AS role, p, t, s AS fact
}
WITH h, what, role, p, t, fact, coalesce(p.birth_date > $on - duration({years: 14}), false) AS minor
RETURN what, role, p.person_id AS person_id, CASE WHEN minor THEN left(p.name, 1) + '*' ELSE p.name END AS name,
  head([l IN labels(t) WHERE l <> 'Place']) AS target_label, t.code AS target_code,
  CASE WHEN t:Household THEN null ELSE t.name END AS target,
  {on: fact.since, precision: fact.since_precision} AS since, {on: fact.until, precision: fact.until_precision} AS until,
  fact.learned_on AS learned_on, fact.source AS source
ORDER BY learned_on IS NULL, learned_on DESC, what DESC, coalesce(fact.until, fact.since) DESC, person_id
LIMIT 6
