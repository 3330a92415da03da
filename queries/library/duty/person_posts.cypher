/*---
id: person_posts
anchor: person
scoped: none
title: {zh: 一个人都负责什么, en: "Everything a person does"}
question: {zh: 这个人都做些什么？, en: "Which posts, shifts, pairs, organisations and skills has this person?"}
parameters:
  person: {type: person, label: {zh: 人, en: Person}, example: 张伟}
columns:
  bond: {zh: 哪种, en: Kind, kind: word, words: {role: {zh: 任职, en: in charge}, party: {zh: 党组织, en: Party organisation}, reported: {zh: 双报到, en: reported}, works: {zh: 单位, en: unit}, skill: {zh: 专长, en: skill}, pair: {zh: 结对帮扶, en: pairs}, shift: {zh: 值守, en: shifts}}}
  role: {zh: 角色, en: Role, kind: role}
  what: {zh: 对象, en: Of what, kind: place}
  organisation: {zh: 组织, en: Organisation, property: PartyOrg.name}
  skill: {zh: 专长, en: Skill, property: Skill.name_zh}
  post: {zh: 认领岗位, en: Post, property: REPORTED_TO.post}
  count: {zh: 个数, en: Count, kind: count}
  since: {zh: 起, en: Since, kind: date}
---*/
MATCH (p:Person {person_id: $person})
CALL (p) {
  MATCH (p)-[s:SERVES WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)]->(t:Place|PartyOrg|Unit)
  RETURN 1 AS place, 'role' AS bond, s.role AS role, CASE WHEN t:PartyOrg THEN null ELSE coalesce(t.address, t.name) END AS what,
    CASE WHEN t:PartyOrg THEN t.name END AS organisation, null AS skill, null AS post, 1 AS count, {on: s.since, precision: s.since_precision} AS since
UNION ALL
  MATCH (p)-[m:MEMBER_OF|IN_GROUP WHERE (m.since IS NULL OR m.since <= $on) AND (m.until IS NULL OR m.until > $on)]->(t:PartyOrg)
  RETURN 2 AS place, 'party' AS bond, null AS role, null AS what, t.name AS organisation, null AS skill, null AS post, 1 AS count, {on: m.since, precision: m.since_precision} AS since
UNION ALL
  MATCH (p)-[r:REPORTED_TO WHERE (r.since IS NULL OR r.since <= $on) AND (r.until IS NULL OR r.until > $on)]->(t:Community)
  RETURN 3 AS place, 'reported' AS bond, null AS role, t.name AS what, null AS organisation, null AS skill, r.post AS post, 1 AS count, {on: r.since, precision: r.since_precision} AS since
UNION ALL
  MATCH (p)-[w:WORKS_FOR WHERE (w.since IS NULL OR w.since <= $on) AND (w.until IS NULL OR w.until > $on)]->(t:Unit)
  RETURN 4 AS place, 'works' AS bond, null AS role, t.name AS what, null AS organisation, null AS skill, null AS post, 1 AS count, {on: w.since, precision: w.since_precision} AS since
UNION ALL
  MATCH (p)-[k:HAS_SKILL WHERE (k.since IS NULL OR k.since <= $on) AND (k.until IS NULL OR k.until > $on)]->(t:Skill)
  RETURN 5 AS place, 'skill' AS bond, null AS role, null AS what, null AS organisation, t.name_zh AS skill, null AS post, 1 AS count, {on: k.since, precision: k.since_precision} AS since
UNION ALL
  MATCH (p)-[h:PAIRED_WITH WHERE (h.since IS NULL OR h.since <= $on) AND (h.until IS NULL OR h.until > $on)]->(t:Person|Household)
  WITH count(*) AS count WHERE count > 0
  RETURN 6 AS place, 'pair' AS bond, null AS role, null AS what, null AS organisation, null AS skill, null AS post, count, null AS since
UNION ALL
  MATCH (p)-[o:ON_SHIFT WHERE (o.since IS NULL OR o.since <= $on) AND (o.until IS NULL OR o.until > $on)]->(w:Shift)-[a:AT WHERE (a.since IS NULL OR a.since <= $on) AND (a.until IS NULL OR a.until > $on)]->(t:Place) WHERE w.ends > $at
  WITH t, count(*) AS count, min(w.starts) AS starts
  RETURN 7 AS place, 'shift' AS bond, null AS role, t.address AS what, null AS organisation, null AS skill, null AS post, count, {on: date(starts), precision: 'day'} AS since
}
RETURN bond, role, what, organisation, skill, post, count, since
ORDER BY place, role, what, organisation, skill
