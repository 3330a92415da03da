/*---
id: place_homes
anchor: place
scoped: none
title: {zh: 住户, en: Homes}
question: {zh: 这栋楼或这个单元有哪些住户？, en: "Which homes are in this building or entrance?"}
parameters:
  place: {type: place, label: {zh: 楼栋或单元, en: Building or entrance}, example: "429091100001B00001"}
columns:
  entrance_code: {zh: 单元代码, en: Entrance code, kind: code}
  entrance: {zh: 单元, en: Entrance, kind: place}
  code: {zh: 代码, en: Code, kind: code}
  room: {zh: 房号, en: Room, property: Household.room}
  occupancy: {zh: 居住情况, en: Occupancy, property: Household.occupancy}
  residents: {zh: 人数, en: Residents, kind: count}
---*/
MATCH (x:Building|Entrance {code: $place})
MATCH (x)<-[down:PART_OF WHERE (down.since IS NULL OR down.since <= $on) AND (down.until IS NULL OR down.until > $on)]-{1,2}(h:Household)
OPTIONAL MATCH (h)-[u:PART_OF WHERE (u.since IS NULL OR u.since <= $on) AND (u.until IS NULL OR u.until > $on)]->(e:Entrance)
RETURN e.code AS entrance_code, e.name AS entrance, h.code AS code, h.room AS room, h.occupancy AS occupancy,
  COUNT {
    MATCH (h)<-[v:LIVES_IN WHERE (v.since IS NULL OR v.since <= $on) AND (v.until IS NULL OR v.until > $on)]-(p:Person)
    WHERE coalesce(p.status, 'active') = 'active'
  } AS residents
ORDER BY entrance_code, size(h.room), room, code
