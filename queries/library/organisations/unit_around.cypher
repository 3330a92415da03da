/*---
id: unit_around
anchor: unit
scoped: none
title: {zh: 单位包联和共建什么, en: What a unit covers and co-builds}
question: {zh: 这个单位包联哪些地方，和谁共建，谁管它的党员？, en: "Which places does this unit answer for, with whom does it co-build, and which party organisation covers it?"}
parameters:
  unit: {type: unit, label: {zh: 单位, en: Unit}, example: "U000001"}
  most: {type: int, label: {zh: 每类最多, en: At most of each}, example: 100, default: 100}
columns:
  bond: {zh: 关系类型, en: Bond, kind: word}
  label: {zh: 类别, en: Kind, kind: label}
  code: {zh: 代码, en: Code, kind: code}
  name: {zh: 名称, en: Name, kind: place}
  zone_code: {zh: 片代码, en: Zone code, kind: code}
  zone: {zh: 片, en: Zone, kind: place}
  people: {zh: 人数, en: People, kind: count}
  homes: {zh: 户数, en: Homes, kind: count}
  offers: {zh: 资源清单, en: Offers, property: COBUILDS_WITH.offers}
  needs: {zh: 需求清单, en: Needs, property: COBUILDS_WITH.needs}
  since: {zh: 起, en: Since, kind: date}
  source: {zh: 来源, en: Source, kind: source}
---*/
MATCH (u:Unit {unit_id: $unit})
CALL (u) {
  MATCH (u)-[c:COVERS|MANAGES WHERE (c.since IS NULL OR c.since <= $on) AND (c.until IS NULL OR c.until > $on)]->(t:Place)
  OPTIONAL MATCH (t)<-[i:INCLUDES WHERE (i.since IS NULL OR i.since <= $on) AND (i.until IS NULL OR i.until > $on)]-(z:Zone)
  WITH t, c, head(collect(z)) AS z ORDER BY t:Zone DESC, t:Compound DESC, size(t.address), t.address LIMIT $most
  RETURN CASE type(c) WHEN 'MANAGES' THEN 'manages' ELSE 'covers' END AS bond, t, c AS fact, z, null AS people,
    COUNT { MATCH (t)<-[d:PART_OF WHERE (d.since IS NULL OR d.since <= $on) AND (d.until IS NULL OR d.until > $on)]-{1,3}(:Household) } AS homes
UNION ALL
  MATCH (u)-[k:COBUILDS_WITH WHERE (k.since IS NULL OR k.since <= $on) AND (k.until IS NULL OR k.until > $on)]->(t:Community)
  RETURN 'cobuilds' AS bond, t, k AS fact, null AS z, null AS people, null AS homes ORDER BY t.code LIMIT $most
UNION ALL
  MATCH (u)<-[o:COVERS WHERE (o.since IS NULL OR o.since <= $on) AND (o.until IS NULL OR o.until > $on)]-(t:PartyOrg)
  RETURN 'party' AS bond, t, o AS fact, null AS z,
    COUNT { MATCH (t)<-[m:MEMBER_OF WHERE (m.since IS NULL OR m.since <= $on) AND (m.until IS NULL OR m.until > $on)]-(:Person) } AS people, null AS homes ORDER BY t.org_id LIMIT $most
UNION ALL
  MATCH (u)<-[w:WORKS_FOR WHERE (w.since IS NULL OR w.since <= $on) AND (w.until IS NULL OR w.until > $on)]-(p:Person)-[r:REPORTED_TO WHERE (r.since IS NULL OR r.since <= $on) AND (r.until IS NULL OR r.until > $on)]->(t:Community)
  WITH t, count(p) AS people ORDER BY people DESC, t.code LIMIT $most
  RETURN 'reported' AS bond, t, null AS fact, null AS z, people, null AS homes
}
RETURN bond, head([l IN labels(t) WHERE l <> 'Place']) AS label, coalesce(t.code, t.org_id) AS code, coalesce(t.address, t.name) AS name,
  z.code AS zone_code, z.name AS zone, people, homes,
  CASE WHEN bond = 'cobuilds' THEN fact.offers END AS offers, CASE WHEN bond = 'cobuilds' THEN fact.needs END AS needs,
  {on: fact.since, precision: fact.since_precision} AS since, fact.source AS source
