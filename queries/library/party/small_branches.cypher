/*---
id: small_branches
anchor: party_org
scoped: within
title: {zh: 人数少的支部, en: "Small branches"}
question: {zh: 哪些党支部的正式党员很少？, en: "Which branches have fewer full members than this?"}
parameters:
  place: {type: place, label: {zh: 范围, en: Within}, example: 松涛社区}
  fewer: {type: int, label: {zh: 少于, en: Fewer than}, example: 3, default: 3, least: 1, most: 1000}
columns:
  organisation: {zh: 党支部, en: Branch, property: PartyOrg.name}
  org_id: {zh: 组织编号, en: Organisation id, kind: code}
  kind: {zh: 类别, en: Kind, property: PartyOrg.kind}
  full: {zh: 正式, en: Full, kind: count}
  members: {zh: 党员, en: Members, kind: count}
---*/
MATCH (o:PartyOrg)
WHERE o.kind IN ['branch', 'joint_branch']
OPTIONAL MATCH (o)<-[m:MEMBER_OF {kind: 'affiliated'} WHERE (m.since IS NULL OR m.since <= $on) AND (m.until IS NULL OR m.until > $on)]-(p:PartyMember)
WITH o, count(DISTINCT p) AS members, count(DISTINCT CASE WHEN p.member_type = 'full' THEN p END) AS full
WHERE full < $fewer
RETURN o.name AS organisation, o.org_id AS org_id, o.kind AS kind, full, members
ORDER BY full, organisation
