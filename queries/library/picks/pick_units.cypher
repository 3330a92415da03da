/*---
id: pick_units
anchor: unit
scoped: within
title: {zh: 可选的单位, en: Units to pick}
question: {zh: 有哪些单位可选？, en: "Which units can be picked?"}
parameters:
  place: {type: place, label: {zh: 范围, en: Within}, example: "429091101001"}
columns:
  code: {zh: 单位编号, en: Unit id, kind: code}
  name: {zh: 单位, en: Unit, property: Unit.name}
---*/
MATCH (u:Unit)
RETURN u.unit_id AS code, u.name AS name
ORDER BY name
