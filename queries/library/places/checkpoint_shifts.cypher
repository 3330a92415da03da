/*---
id: checkpoint_shifts
anchor: checkpoint
scoped: none
title: {zh: 卡点的班次, en: Shifts of a checkpoint}
question: {zh: 这个卡点这几天每班谁在岗？, en: "Who is on duty at this checkpoint on these days, shift by shift?"}
parameters:
  place: {type: place, label: {zh: 卡点, en: Checkpoint}, example: "429091100001KKD-03"}
  first: {type: date, label: {zh: 从, en: From}, example: "2026-11-20"}
  last: {type: date, label: {zh: 到, en: Up to}, example: "2026-11-21"}
columns:
  code: {zh: 班次, en: Shift, kind: code}
  starts: {zh: 开始, en: Starts, kind: date}
  ends: {zh: 结束, en: Ends, kind: date}
  person_id: {zh: 人员编号, en: Person id, kind: code}
  name: {zh: 值守人, en: On duty, property: Person.name, holder: true}
  phone: {zh: 电话, en: Phone, kind: phone, holder: true}
  on_leave: {zh: 请假, en: On leave, kind: truth}
  source: {zh: 来源, en: Source, kind: source}
---*/
MATCH (x:Checkpoint {code: $place})
MATCH (x)<-[a:AT WHERE (a.since IS NULL OR a.since <= $on) AND (a.until IS NULL OR a.until > $on)]-(s:Shift)
WHERE date(s.starts) >= $first AND date(s.starts) <= $last
OPTIONAL MATCH (s)<-[o:ON_SHIFT WHERE (o.since IS NULL OR o.since <= $on) AND (o.until IS NULL OR o.until > $on)]-(p:Person) WHERE coalesce(p.status, 'active') = 'active'
RETURN s.shift_id AS code, s.starts AS starts, s.ends AS ends, p.person_id AS person_id, p.name AS name,
  CASE WHEN p IS NOT NULL THEN {cipher: p.phone_cipher, last4: p.phone_last4, public: false} END AS phone,
  EXISTS {
    MATCH (p)-[v:ON_LEAVE WHERE (v.since IS NULL OR v.since <= $on) AND (v.until IS NULL OR v.until > $on)]->(w:Leave) WHERE w.from <= date(s.starts) AND w.to >= date(s.starts)
  } AS on_leave, coalesce(o.source, s.source) AS source
ORDER BY starts, code, person_id
