/*---
id: place_facts
anchor: place
scoped: none
title: {zh: 地点, en: Place}
question: {zh: 这是什么地方，属于哪里？, en: "What is this place and where does it belong?"}
parameters:
  place: {type: place, label: {zh: 地点, en: Place}, example: "429091100001"}
columns:
  label: {zh: 类别, en: Kind, kind: label}
  code: {zh: 代码, en: Code, kind: code}
  name: {zh: 名称, en: Name, kind: place}
  address: {zh: 全称, en: Full name, kind: place}
  path: {zh: 位置, en: Path, kind: path}
  compounds: {zh: 小区, en: Compounds, kind: path}
  duty_phone: {zh: 值班电话, en: Duty phone, property: Community.duty_phone}
  kind: {zh: 性质, en: Nature, property: Community.kind}
  property_management: {zh: 物业, en: Property management, property: Compound.property_management}
  floors: {zh: 层数, en: Floors, property: Building.floors}
  declared: {zh: 登记户数, en: Declared households, property: Building.declared_households}
  zones: {zh: 片, en: Zones, kind: path}
  checkpoints: {zh: 卡点, en: Checkpoints, kind: path}
  units: {zh: 包联单位, en: Units, kind: path}
  organisations: {zh: 党组织, en: Party organisations, kind: path}
  since: {zh: 启用, en: In force since, kind: date}
  until: {zh: 停用, en: In force until, kind: date}
  core: {zh: 核心卡点, en: Core checkpoint, property: Checkpoint.is_core}
  required: {zh: 每班人数, en: People a shift, property: Checkpoint.required_per_shift}
  homes: {zh: 在册户数, en: Homes on record, kind: count}
  volunteers: {zh: 志愿者数, en: Volunteers, kind: count}
  buildings: {zh: 楼栋数, en: Buildings, kind: count}
  source: {zh: 来源, en: Source, kind: source}
---*/
MATCH (x:Place {code: $place}) WHERE NOT x:Household
CALL (x) {
  MATCH (x)-[up:PART_OF WHERE (up.since IS NULL OR up.since <= $on) AND (up.until IS NULL OR up.until > $on)]->{1,7}(a:Place)
  WITH a, size(up) AS height ORDER BY height DESC
  RETURN collect({label: head([l IN labels(a) WHERE l <> 'Place']), code: a.code, name: a.name}) AS path
}
CALL (x) {
  OPTIONAL MATCH (x)-[l:LOCATED_IN WHERE (l.since IS NULL OR l.since <= $on) AND (l.until IS NULL OR l.until > $on)]->(m:Compound)
  RETURN collect(CASE WHEN m IS NOT NULL THEN {label: 'Compound', code: m.code, name: m.name} END) AS compounds
}
CALL (x) {
  MATCH (x)<-[down:PART_OF WHERE (down.since IS NULL OR down.since <= $on) AND (down.until IS NULL OR down.until > $on)]-{0,7}(t:Household|Building)
  RETURN count(DISTINCT CASE WHEN t:Household THEN t END) AS homes, count(DISTINCT CASE WHEN t:Building THEN t END) AS inside
}
CALL (x) {
  OPTIONAL MATCH (x)<-[i:LOCATED_IN WHERE (i.since IS NULL OR i.since <= $on) AND (i.until IS NULL OR i.until > $on)]-(b:Building)
  RETURN count(b) AS located
}
CALL (x) {
  OPTIONAL MATCH (x)<-[e:INCLUDES WHERE (e.since IS NULL OR e.since <= $on) AND (e.until IS NULL OR e.until > $on)]-(z:Zone)
  WITH x, collect(z) AS including
  OPTIONAL MATCH (x)<-[g:PART_OF WHERE (g.since IS NULL OR g.since <= $on) AND (g.until IS NULL OR g.until > $on)]-(y:Zone|Checkpoint)
  WITH including, collect(y) AS parts
  UNWIND CASE including + parts WHEN [] THEN [null] ELSE including + parts END AS n
  WITH DISTINCT n ORDER BY size(n.name), n.name WHERE n.until IS NULL OR n.until > $on
  RETURN collect(CASE WHEN n:Zone THEN {label: 'Zone', code: n.code, name: n.name} END)[..12] AS zones,
    collect(CASE WHEN n:Checkpoint THEN {label: 'Checkpoint', code: n.code, name: n.name} END)[..12] AS checkpoints
}
CALL (x) {
  OPTIONAL MATCH (x)<-[c:COVERS|MANAGES WHERE (c.since IS NULL OR c.since <= $on) AND (c.until IS NULL OR c.until > $on)]-(n:Unit|PartyOrg)
  WITH n ORDER BY n.name
  RETURN collect(CASE WHEN n:Unit THEN {label: 'Unit', code: n.unit_id, name: n.name} END)[..12] AS units,
    collect(CASE WHEN n:PartyOrg THEN {label: 'PartyOrg', code: n.org_id, name: n.name} END)[..12] AS organisations
}
RETURN head([l IN labels(x) WHERE l <> 'Place']) AS label, x.code AS code, x.name AS name, x.address AS address, path,
  compounds, x.duty_phone AS duty_phone, x.kind AS kind, x.property_management AS property_management,
  x.floors AS floors, x.declared_households AS declared,
  zones, checkpoints, units, organisations, {on: x.since, precision: x.since_precision} AS since,
  {on: x.until, precision: x.until_precision} AS until, x.is_core AS core, x.required_per_shift AS required, homes,
  COUNT { MATCH (x)<-[v:SERVES WHERE (v.since IS NULL OR v.since <= $on) AND (v.until IS NULL OR v.until > $on)]-(:Person) WHERE v.role = 'volunteer' } AS volunteers, inside + located AS buildings, x.source AS source
