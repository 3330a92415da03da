/*---
id: neighbours
anchor: place
scoped: none
history: [d]
title: {zh: 一步之内的关系, en: What something is joined to}
question: {zh: 这些人、地点、组织各与什么相连，各有多少？, en: "What is each of these joined to, and to how many?"}
about: The first `most` of each kind of relationship and neighbour, with the number of all of them. Needs of people are S3 and no part of it.
parameters:
  nodes: {type: texts, label: {zh: 编号, en: Keys}, example: "429091101001"}
  types: {type: texts, label: {zh: 关系, en: Relationships}, example: SERVES, default: [PART_OF, LOCATED_IN, LIVES_IN, OWNS, REGISTERED_AT, SERVES, SUBORDINATE_TO, COVERS, INCLUDES, MEMBER_OF, IN_GROUP, REPORTED_TO, MANAGES, WORKS_FOR, COBUILDS_WITH, PAIRED_WITH, HAS_SKILL, MET_BY, ON_SHIFT, AT, ON_LEAVE, COVERED_BY, RAISED_BY, CLAIMED_BY, HELD_BY, ATTENDED, AWARDED_TO, VISITED, BY]}
  most: {type: int, label: {zh: 每类最多, en: Most of a kind}, example: 20, default: 20}
  counted: {type: int, label: {zh: 最多点数, en: Counted at most}, example: 10000, default: 10000}
columns:
  node: {zh: 起点, en: Of, kind: code}
  type: {zh: 关系, en: Relationship, kind: word}
  outward: {zh: 由它指出, en: Outward, kind: truth}
  label: {zh: 类别, en: Kind, kind: label}
  marks: {zh: 标记, en: Marks, kind: label}
  key: {zh: 编号, en: Key, kind: code}
  person: {zh: 姓名, en: Name, property: Person.name}
  door: {zh: 门牌, en: Door, property: Household.short_address}
  home: {zh: 住址, en: Address, property: Household.address}
  place: {zh: 名称, en: Title, kind: place}
  whole: {zh: 全称, en: Full name, kind: place}
  thing: {zh: 组织, en: Organisation, property: Unit.name}
  named_zh: {zh: 中文名, en: Chinese name, property: Skill.name_zh}
  named_en: {zh: 英文名, en: English name, property: Skill.name_en}
  request: {zh: 诉求, en: Request, property: Request.kind}
  visit: {zh: 走访, en: Visit, property: Visit.mode}
  activity: {zh: 活动, en: Activity, property: Activity.kind}
  begins: {zh: 开始, en: Begins, kind: date}
  ends: {zh: 结束, en: Ends, kind: date}
  fact: {zh: 事实, en: Fact, kind: code}
  role: {zh: 角色, en: Role, kind: role}
  member: {zh: 组织关系, en: Membership, property: MEMBER_OF.kind}
  since: {zh: 起, en: Since, kind: date}
  total: {zh: 共, en: In all, kind: count}
  uncounted: {zh: 没有点到的, en: Not counted, kind: count}
---*/
UNWIND $nodes AS asked
CALL (asked) {
  MATCH (n:Place {code: asked}) RETURN n
  UNION MATCH (n:Person {person_id: asked}) RETURN n
  UNION MATCH (n:PartyOrg {org_id: asked}) RETURN n
  UNION MATCH (n:Unit {unit_id: asked}) RETURN n
  UNION MATCH (n:Shift {shift_id: asked}) RETURN n
  UNION MATCH (n:Leave {leave_id: asked}) RETURN n
  UNION MATCH (n:Skill {code: asked}) RETURN n
  UNION MATCH (n:Need {code: asked}) RETURN n
  UNION MATCH (n:Request {request_id: asked}) RETURN n
  UNION MATCH (n:Visit {visit_id: asked}) RETURN n
  UNION MATCH (n:Facility {facility_id: asked}) RETURN n
  UNION MATCH (n:Activity {activity_id: asked}) RETURN n
  UNION MATCH (n:Honour {honour_id: asked}) RETURN n
}
WITH asked, n, // how many there are of every period: the degree store knows without looking at one of them
  COUNT { (n)-[d:PART_OF|LOCATED_IN|LIVES_IN|OWNS|REGISTERED_AT|SERVES|SUBORDINATE_TO|COVERS|INCLUDES|MEMBER_OF|IN_GROUP|REPORTED_TO|MANAGES|WORKS_FOR|COBUILDS_WITH|PAIRED_WITH|HAS_SKILL|MET_BY|ON_SHIFT|AT|ON_LEAVE|COVERED_BY|RAISED_BY|CLAIMED_BY|HELD_BY|ATTENDED|AWARDED_TO|VISITED|BY]-() } AS degree
