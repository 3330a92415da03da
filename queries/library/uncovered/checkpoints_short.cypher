/*---
id: checkpoints_short
anchor: checkpoint
scoped: within
title: {zh: 缺人的卡点班次, en: "Checkpoints short of people"}
question: {zh: 接下来24小时，哪些卡点的班次人不够？, en: "Which shifts of checkpoints in force lack people in the next 24 hours?"}
parameters:
  place: {type: place, label: {zh: 范围, en: Within}, example: 松涛社区}
columns:
  checkpoint: {zh: 卡点, en: Checkpoint, kind: place}
  code: {zh: 代码, en: Code, kind: code}
  starts: {zh: 开始, en: Starts, kind: date}
  ends: {zh: 结束, en: Ends, kind: date}
  required: {zh: 每班人数, en: People a shift, property: Checkpoint.required_per_shift}
  people: {zh: 能到岗, en: Can come, kind: count}
  on_leave: {zh: 请假, en: On leave, kind: count}
---*/
MATCH (k:Checkpoint)
WHERE (k.since IS NULL OR k.since <= $on) AND (k.until IS NULL OR k.until > $on)
MATCH (k)<-[t:AT WHERE (t.since IS NULL OR t.since <= $on) AND (t.until IS NULL OR t.until > $on)]-(w:Shift)
WHERE w.starts < $at + duration({hours: 24}) AND w.ends > $at
OPTIONAL MATCH (w)<-[s:ON_SHIFT WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)]-(p:Person) WHERE coalesce(p.status, 'active') = 'active'
WITH k, w, p, p IS NOT NULL AND EXISTS { MATCH (p)-[away:ON_LEAVE WHERE (away.since IS NULL OR away.since <= $on) AND (away.until IS NULL OR away.until > $on)]->(l:Leave) WHERE l.from <= date(w.starts) AND l.to >= date(w.starts) } AS away
WITH k, w, count(DISTINCT CASE WHEN NOT away THEN p END) AS people, count(DISTINCT CASE WHEN away THEN p END) AS on_leave
WHERE people < k.required_per_shift
RETURN k.address AS checkpoint, k.code AS code, w.starts AS starts, w.ends AS ends, k.required_per_shift AS required, people, on_leave
ORDER BY starts, checkpoint
