/*---
id: pick_organisations
anchor: party_org
scoped: within
title: {zh: 可选的党组织, en: Party organisations to pick}
question: {zh: 有哪些党组织可选？, en: "Which Party organisations can be picked?"}
parameters:
  place: {type: place, label: {zh: 范围, en: Within}, example: "429091101001"}
columns:
  code: {zh: 组织编号, en: Organisation id, kind: code}
  name: {zh: 党组织, en: Organisation, property: PartyOrg.name}
---*/
MATCH (o:PartyOrg)
RETURN o.org_id AS code, o.name AS name
ORDER BY name
