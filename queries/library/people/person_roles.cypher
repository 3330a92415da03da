/*---
id: person_roles
anchor: person
scoped: none
history: [s]
title: {zh: 一个人的任职, en: What a person does}
question: {zh: 这个人负责什么，从何时到何时？, en: "What is this person responsible for, from when to when?"}
parameters:
  person: {type: person, label: {zh: 人, en: Person}, example: "P00000001"}
columns:
  role: {zh: 角色, en: Role, kind: role}
  target_label: {zh: 对象类别, en: Target kind, kind: label}
  target_code: {zh: 对象代码, en: Target code, kind: code}
  target: {zh: 对象, en: Target, kind: place}
  home: {zh: 住户, en: Household, property: Household.address}
  path: {zh: 位置, en: Path, kind: path}
  current: {zh: 现任, en: Current, kind: truth}
  primary: {zh: 主责, en: Primary, property: SERVES.is_primary}
  full_time: {zh: 专职, en: Full time, property: SERVES.full_time}
  night_ok: {zh: 夜间可联系, en: Reachable at night, property: SERVES.night_ok}
  duties: {zh: 职责, en: Duties, property: SERVES.duties}
  homes: {zh: 户数, en: Homes, kind: count}
  since: {zh: 起, en: Since, kind: date}
  until: {zh: 止, en: Until, kind: date}
  source: {zh: 来源, en: Source, kind: source}
---*/
MATCH (p:Person {person_id: $person})-[s:SERVES]->(t)
CALL (t) {
  OPTIONAL MATCH (t)-[up:PART_OF WHERE (up.since IS NULL OR up.since <= $on) AND (up.until IS NULL OR up.until > $on)]->{1,7}(a:Place)
  WITH a, size(up) AS height ORDER BY height DESC
  WITH collect(CASE WHEN a IS NOT NULL THEN {label: head([l IN labels(a) WHERE l <> 'Place']), code: a.code, name: a.name} END) AS path
  RETURN path
}
CALL (t) {
  OPTIONAL MATCH (t)<-[down:PART_OF WHERE (down.since IS NULL OR down.since <= $on) AND (down.until IS NULL OR down.until > $on)]-{1,7}(h:Household)
  RETURN count(h) AS homes
}
RETURN s.role AS role, head([l IN labels(t) WHERE l <> 'Place']) AS target_label,
  coalesce(t.code, t.org_id, t.unit_id) AS target_code, CASE WHEN NOT t:Household THEN coalesce(t.address, t.name) END AS target,
  CASE WHEN t:Household THEN t.address END AS home, path,
  (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on) AS current,
  s.is_primary AS primary, s.full_time AS full_time, s.night_ok AS night_ok, s.duties AS duties, homes,
  {on: s.since, precision: s.since_precision} AS since, {on: s.until, precision: s.until_precision} AS until, s.source AS source
ORDER BY current DESC, s.since IS NULL, s.since DESC, role, target_code
