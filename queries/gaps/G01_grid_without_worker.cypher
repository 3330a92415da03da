/*---
id: G01
name: grid_without_worker
title: {zh: 网格无网格员, en: Grids without a grid worker}
severity: critical
mark: S
anchor: grid
of: grids
percent_of: {zh: 网格, en: grids}
definition: {zh: 网格当前没有网格员, en: The grid has no current grid worker.}
counts: {zh: 网格, en: grids}
advice: {zh: 请社区为网格明确一名网格员，公示姓名和电话, en: 'Ask the community to name a grid worker, and publish name and number.'}
unknown: {zh: 不会出现：网格在册即可判定, en: 'Does not occur: every grid on record can be judged.'}
note: {zh: 只有兼职网格员, en: Part-time grid workers only}
detail:
  part_time_workers: {zh: 兼职网格员, en: Part-time workers, kind: count}
---*/
MATCH (g:Grid)
OPTIONAL MATCH (g)<-[s:SERVES]-(:Person)
  WHERE s.role = 'grid_worker' AND (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)
WITH g, count(s) AS workers, count(CASE WHEN s.full_time = false THEN s END) AS part_time
WHERE workers = part_time
RETURN g.code AS subject, 'Grid' AS label, coalesce(g.address, g.name) AS name,
  CASE WHEN workers = 0 THEN 'gap' ELSE 'note' END AS status,
  g.code AS place, {part_time_workers: part_time} AS detail
