/*---
id: household_care
anchor: household
scoped: none
title: {zh: 一户的结对、党组织和值守, en: "A household's helpers, party organisations and watch"}
question: {zh: 谁和这一户结对，属于哪个党组织，附近的卡点谁在岗？, en: "Who is paired with this household, which party organisations is it of, and who is on duty nearby?"}
parameters:
  household: {type: household, label: {zh: 户, en: Household}, example: "429091100001B00001-1-101"}
columns:
  bond: {zh: 关系类型, en: Bond, kind: word}
  label: {zh: 类别, en: Kind, kind: label}
  code: {zh: 代码, en: Code, kind: code}
  name: {zh: 名称, en: Name, kind: place}
  helped_id: {zh: 被帮助人编号, en: Helped person's id, kind: code}
  helped: {zh: 被帮助人, en: Helped person, property: Person.name}
  person_id: {zh: 人员编号, en: Person id, kind: code}
  person: {zh: 帮助人或负责人, en: Helper or head, property: Person.name, holder: true}
  role: {zh: 角色, en: Role, kind: role}
  member: {zh: 党员, en: Party member, kind: truth}
  volunteer: {zh: 志愿者, en: Volunteer, kind: truth}
  kind: {zh: 诉求类别, en: Kind of request, property: Request.kind}
  status: {zh: 诉求状态, en: Status of request, property: Request.status}
  every: {zh: 探访间隔, en: Visit interval, property: PAIRED_WITH.visit_every_days}
  visited: {zh: 上次走访, en: Last visit, kind: date}
  until: {zh: 止, en: Until, kind: date}
  since: {zh: 起, en: Since, kind: date}
  source: {zh: 来源, en: Source, kind: source}
---*/
MATCH (h:Household {code: $household})
CALL (h) {
  MATCH (h)<-[l:LIVES_IN WHERE (l.since IS NULL OR l.since <= $on) AND (l.until IS NULL OR l.until > $on)]-(r:Person)<-[w:PAIRED_WITH WHERE (w.since IS NULL OR w.since <= $on) AND (w.until IS NULL OR w.until > $on)]-(p:Person)
  OPTIONAL MATCH (r)<-[v:VISITED WHERE (v.since IS NULL OR v.since <= $on) AND (v.until IS NULL OR v.until > $on)]-(i:Visit)
  RETURN 'pair' AS bond, null AS t, r, p, null AS role, w AS fact, max(i.on) AS visited, null AS until
UNION ALL
  MATCH (h)<-[w:PAIRED_WITH WHERE (w.since IS NULL OR w.since <= $on) AND (w.until IS NULL OR w.until > $on)]-(p:Person)
  RETURN 'pair' AS bond, null AS t, null AS r, p, null AS role, w AS fact, null AS visited, null AS until
UNION ALL
  CALL (h) {
    MATCH (h)<-[b:RAISED_BY WHERE (b.since IS NULL OR b.since <= $on) AND (b.until IS NULL OR b.until > $on)]-(t:Request)
    RETURN t, null AS r, b AS fact
  UNION
    MATCH (h)<-[k:LIVES_IN WHERE (k.since IS NULL OR k.since <= $on) AND (k.until IS NULL OR k.until > $on)]-(r:Person)<-[b:RAISED_BY WHERE (b.since IS NULL OR b.since <= $on) AND (b.until IS NULL OR b.until > $on)]-(t:Request)
    RETURN t, r, b AS fact
  }
  OPTIONAL MATCH (t)-[c:CLAIMED_BY WHERE (c.since IS NULL OR c.since <= $on) AND (c.until IS NULL OR c.until > $on)]->(p:Person)
  RETURN 'request' AS bond, t, r, p, null AS role, fact, null AS visited, null AS until
UNION ALL
  MATCH (h)-[up:PART_OF WHERE (up.since IS NULL OR up.since <= $on) AND (up.until IS NULL OR up.until > $on)]->{1,5}(a:Building|Grid|Community)<-[o:COVERS WHERE (o.since IS NULL OR o.since <= $on) AND (o.until IS NULL OR o.until > $on)]-(t:PartyOrg)
  OPTIONAL MATCH (t)<-[s:SERVES WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)]-(p:Person) WHERE s.role IN ['group_leader', 'branch_secretary', 'community_secretary']
  WITH t, o, size(up) AS height, p, s ORDER BY height, s.is_primary IS NULL, p.person_id
  WITH t, o, height, head(collect({p: p, role: s.role})) AS first ORDER BY height
  RETURN 'party' AS bond, t, null AS r, first.p AS p, first.role AS role, o AS fact, null AS visited, null AS until
UNION ALL
  MATCH (h)-[g:PART_OF WHERE (g.since IS NULL OR g.since <= $on) AND (g.until IS NULL OR g.until > $on)]->{1,5}(a:Grid|Community)<-[n:PART_OF WHERE (n.since IS NULL OR n.since <= $on) AND (n.until IS NULL OR n.until > $on)]-(t:Checkpoint)<-[e:AT WHERE (e.since IS NULL OR e.since <= $on) AND (e.until IS NULL OR e.until > $on)]-(s:Shift)
    WHERE s.starts <= $at AND s.ends > $at AND t.since <= $on AND (t.until IS NULL OR t.until > $on)
  OPTIONAL MATCH (s)<-[j:ON_SHIFT WHERE (j.since IS NULL OR j.since <= $on) AND (j.until IS NULL OR j.until > $on)]-(p:Person)
  RETURN 'watch' AS bond, t, null AS r, p, null AS role, j AS fact, null AS visited, s.ends AS until ORDER BY t.code, p.person_id LIMIT 12
}
RETURN bond, head([x IN labels(t) WHERE x <> 'Place']) AS label, coalesce(t.code, t.org_id, t.request_id) AS code,
  CASE WHEN NOT t:Request THEN t.name END AS name, r.person_id AS helped_id,
  CASE WHEN coalesce(r.birth_date > $on - duration({years: 14}), false) THEN left(r.name, 1) + '*' ELSE r.name END AS helped,
  p.person_id AS person_id, p.name AS person, role,
  p:PartyMember AS member, p:Volunteer AS volunteer, CASE WHEN t:Request THEN t.kind END AS kind, CASE WHEN t:Request THEN t.status END AS status,
  CASE WHEN bond = 'pair' THEN fact.visit_every_days END AS every, visited, until, {on: fact.since, precision: fact.since_precision} AS since, fact.source AS source
