/*---
id: responsibility_tonight
anchor: place
scoped: none
title: {zh: 今晚值守, en: On duty tonight}
question: {zh: 这里今晚各卡点谁在岗，缺几个人？, en: "Who is on duty at each checkpoint here tonight, and how many are lacking?"}
parameters:
  place: {type: place, label: {zh: 范围, en: Within}, example: "429091100"}
  most: {type: int, label: {zh: 最多, en: At most}, example: 6, default: 6}
columns:
  code: {zh: 卡点代码, en: Checkpoint code, kind: code}
  name: {zh: 卡点, en: Checkpoint, kind: place}
  core: {zh: 核心卡点, en: Core checkpoint, kind: truth}
  required: {zh: 每班人数, en: People a shift, property: Checkpoint.required_per_shift}
  starts: {zh: 开始, en: Starts, kind: date}
  ends: {zh: 结束, en: Ends, kind: date}
  people: {zh: 在岗, en: On duty, kind: count}
  names: {zh: 值守人, en: Names, property: Person.name, holder: true}
  short: {zh: 缺岗卡点, en: Checkpoints short, kind: count}
  total: {zh: 卡点总数, en: Checkpoints in all, kind: count}
---*/
// Tonight: the last shift that starts on this day. Who is on leave is not on duty.
MATCH (x:Place {code: $place})
MATCH (x)<-[d:PART_OF WHERE (d.since IS NULL OR d.since <= $on) AND (d.until IS NULL OR d.until > $on)]-{0,4}(k:Checkpoint)
WHERE (k.since IS NULL OR k.since <= $on) AND (k.until IS NULL OR k.until > $on)
CALL (k) {
  OPTIONAL MATCH (k)<-[a:AT WHERE (a.since IS NULL OR a.since <= $on) AND (a.until IS NULL OR a.until > $on)]-(s:Shift) WHERE date(s.starts) = $on
  WITH s ORDER BY s.starts DESC LIMIT 1
  OPTIONAL MATCH (s)<-[o:ON_SHIFT WHERE (o.since IS NULL OR o.since <= $on) AND (o.until IS NULL OR o.until > $on)]-(p:Person) WHERE coalesce(p.status, 'active') = 'active' AND NOT EXISTS {
    MATCH (p)-[v:ON_LEAVE WHERE (v.since IS NULL OR v.since <= $on) AND (v.until IS NULL OR v.until > $on)]->(w:Leave) WHERE w.from <= $on AND w.to >= $on
  }
  RETURN s, collect(p.name) AS names
}
WITH k, s, names, s IS NOT NULL AND coalesce(k.required_per_shift, 0) > size(names) AS lacking
WITH k, s, names, lacking ORDER BY lacking DESC, k.is_core DESC, k.address
WITH collect({k: k, s: s, names: names}) AS found, sum(CASE WHEN lacking THEN 1 ELSE 0 END) AS short
UNWIND found[..$most] AS one
RETURN one.k.code AS code, one.k.name AS name, one.k.is_core AS core, one.k.required_per_shift AS required, one.s.starts AS starts,
  one.s.ends AS ends, size(one.names) AS people, one.names AS names, short, size(found) AS total
