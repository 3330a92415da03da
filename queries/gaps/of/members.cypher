/*---
id: members
anchor: person
title: {zh: 组织关系已明的党员, en: Members of whom it is known}
about:
  zh: 只有流入关系的、正在转接而无组织关系的不算，已迁出、去世的不算
  en: Without those who only flowed in, whose transfer is under way, who moved away or died.
---*/
MATCH (p:Person)
WHERE p:PartyMember AND coalesce(p.status, 'active') = 'active' AND (EXISTS {
  (p)-[m:MEMBER_OF]->(:PartyOrg)
  WHERE m.kind = 'affiliated' AND (m.since IS NULL OR m.since <= $on) AND (m.until IS NULL OR m.until > $on)
} OR coalesce(p.flow_status, '') <> 'transferring' AND NOT EXISTS {
  (p)-[inflow:MEMBER_OF]->(:PartyOrg)
  WHERE (inflow.since IS NULL OR inflow.since <= $on) AND (inflow.until IS NULL OR inflow.until > $on)
})
WITH head(COLLECT {
  MATCH (p)-[at_home:LIVES_IN|REGISTERED_AT|SERVES]->(x:Place)
  WHERE (at_home.since IS NULL OR at_home.since <= $on) AND (at_home.until IS NULL OR at_home.until > $on)
  RETURN x.code ORDER BY CASE type(at_home) WHEN 'LIVES_IN' THEN 0 WHEN 'REGISTERED_AT' THEN 1 ELSE 2 END, x.code LIMIT 1
}) AS place
RETURN place, count(*) AS total
