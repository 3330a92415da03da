/*---
id: requests_unclaimed
anchor: person
scoped: within
watermark: true
title: {zh: 没人认领的诉求, en: "Unclaimed requests"}
question: {zh: 哪些诉求还没有人认领？, en: "Which open requests has nobody claimed?"}
parameters:
  place: {type: place, label: {zh: 范围, en: Within}, example: 松涛社区}
  days: {type: int, label: {zh: 登记超过几天, en: Open for more than days}, example: 14, default: 0, least: 0, most: 3650}
columns:
  kind: {zh: 类别, en: Kind, property: Request.kind}
  opened_on: {zh: 登记, en: Opened on, property: Request.opened_on}
  days_open: {zh: 已几天, en: Days open, kind: count}
  person_id: {zh: 人员编号, en: Person id, kind: code}
  name: {zh: 居民, en: Resident, property: Person.name}
  household: {zh: 住户, en: Household, property: Household.address}
---*/
MATCH (p:Person)
MATCH (p)<-[b:RAISED_BY WHERE (b.since IS NULL OR b.since <= $on) AND (b.until IS NULL OR b.until > $on)]-(r:Request)
WHERE r.status = 'open' AND r.opened_on <= $on AND NOT EXISTS { MATCH (r)-[k:CLAIMED_BY WHERE (k.since IS NULL OR k.since <= $on) AND (k.until IS NULL OR k.until > $on)]->(:Person|Unit) }
WITH p, r, duration.inDays(r.opened_on, $on).days AS days_open
WHERE days_open >= $days
OPTIONAL MATCH (p)-[l:LIVES_IN WHERE (l.since IS NULL OR l.since <= $on) AND (l.until IS NULL OR l.until > $on)]->(h:Household)
RETURN r.kind AS kind, r.opened_on AS opened_on, days_open, p.person_id AS person_id, p.name AS name, h.address AS household
ORDER BY opened_on, name
