/*---
id: skilled_nearby
anchor: place
scoped: none
title: {zh: 附近谁有这门专长, en: "Who nearby has a skill"}
question: {zh: 附近谁会急救，或有别的专长？, en: "Who nearby can give first aid, or has another skill?"}
parameters:
  place: {type: place, label: {zh: 地点, en: Place}, example: 松涛苑1栋}
  skill: {type: skill, label: {zh: 专长, en: Skill}, example: first_aid}
columns:
  near: {zh: 远近, en: How near, kind: word, words: {building: {zh: 本栋, en: same building}, grid: {zh: 本网格, en: same grid}, community: {zh: 本社区, en: same community}}}
  person_id: {zh: 人员编号, en: Person id, kind: code}
  name: {zh: 姓名, en: Name, property: Person.name}
  phone: {zh: 电话, en: Phone, kind: phone}
  volunteer: {zh: 志愿者, en: Volunteer, kind: truth}
  lives: {zh: 所在网格, en: Lives in, kind: place}
  valid_until: {zh: 证书有效至, en: Valid until, kind: date}
---*/
MATCH (x:Place {code: $place})
MATCH (x)-[up:PART_OF WHERE (up.since IS NULL OR up.since <= $on) AND (up.until IS NULL OR up.until > $on)]->{0,6}(a:Building|Grid|Community)
WITH a, CASE WHEN a:Building THEN 1 WHEN a:Grid THEN 2 ELSE 3 END AS step
MATCH (a)<-[i:PART_OF WHERE (i.since IS NULL OR i.since <= $on) AND (i.until IS NULL OR i.until > $on)]-{0,6}(h:Household)<-[l:LIVES_IN WHERE (l.since IS NULL OR l.since <= $on) AND (l.until IS NULL OR l.until > $on)]-(p:Person)
MATCH (p)-[k:HAS_SKILL WHERE (k.since IS NULL OR k.since <= $on) AND (k.until IS NULL OR k.until > $on)]->(w:Skill {code: $skill})
WHERE coalesce(p.status, 'active') = 'active' AND (k.valid_until IS NULL OR k.valid_until >= $on)
WITH p, h, k, min(step) AS step
OPTIONAL MATCH (h)-[u:PART_OF WHERE (u.since IS NULL OR u.since <= $on) AND (u.until IS NULL OR u.until > $on)]->{1,4}(g:Grid)
RETURN CASE step WHEN 1 THEN 'building' WHEN 2 THEN 'grid' ELSE 'community' END AS near, p.person_id AS person_id, p.name AS name,
  {cipher: p.phone_cipher, last4: p.phone_last4, public: false} AS phone,
  EXISTS { MATCH (p)-[s:SERVES {role: 'volunteer'} WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)]->(:Place) } AS volunteer, g.address AS lives, k.valid_until AS valid_until
ORDER BY step, volunteer DESC, name
