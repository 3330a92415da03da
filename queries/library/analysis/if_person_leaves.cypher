/*---
id: if_person_leaves
anchor: person
scoped: none
title: {zh: 一个人离开会怎样, en: "If a person leaves"}
question: {zh: 如果这个人离开，哪些户会失去谁？, en: "If this person leaves, which places and how many households lose whom?"}
parameters:
  person: {type: person, label: {zh: 人, en: Person}, example: 张伟}
columns:
  role: {zh: 角色, en: Role, kind: role}
  target: {zh: 对象, en: Of what, kind: place}
  label: {zh: 类别, en: Kind, kind: label}
  others: {zh: 还有几人, en: Others in the role, kind: count}
  households: {zh: 受影响户数, en: Households, kind: count}
---*/
MATCH (p:Person {person_id: $person})
MATCH (p)-[s:SERVES WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)]->(t:Place)
CALL (p, s, t) {
  OPTIONAL MATCH (t)<-[r:SERVES WHERE (r.since IS NULL OR r.since <= $on) AND (r.until IS NULL OR r.until > $on)]-(q:Person)
  WHERE r.role = s.role AND q <> p AND coalesce(q.status, 'active') = 'active'
  RETURN count(DISTINCT q) AS others
}
RETURN s.role AS role, t.address AS target, head([l IN labels(t) WHERE l <> 'Place']) AS label, others,
  COUNT { MATCH (t)<-[i:PART_OF WHERE (i.since IS NULL OR i.since <= $on) AND (i.until IS NULL OR i.until > $on)]-{1,6}(h:Household) WHERE (h.occupancy IN ['owner', 'rented'] OR (h.occupancy IS NULL AND EXISTS { MATCH (h)<-[w:LIVES_IN WHERE (w.since IS NULL OR w.since <= $on) AND (w.until IS NULL OR w.until > $on)]-(:Person) })) }
  + COUNT { MATCH (t)<-[b:LOCATED_IN WHERE (b.since IS NULL OR b.since <= $on) AND (b.until IS NULL OR b.until > $on)]-(:Building)<-[j:PART_OF WHERE (j.since IS NULL OR j.since <= $on) AND (j.until IS NULL OR j.until > $on)]-{1,2}(h:Household) WHERE (h.occupancy IN ['owner', 'rented'] OR (h.occupancy IS NULL AND EXISTS { MATCH (h)<-[y:LIVES_IN WHERE (y.since IS NULL OR y.since <= $on) AND (y.until IS NULL OR y.until > $on)]-(:Person) })) } AS households
ORDER BY others, households DESC, role
