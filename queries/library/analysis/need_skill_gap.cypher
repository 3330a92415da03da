/*---
id: need_skill_gap
anchor: community
scoped: within
watermark: true
history: [any, met, m]
title: {zh: 需求和专长对得上吗, en: "Needs against skills"}
question: {zh: 哪些社区的需求没有会这门专长的志愿者？, en: "For which needs that somebody has does no volunteer of the community have a matching skill?"}
parameters:
  place: {type: place, label: {zh: 范围, en: Within}, example: 松涛社区}
columns:
  community: {zh: 社区, en: Community, kind: place}
  code: {zh: 代码, en: Code, kind: code}
  need: {zh: 需求, en: Need, property: Need.name_zh, fact: MET_BY}
  residents: {zh: 居民, en: Residents, kind: count, small: hidden}
  volunteers: {zh: 对得上的志愿者, en: Volunteers who match, kind: count}
  skills: {zh: 需要的专长, en: Skills that help, property: Skill.name_zh}
---*/
MATCH (c:Community)
MATCH (c)<-[i:PART_OF WHERE (i.since IS NULL OR i.since <= $on) AND (i.until IS NULL OR i.until > $on)]-{1,6}(:Household)<-[l:LIVES_IN WHERE (l.since IS NULL OR l.since <= $on) AND (l.until IS NULL OR l.until > $on)]-(p:Person)-[n:HAS_NEED WHERE (n.since IS NULL OR n.since <= $on) AND (n.until IS NULL OR n.until > $on)]->(w:Need)
WHERE coalesce(p.status, 'active') = 'active' AND EXISTS { (w)-[any:MET_BY]->(:Skill) }
WITH c, w, count(DISTINCT p) AS residents
CALL (c, w) {
  OPTIONAL MATCH (w)-[met:MET_BY]->(:Skill)<-[k:HAS_SKILL WHERE (k.since IS NULL OR k.since <= $on) AND (k.until IS NULL OR k.until > $on)]-(v:Person)-[s:SERVES {role: 'volunteer'} WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)]->(t:Place)
  WHERE (k.valid_until IS NULL OR k.valid_until >= $on) AND coalesce(v.status, 'active') = 'active'
    AND EXISTS { MATCH (t)-[up:PART_OF WHERE (up.since IS NULL OR up.since <= $on) AND (up.until IS NULL OR up.until > $on)]->{0,6}(c) }
  RETURN count(DISTINCT v) AS volunteers
}
RETURN c.name AS community, c.code AS code, w.name_zh AS need, residents, volunteers,
  COLLECT { MATCH (w)-[m:MET_BY]->(k:Skill) RETURN k.name_zh ORDER BY k.code } AS skills
ORDER BY volunteers, community, w.code
