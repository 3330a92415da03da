/*---
id: person_ties
anchor: person
scoped: none
title: {zh: 一个人还做什么, en: What else a person does}
question: {zh: 这个人和谁结对，何时值守、请假，有什么专长，在哪个党组织和单位，在哪里报到？, en: "With whom is this person paired, when on duty or leave, with which skills, in which organisations and unit, and reported where?"}
parameters:
  person: {type: person, label: {zh: 人, en: Person}, example: "P00000001"}
  most: {type: int, label: {zh: 每类最多, en: At most of each}, example: 50, default: 50}
columns:
  bond: {zh: 关系类型, en: Bond, kind: word}
  label: {zh: 类别, en: Kind, kind: label}
  code: {zh: 代码, en: Code, kind: code}
  name: {zh: 名称, en: Name, kind: place}
  home: {zh: 住户, en: Household, property: Household.address}
  person_id: {zh: 对方编号, en: The other's id, kind: code}
  person: {zh: 对方, en: The other, property: Person.name}
  skill: {zh: 专长, en: Skill, property: Skill.name_zh}
  skill_en: {zh: 专长英文, en: Skill in English, property: Skill.name_en}
  kind: {zh: 诉求类别, en: Kind of request, property: Request.kind}
  status: {zh: 诉求状态, en: Status of request, property: Request.status}
  post: {zh: 认领岗位, en: Post, property: REPORTED_TO.post}
  every: {zh: 探访间隔, en: Visit interval, property: PAIRED_WITH.visit_every_days}
  starts: {zh: 开始, en: Starts, kind: date}
  ends: {zh: 结束, en: Ends, kind: date}
  total: {zh: 共, en: In all, kind: count}
  since: {zh: 起, en: Since, kind: date}
  source: {zh: 来源, en: Source, kind: source}
---*/
MATCH (p:Person {person_id: $person})
CALL (p) {
  MATCH (p)-[f:PAIRED_WITH WHERE (f.since IS NULL OR f.since <= $on) AND (f.until IS NULL OR f.until > $on)]->(t:Person|Household)
  OPTIONAL MATCH (p)<-[b:BY WHERE (b.since IS NULL OR b.since <= $on) AND (b.until IS NULL OR b.until > $on)]-(v:Visit)-[d:VISITED WHERE (d.since IS NULL OR d.since <= $on) AND (d.until IS NULL OR d.until > $on)]->(t)
  WITH t, f, max(v.on) AS visited
  RETURN 'helps' AS bond, t, f AS fact, visited AS starts, null AS ends, null AS total ORDER BY t.name LIMIT $most
UNION ALL
  MATCH (p)<-[f:PAIRED_WITH WHERE (f.since IS NULL OR f.since <= $on) AND (f.until IS NULL OR f.until > $on)]-(t:Person)
  RETURN 'helped' AS bond, t, f AS fact, null AS starts, null AS ends, null AS total ORDER BY t.name LIMIT $most
UNION ALL
  MATCH (p)-[f:ON_SHIFT WHERE (f.since IS NULL OR f.since <= $on) AND (f.until IS NULL OR f.until > $on)]->(s:Shift)-[a:AT WHERE (a.since IS NULL OR a.since <= $on) AND (a.until IS NULL OR a.until > $on)]->(t:Place) WHERE s.ends > $at - duration({days: 7})
  RETURN 'shift' AS bond, t, f AS fact, s.starts AS starts, s.ends AS ends, null AS total ORDER BY s.ends > $at DESC, abs(duration.inSeconds($at, s.starts).seconds) LIMIT $most
UNION ALL
  MATCH (p)-[f:ON_LEAVE WHERE (f.since IS NULL OR f.since <= $on) AND (f.until IS NULL OR f.until > $on)]->(w:Leave) WHERE w.to >= $on
  OPTIONAL MATCH (w)-[c:COVERED_BY WHERE (c.since IS NULL OR c.since <= $on) AND (c.until IS NULL OR c.until > $on)]->(t:Person)
  RETURN 'leave' AS bond, t, f AS fact, w.from AS starts, w.to AS ends, null AS total ORDER BY starts LIMIT $most
UNION ALL
  MATCH (t:Person)-[l:ON_LEAVE WHERE (l.since IS NULL OR l.since <= $on) AND (l.until IS NULL OR l.until > $on)]->(w:Leave)-[f:COVERED_BY WHERE (f.since IS NULL OR f.since <= $on) AND (f.until IS NULL OR f.until > $on)]->(p) WHERE w.to >= $on
  RETURN 'covers' AS bond, t, f AS fact, w.from AS starts, w.to AS ends, null AS total ORDER BY starts LIMIT $most
UNION ALL
  MATCH (p)-[f:HAS_SKILL WHERE (f.since IS NULL OR f.since <= $on) AND (f.until IS NULL OR f.until > $on)]->(t:Skill)
  RETURN 'skill' AS bond, t, f AS fact, null AS starts, f.valid_until AS ends, null AS total ORDER BY t.code
UNION ALL
  MATCH (p)-[f:MEMBER_OF|IN_GROUP WHERE (f.since IS NULL OR f.since <= $on) AND (f.until IS NULL OR f.until > $on)]->(t:PartyOrg)
  RETURN CASE type(f) WHEN 'IN_GROUP' THEN 'group' WHEN 'MEMBER_OF' THEN CASE f.kind WHEN 'flow_in' THEN 'flow_in' ELSE 'member' END END AS bond, t, f AS fact, null AS starts, null AS ends, null AS total
UNION ALL
  MATCH (p)-[f:WORKS_FOR WHERE (f.since IS NULL OR f.since <= $on) AND (f.until IS NULL OR f.until > $on)]->(t:Unit)
  RETURN 'works' AS bond, t, f AS fact, null AS starts, null AS ends, null AS total
UNION ALL
  MATCH (p)-[f:REPORTED_TO WHERE (f.since IS NULL OR f.since <= $on) AND (f.until IS NULL OR f.until > $on)]->(t:Community)
  RETURN 'reported' AS bond, t, f AS fact, null AS starts, null AS ends, null AS total
UNION ALL
  MATCH (p)<-[f:CLAIMED_BY WHERE (f.since IS NULL OR f.since <= $on) AND (f.until IS NULL OR f.until > $on)]-(t:Request)
  RETURN 'claimed' AS bond, t, f AS fact, t.opened_on AS starts, t.closed_on AS ends, null AS total ORDER BY starts DESC LIMIT $most
UNION ALL
  MATCH (p)<-[f:BY WHERE (f.since IS NULL OR f.since <= $on) AND (f.until IS NULL OR f.until > $on)]-(v:Visit)
  WITH count(v) AS total, max(v.on) AS starts WHERE total > 0
  RETURN 'visits' AS bond, null AS t, null AS fact, starts, null AS ends, total
}
WITH bond, t, fact, starts, ends, total, coalesce(t.birth_date > $on - duration({years: 14}), false) AS minor
RETURN bond, head([l IN labels(t) WHERE l <> 'Place' AND l <> 'PartyMember' AND l <> 'Volunteer']) AS label, coalesce(t.code, t.org_id, t.unit_id, t.person_id, t.request_id) AS code,
  CASE WHEN t:Household THEN null WHEN t:PartyOrg OR t:Unit OR t:Place THEN coalesce(t.address, t.name) END AS name,
  CASE WHEN t:Household THEN t.address END AS home, CASE WHEN t:Person THEN t.person_id END AS person_id,
  CASE WHEN t:Person THEN CASE WHEN minor THEN left(t.name, 1) + '*' ELSE t.name END END AS person,
  CASE WHEN t:Skill THEN t.name_zh END AS skill, CASE WHEN t:Skill THEN t.name_en END AS skill_en,
  CASE WHEN t:Request THEN t.kind END AS kind, CASE WHEN t:Request THEN t.status END AS status,
  CASE WHEN bond = 'reported' THEN fact.post END AS post, CASE WHEN bond IN ['helps', 'helped'] THEN fact.visit_every_days END AS every,
  starts, ends, total, {on: fact.since, precision: fact.since_precision} AS since, fact.source AS source
