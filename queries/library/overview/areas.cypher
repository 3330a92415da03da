/*---
id: areas
anchor: place
scoped: none
title: {zh: 县、镇、社区, en: "Counties, towns, communities"}
question: {zh: 有哪些县、镇和社区？, en: "Which counties, towns and communities are there?"}
columns:
  label: {zh: 类别, en: Kind, kind: label}
  code: {zh: 代码, en: Code, kind: code}
  name: {zh: 名称, en: Name, kind: place}
  parent: {zh: 上级, en: Parent, kind: code}
---*/
MATCH (x:County|Town|Community)
OPTIONAL MATCH (x)-[u:PART_OF WHERE (u.since IS NULL OR u.since <= $on) AND (u.until IS NULL OR u.until > $on)]->(a:Place)
RETURN head([l IN labels(x) WHERE l <> 'Place']) AS label, x.code AS code, x.name AS name, a.code AS parent
ORDER BY code
