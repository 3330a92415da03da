/*---
id: communities_over
anchor: community
scoped: within
title: {zh: 党员人数和党组织规格, en: "Members against the kind of organisation"}
question: {zh: 哪些社区的党员超过50或100名？, en: "Which communities have more members than this in their own party tree?"}
parameters:
  place: {type: place, label: {zh: 范围, en: Within}, example: 松涛社区}
  over: {type: int, label: {zh: 超过, en: More than}, example: 50, default: 50, least: 0, most: 10000}
columns:
  community: {zh: 社区, en: Community, kind: place}
  code: {zh: 代码, en: Code, kind: code}
  organisation: {zh: 社区党组织, en: Organisation, property: PartyOrg.name}
  kind: {zh: 类别, en: Kind, property: PartyOrg.kind}
  members: {zh: 党员, en: Members, kind: count}
  full: {zh: 正式, en: Full, kind: count}
---*/
MATCH (c:Community)
MATCH (c)<-[v:COVERS WHERE (v.since IS NULL OR v.since <= $on) AND (v.until IS NULL OR v.until > $on)]-(o:PartyOrg)
OPTIONAL MATCH (o)<-[u:SUBORDINATE_TO WHERE (u.since IS NULL OR u.since <= $on) AND (u.until IS NULL OR u.until > $on)]-{0,4}(b:PartyOrg)<-[m:MEMBER_OF {kind: 'affiliated'} WHERE (m.since IS NULL OR m.since <= $on) AND (m.until IS NULL OR m.until > $on)]-(p:PartyMember)
WITH c, o, count(DISTINCT p) AS members, count(DISTINCT CASE WHEN p.member_type = 'full' THEN p END) AS full
WHERE members > $over
RETURN c.name AS community, c.code AS code, o.name AS organisation, o.kind AS kind, members, full
ORDER BY members DESC, community
