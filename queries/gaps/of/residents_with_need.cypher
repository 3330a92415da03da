/*---
id: residents_with_need
anchor: household
title: {zh: 须结对的特需居民, en: Residents with a need that asks for a pair}
---*/
MATCH (h:Household)<-[home:LIVES_IN]-(p:Person)-[n:HAS_NEED]->(w:Need)
WHERE w.needs_pair AND coalesce(p.status, 'active') = 'active' AND (home.since IS NULL OR home.since <= $on) AND (home.until IS NULL OR home.until > $on)
  AND (n.since IS NULL OR n.since <= $on) AND (n.until IS NULL OR n.until > $on)
WITH p, min(h.code) AS place
RETURN place, count(*) AS total
