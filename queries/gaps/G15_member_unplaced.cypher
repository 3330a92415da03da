/*---
id: G15
name: member_unplaced
title: {zh: 党员未编入组织, en: Members in no organisation}
severity: high
mark: S
anchor: person
of: members
percent_of: {zh: 党员, en: members}
definition:
  zh: 住在这里或登记在这里的党员，当前没有任何一种党组织关系（已迁出、去世的不算）
  en: A member who lives here or is listed here has no current membership of any kind. Who moved away or died is left out.
counts: {zh: 党员, en: members}
advice:
  zh: 请所属党支部核对党员名册，把本人编入支部；转接中的，原支部继续负责
  en: Ask the branch to check its roster and to take the member in; during a transfer the old branch still answers.
unknown:
  zh: 只有流入党员关系（请核实流出地党组织），或组织关系正在转接
  en: 'Flowed in only (ask the organisation where the member came from), or a transfer is under way.'
detail:
  flow_in_to: {zh: 流入到, en: Flowed in to, property: PartyOrg.name}
  former_branch: {zh: 原党支部, en: Former branch, property: PartyOrg.name}
history: [old]
---*/
MATCH (p:Person)
WHERE p:PartyMember AND coalesce(p.status, 'active') = 'active' AND NOT EXISTS {
  (p)-[m:MEMBER_OF]->(:PartyOrg)
  WHERE m.kind = 'affiliated' AND (m.since IS NULL OR m.since <= $on) AND (m.until IS NULL OR m.until > $on)
}
WITH p, head(COLLECT {
  MATCH (p)-[inflow:MEMBER_OF]->(o:PartyOrg)
  WHERE (inflow.since IS NULL OR inflow.since <= $on) AND (inflow.until IS NULL OR inflow.until > $on)
  RETURN o.name ORDER BY o.name LIMIT 1
}) AS flow_in_to, head(COLLECT {
  MATCH (p)-[old:MEMBER_OF]->(o:PartyOrg)
  WHERE old.kind = 'affiliated' AND old.until <= $on
  RETURN o.name ORDER BY old.until DESC, o.name LIMIT 1
}) AS former_branch
RETURN p.person_id AS subject, 'Person' AS label, p.name AS name,
  CASE WHEN flow_in_to IS NOT NULL OR p.flow_status = 'transferring' THEN 'unknown' ELSE 'gap' END AS status,
  head(COLLECT {
  MATCH (p)-[at_home:LIVES_IN|REGISTERED_AT|SERVES]->(x:Place)
  WHERE (at_home.since IS NULL OR at_home.since <= $on) AND (at_home.until IS NULL OR at_home.until > $on)
  RETURN x.code ORDER BY CASE type(at_home) WHEN 'LIVES_IN' THEN 0 WHEN 'REGISTERED_AT' THEN 1 ELSE 2 END, x.code LIMIT 1
}) AS place, {flow_in_to: flow_in_to, former_branch: former_branch} AS detail
