/*---
id: households_without_card
anchor: household
scoped: within
title: {zh: 没有便民服务卡的住户, en: "Households without a service card"}
question: {zh: 哪些有人住的户还没发便民服务卡？, en: "Which occupied households have no service card?"}
parameters:
  place: {type: place, label: {zh: 范围, en: Within}, example: 松涛社区}
  recorded: {type: choice, choices: {"no": {zh: 没有, en: none}, unknown: {zh: 没有登记, en: not recorded}}, label: {zh: 登记情况, en: As recorded}, example: "no", default: "no"}
columns:
  household: {zh: 住户, en: Household, property: Household.address}
  code: {zh: 代码, en: Code, kind: code}
  grid: {zh: 网格, en: Grid, kind: place}
---*/
MATCH (h:Household)
WHERE coalesce(h.service_card, 'unknown') = $recorded AND (h.occupancy IN ['owner', 'rented'] OR (h.occupancy IS NULL AND EXISTS { MATCH (h)<-[r:LIVES_IN WHERE (r.since IS NULL OR r.since <= $on) AND (r.until IS NULL OR r.until > $on)]-(:Person) }))
OPTIONAL MATCH (h)-[up:PART_OF WHERE (up.since IS NULL OR up.since <= $on) AND (up.until IS NULL OR up.until > $on)]->{1,4}(g:Grid)
RETURN h.address AS household, h.code AS code, g.address AS grid
ORDER BY household
