/*---
id: responsibility_posts
anchor: place
scoped: none
title: {zh: 片、卡点和社区的责任人, en: "Who answers for zones, checkpoints and communities"}
question: {zh: 这里的片长、包点干部、卡点负责人和社区干部是谁？, en: "Who are the zone leads, point cadres, checkpoint leads and community cadres here?"}
parameters:
  place: {type: place, label: {zh: 范围, en: Within}, example: "429091100"}
  most: {type: int, label: {zh: 每类最多, en: At most of each}, example: 100, default: 100}
columns:
  label: {zh: 类别, en: Kind, kind: label}
  code: {zh: 代码, en: Code, kind: code}
  name: {zh: 名称, en: Name, kind: place}
  core: {zh: 核心卡点, en: Core checkpoint, kind: truth}
  since: {zh: 启用, en: In force since, kind: date}
  until: {zh: 停用, en: In force until, kind: date}
  units: {zh: 单位数, en: Units, kind: count}
  buildings: {zh: 楼栋数, en: Buildings, kind: count}
  total: {zh: 此类总数, en: Of this kind in all, kind: count}
  role: {zh: 角色, en: Role, kind: role}
  duties: {zh: 职责, en: Duties, property: SERVES.duties}
  person_id: {zh: 人员编号, en: Person id, kind: code}
  person: {zh: 姓名, en: Name, property: Person.name, holder: true}
---*/
// Zones of a community are those that include one of its buildings: a zone itself hangs under the town.
MATCH (x:Place {code: $place})
CALL (x) {
  CALL (x) {
    MATCH (x)<-[d:PART_OF WHERE (d.since IS NULL OR d.since <= $on) AND (d.until IS NULL OR d.until > $on)]-{0,4}(t:Zone|Checkpoint|Community)
    RETURN t
  UNION
    MATCH (x)<-[e:PART_OF WHERE (e.since IS NULL OR e.since <= $on) AND (e.until IS NULL OR e.until > $on)]-{1,4}(:Building)<-[i:INCLUDES WHERE (i.since IS NULL OR i.since <= $on) AND (i.until IS NULL OR i.until > $on)]-(t:Zone)
    RETURN t
  }
  WITH DISTINCT t WHERE (t.since IS NULL OR t.since <= $on) AND (t.until IS NULL OR t.until > $on)
  WITH t, head([l IN labels(t) WHERE l <> 'Place']) AS label
  WITH t, label ORDER BY size(t.name), t.name, t.code
  WITH label, collect(t) AS found
  UNWIND found[..$most] AS t
  RETURN t, label, size(found) AS total
}
CALL (t) {
  OPTIONAL MATCH (t)<-[s:SERVES WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)]-(p:Person)
    WHERE s.role IN ['zone_lead', 'point_cadre', 'checkpoint_lead', 'community_secretary', 'community_director', 'community_cadre', 'sunk_cadre', 'grid_liaison']
      AND coalesce(p.status, 'active') = 'active'
  RETURN s, p ORDER BY s.is_primary IS NULL, s.priority, p.person_id LIMIT 30
}
RETURN label, t.code AS code, CASE WHEN t:Checkpoint THEN t.address ELSE t.name END AS name, CASE WHEN t:Checkpoint THEN t.is_core END AS core,
  CASE WHEN t:Zone OR t:Checkpoint THEN {on: t.since, precision: t.since_precision} END AS since,
  CASE WHEN t:Zone OR t:Checkpoint THEN {on: t.until, precision: t.until_precision} END AS until,
  COUNT { MATCH (t)<-[u:COVERS WHERE (u.since IS NULL OR u.since <= $on) AND (u.until IS NULL OR u.until > $on)]-(:Unit) } AS units, COUNT { MATCH (t)-[n:INCLUDES WHERE (n.since IS NULL OR n.since <= $on) AND (n.until IS NULL OR n.until > $on)]->(:Building) } AS buildings, total,
  s.role AS role, s.duties AS duties, p.person_id AS person_id, p.name AS person
ORDER BY label, size(name), name, code
