// What may have been meant: other doors of the same building, and names that share signs with what was written.
CALL () {
  UNWIND $buildings AS building
  MATCH (b:Building {name: building})
  WHERE all(name IN $names WHERE b.address CONTAINS name)
  WITH b LIMIT 5
  MATCH (b)<-[below:PART_OF WHERE (below.since IS NULL OR below.since <= $on) AND (below.until IS NULL OR below.until > $on)]-{1,2}(n:Household)
  RETURN n, 1000.0 AS score LIMIT $deep
UNION
  UNWIND $codes AS code
  MATCH (:Building {code: code})<-[below:PART_OF WHERE (below.since IS NULL OR below.since <= $on) AND (below.until IS NULL OR below.until > $on)]-{1,2}(n:Household)
  RETURN n, 1000.0 AS score LIMIT $deep
UNION
  UNWIND $lucene AS lucene
  CALL db.index.fulltext.queryNodes('place_search', lucene, {limit: $most}) YIELD node AS n, score
  RETURN n, score
UNION
  UNWIND $people AS lucene
  CALL db.index.fulltext.queryNodes('person_search', lucene, {limit: $most}) YIELD node AS n, score
  RETURN n, score
}
WITH n, max(score) AS score
WHERE $area IS NULL OR $area IN n.scope
  OR EXISTS { (n)-[over:PART_OF WHERE (over.since IS NULL OR over.since <= $on) AND (over.until IS NULL OR over.until > $on)]->{0,8}(:Place {code: $area}) }
RETURN head([l IN labels(n) WHERE NOT l IN ['Place', 'PartyMember', 'Volunteer']]) AS label,
  coalesce(n.code, n.person_id) AS code, n.name AS name, n.address AS address, null AS home, null AS post, score
