/*---
id: coverage
anchor: place
scoped: none
title: {zh: 下级的覆盖, en: Coverage of what lies below}
question: {zh: 每个下级有多少户，其中多少找得到人？, en: "How many households has each place below, and how many of them find somebody?"}
parameters:
  parents: {type: texts, label: {zh: 上级, en: Parents}, example: ["429091100001"]}
  children: {type: texts, label: {zh: 另加, en: Also these}, example: ["429091100001B00001"], default: []}
  near: {type: texts, label: {zh: 本栋的角色, en: Roles of the building itself}, example: ["building_leader"]}
  roles: {type: texts, label: {zh: 算作找得到的角色, en: Roles that count}, example: ["building_leader"]}
columns:
  parent: {zh: 上级, en: Parent, kind: code}
  label: {zh: 类别, en: Kind, kind: label}
  code: {zh: 代码, en: Code, kind: code}
  name: {zh: 名称, en: Name, kind: place}
  homes: {zh: 在册户数, en: Homes, kind: count}
  occupied: {zh: 有人居住, en: Occupied, kind: count}
  unknown: {zh: 未知, en: Unknown, kind: count}
  covered: {zh: 找得到人, en: Find somebody, kind: count}
  led: {zh: 本栋有人负责, en: Led in their own building, kind: count}
  below: {zh: 下级数, en: Places below, kind: count}
---*/
// Led: somebody who can be reached holds one of the `near` roles of its own entrance or building, and lives elsewhere.
// A household finds somebody when anyone whom its chain may name before the duty phone can be reached and does not live in it:
// who serves a place on its way up to the community, an organisation that covers one, or leads a building next door.
CALL () {
  MATCH (x:Place WHERE x.code IN $parents)<-[r:PART_OF WHERE (r.since IS NULL OR r.since <= $on) AND (r.until IS NULL OR r.until > $on)]-(c:Place)
    WHERE NOT c:Household AND NOT (c:Compound) AND NOT (c:Zone) AND NOT (c:Checkpoint)
  RETURN x.code AS parent, c
UNION
  MATCH (c:Place WHERE c.code IN $children)
  RETURN null AS parent, c
}
CALL (c) {
  OPTIONAL MATCH (c)<-[below:PART_OF WHERE (below.since IS NULL OR below.since <= $on) AND (below.until IS NULL OR below.until > $on)]-{0,5}(d:Building|Entrance)<-[door:PART_OF WHERE (door.since IS NULL OR door.since <= $on) AND (door.until IS NULL OR door.until > $on)]-(h:Household)
  WITH d, collect({
    code: h.code,
    occupied: CASE
      WHEN h.occupancy IN ['owner', 'rented'] THEN true
      WHEN h.occupancy IS NOT NULL THEN false
      WHEN EXISTS { MATCH (h)<-[v:LIVES_IN WHERE (v.since IS NULL OR v.since <= $on) AND (v.until IS NULL OR v.until > $on)]-(:Person) } THEN true
    END
  }) AS homes
  CALL (d) {
    OPTIONAL MATCH (d)-[up:PART_OF WHERE (up.since IS NULL OR up.since <= $on) AND (up.until IS NULL OR up.until > $on)]->{0,5}(a:Entrance|Building|MicroGrid|Grid|Community)
    CALL (a) {
      RETURN a AS t, $roles AS named, a:Entrance OR a:Building AS near
    UNION
      MATCH (a)<-[o:COVERS WHERE (o.since IS NULL OR o.since <= $on) AND (o.until IS NULL OR o.until > $on)]-(t:PartyOrg)
      RETURN t, $roles AS named, false AS near
    UNION
      MATCH (a:Building)-[l:LOCATED_IN WHERE (l.since IS NULL OR l.since <= $on) AND (l.until IS NULL OR l.until > $on)]->(m:Compound)<-[k:COVERS WHERE (k.since IS NULL OR k.since <= $on) AND (k.until IS NULL OR k.until > $on)]-(t:PartyOrg)
      RETURN t, $roles AS named, false AS near
    UNION
      MATCH (a:Building)-[g:PART_OF WHERE (g.since IS NULL OR g.since <= $on) AND (g.until IS NULL OR g.until > $on)]->{1,2}(:Grid)<-[n:PART_OF WHERE (n.since IS NULL OR n.since <= $on) AND (n.until IS NULL OR n.until > $on)]-{1,2}(t:Building)
      RETURN t, ['building_leader', 'villager_group_leader'] AS named, false AS near
    }
    MATCH (t)<-[s:SERVES WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)]-(p:Person)
      WHERE s.role IN named AND coalesce(p.status, 'active') = 'active'
        AND coalesce(p.phone_cipher, p.phone2_cipher, p.phone3_cipher) IS NOT NULL
        AND NOT EXISTS {
          MATCH (p)-[w:ON_LEAVE WHERE (w.since IS NULL OR w.since <= $on) AND (w.until IS NULL OR w.until > $on)]->(f:Leave)
          WHERE f.from <= $on AND f.to >= $on
        }
    OPTIONAL MATCH (p)-[q:LIVES_IN WHERE (q.since IS NULL OR q.since <= $on) AND (q.until IS NULL OR q.until > $on)]->(own:Household)
    RETURN collect(DISTINCT coalesce(own.code, '')) AS lives,
      collect(DISTINCT CASE WHEN near AND s.role IN $near THEN coalesce(own.code, '') END) AS leads
  }
  UNWIND homes AS home
  WITH home, lives, leads WHERE home.code IS NOT NULL
  RETURN count(*) AS homes, sum(CASE WHEN home.occupied THEN 1 ELSE 0 END) AS occupied,
    sum(CASE WHEN home.occupied IS NULL THEN 1 ELSE 0 END) AS unknown,
    sum(CASE WHEN home.occupied AND any(code IN lives WHERE code <> home.code) THEN 1 ELSE 0 END) AS covered,
    sum(CASE WHEN home.occupied AND any(code IN leads WHERE code <> home.code) THEN 1 ELSE 0 END) AS led
}
RETURN parent, head([l IN labels(c) WHERE l <> 'Place']) AS label, c.code AS code, c.name AS name, homes, occupied, unknown,
  covered, led, COUNT { MATCH (c)<-[b:PART_OF WHERE (b.since IS NULL OR b.since <= $on) AND (b.until IS NULL OR b.until > $on)]-(y:Place) WHERE NOT y:Household AND NOT y:Entrance AND NOT y:Compound AND NOT y:Zone AND NOT y:Checkpoint } AS below
ORDER BY parent, label, size(name), code
