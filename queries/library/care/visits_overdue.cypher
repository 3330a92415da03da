/*---
id: visits_overdue
anchor: person
scoped: within
watermark: true
title: {zh: 探访超期的结对, en: "Visits overdue"}
question: {zh: 哪些结对的探访超期了？, en: "Which pairs have not had a visit for longer than they agreed?"}
parameters:
  place: {type: place, label: {zh: 范围, en: Within}, example: 松涛社区}
columns:
  helped: {zh: 居民, en: Resident, property: Person.name}
  household: {zh: 住户, en: Household, property: Household.address}
  person_id: {zh: 帮扶人编号, en: Helper id, kind: code}
  helper: {zh: 帮扶人, en: Helper, property: Person.name, holder: true}
  every: {zh: 探访间隔, en: Visit interval, property: PAIRED_WITH.visit_every_days}
  last_visit: {zh: 最近探访, en: Last visit, kind: date}
  overdue: {zh: 超期天数, en: Days overdue, kind: count}
---*/
MATCH (p:Person)
MATCH (p)<-[d:PAIRED_WITH WHERE (d.since IS NULL OR d.since <= $on) AND (d.until IS NULL OR d.until > $on)]-(a:Person)
WHERE d.visit_every_days IS NOT NULL
OPTIONAL MATCH (v:Visit)-[x:VISITED WHERE (x.since IS NULL OR x.since <= $on) AND (x.until IS NULL OR x.until > $on)]->(p) WHERE v.on <= $on
WITH p, a, d, max(v.on) AS last_visit
WITH p, a, d, last_visit, duration.inDays(coalesce(last_visit, d.since), $on).days - d.visit_every_days AS overdue
WHERE overdue > 0
OPTIONAL MATCH (p)-[l:LIVES_IN WHERE (l.since IS NULL OR l.since <= $on) AND (l.until IS NULL OR l.until > $on)]->(h:Household)
RETURN p.name AS helped, h.address AS household, a.person_id AS person_id, a.name AS helper, d.visit_every_days AS every, last_visit, overdue
ORDER BY overdue DESC, helped, helper
