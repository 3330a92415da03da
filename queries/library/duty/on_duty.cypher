/*---
id: on_duty
anchor: checkpoint
scoped: within
title: {zh: 今晚谁值守, en: "Who is on duty"}
question: {zh: 接下来的几小时，各卡点谁在岗？, en: "Who is on duty at the checkpoints in the coming hours?"}
parameters:
  place: {type: place, label: {zh: 范围, en: Within}, example: 松涛社区}
  hours: {type: int, label: {zh: 往后几小时, en: Coming hours}, example: 12, default: 12, least: 1, most: 72}
columns:
  checkpoint: {zh: 卡点, en: Checkpoint, kind: place}
  starts: {zh: 开始, en: Starts, kind: date}
  ends: {zh: 结束, en: Ends, kind: date}
  person_id: {zh: 人员编号, en: Person id, kind: code}
  name: {zh: 姓名, en: Name, property: Person.name, holder: true}
  phone: {zh: 电话, en: Phone, kind: phone, holder: true}
  on_leave: {zh: 请假, en: On leave, kind: truth}
---*/
MATCH (k:Checkpoint)
MATCH (k)<-[t:AT WHERE (t.since IS NULL OR t.since <= $on) AND (t.until IS NULL OR t.until > $on)]-(w:Shift)<-[s:ON_SHIFT WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)]-(p:Person)
WHERE w.starts < $at + duration({hours: $hours}) AND w.ends > $at
RETURN k.address AS checkpoint, w.starts AS starts, w.ends AS ends, p.person_id AS person_id, p.name AS name,
  {cipher: p.phone_cipher, last4: p.phone_last4, public: false} AS phone, EXISTS { MATCH (p)-[away:ON_LEAVE WHERE (away.since IS NULL OR away.since <= $on) AND (away.until IS NULL OR away.until > $on)]->(l:Leave) WHERE l.from <= $on AND l.to >= $on } AS on_leave
ORDER BY starts, checkpoint, name
