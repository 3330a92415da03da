// What has exactly this code, door or name. $names must stand in its address, $above among the places over it.
CALL () {
  UNWIND $codes AS code
  MATCH (n:Place {code: code})
  RETURN n
UNION
  UNWIND $codes AS code
  MATCH (n:Person {person_id: code})
  RETURN n
UNION
  UNWIND $codes AS code
  MATCH (n:PartyOrg {org_id: code})
  RETURN n
UNION
  UNWIND $codes AS code
  MATCH (n:Unit {unit_id: code})
  RETURN n
UNION
  UNWIND $doors AS door
  MATCH (n:Household)
  WHERE n.short_address STARTS WITH door.starts AND n.short_address ENDS WITH door.ends
    AND (NOT door.whole OR n.short_address = door.starts)
    AND all(name IN $names WHERE n.address CONTAINS name)
  RETURN n
UNION
  UNWIND $entrances AS entrance
  MATCH (b:Building {name: entrance.building})<-[inside:PART_OF]-(n:Entrance)
  WHERE (inside.since IS NULL OR inside.since <= $on) AND (inside.until IS NULL OR inside.until > $on)
    AND n.name IN entrance.names AND all(name IN $names WHERE b.address CONTAINS name)
  RETURN n
UNION
  UNWIND $buildings AS building
  MATCH (n:Building {name: building})
  WHERE all(name IN $names WHERE n.address CONTAINS name)
  RETURN n
UNION
  UNWIND $places AS place
  MATCH (n:County|Town|Community|Grid|MicroGrid|Compound|Zone|Checkpoint)
  WHERE n.name = place AND all(name IN $names WHERE n.address CONTAINS name) OR n.address = place
  RETURN n
UNION
  UNWIND $others AS other
  MATCH (n:Person {name: other})
  RETURN n
UNION
  UNWIND $others AS other
  MATCH (n:PartyOrg {name: other})
  RETURN n
UNION
  UNWIND $others AS other
  MATCH (n:Unit {name: other})
  RETURN n
}
WITH n
WHERE all(name IN $above WHERE EXISTS { (n)-[up:PART_OF WHERE (up.since IS NULL OR up.since <= $on) AND (up.until IS NULL OR up.until > $on)]->{0,8}(:Place {name: name}) })
  AND ($area IS NULL OR $area IN n.scope
    OR EXISTS { (n)-[over:PART_OF WHERE (over.since IS NULL OR over.since <= $on) AND (over.until IS NULL OR over.until > $on)]->{0,8}(:Place {code: $area}) })
WITH n LIMIT $most
OPTIONAL MATCH (n)-[home:LIVES_IN]->(h:Household)
  WHERE (home.since IS NULL OR home.since <= $on) AND (home.until IS NULL OR home.until > $on)
OPTIONAL MATCH (n)-[s:SERVES]->(t)
  WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)
RETURN head([l IN labels(n) WHERE NOT l IN ['Place', 'PartyMember', 'Volunteer']]) AS label,
  coalesce(n.code, n.person_id, n.org_id, n.unit_id) AS code, n.name AS name, n.address AS address,
  head(collect(h.address)) AS home, head(collect(CASE WHEN NOT t:Household THEN coalesce(t.address, t.name) END)) AS post
