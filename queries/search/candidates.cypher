// Everything that may be meant, by whichever index knows it: lists that are empty ask nothing. Bounded by $most a branch.
CALL () {
  UNWIND $people AS lucene
  CALL db.index.fulltext.queryNodes('person_search', lucene, {limit: $most}) YIELD node AS n
  RETURN n
UNION
  UNWIND $organisations AS lucene
  CALL db.index.fulltext.queryNodes('organisation_search', lucene, {limit: $most}) YIELD node AS n
  RETURN n
UNION
  UNWIND $places AS lucene
  CALL db.index.fulltext.queryNodes('place_search', lucene, {limit: $deep}) YIELD node AS n
  WITH n WHERE $place IS NULL OR EXISTS { (n)-[up:PART_OF WHERE (up.since IS NULL OR up.since <= $on) AND (up.until IS NULL OR up.until > $on)]->{0,7}(:Place {code: $place}) }
  RETURN n LIMIT $most
UNION
  UNWIND $homes AS lucene
  CALL db.index.fulltext.queryNodes('household_search', lucene, {limit: $deep}) YIELD node AS n
  WITH n WHERE $place IS NULL OR EXISTS { (n)-[up:PART_OF WHERE (up.since IS NULL OR up.since <= $on) AND (up.until IS NULL OR up.until > $on)]->{0,7}(:Place {code: $place}) }
  RETURN n LIMIT $most
UNION
  UNWIND $doors AS door
  MATCH (n:Household)
  WHERE n.short_address STARTS WITH door AND all(name IN $names WHERE n.address CONTAINS name)
  WITH n LIMIT $deep
  WHERE $place IS NULL OR EXISTS { (n)-[up:PART_OF WHERE (up.since IS NULL OR up.since <= $on) AND (up.until IS NULL OR up.until > $on)]->{0,7}(:Place {code: $place}) }
  RETURN n LIMIT $most
UNION
  UNWIND $buildings AS building
  MATCH (n:Building {name: building})
  WHERE all(name IN $names WHERE n.address CONTAINS name)
    AND ($place IS NULL OR EXISTS { (n)-[up:PART_OF WHERE (up.since IS NULL OR up.since <= $on) AND (up.until IS NULL OR up.until > $on)]->{0,7}(:Place {code: $place}) })
  RETURN n LIMIT $most
UNION
  UNWIND $last4 AS last4
  MATCH (n:Person)
  WHERE n.phone_last4 = last4 OR n.phone2_last4 = last4 OR n.phone3_last4 = last4
  WITH n WHERE $place IS NULL OR $place IN n.scope
  RETURN n LIMIT $most
UNION
  UNWIND $codes AS code
  CALL (code) {
    MATCH (n:Place {code: code}) RETURN n
    UNION MATCH (n:Person {person_id: code}) RETURN n
    UNION MATCH (n:PartyOrg {org_id: code}) RETURN n
    UNION MATCH (n:Unit {unit_id: code}) RETURN n
  }
  WITH n WHERE $place IS NULL OR $place IN n.scope
    OR EXISTS { (n)-[up:PART_OF WHERE (up.since IS NULL OR up.since <= $on) AND (up.until IS NULL OR up.until > $on)]->{0,7}(:Place {code: $place}) }
  RETURN n
}
WITH n WHERE $area IS NULL OR $area IN n.scope
  OR EXISTS { (n)-[over:PART_OF WHERE (over.since IS NULL OR over.since <= $on) AND (over.until IS NULL OR over.until > $on)]->{0,7}(:Place {code: $area}) }
// One row of lists: two hundred rows would cost the driver more than the search costs the server.
RETURN collect([
  head([l IN labels(n) WHERE NOT l IN ['Place', 'PartyMember', 'Volunteer']]),
  coalesce(n.code, n.person_id, n.org_id, n.unit_id),
  n.name, n.address, n.short_address, n.name_pinyin, n.name_initials]) AS found
