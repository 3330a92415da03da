/*---
id: members_in_building
anchor: building
scoped: none
title: {zh: 一栋楼里的党员, en: "Members in a building"}
question: {zh: 这栋楼里住着哪些党员？, en: "Which Party members live in this building?"}
parameters:
  place: {type: place, label: {zh: 楼栋, en: Building}, example: 松涛苑1栋}
columns:
  person_id: {zh: 人员编号, en: Person id, kind: code}
  name: {zh: 姓名, en: Name, property: Person.name}
  member_type: {zh: 党员类别, en: Member type, property: PartyMember.member_type}
  household: {zh: 住户, en: Household, property: Household.address}
  organisation: {zh: 所在支部, en: Organisation, property: PartyOrg.name}
  roles: {zh: 担任, en: Roles, kind: role}
---*/
MATCH (b:Place {code: $place})
MATCH (b)<-[i:PART_OF WHERE (i.since IS NULL OR i.since <= $on) AND (i.until IS NULL OR i.until > $on)]-{0,6}(h:Household)<-[l:LIVES_IN WHERE (l.since IS NULL OR l.since <= $on) AND (l.until IS NULL OR l.until > $on)]-(p:PartyMember)
WHERE coalesce(p.status, 'active') = 'active'
OPTIONAL MATCH (p)-[m:MEMBER_OF WHERE (m.since IS NULL OR m.since <= $on) AND (m.until IS NULL OR m.until > $on)]->(o:PartyOrg)
RETURN p.person_id AS person_id, p.name AS name, p.member_type AS member_type, h.address AS household, o.name AS organisation,
  COLLECT { MATCH (p)-[s:SERVES WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)]->(:Place|PartyOrg|Unit) RETURN DISTINCT s.role ORDER BY s.role } AS roles
ORDER BY household, name
