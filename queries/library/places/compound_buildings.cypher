/*---
id: compound_buildings
anchor: compound
scoped: none
title: {zh: 小区的楼栋, en: Buildings of a compound}
question: {zh: 这个小区有哪些楼栋？, en: "Which buildings stand in this compound?"}
parameters:
  place: {type: place, label: {zh: 小区, en: Compound}, example: "429091100001C001"}
columns:
  code: {zh: 代码, en: Code, kind: code}
---*/
MATCH (x:Compound {code: $place})<-[l:LOCATED_IN WHERE (l.since IS NULL OR l.since <= $on) AND (l.until IS NULL OR l.until > $on)]-(b:Building)
RETURN b.code AS code
ORDER BY size(b.name), b.name, code
