/*---
id: party_tree_counts
anchor: place
scoped: none
title: {zh: 党组织按类别, en: Party organisations by kind}
question: {zh: 一个地方各类党组织各有几个，党员多少？, en: "How many party organisations of each kind has a place, and how many members?"}
parameters:
  place: {type: place, label: {zh: 范围, en: Within}, example: "429091100001"}
columns:
  kind: {zh: 类别, en: Kind, property: PartyOrg.kind}
  organisations: {zh: 组织数, en: Organisations, kind: count}
  full: {zh: 正式党员, en: Full members, kind: count}
  probationary: {zh: 预备党员, en: Probationary members, kind: count}
  tops: {zh: 最上级组织数, en: Organisations at the top, kind: count}
---*/
MATCH (x:Place {code: $place})
MATCH (x)<-[down:PART_OF WHERE (down.since IS NULL OR down.since <= $on) AND (down.until IS NULL OR down.until > $on)]-{0,2}(c:Community|Grid|Building)<-[v:COVERS WHERE (v.since IS NULL OR v.since <= $on) AND (v.until IS NULL OR v.until > $on)]-(root:PartyOrg) WHERE c = x OR c:Community
WITH collect(DISTINCT root) AS roots
UNWIND roots AS root
MATCH (root)<-[s:SUBORDINATE_TO WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)]-{0,5}(o:PartyOrg)
WITH DISTINCT o, size(roots) AS tops
CALL (o) {
  OPTIONAL MATCH (o)<-[m:MEMBER_OF WHERE (m.since IS NULL OR m.since <= $on) AND (m.until IS NULL OR m.until > $on)]-(p:Person)
  RETURN count(DISTINCT CASE p.member_type WHEN 'full' THEN p END) AS full,
    count(DISTINCT CASE p.member_type WHEN 'probationary' THEN p END) AS probationary
}
RETURN o.kind AS kind, count(o) AS organisations, sum(full) AS full, sum(probationary) AS probationary, max(tops) AS tops
ORDER BY CASE kind WHEN 'committee' THEN 0 WHEN 'general_branch' THEN 1 WHEN 'branch' THEN 2 WHEN 'joint_branch' THEN 3 ELSE 4 END
