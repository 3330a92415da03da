/*---
id: coverage_compared
anchor: community
scoped: within
title: {zh: 各社区覆盖对比, en: "Coverage compared"}
question: {zh: 各社区的网格员、楼栋长覆盖得怎么样？, en: "How do communities compare in workers and building leaders?"}
parameters:
  place: {type: place, label: {zh: 范围, en: Within}, example: 松涛社区}
columns:
  community: {zh: 社区, en: Community, kind: place}
  code: {zh: 代码, en: Code, kind: code}
  grids: {zh: 网格, en: Grids, kind: count}
  grids_with: {zh: 有网格员, en: With a worker, kind: count}
  buildings: {zh: 楼栋, en: Buildings, kind: count}
  buildings_with: {zh: 有楼栋长, en: With a leader, kind: count}
  households: {zh: 户数, en: Households, kind: count}
  volunteers: {zh: 志愿者, en: Volunteers, kind: count}
---*/
MATCH (c:Community)
RETURN c.name AS community, c.code AS code,
  COUNT { MATCH (c)<-[a:PART_OF WHERE (a.since IS NULL OR a.since <= $on) AND (a.until IS NULL OR a.until > $on)]-(:Grid) } AS grids,
  COUNT { MATCH (c)<-[b:PART_OF WHERE (b.since IS NULL OR b.since <= $on) AND (b.until IS NULL OR b.until > $on)]-(g:Grid) WHERE EXISTS { MATCH (g)<-[s:SERVES {role: 'grid_worker'} WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)]-(:Person) } } AS grids_with,
  COUNT { MATCH (c)<-[d:PART_OF WHERE (d.since IS NULL OR d.since <= $on) AND (d.until IS NULL OR d.until > $on)]-{1,3}(:Building) } AS buildings,
  COUNT { MATCH (c)<-[e:PART_OF WHERE (e.since IS NULL OR e.since <= $on) AND (e.until IS NULL OR e.until > $on)]-{1,3}(b:Building) WHERE EXISTS { MATCH (b)<-[t:SERVES {role: 'building_leader'} WHERE (t.since IS NULL OR t.since <= $on) AND (t.until IS NULL OR t.until > $on)]-(:Person) } } AS buildings_with,
  COUNT { MATCH (c)<-[f:PART_OF WHERE (f.since IS NULL OR f.since <= $on) AND (f.until IS NULL OR f.until > $on)]-{1,6}(:Household) } AS households,
  COUNT { MATCH (c)<-[h:PART_OF WHERE (h.since IS NULL OR h.since <= $on) AND (h.until IS NULL OR h.until > $on)]-{0,6}(:Place)<-[v:SERVES {role: 'volunteer'} WHERE (v.since IS NULL OR v.since <= $on) AND (v.until IS NULL OR v.until > $on)]-(:Person) } AS volunteers
ORDER BY community
