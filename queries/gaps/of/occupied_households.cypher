/*---
id: occupied_households
anchor: household
title: {zh: 有人居住的住户, en: Occupied households}
---*/
MATCH (h:Household)
WHERE h.occupancy IN ['owner', 'rented'] OR (h.occupancy IS NULL AND EXISTS {
  (h)<-[home:LIVES_IN]-(:Person) WHERE (home.since IS NULL OR home.since <= $on) AND (home.until IS NULL OR home.until > $on)
})
OPTIONAL MATCH (h)-[up:PART_OF]->(parent:Place)
  WHERE (up.since IS NULL OR up.since <= $on) AND (up.until IS NULL OR up.until > $on)
RETURN coalesce(parent.code, h.code) AS place, count(h) AS total
