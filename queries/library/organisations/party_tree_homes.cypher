/*---
id: party_tree_homes
anchor: party_org
scoped: none
title: {zh: 党组织的党员户, en: Party households of organisations}
question: {zh: 这些党小组和支部的党员住在哪些户？, en: "In which households do the members of these organisations live?"}
parameters:
  organisations: {type: texts, label: {zh: 党组织, en: Party organisations}, example: ["O000001"]}
  most: {type: int, label: {zh: 每个最多, en: At most of each}, example: 5, default: 5}
columns:
  organisation: {zh: 组织编号, en: Organisation id, kind: code}
  code: {zh: 户代码, en: Household code, kind: code}
  address: {zh: 地址, en: Address, property: Household.address}
  people: {zh: 党员数, en: Members, kind: count}
---*/
MATCH (o:PartyOrg WHERE o.org_id IN $organisations)
CALL (o) {
  MATCH (o)<-[m:MEMBER_OF|IN_GROUP WHERE (m.since IS NULL OR m.since <= $on) AND (m.until IS NULL OR m.until > $on)]-(p:Person)-[l:LIVES_IN WHERE (l.since IS NULL OR l.since <= $on) AND (l.until IS NULL OR l.until > $on)]->(h:Household)
  WITH h, count(DISTINCT p) AS people ORDER BY size(h.code), h.code LIMIT $most
  RETURN h, people
}
RETURN o.org_id AS organisation, h.code AS code, h.address AS address, people
ORDER BY organisation, size(code), code
