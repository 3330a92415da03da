/*---
id: units_not_reported
anchor: unit
scoped: within
title: {zh: 没有人报到的单位, en: "Units nobody reported from"}
question: {zh: 哪些机关事业单位还没有一个在职党员到社区报到？, en: "From which agencies and institutions has nobody reported to a community?"}
parameters:
  place: {type: place, label: {zh: 范围, en: Within}, example: 松涛社区}
columns:
  unit: {zh: 单位, en: Unit, property: Unit.name}
  unit_id: {zh: 单位编号, en: Unit id, kind: code}
  kind: {zh: 性质, en: Kind of unit, property: Unit.kind}
  members: {zh: 在册的党员, en: Members on record, kind: count}
---*/
MATCH (u:Unit)
WHERE NOT u.kind IN ['enterprise', 'social_org', 'property_company', 'developer']
  AND NOT EXISTS { MATCH (u)<-[w:WORKS_FOR WHERE (w.since IS NULL OR w.since <= $on) AND (w.until IS NULL OR w.until > $on)]-(:Person)-[r:REPORTED_TO WHERE (r.since IS NULL OR r.since <= $on) AND (r.until IS NULL OR r.until > $on)]->(:Community) }
RETURN u.name AS unit, u.unit_id AS unit_id, u.kind AS kind,
  COUNT { MATCH (u)<-[m:WORKS_FOR WHERE (m.since IS NULL OR m.since <= $on) AND (m.until IS NULL OR m.until > $on)]-(:PartyMember) } AS members
ORDER BY unit
