/*---
id: busiest_people
anchor: person
scoped: within
title: {zh: 担子重的人, en: "People who carry most"}
question: {zh: 哪些人身上的担子比较多？（用于减负，不作排名公示）, en: "Who holds many posts at once? For relieving them, never a public ranking."}
parameters:
  place: {type: place, label: {zh: 范围, en: Within}, example: 松涛社区}
  least: {type: int, label: {zh: 至少几项, en: At least posts}, example: 3, default: 3, least: 1, most: 100}
columns:
  person_id: {zh: 人员编号, en: Person id, kind: code}
  name: {zh: 姓名, en: Name, property: Person.name, holder: true}
  posts: {zh: 任职, en: Posts, kind: count}
  roles: {zh: 角色, en: Roles, kind: role}
  pairs: {zh: 结对, en: Pairs, kind: count}
---*/
MATCH (p:Person)
MATCH (p)-[s:SERVES WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)]->(:Place|PartyOrg|Unit)
WHERE coalesce(p.status, 'active') = 'active'
WITH p, count(s) AS posts, collect(DISTINCT s.role) AS roles
WHERE posts >= $least
RETURN p.person_id AS person_id, p.name AS name, posts, roles, COUNT { MATCH (p)-[d:PAIRED_WITH WHERE (d.since IS NULL OR d.since <= $on) AND (d.until IS NULL OR d.until > $on)]->(:Person|Household) } AS pairs
ORDER BY posts DESC, name, person_id
