/*---
id: unit_covers
anchor: unit
scoped: none
title: {zh: 一个单位包了什么, en: "What a unit covers"}
question: {zh: 这个单位包联哪些片和楼栋？, en: "Which zones, compounds and buildings does this unit answer for?"}
parameters:
  unit: {type: unit, label: {zh: 单位, en: Unit}, example: 云杉县林业局}
columns:
  label: {zh: 类别, en: Kind, kind: label}
  code: {zh: 代码, en: Code, kind: code}
  target: {zh: 包联对象, en: What it covers, kind: place}
  zones: {zh: 所在片, en: In the zones, kind: place}
  households: {zh: 户数, en: Households, kind: count}
  since: {zh: 起, en: Since, kind: date}
---*/
MATCH (u:Unit {unit_id: $unit})
MATCH (u)-[v:COVERS WHERE (v.since IS NULL OR v.since <= $on) AND (v.until IS NULL OR v.until > $on)]->(t:Zone|Compound|Building)
RETURN head([l IN labels(t) WHERE l <> 'Place']) AS label, t.code AS code, t.address AS target,
  COLLECT { MATCH (t)<-[i:INCLUDES WHERE (i.since IS NULL OR i.since <= $on) AND (i.until IS NULL OR i.until > $on)]-(z:Zone) RETURN z.name ORDER BY z.name } AS zones,
  COUNT { MATCH (t)<-[d:PART_OF WHERE (d.since IS NULL OR d.since <= $on) AND (d.until IS NULL OR d.until > $on)]-{1,2}(:Household) } AS households, {on: v.since, precision: v.since_precision} AS since
ORDER BY label DESC, target
