/*---
id: person_homes
anchor: person
scoped: none
history: [v]
title: {zh: 一个人的住处, en: A person's homes}
question: {zh: 这个人住在哪里，户籍在哪里？, en: "Where does this person live, and where registered?"}
parameters:
  person: {type: person, label: {zh: 人, en: Person}, example: "P00000001"}
columns:
  bond: {zh: 关系类型, en: Bond, kind: word}
  code: {zh: 代码, en: Code, kind: code}
  address: {zh: 地址, en: Address, property: Household.address}
  relation: {zh: 与户主关系, en: Relation to head, property: LIVES_IN.relation_to_head}
  path: {zh: 位置, en: Path, kind: path}
  current: {zh: 现在, en: Current, kind: truth}
  since: {zh: 起, en: Since, kind: date}
  until: {zh: 止, en: Until, kind: date}
  source: {zh: 来源, en: Source, kind: source}
---*/
MATCH (p:Person {person_id: $person})-[v:LIVES_IN|REGISTERED_AT|OWNS]->(h:Household)
CALL (h) {
  MATCH (h)-[up:PART_OF WHERE (up.since IS NULL OR up.since <= $on) AND (up.until IS NULL OR up.until > $on)]->{1,7}(a:Place)
  WITH a, size(up) AS height ORDER BY height DESC
  RETURN collect({label: head([l IN labels(a) WHERE l <> 'Place']), code: a.code, name: a.name}) AS path
}
RETURN CASE type(v) WHEN 'LIVES_IN' THEN 'lives' WHEN 'OWNS' THEN 'owns' ELSE 'registered' END AS bond, h.code AS code,
  h.address AS address, CASE WHEN type(v) <> 'OWNS' THEN v.relation_to_head END AS relation, path,
  (v.since IS NULL OR v.since <= $on) AND (v.until IS NULL OR v.until > $on) AS current,
  {on: v.since, precision: v.since_precision} AS since, {on: v.until, precision: v.until_precision} AS until, v.source AS source
ORDER BY current DESC, bond, v.since DESC, code
