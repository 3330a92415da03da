/*---
id: recruitable
anchor: person
scoped: within
title: {zh: 可以动员谁, en: "Who could be recruited"}
question: {zh: 这里可以动员哪些人来当志愿者？, en: "Who could be asked to help: adults with a skill, reported members without a post, members without a role?"}
parameters:
  place: {type: place, label: {zh: 范围, en: Within}, example: 松涛社区}
columns:
  person_id: {zh: 人员编号, en: Person id, kind: code}
  name: {zh: 姓名, en: Name, property: Person.name}
  reasons: {zh: 为什么, en: Why, kind: word, words: {skilled: {zh: 有专长, en: has a skill}, no_post: {zh: 已报到未认领岗位, en: reported without a post}, member: {zh: 党员未任职, en: member without a role}}}
  skills: {zh: 专长, en: Skills, property: Skill.name_zh}
  grid: {zh: 网格, en: Grid, kind: place}
---*/
MATCH (p:Person)
WHERE coalesce(p.status, 'active') = 'active' AND (p.birth_date IS NULL OR p.birth_date <= $on - duration({years: 18}))
  AND NOT EXISTS { MATCH (p)-[s:SERVES WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)]->(:Place|PartyOrg|Unit) }
WITH p, COLLECT { MATCH (p)-[k:HAS_SKILL WHERE (k.since IS NULL OR k.since <= $on) AND (k.until IS NULL OR k.until > $on)]->(w:Skill) WHERE k.valid_until IS NULL OR k.valid_until >= $on RETURN w.name_zh ORDER BY w.name_zh } AS skills,
  EXISTS { MATCH (p)-[r:REPORTED_TO WHERE (r.since IS NULL OR r.since <= $on) AND (r.until IS NULL OR r.until > $on)]->(:Community) WHERE r.post IS NULL } AS idle,
  EXISTS { MATCH (p)-[rr:REPORTED_TO WHERE (rr.since IS NULL OR rr.since <= $on) AND (rr.until IS NULL OR rr.until > $on)]->(:Community) WHERE rr.post IS NOT NULL } AS posted
WITH p, skills, [each IN [CASE WHEN size(skills) > 0 THEN 'skilled' END, CASE WHEN idle THEN 'no_post' END,
  CASE WHEN p:PartyMember AND NOT posted THEN 'member' END] WHERE each IS NOT NULL] AS reasons
WHERE size(reasons) > 0
OPTIONAL MATCH (p)-[l:LIVES_IN WHERE (l.since IS NULL OR l.since <= $on) AND (l.until IS NULL OR l.until > $on)]->(h:Household)-[u:PART_OF WHERE (u.since IS NULL OR u.since <= $on) AND (u.until IS NULL OR u.until > $on)]->{1,4}(g:Grid)
RETURN p.person_id AS person_id, p.name AS name, reasons, skills, g.address AS grid
ORDER BY size(reasons) DESC, name, person_id
