// The places above each of the codes, and itself, from the widest down.
UNWIND $codes AS code
MATCH (x:Place {code: code})
MATCH (x)-[up:PART_OF WHERE (up.since IS NULL OR up.since <= $on) AND (up.until IS NULL OR up.until > $on)]->{0,8}(a:Place)
WITH code, a, size(up) AS steps ORDER BY steps DESC
RETURN code, collect({label: head([l IN labels(a) WHERE l <> 'Place']), code: a.code, name: a.name}) AS path
