/*---
id: needs_paired
anchor: person
scoped: within
watermark: true
title: {zh: 特需居民结对了吗, en: "Are those with a need paired"}
question: {zh: 空巢老人等特需居民结对了吗？, en: "Are the empty-nest elders, or others with a need, paired with a helper?"}
parameters:
  place: {type: place, label: {zh: 范围, en: Within}, example: 松涛社区}
  need: {type: need, label: {zh: 需求, en: Need}, example: empty_nest, default: empty_nest}
columns:
  grid: {zh: 网格, en: Grid, kind: place}
  resident: {zh: 居民, en: Resident, property: Person.name, fact: HAS_NEED}
  household: {zh: 住户, en: Household, property: Household.address, fact: HAS_NEED}
  paired: {zh: 已结对, en: Paired, kind: truth}
  helper: {zh: 帮扶人, en: Helper, property: Person.name, fact: HAS_NEED}
  last_visit: {zh: 最近探访, en: Last visit, kind: date, fact: HAS_NEED}
---*/
MATCH (p:Person)
MATCH (p)-[n:HAS_NEED WHERE (n.since IS NULL OR n.since <= $on) AND (n.until IS NULL OR n.until > $on)]->(:Need {code: $need})
WHERE coalesce(p.status, 'active') = 'active'
OPTIONAL MATCH (p)-[l:LIVES_IN WHERE (l.since IS NULL OR l.since <= $on) AND (l.until IS NULL OR l.until > $on)]->(h:Household)
OPTIONAL MATCH (h)-[up:PART_OF WHERE (up.since IS NULL OR up.since <= $on) AND (up.until IS NULL OR up.until > $on)]->{1,4}(g:Grid)
WITH p, h, g, COLLECT {
  MATCH (p)<-[d:PAIRED_WITH WHERE (d.since IS NULL OR d.since <= $on) AND (d.until IS NULL OR d.until > $on)]-(a:Person)
  WHERE coalesce(a.status, 'active') = 'active' AND NOT EXISTS { MATCH (a)-[near:LIVES_IN WHERE (near.since IS NULL OR near.since <= $on) AND (near.until IS NULL OR near.until > $on)]->(h) }
  RETURN a.name ORDER BY a.name
} + COLLECT {
  MATCH (h)<-[e:PAIRED_WITH WHERE (e.since IS NULL OR e.since <= $on) AND (e.until IS NULL OR e.until > $on)]-(a:Person)
  WHERE coalesce(a.status, 'active') = 'active' AND NOT EXISTS { MATCH (a)-[nigh:LIVES_IN WHERE (nigh.since IS NULL OR nigh.since <= $on) AND (nigh.until IS NULL OR nigh.until > $on)]->(h) }
  RETURN a.name ORDER BY a.name
} AS helpers
OPTIONAL MATCH (v:Visit)-[x:VISITED WHERE (x.since IS NULL OR x.since <= $on) AND (x.until IS NULL OR x.until > $on)]->(p) WHERE v.on <= $on
WITH p, h, g, helpers, max(v.on) AS last_visit
RETURN g.address AS grid, p.name AS resident, h.address AS household, size(helpers) > 0 AS paired, helpers AS helper, last_visit
ORDER BY paired, grid, p.person_id
