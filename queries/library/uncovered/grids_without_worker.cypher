/*---
id: grids_without_worker
anchor: grid
scoped: within
title: {zh: 没有网格员的网格, en: "Grids without a worker"}
question: {zh: 哪些网格没有网格员？, en: "Which grids have no grid worker?"}
parameters:
  place: {type: place, label: {zh: 范围, en: Within}, example: 松涛社区}
columns:
  grid: {zh: 网格, en: Grid, kind: place}
  code: {zh: 代码, en: Code, kind: code}
  buildings: {zh: 楼栋数, en: Buildings, kind: count}
---*/
MATCH (g:Grid)
WHERE NOT EXISTS { MATCH (g)<-[s:SERVES WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)]-(p:Person) WHERE s.role = 'grid_worker' }
RETURN g.address AS grid, g.code AS code, COUNT { MATCH (g)<-[i:PART_OF WHERE (i.since IS NULL OR i.since <= $on) AND (i.until IS NULL OR i.until > $on)]-{1,2}(:Building) } AS buildings
ORDER BY grid
