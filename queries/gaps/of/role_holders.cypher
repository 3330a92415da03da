/*---
id: role_holders
anchor: person
title: {zh: 责任人, en: Role holders}
about:
  zh: 按人计；志愿者、卡点值守、党员中心户除外
  en: Persons; without volunteers, checkpoint staff and hub households.
---*/
MATCH (p:Person)-[s:SERVES]->(t)
WHERE NOT s.role IN ['volunteer', 'checkpoint_staff', 'hub_household'] AND coalesce(p.status, 'active') = 'active'
  AND (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)
WITH p, min(t.code) AS place
WITH coalesce(place, head(COLLECT {
  MATCH (p)-[post:SERVES]->(:PartyOrg|Unit)-[c:COVERS]->(x:Place)
  WHERE (post.since IS NULL OR post.since <= $on) AND (post.until IS NULL OR post.until > $on) AND (c.since IS NULL OR c.since <= $on) AND (c.until IS NULL OR c.until > $on)
  RETURN x.code ORDER BY x.code LIMIT 1
}), head(COLLECT {
  MATCH (p)-[home:LIVES_IN]->(x:Household)
  WHERE (home.since IS NULL OR home.since <= $on) AND (home.until IS NULL OR home.until > $on)
  RETURN x.code ORDER BY x.code LIMIT 1
})) AS place
RETURN place, count(*) AS total