CALL (n) {
  RETURN n AS m, null AS r, null AS total
  UNION ALL
  MATCH (n)-[r:PART_OF|LOCATED_IN|LIVES_IN|OWNS|REGISTERED_AT|SERVES|SUBORDINATE_TO|COVERS|INCLUDES|MEMBER_OF|IN_GROUP|REPORTED_TO|MANAGES|WORKS_FOR|COBUILDS_WITH|PAIRED_WITH|HAS_SKILL|MET_BY|ON_SHIFT|AT|ON_LEAVE|COVERED_BY|RAISED_BY|CLAIMED_BY|HELD_BY|ATTENDED|AWARDED_TO|VISITED|BY]-(m)
  WHERE NOT coalesce(n.birth_date > $on - duration({years: 14}), false) // what surrounds a child is nobody's picture
  WITH n, r, m LIMIT $counted
  WHERE (r.since IS NULL OR r.since <= $on) AND (r.until IS NULL OR r.until > $on)
    AND ($area IS NULL OR $area IN m.scope OR m.scope IS NULL AND (NOT m:Place
      OR EXISTS { (m)-[up:PART_OF WHERE (up.since IS NULL OR up.since <= $on) AND (up.until IS NULL OR up.until > $on)]->{0,7}(:Place {code: $area}) }
      OR EXISTS { (:Place {code: $area})-[up:PART_OF WHERE (up.since IS NULL OR up.since <= $on) AND (up.until IS NULL OR up.until > $on)]->{1,7}(m) }))
  WITH type(r) AS type, startNode(r) = n AS outward,
    CASE WHEN m:Person THEN 'Person' ELSE head([l IN labels(m) WHERE l <> 'Place']) END AS label,
    count(*) AS total, collect(r)[..$most] AS some
  WHERE type IN $types
  UNWIND some AS r
  RETURN CASE WHEN outward THEN endNode(r) ELSE startNode(r) END AS m, r, total
}
WITH asked, n, degree, m, r, total, head([l IN labels(m) WHERE NOT l IN ['Place', 'PartyMember', 'Volunteer']]) AS label
RETURN asked AS node, type(r) AS type, CASE WHEN r IS NOT NULL THEN startNode(r) = n END AS outward, label,
  [l IN ['PartyMember', 'Volunteer'] WHERE l IN labels(m)] AS marks,
  coalesce(m.code, m.person_id, m.org_id, m.unit_id, m.shift_id, m.leave_id, m.request_id, m.visit_id, m.facility_id, m.activity_id, m.honour_id) AS key,
  CASE WHEN m:Person THEN CASE WHEN coalesce(m.birth_date > $on - duration({years: 14}), false) THEN left(m.name, 1) + '*' ELSE m.name END END AS person,
  CASE WHEN m:Household THEN m.short_address END AS door, CASE WHEN m:Household THEN m.address END AS home,
  CASE WHEN m:Place AND NOT m:Household THEN m.name END AS place, CASE WHEN m:Place AND NOT m:Household THEN m.address END AS whole,
  CASE WHEN m:PartyOrg OR m:Unit OR m:Facility OR m:Honour THEN m.name END AS thing,
  m.name_zh AS named_zh, m.name_en AS named_en,
  CASE WHEN m:Request THEN m.kind END AS request, CASE WHEN m:Visit THEN m.mode END AS visit, CASE WHEN m:Activity THEN m.kind END AS activity,
  CASE WHEN m:Shift THEN m.starts WHEN m:Leave THEN m.from WHEN m:Request THEN m.opened_on WHEN m:Visit OR m:Activity THEN m.on END AS begins,
  CASE WHEN m:Shift THEN m.ends WHEN m:Leave THEN m.to END AS ends,
  coalesce(r.fact_id, type(r)) AS fact, r.role AS role, CASE WHEN type(r) = 'MEMBER_OF' THEN r.kind END AS member,
  {on: r.since, precision: r.since_precision} AS since, total, CASE WHEN degree > $counted THEN degree - $counted ELSE 0 END AS uncounted
ORDER BY r IS NOT NULL, type, outward, label, key
