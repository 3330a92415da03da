/*---
id: org_facts
anchor: party_org
scoped: none
title: {zh: 一个党组织, en: A party organisation}
question: {zh: 这是什么党组织，隶属谁，有多少党员？, en: "What is this party organisation, whose is it, and how many members has it?"}
parameters:
  organisation: {type: organisation, label: {zh: 党组织, en: Party organisation}, example: "O000001"}
columns:
  code: {zh: 组织编号, en: Organisation id, kind: code}
  name: {zh: 名称, en: Name, property: PartyOrg.name}
  kind: {zh: 类别, en: Kind, property: PartyOrg.kind}
  term_ends: {zh: 届满, en: Term ends, kind: date}
  path: {zh: 位置, en: Path, kind: path}
  above: {zh: 上级组织, en: Organisations above, kind: path}
  full: {zh: 正式党员, en: Full members, kind: count}
  probationary: {zh: 预备党员, en: Probationary members, kind: count}
  unknown: {zh: 类别未知, en: Kind unknown, kind: count}
  together: {zh: 连同下级党员, en: Members with those below, kind: count}
  below: {zh: 下级组织数, en: Organisations below, kind: count}
  officers: {zh: 任职人数, en: Officers, kind: count}
  source: {zh: 来源, en: Source, kind: source}
---*/
MATCH (o:PartyOrg {org_id: $organisation})
CALL (o) {
  OPTIONAL MATCH (o)<-[m:MEMBER_OF|IN_GROUP WHERE (m.since IS NULL OR m.since <= $on) AND (m.until IS NULL OR m.until > $on)]-(p:Person)
  WITH DISTINCT p
  RETURN sum(CASE p.member_type WHEN 'full' THEN 1 ELSE 0 END) AS full,
    sum(CASE p.member_type WHEN 'probationary' THEN 1 ELSE 0 END) AS probationary,
    sum(CASE WHEN p IS NOT NULL AND p.member_type IS NULL THEN 1 ELSE 0 END) AS unknown
}
CALL (o) {
  OPTIONAL MATCH (o)<-[j:SUBORDINATE_TO WHERE (j.since IS NULL OR j.since <= $on) AND (j.until IS NULL OR j.until > $on)]-{0,4}(y:PartyOrg)<-[g:MEMBER_OF|IN_GROUP WHERE (g.since IS NULL OR g.since <= $on) AND (g.until IS NULL OR g.until > $on)]-(q:Person)
  RETURN count(DISTINCT q) AS together
}
CALL (o) {
  OPTIONAL MATCH (o)-[s:SUBORDINATE_TO WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)]->{1,5}(a:PartyOrg)
  WITH a, size(s) AS height ORDER BY height DESC
  RETURN collect(CASE WHEN a IS NOT NULL THEN {label: 'PartyOrg', code: a.org_id, name: a.name} END) AS above
}
CALL (o) {
  OPTIONAL MATCH (o)-[v:SUBORDINATE_TO WHERE (v.since IS NULL OR v.since <= $on) AND (v.until IS NULL OR v.until > $on)]->{0,5}(b:PartyOrg)-[c:COVERS WHERE (c.since IS NULL OR c.since <= $on) AND (c.until IS NULL OR c.until > $on)]->(t:Place)
  WITH t ORDER BY size(v), t.code LIMIT 1
  OPTIONAL MATCH (t)-[up:PART_OF WHERE (up.since IS NULL OR up.since <= $on) AND (up.until IS NULL OR up.until > $on)]->{0,7}(x:Place)
  WITH x, size(up) AS height ORDER BY height DESC
  RETURN collect(CASE WHEN x IS NOT NULL THEN {label: head([l IN labels(x) WHERE l <> 'Place']), code: x.code, name: x.name} END) AS path
}
RETURN o.org_id AS code, o.name AS name, o.kind AS kind, {on: o.term_ends, precision: o.term_ends_precision} AS term_ends, path, above,
  full, probationary, unknown, together, COUNT { MATCH (o)<-[d:SUBORDINATE_TO WHERE (d.since IS NULL OR d.since <= $on) AND (d.until IS NULL OR d.until > $on)]-(:PartyOrg) } AS below,
  COUNT { MATCH (o)<-[e:SERVES WHERE (e.since IS NULL OR e.since <= $on) AND (e.until IS NULL OR e.until > $on)]-(:Person) } AS officers, o.source AS source
