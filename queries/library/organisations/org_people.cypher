/*---
id: org_people
anchor: party_org
scoped: none
title: {zh: 党组织的人, en: People of a party organisation}
question: {zh: 这个党组织谁任职，有哪些党员？, en: "Who holds office in this party organisation, and who are its members?"}
parameters:
  organisation: {type: organisation, label: {zh: 党组织, en: Party organisation}, example: "O000001"}
  skip: {type: int, label: {zh: 跳过, en: Skip}, example: 0, default: 0}
  most: {type: int, label: {zh: 最多, en: At most}, example: 100, default: 100}
columns:
  bond: {zh: 关系类型, en: Bond, kind: word}
  person_id: {zh: 人员编号, en: Person id, kind: code}
  holder: {zh: 任职人, en: Officer, property: Person.name, holder: true}
  name: {zh: 姓名, en: Name, property: Person.name}
  role: {zh: 角色, en: Role, kind: role}
  phone: {zh: 任职电话, en: Officer's phone, kind: phone, holder: true}
  public: {zh: 号码公示, en: Number public, kind: truth}
  member_type: {zh: 党员类别, en: Member type, property: PartyMember.member_type}
  kind: {zh: 组织关系, en: Membership, property: MEMBER_OF.kind}
  groups: {zh: 党小组, en: Groups, kind: path}
  since: {zh: 起, en: Since, kind: date}
  source: {zh: 来源, en: Source, kind: source}
---*/
MATCH (o:PartyOrg {org_id: $organisation})
CALL (o) {
  MATCH (o)<-[s:SERVES WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)]-(p:Person)
  RETURN 'officer' AS bond, p, s.role AS role, null AS kind, s AS fact ORDER BY s.is_primary IS NULL, s.role DESC, p.person_id
UNION ALL
  MATCH (o)<-[m:MEMBER_OF|IN_GROUP WHERE (m.since IS NULL OR m.since <= $on) AND (m.until IS NULL OR m.until > $on)]-(p:Person)
  WITH p, head(collect(m)) AS m ORDER BY p.member_type, head(p.name_pinyin), p.person_id SKIP $skip LIMIT $most
  RETURN 'member' AS bond, p, null AS role, CASE type(m) WHEN 'MEMBER_OF' THEN m.kind END AS kind, m AS fact
}
CALL (bond, p) {
  OPTIONAL MATCH (p)-[i:IN_GROUP WHERE (i.since IS NULL OR i.since <= $on) AND (i.until IS NULL OR i.until > $on)]->(g:PartyOrg) WHERE bond = 'member' AND g.org_id <> $organisation
  RETURN collect(CASE WHEN g IS NOT NULL THEN {label: 'PartyOrg', code: g.org_id, name: g.name} END) AS groups
}
WITH bond, p, role, kind, fact, groups, bond = 'officer' AS officer
RETURN bond, p.person_id AS person_id, CASE WHEN officer THEN p.name END AS holder, CASE WHEN NOT officer THEN p.name END AS name, role,
  CASE WHEN officer THEN {cipher: p.phone_cipher, last4: p.phone_last4, public: fact.contact_public} END AS phone,
  officer AND coalesce(fact.contact_public, false) AND p.phone_cipher IS NOT NULL AS public, p.member_type AS member_type, kind, groups,
  {on: fact.since, precision: fact.since_precision} AS since, fact.source AS source
