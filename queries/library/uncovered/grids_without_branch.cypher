/*---
id: grids_without_branch
anchor: grid
scoped: within
title: {zh: 没有党支部的网格, en: "Grids without a Party branch"}
question: {zh: 哪些网格没有党支部覆盖？, en: "Which grids does no branch or joint branch cover?"}
parameters:
  place: {type: place, label: {zh: 范围, en: Within}, example: 松涛社区}
columns:
  grid: {zh: 网格, en: Grid, kind: place}
  code: {zh: 代码, en: Code, kind: code}
  members: {zh: 住在这里的党员, en: Members who live there, kind: count}
---*/
MATCH (g:Grid)
WHERE NOT EXISTS { MATCH (g)<-[s:COVERS WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)]-(o:PartyOrg) WHERE o.kind IN ['branch', 'joint_branch'] }
OPTIONAL MATCH (g)<-[i:PART_OF WHERE (i.since IS NULL OR i.since <= $on) AND (i.until IS NULL OR i.until > $on)]-{1,4}(:Household)<-[l:LIVES_IN WHERE (l.since IS NULL OR l.since <= $on) AND (l.until IS NULL OR l.until > $on)]-(p:PartyMember)
RETURN g.address AS grid, g.code AS code, count(DISTINCT p) AS members
ORDER BY grid
