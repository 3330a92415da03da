/*---
id: org_around
anchor: party_org
scoped: none
title: {zh: 党组织的上下和覆盖, en: Below and around a party organisation}
question: {zh: 这个党组织覆盖哪里，下面有哪些组织？, en: "What does this party organisation cover, and which organisations are below it?"}
parameters:
  organisation: {type: organisation, label: {zh: 党组织, en: Party organisation}, example: "O000001"}
  skip: {type: int, label: {zh: 下级跳过, en: Skip of those below}, example: 0, default: 0}
  most: {type: int, label: {zh: 每类最多, en: At most of each}, example: 50, default: 50}
columns:
  bond: {zh: 关系类型, en: Bond, kind: word}
  label: {zh: 类别, en: Kind, kind: label}
  code: {zh: 代码, en: Code, kind: code}
  name: {zh: 名称, en: Name, kind: place}
  kind: {zh: 组织类别, en: Kind of organisation, property: PartyOrg.kind}
  full: {zh: 正式党员, en: Full members, kind: count}
  probationary: {zh: 预备党员, en: Probationary members, kind: count}
  below: {zh: 下级组织数, en: Organisations below, kind: count}
  since: {zh: 起, en: Since, kind: date}
  source: {zh: 来源, en: Source, kind: source}
---*/
MATCH (o:PartyOrg {org_id: $organisation})
CALL (o) {
  MATCH (o)-[c:COVERS WHERE (c.since IS NULL OR c.since <= $on) AND (c.until IS NULL OR c.until > $on)]->(t)
  RETURN 'covers' AS bond, t, c AS fact ORDER BY coalesce(t.code, t.unit_id) LIMIT $most
UNION ALL
  MATCH (o)-[r:REPORTED_TO WHERE (r.since IS NULL OR r.since <= $on) AND (r.until IS NULL OR r.until > $on)]->(t:Community)
  RETURN 'reported' AS bond, t, r AS fact ORDER BY t.code LIMIT $most
UNION ALL
  MATCH (o)<-[s:SUBORDINATE_TO WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)]-(t:PartyOrg)
  RETURN 'below' AS bond, t, s AS fact ORDER BY size(t.name), t.name, t.org_id SKIP $skip LIMIT $most
}
CALL (bond, t) {
  OPTIONAL MATCH (t)<-[j:SUBORDINATE_TO WHERE (j.since IS NULL OR j.since <= $on) AND (j.until IS NULL OR j.until > $on)]-{0,4}(y:PartyOrg)<-[m:MEMBER_OF|IN_GROUP WHERE (m.since IS NULL OR m.since <= $on) AND (m.until IS NULL OR m.until > $on)]-(p:Person) WHERE bond = 'below'
  WITH DISTINCT p
  RETURN sum(CASE p.member_type WHEN 'full' THEN 1 ELSE 0 END) AS full,
    sum(CASE p.member_type WHEN 'probationary' THEN 1 ELSE 0 END) AS probationary
}
RETURN bond, head([l IN labels(t) WHERE l <> 'Place']) AS label, coalesce(t.code, t.org_id, t.unit_id) AS code, coalesce(t.address, t.name) AS name,
  CASE WHEN t:PartyOrg THEN t.kind END AS kind, full, probationary,
  COUNT { MATCH (t)<-[d:SUBORDINATE_TO WHERE (d.since IS NULL OR d.since <= $on) AND (d.until IS NULL OR d.until > $on)]-(:PartyOrg) } AS below,
  {on: fact.since, precision: fact.since_precision} AS since, fact.source AS source
