/*---
id: G19
name: need_without_pair
title: {zh: 特需居民无结对, en: Residents with a need and no pair}
severity: critical
mark: S
anchor: household
of: residents_with_need
percent_of: {zh: 须结对的特需居民, en: residents with such a need}
definition:
  zh: 有须结对需求的居民，当前没有与户外的在册帮扶人结对（结对到户的算到每个家人）
  en: A resident with a need that asks for a pair has no current pair with an active helper from outside the household; a pair with the household counts.
counts: {zh: 居民, en: residents}
advice:
  zh: 请网格从党员、志愿者、楼栋长中明确一名结对帮扶人，并告知本人
  en: Ask the grid to name a helper among members, volunteers and building leaders, and to tell the resident.
unknown:
  zh: 不会出现：需求登记在册即可判定
  en: 'Does not occur: every need on record can be judged.'
detail:
  needs: {zh: 须结对的需求数, en: Needs that ask for a pair, kind: count}
  pairs_not_counted: {zh: 不算数的结对（帮扶人同住或已不在）, en: 'Pairs that do not count: the helper lives there or is gone', kind: count}
---*/
// Which need it is stays out of the answer: it is nobody's business who only wants to know where a helper is missing.
MATCH (h:Household)<-[home:LIVES_IN]-(p:Person)-[n:HAS_NEED]->(w:Need)
WHERE w.needs_pair AND coalesce(p.status, 'active') = 'active' AND (home.since IS NULL OR home.since <= $on) AND (home.until IS NULL OR home.until > $on)
  AND (n.since IS NULL OR n.since <= $on) AND (n.until IS NULL OR n.until > $on)
WITH p, min(h.code) AS place, count(DISTINCT w) AS needs
CALL (p) {
  OPTIONAL MATCH (p)-[own:LIVES_IN*0..1]->(helped)<-[pair:PAIRED_WITH]-(a:Person)
    WHERE all(step IN own WHERE (step.since IS NULL OR step.since <= $on) AND (step.until IS NULL OR step.until > $on))
      AND (pair.since IS NULL OR pair.since <= $on) AND (pair.until IS NULL OR pair.until > $on)
  WITH p, a, a <> p AND coalesce(a.status, 'active') = 'active' AND NOT EXISTS {
    MATCH (a)-[near:LIVES_IN]->(:Household)<-[mine:LIVES_IN]-(p)
    WHERE (near.since IS NULL OR near.since <= $on) AND (near.until IS NULL OR near.until > $on) AND (mine.since IS NULL OR mine.since <= $on) AND (mine.until IS NULL OR mine.until > $on)
  } AS counts
  RETURN count(CASE WHEN counts THEN a END) AS pairs, count(DISTINCT CASE WHEN NOT counts THEN a END) AS pairs_not_counted
}
WITH * WHERE pairs = 0
RETURN p.person_id AS subject, 'Person' AS label, p.name AS name, 'gap' AS status, place,
  {needs: needs, pairs_not_counted: pairs_not_counted} AS detail
