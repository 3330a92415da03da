/*---
id: property_contacts
anchor: compound
scoped: within
title: {zh: 物业找谁, en: "Property contacts"}
question: {zh: 各小区的物业经理或业委会主任是谁？, en: "Who manages each compound’s property, or heads its owners’ committee?"}
parameters:
  place: {type: place, label: {zh: 范围, en: Within}, example: 松涛社区}
columns:
  compound: {zh: 小区, en: Compound, kind: place}
  managed: {zh: 物业, en: Property management, property: Compound.property_management}
  company: {zh: 物业公司, en: Company, property: Unit.name}
  role: {zh: 角色, en: Role, kind: role}
  person_id: {zh: 人员编号, en: Person id, kind: code}
  name: {zh: 姓名, en: Name, property: Person.name, holder: true}
  phone: {zh: 电话, en: Phone, kind: phone, holder: true}
---*/
MATCH (k:Compound)
OPTIONAL MATCH (k)<-[m:MANAGES WHERE (m.since IS NULL OR m.since <= $on) AND (m.until IS NULL OR m.until > $on)]-(u:Unit)
OPTIONAL MATCH (k)<-[s:SERVES WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)]-(p:Person) WHERE s.role IN ['property_manager', 'owners_committee'] AND coalesce(p.status, 'active') = 'active'
RETURN k.address AS compound, k.property_management AS managed, u.name AS company, s.role AS role, p.person_id AS person_id, p.name AS name,
  CASE WHEN p IS NULL THEN null ELSE {cipher: p.phone_cipher, last4: p.phone_last4, public: coalesce(s.contact_public, false)} END AS phone
ORDER BY compound, company, role, name
