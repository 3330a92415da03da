/*---
id: G08
name: grid_without_branch
title: {zh: 网格无党支部, en: Grids without a party branch}
severity: high
mark: S
anchor: grid
of: grids
percent_of: {zh: 网格, en: grids}
definition: {zh: 没有党支部或联合党支部覆盖这个网格, en: No branch and no joint branch covers the grid.}
counts: {zh: 网格, en: grids}
advice:
  zh: 住在网格里的正式党员满3名的，报请成立党支部；不满3名的，与邻近网格成立联合党支部
  en: 'With three full members living there or more, apply for a branch; with fewer, for a joint one with a grid nearby.'
unknown: {zh: 不会出现：网格在册即可判定, en: 'Does not occur: every grid on record can be judged.'}
detail:
  full_members: {zh: 住在本网格的正式党员, en: Full members living there, kind: count}
  advise: {zh: 建议成立, en: To apply for, property: PartyOrg.kind}
thresholds: {full_members_for_branch: 3}
---*/
MATCH (g:Grid)
WHERE NOT EXISTS {
  (g)<-[c:COVERS]-(o:PartyOrg)
  WHERE o.kind IN ['branch', 'joint_branch'] AND (c.since IS NULL OR c.since <= $on) AND (c.until IS NULL OR c.until > $on)
}
CALL (g) {
  OPTIONAL MATCH (g)<-[below:PART_OF WHERE (below.since IS NULL OR below.since <= $on) AND (below.until IS NULL OR below.until > $on)]-{1,4}(h:Household)<-[home:LIVES_IN]-(p:Person)
    WHERE p:PartyMember AND p.member_type = 'full' AND coalesce(p.status, 'active') = 'active' AND (home.since IS NULL OR home.since <= $on) AND (home.until IS NULL OR home.until > $on)
  RETURN count(DISTINCT p) AS full_members
}
RETURN g.code AS subject, 'Grid' AS label, coalesce(g.address, g.name) AS name, 'gap' AS status, g.code AS place,
  {full_members: full_members,
    advise: CASE WHEN full_members < $full_members_for_branch THEN 'joint_branch' ELSE 'branch' END} AS detail
