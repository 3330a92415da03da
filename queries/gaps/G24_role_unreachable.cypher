/*---
id: G24
name: role_unreachable
title: {zh: 责任人联系不上, en: Role holders who cannot be reached}
severity: critical
mark: I
anchor: person
of: role_holders
percent_of: {zh: 责任人, en: role holders}
definition:
  zh: 在任的责任人（志愿者、卡点值守、党员中心户除外）没有号码，或当天请假而没有人真正在岗代班（代班人也请假的、没有号码的不算）；社区、镇街没有登记值班电话的列在旁边
  en: A holder of a post (volunteers, checkpoint staff and hub households aside) has no number, or is on leave and nobody who stands in is there and has one; beside them communities and towns without a duty phone, which the percentage does not count.
counts: {zh: 责任人，和没有值班电话的社区、镇街, en: 'role holders, and communities and towns without a duty phone'}
advice:
  zh: 请补登号码并核实；请假的，请明确在岗的代班人
  en: Ask for the number and verify it; for a leave, ask who stands in.
unknown: {zh: 不会出现：号码和请假都在册, en: 'Does not occur: numbers and leaves are on record.'}
detail:
  roles: {zh: 角色, en: Roles, kind: role}
  numbers: {zh: 登记的号码, en: Numbers on record, kind: count}
  on_leave_to: {zh: 请假到, en: On leave until, property: Leave.to}
  stand_ins: {zh: 写明的代班人, en: Stand-ins named, kind: count}
  no_duty_phone: {zh: 值班电话未登记, en: No duty phone on record, kind: truth}
---*/
MATCH (p:Person)-[s:SERVES]->(t)
WHERE NOT s.role IN ['volunteer', 'checkpoint_staff', 'hub_household'] AND coalesce(p.status, 'active') = 'active'
  AND (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)
WITH p, collect(DISTINCT s.role) AS roles, min(t.code) AS place,
  size([digest IN [p.phone_digest, p.phone2_digest, p.phone3_digest] WHERE digest IS NOT NULL]) AS numbers
CALL (p) {
  OPTIONAL MATCH (p)-[o:ON_LEAVE]->(l:Leave)
    WHERE l.from <= $on AND coalesce(l.to, $on) >= $on AND (o.since IS NULL OR o.since <= $on) AND (o.until IS NULL OR o.until > $on)
  OPTIONAL MATCH (l)-[c:COVERED_BY]->(named:Person)
    WHERE (c.since IS NULL OR c.since <= $on) AND (c.until IS NULL OR c.until > $on)
  RETURN max(l.to) AS on_leave_to, count(DISTINCT named) AS stand_ins
}
WITH * WHERE numbers = 0 OR on_leave_to IS NOT NULL AND NOT EXISTS {
  MATCH (p) ((x:Person)-[off:ON_LEAVE WHERE (off.since IS NULL OR off.since <= $on) AND (off.until IS NULL OR off.until > $on)]->
    (leave:Leave WHERE leave.from <= $on AND coalesce(leave.to, $on) >= $on)-[cover:COVERED_BY WHERE (cover.since IS NULL OR cover.since <= $on) AND (cover.until IS NULL OR cover.until > $on)]->
    (y:Person)){1,3} (q:Person)
  WHERE coalesce(q.status, 'active') = 'active' AND coalesce(q.phone_digest, q.phone2_digest, q.phone3_digest) IS NOT NULL
    AND NOT EXISTS {
      MATCH (q)-[away:ON_LEAVE]->(gone:Leave)
      WHERE gone.from <= $on AND coalesce(gone.to, $on) >= $on AND (away.since IS NULL OR away.since <= $on) AND (away.until IS NULL OR away.until > $on)
    }
}
RETURN p.person_id AS subject, 'Person' AS label, p.name AS name, 'gap' AS status,
  coalesce(place, head(COLLECT {
  MATCH (p)-[post:SERVES]->(:PartyOrg|Unit)-[c:COVERS]->(x:Place)
  WHERE (post.since IS NULL OR post.since <= $on) AND (post.until IS NULL OR post.until > $on) AND (c.since IS NULL OR c.since <= $on) AND (c.until IS NULL OR c.until > $on)
  RETURN x.code ORDER BY x.code LIMIT 1
}), head(COLLECT {
  MATCH (p)-[home:LIVES_IN]->(x:Household)
  WHERE (home.since IS NULL OR home.since <= $on) AND (home.until IS NULL OR home.until > $on)
  RETURN x.code ORDER BY x.code LIMIT 1
})) AS place, {roles: roles, numbers: numbers, on_leave_to: on_leave_to, stand_ins: stand_ins} AS detail
UNION ALL
MATCH (t:Community|Town)
WHERE t.duty_phone IS NULL
RETURN t.code AS subject, CASE WHEN t:Town THEN 'Town' ELSE 'Community' END AS label, coalesce(t.address, t.name) AS name,
  'gap' AS status, t.code AS place, {no_duty_phone: true} AS detail
