/*---
id: G06
name: household_orphan
title: {zh: 住户未挂接, en: Households that hang on nothing}
severity: critical
mark: I
anchor: household
of: occupied_households
percent_of: {zh: 有人居住的住户, en: occupied households}
definition:
  zh: 有人居住的住户，往上走不通：没有经过楼栋和网格到达社区（单元、小网格可以没有）
  en: An occupied household has no complete way up through a building and a grid to a community.
counts: {zh: 住户, en: households}
advice: {zh: 请在楼栋信息表里补上缺的一级（多半是楼栋的网格）, en: 'Add the level that is missing, mostly the grid of the building, to the building roster.'}
unknown:
  zh: 往上走不通，但不知道是否有人居住
  en: 'The way up is broken, and it is not known whether anybody lives there.'
detail:
  missing: {zh: 缺的一级, en: Missing level, kind: label}
  lowest_known_place: {zh: 已知的最低一级, en: Lowest known place, property: Household.address}
---*/
// Top-down: first the few places where the way up breaks, then the homes under each of them.
MATCH (top:Household|Entrance|Building)
WHERE CASE
  WHEN top:Building THEN NOT EXISTS {
    (top)-[above:PART_OF WHERE (above.since IS NULL OR above.since <= $on) AND (above.until IS NULL OR above.until > $on)]->{1,2}(:Grid)
      -[last:PART_OF]->(:Community)
    WHERE (last.since IS NULL OR last.since <= $on) AND (last.until IS NULL OR last.until > $on)
  }
  ELSE NOT EXISTS { (top)-[up:PART_OF]->(:Entrance|Building) WHERE (up.since IS NULL OR up.since <= $on) AND (up.until IS NULL OR up.until > $on) }
END
WITH top, CASE
  WHEN NOT top:Building THEN 'Building'
  WHEN EXISTS { (top)-[to_grid:PART_OF WHERE (to_grid.since IS NULL OR to_grid.since <= $on) AND (to_grid.until IS NULL OR to_grid.until > $on)]->{1,2}(:Grid) } THEN 'Community'
  ELSE 'Grid'
END AS missing
MATCH (top)<-[below:PART_OF WHERE (below.since IS NULL OR below.since <= $on) AND (below.until IS NULL OR below.until > $on)]-{0,2}(h:Household)
WITH h, top, missing, CASE
  WHEN h.occupancy IN ['owner', 'rented'] THEN 'gap'
  WHEN h.occupancy IS NOT NULL THEN 'empty'
  WHEN EXISTS { (h)<-[home:LIVES_IN]-(:Person) WHERE (home.since IS NULL OR home.since <= $on) AND (home.until IS NULL OR home.until > $on) } THEN 'gap'
  ELSE 'unknown'
END AS status
WHERE status <> 'empty'
RETURN h.code AS subject, 'Household' AS label, coalesce(h.address, h.name) AS name, status,
  top.code AS place, {missing: missing, lowest_known_place: coalesce(top.address, top.name)} AS detail
