// What a row of the list shows beside the name: where it lies, which roles somebody holds, and the numbers.
CALL () {
  UNWIND $places AS code
  MATCH (n:Place {code: code})
  RETURN code, n, n AS at, [] AS roles
UNION ALL
  UNWIND $people AS code
  MATCH (n:Person {person_id: code})
  OPTIONAL MATCH (n)-[home:LIVES_IN]->(h:Household)
    WHERE (home.since IS NULL OR home.since <= $on) AND (home.until IS NULL OR home.until > $on)
  WITH code, n, head(collect(h)) AS h
  CALL (n) {
    OPTIONAL MATCH (n)-[s:SERVES]->(t)
      WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)
    RETURN collect(CASE WHEN s IS NULL THEN null ELSE {role: s.role, public: s.contact_public} END) AS roles,
      head(collect(CASE WHEN t:Place THEN t END)) AS post
  }
  RETURN code, n, coalesce(h, post) AS at, roles
UNION ALL
  UNWIND $organisations AS code
  MATCH (n:PartyOrg {org_id: code})
  OPTIONAL MATCH (n)-[c:COVERS]->(t:Place)
    WHERE (c.since IS NULL OR c.since <= $on) AND (c.until IS NULL OR c.until > $on)
  RETURN code, n, head(collect(t)) AS at, [] AS roles
UNION ALL
  UNWIND $units AS code
  MATCH (n:Unit {unit_id: code})
  OPTIONAL MATCH (n)-[c:COVERS|MANAGES]->(t:Place)
    WHERE (c.since IS NULL OR c.since <= $on) AND (c.until IS NULL OR c.until > $on)
  RETURN code, n, head(collect(t)) AS at, [] AS roles
}
CALL (at) {
  OPTIONAL MATCH (at)-[up:PART_OF WHERE (up.since IS NULL OR up.since <= $on) AND (up.until IS NULL OR up.until > $on)]->{0,8}(a:Place)
  WITH a, size(up) AS steps ORDER BY steps DESC
  RETURN collect(CASE WHEN a IS NOT NULL THEN {
    label: head([l IN labels(a) WHERE l <> 'Place']), code: a.code, name: a.name, address: a.address} END) AS path
}
OPTIONAL MATCH (at)-[inside:LOCATED_IN]->(compound:Compound)
  WHERE (inside.since IS NULL OR inside.since <= $on) AND (inside.until IS NULL OR inside.until > $on)
RETURN code, path, head(collect(compound.name)) AS compound, roles,
  n:Person AND coalesce(n.birth_date > $on - duration({years: 14}), false) AS minor, [
  {cipher: n.phone_cipher, last4: n.phone_last4},
  {cipher: n.phone2_cipher, last4: n.phone2_last4},
  {cipher: n.phone3_cipher, last4: n.phone3_last4}] AS phones
