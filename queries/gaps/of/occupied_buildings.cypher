/*---
id: occupied_buildings
anchor: building
title: {zh: 有人居住的城市楼栋, en: Occupied buildings of urban communities}
---*/
MATCH (b:Building)
WHERE EXISTS {
  (b)-[up:PART_OF WHERE (up.since IS NULL OR up.since <= $on) AND (up.until IS NULL OR up.until > $on)]->{1,3}(c:Community)
  WHERE c.kind = 'urban'
} AND EXISTS {
  (b)<-[below:PART_OF WHERE (below.since IS NULL OR below.since <= $on) AND (below.until IS NULL OR below.until > $on)]-{1,2}(h:Household)
  WHERE h.occupancy IN ['owner', 'rented'] OR (h.occupancy IS NULL AND EXISTS {
    (h)<-[home:LIVES_IN]-(:Person) WHERE (home.since IS NULL OR home.since <= $on) AND (home.until IS NULL OR home.until > $on)
  })
}
RETURN b.code AS place, 1 AS total
