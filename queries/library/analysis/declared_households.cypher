/*---
id: declared_households
anchor: grid
scoped: within
title: {zh: 登记户数对不上的网格, en: "Declared against counted households"}
question: {zh: 哪些网格登记的户数和实际录入的对不上？, en: "In which grids do declared and loaded households differ?"}
parameters:
  place: {type: place, label: {zh: 范围, en: Within}, example: 松涛社区}
columns:
  grid: {zh: 网格, en: Grid, kind: place}
  code: {zh: 代码, en: Code, kind: code}
  declared: {zh: 登记户数, en: Declared, property: Grid.declared_households}
  counted: {zh: 已录户数, en: Counted, kind: count}
  difference: {zh: 相差, en: Difference, kind: count}
---*/
MATCH (g:Grid)
WHERE g.declared_households IS NOT NULL
OPTIONAL MATCH (g)<-[i:PART_OF WHERE (i.since IS NULL OR i.since <= $on) AND (i.until IS NULL OR i.until > $on)]-{1,4}(h:Household)
WITH g, count(DISTINCT h) AS counted
WHERE counted <> g.declared_households
RETURN g.address AS grid, g.code AS code, g.declared_households AS declared, counted, counted - g.declared_households AS difference
ORDER BY abs(counted - g.declared_households) DESC, grid
