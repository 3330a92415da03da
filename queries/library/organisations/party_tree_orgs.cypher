/*---
id: party_tree_orgs
anchor: place
scoped: none
title: {zh: 党组织树, en: The tree of party organisations}
question: {zh: 一个地方的党组织一层层是怎样的，各有多少党员？, en: "How are a place's party organisations built, level by level, and how many members has each?"}
parameters:
  place: {type: place, label: {zh: 范围, en: Within}, example: "429091100001"}
  skip: {type: int, label: {zh: 跳过, en: Skip}, example: 0, default: 0}
  roots: {type: int, label: {zh: 最上级最多, en: At most at the top}, example: 20, default: 20}
  most: {type: int, label: {zh: 每级最多, en: At most below each}, example: 20, default: 20}
  rows: {type: int, label: {zh: 总共最多, en: At most in all}, example: 600, default: 600}
columns:
  parent: {zh: 上级编号, en: Id above, kind: code}
  depth: {zh: 层, en: Level, kind: count}
  code: {zh: 组织编号, en: Organisation id, kind: code}
  name: {zh: 名称, en: Name, property: PartyOrg.name}
  kind: {zh: 类别, en: Kind, property: PartyOrg.kind}
  covers: {zh: 覆盖, en: Covers, kind: path}
  full: {zh: 正式党员, en: Full members, kind: count}
  probationary: {zh: 预备党员, en: Probationary members, kind: count}
  homes: {zh: 党员户, en: Party households, kind: count}
  below: {zh: 下级组织数, en: Organisations below, kind: count}
  head_id: {zh: 负责人编号, en: Head's id, kind: code}
  head: {zh: 负责人, en: Head, property: Person.name, holder: true}
  role: {zh: 角色, en: Role, kind: role}
---*/
// The top: whatever covers a community here (of a grid or building: whatever covers just it). Then three levels down.
// Members and homes are counted with those of the organisations below.
MATCH (x:Place {code: $place})
CALL (x) {
  MATCH (x)<-[down:PART_OF WHERE (down.since IS NULL OR down.since <= $on) AND (down.until IS NULL OR down.until > $on)]-{0,2}(c:Community|Grid|Building)<-[v:COVERS WHERE (v.since IS NULL OR v.since <= $on) AND (v.until IS NULL OR v.until > $on)]-(root:PartyOrg) WHERE c = x OR c:Community
  WITH DISTINCT root ORDER BY size(root.name), root.name, root.org_id SKIP $skip LIMIT $roots
  CALL (root) {
    RETURN root AS o, null AS parent, 0 AS depth
  UNION ALL
    MATCH (root)<-[a:SUBORDINATE_TO WHERE (a.since IS NULL OR a.since <= $on) AND (a.until IS NULL OR a.until > $on)]-(o:PartyOrg)
    WITH root, o ORDER BY size(o.name), o.name, o.org_id LIMIT $most
    RETURN o, root.org_id AS parent, 1 AS depth
  UNION ALL
    MATCH (root)<-[b:SUBORDINATE_TO WHERE (b.since IS NULL OR b.since <= $on) AND (b.until IS NULL OR b.until > $on)]-(m:PartyOrg)
    WITH m ORDER BY size(m.name), m.name, m.org_id LIMIT $most
    CALL (m) {
      MATCH (m)<-[d:SUBORDINATE_TO WHERE (d.since IS NULL OR d.since <= $on) AND (d.until IS NULL OR d.until > $on)]-(o:PartyOrg)
      WITH m, o ORDER BY size(o.name), o.name, o.org_id LIMIT $most
      RETURN o, m.org_id AS parent, 2 AS depth
    UNION ALL
      MATCH (m)<-[e:SUBORDINATE_TO WHERE (e.since IS NULL OR e.since <= $on) AND (e.until IS NULL OR e.until > $on)]-(n:PartyOrg)
      WITH n ORDER BY size(n.name), n.name, n.org_id LIMIT $most
      CALL (n) {
        MATCH (n)<-[f:SUBORDINATE_TO WHERE (f.since IS NULL OR f.since <= $on) AND (f.until IS NULL OR f.until > $on)]-(o:PartyOrg)
        WITH n, o ORDER BY size(o.name), o.name, o.org_id LIMIT $most
        RETURN o, n.org_id AS parent, 3 AS depth
      }
      RETURN o, parent, depth
    }
    RETURN o, parent, depth
  }
  RETURN o, parent, depth
}
WITH o, parent, depth ORDER BY depth, parent, size(o.name), o.name, o.org_id LIMIT $rows
CALL (o) {
  OPTIONAL MATCH (o)<-[j:SUBORDINATE_TO WHERE (j.since IS NULL OR j.since <= $on) AND (j.until IS NULL OR j.until > $on)]-{0,4}(y:PartyOrg)<-[g:MEMBER_OF|IN_GROUP WHERE (g.since IS NULL OR g.since <= $on) AND (g.until IS NULL OR g.until > $on)]-(p:Person)
  WITH DISTINCT p
  OPTIONAL MATCH (p)-[l:LIVES_IN WHERE (l.since IS NULL OR l.since <= $on) AND (l.until IS NULL OR l.until > $on)]->(h:Household)
  RETURN count(DISTINCT CASE p.member_type WHEN 'full' THEN p END) AS full,
    count(DISTINCT CASE p.member_type WHEN 'probationary' THEN p END) AS probationary, count(DISTINCT h) AS homes
}
CALL (o) {
  OPTIONAL MATCH (o)-[k:COVERS WHERE (k.since IS NULL OR k.since <= $on) AND (k.until IS NULL OR k.until > $on)]->(t)
  WITH t ORDER BY t.code LIMIT 3
  RETURN collect(CASE WHEN t IS NOT NULL THEN {label: head([l IN labels(t) WHERE l <> 'Place']), code: coalesce(t.code, t.unit_id), name: coalesce(t.address, t.name)} END) AS covers
}
CALL (o) {
  OPTIONAL MATCH (o)<-[s:SERVES WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)]-(q:Person) WHERE coalesce(q.status, 'active') = 'active'
  RETURN q, s.role AS role ORDER BY CASE s.role WHEN 'branch_secretary' THEN 0 WHEN 'group_leader' THEN 1 WHEN 'community_secretary' THEN 2 ELSE 3 END, s.is_primary IS NULL, q.person_id LIMIT 1
}
RETURN parent, depth, o.org_id AS code, o.name AS name, o.kind AS kind, covers, full, probationary, homes,
  COUNT { MATCH (o)<-[i:SUBORDINATE_TO WHERE (i.since IS NULL OR i.since <= $on) AND (i.until IS NULL OR i.until > $on)]-(:PartyOrg) } AS below, q.person_id AS head_id, q.name AS head, role
ORDER BY depth, parent, size(name), name, code
