// Everything that the decision about one anchor needs, in one round trip: the way up, who serves what lies on it, who
// is paired with the home or with who lives there, who is on leave and who covers, after hours who is on a shift, and,
// only where nobody seems to lead the building, the leaders next door.
// `any(role IN …)` instead of IN keeps the planner from the index on role: it would read every post of the county;
// `coalesce(f.ends, …)` keeps it from the index on the ends of shifts, which it would read once for each person.
CALL () {
  MATCH (n:Place {code: $code})
  RETURN n AS anchor, n AS start, CASE WHEN n:Household THEN n END AS home, null AS way
UNION ALL
  MATCH (n:Person {person_id: $code})
  CALL (n) {
    OPTIONAL MATCH (n)-[r:LIVES_IN|REGISTERED_AT|OWNS|SERVES]->(h:Place)
      WHERE (r.since IS NULL OR r.since <= $on) AND (r.until IS NULL OR r.until > $on)
    RETURN r, h ORDER BY CASE type(r) WHEN 'LIVES_IN' THEN 0 WHEN 'REGISTERED_AT' THEN 1 WHEN 'OWNS' THEN 2 ELSE 3 END,
      r.since IS NULL, r.since DESC, h.code LIMIT 1
  }
  RETURN n AS anchor, h AS start, CASE WHEN type(r) = 'LIVES_IN' THEN h END AS home,
    CASE WHEN r IS NOT NULL THEN {type: type(r), since: r.since, precision: r.since_precision, source: r.source} END AS way
}
CALL (start) {
  OPTIONAL MATCH (start)-[up:PART_OF*0..8]->(a:Place)
    WHERE all(r IN up WHERE (r.since IS NULL OR r.since <= $on) AND (r.until IS NULL OR r.until > $on))
  RETURN collect(DISTINCT a) AS places, collect({
    labels: labels(a), code: a.code, name: a.name, address: a.address, source: a.source, kind: a.kind,
    duty_phone: a.duty_phone, lon: a.lon, lat: a.lat,
    below: CASE WHEN size(up) > 0 THEN startNode(last(up)).code END,
    since: last(up).since, precision: last(up).since_precision, fact_source: last(up).source,
    occupied: CASE
      WHEN a:Household THEN a.occupancy IN ['owner', 'rented'] OR a.occupancy IS NULL AND EXISTS {
        (a)<-[v:LIVES_IN]-(:Person) WHERE (v.since IS NULL OR v.since <= $on) AND (v.until IS NULL OR v.until > $on) }
      WHEN a:Building THEN EXISTS {
        MATCH (a)<-[down:PART_OF*1..2]-(h:Household)
        WHERE all(r IN down WHERE (r.since IS NULL OR r.since <= $on) AND (r.until IS NULL OR r.until > $on))
          AND (h.occupancy IN ['owner', 'rented'] OR h.occupancy IS NULL AND EXISTS {
            (h)<-[v:LIVES_IN]-(:Person)
            WHERE (v.since IS NULL OR v.since <= $on) AND (v.until IS NULL OR v.until > $on) }) }
      END
  }) AS steps
}
CALL (places) {
  UNWIND places AS a
  CALL (a) {
    RETURN a AS t, [] AS via
  UNION ALL
    MATCH (a)-[l:LOCATED_IN]->(t:Compound)
      WHERE (l.since IS NULL OR l.since <= $on) AND (l.until IS NULL OR l.until > $on)
    RETURN t, [{type: 'LOCATED_IN', from: a.code, to: t.code, since: l.since, precision: l.since_precision, source: l.source}] AS via
  UNION ALL
    MATCH (a)<-[c:COVERS]-(t:PartyOrg)
      WHERE (c.since IS NULL OR c.since <= $on) AND (c.until IS NULL OR c.until > $on)
    RETURN t, [{type: 'COVERS', from: t.org_id, to: a.code, since: c.since, precision: c.since_precision, source: c.source}] AS via
  UNION ALL
    MATCH (a)-[l:LOCATED_IN]->(m:Compound)<-[c:COVERS]-(t:PartyOrg)
      WHERE (l.since IS NULL OR l.since <= $on) AND (l.until IS NULL OR l.until > $on)
        AND (c.since IS NULL OR c.since <= $on) AND (c.until IS NULL OR c.until > $on)
    RETURN t, [{type: 'LOCATED_IN', from: a.code, to: m.code, name: m.name, since: l.since, precision: l.since_precision, source: l.source},
      {type: 'COVERS', from: t.org_id, to: m.code, since: c.since, precision: c.since_precision, source: c.source}] AS via
  UNION ALL
    MATCH (a)<-[i:INCLUDES]-(t:Zone)
      WHERE (i.since IS NULL OR i.since <= $on) AND (i.until IS NULL OR i.until > $on)
        AND (t.since IS NULL OR t.since <= $on) AND (t.until IS NULL OR t.until > $on)
    RETURN t, [{type: 'INCLUDES', from: t.code, to: a.code, since: i.since, precision: i.since_precision, source: i.source}] AS via
  UNION ALL
    MATCH (a:Community|Grid)<-[o:PART_OF]-(t:Checkpoint)
      WHERE (o.since IS NULL OR o.since <= $on) AND (o.until IS NULL OR o.until > $on)
        AND (t.since IS NULL OR t.since <= $on) AND (t.until IS NULL OR t.until > $on)
    RETURN t, [{type: 'PART_OF', from: t.code, to: a.code, since: o.since, precision: o.since_precision, source: o.source}] AS via
  }
  CALL (t) {
    OPTIONAL MATCH (t)<-[s:SERVES]-(p:Person)
      WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on) AND any(role IN $roles WHERE role = s.role)
    RETURN collect(p) AS serving, collect({
      person: p.person_id, role: s.role, primary: s.is_primary, priority: s.priority, night_ok: s.night_ok,
      since: s.since, precision: s.since_precision, learned_on: s.learned_on, source: s.source
    }) AS posts
  }
  WITH a, t, via, serving, posts WHERE size(via) = 0 OR NOT t:Checkpoint OR size(serving) > 0
  RETURN collect(serving) AS servings, collect({
    at: a.code, labels: labels(t), code: coalesce(t.code, t.org_id), name: t.name, via: via, posts: posts
  }) AS targets
}
CALL (places) {
  UNWIND places AS b
  WITH b WHERE b:Building AND ($wide OR NOT EXISTS {
    MATCH (b)<-[s:SERVES]-(p:Person)
    WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)
      AND any(role IN $leading WHERE role = s.role
        AND (role = 'building_leader' OR any(c IN places WHERE c.kind = 'village')
          AND all(c IN places WHERE NOT c:Community OR c.kind = 'village')))
      AND coalesce(p.status, 'active') = 'active'
      AND coalesce(p.phone_digest, p.phone2_digest, p.phone3_digest) IS NOT NULL
      AND NOT EXISTS {
        MATCH (p)-[o:ON_LEAVE]->(l:Leave)
        WHERE (o.since IS NULL OR o.since <= $on) AND (o.until IS NULL OR o.until > $on) AND l.from <= $on AND l.to >= $on }
  })
  MATCH (b)-[up:PART_OF*1..2]->(g:Grid)
    WHERE all(r IN up WHERE (r.since IS NULL OR r.since <= $on) AND (r.until IS NULL OR r.until > $on))
  WITH DISTINCT b, g
  CALL (g) {
    MATCH (g)<-[r:PART_OF]-(n:Building)
      WHERE (r.since IS NULL OR r.since <= $on) AND (r.until IS NULL OR r.until > $on)
    RETURN n, [r] AS down
  UNION ALL
    MATCH (g)<-[q:PART_OF]-(:MicroGrid)<-[r:PART_OF]-(n:Building)
      WHERE (q.since IS NULL OR q.since <= $on) AND (q.until IS NULL OR q.until > $on)
        AND (r.since IS NULL OR r.since <= $on) AND (r.until IS NULL OR r.until > $on)
    RETURN n, [q, r] AS down
  }
  WITH b, g, n, down WHERE n <> b
  CALL (n) {
    MATCH (n)<-[s:SERVES]-(p:Person)
      WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on) AND any(role IN $leading WHERE role = s.role)
    RETURN collect(p) AS serving, collect({
      person: p.person_id, role: s.role, primary: s.is_primary, priority: s.priority, night_ok: s.night_ok,
      since: s.since, precision: s.since_precision, learned_on: s.learned_on, source: s.source
    }) AS posts
  }
  WITH b, g, n, down, serving, posts WHERE size(posts) > 0
  RETURN collect(serving) AS leading, collect({
    building: b.code, grid: g.code, code: n.code, name: n.name, lon: n.lon, lat: n.lat, posts: posts,
    up: [r IN reverse(down) | {type: 'PART_OF', from: startNode(r).code, to: endNode(r).code, name: endNode(r).name,
      micro: endNode(r):MicroGrid, since: r.since, precision: r.since_precision, source: r.source}],
    located: COLLECT {
      MATCH (n)-[l:LOCATED_IN]->(m:Compound)
        WHERE (l.since IS NULL OR l.since <= $on) AND (l.until IS NULL OR l.until > $on)
      RETURN {type: 'LOCATED_IN', from: n.code, to: m.code, name: m.name, since: l.since, precision: l.since_precision, source: l.source}
    }
  }) AS neighbours
}
CALL (anchor, home) {
  CALL (anchor, home) {
    WITH anchor WHERE anchor:Person
    RETURN anchor AS helped, null AS v
  UNION ALL
    WITH home WHERE home IS NOT NULL
    RETURN home AS helped, null AS v
  UNION ALL
    MATCH (home)<-[v:LIVES_IN]-(m:Person)
      WHERE NOT anchor:Person AND (v.since IS NULL OR v.since <= $on) AND (v.until IS NULL OR v.until > $on)
    RETURN m AS helped, v
  }
  MATCH (helped)<-[r:PAIRED_WITH]-(p:Person)
    WHERE (r.since IS NULL OR r.since <= $on) AND (r.until IS NULL OR r.until > $on)
  RETURN collect(p) AS helpers, collect({
    person: p.person_id, helped: coalesce(helped.person_id, helped.code), name: helped.name,
    since: r.since, precision: r.since_precision, learned_on: r.learned_on, source: r.source,
    lives: CASE WHEN v IS NOT NULL THEN {since: v.since, precision: v.since_precision, source: v.source} END
  }) AS pairs
}
CALL (places, servings, leading, helpers, home) {
  UNWIND servings + leading + [helpers] AS group
  UNWIND group AS h
  WITH DISTINCT h, home
  MATCH (h) ((x:Person)-[o:ON_LEAVE WHERE (o.since IS NULL OR o.since <= $on) AND (o.until IS NULL OR o.until > $on)]->
    (l:Leave WHERE l.from <= $on AND l.to >= $on)-[c:COVERED_BY WHERE (c.since IS NULL OR c.since <= $on) AND (c.until IS NULL OR c.until > $on)]->
    (y:Person)){0,3} (p:Person)
  WITH DISTINCT p, home
  RETURN collect({
    person_id: p.person_id, name: p.name, status: p.status,
    phones: [[p.phone_digest, p.phone_cipher, p.phone_last4, p.phone_verified_on],
      [p.phone2_digest, p.phone2_cipher, p.phone2_last4, p.phone2_verified_on],
      [p.phone3_digest, p.phone3_cipher, p.phone3_last4, p.phone3_verified_on]],
    serves: COLLECT {
      MATCH (p)-[s:SERVES]->() WHERE (s.since IS NULL OR s.since <= $on) AND (s.until IS NULL OR s.until > $on)
      RETURN DISTINCT [coalesce(s.night_ok, false), coalesce(s.contact_public, false)]
    },
    lives: COLLECT {
      MATCH (p)-[v:LIVES_IN]->(home) WHERE (v.since IS NULL OR v.since <= $on) AND (v.until IS NULL OR v.until > $on)
      RETURN {since: v.since, precision: v.since_precision, source: v.source}
    },
    shifts: COLLECT {
      MATCH (p)-[d:ON_SHIFT]->(f:Shift)-[w:AT]->(k:Community|Grid)
        WHERE $night AND f.starts <= $at AND coalesce(f.ends, $at) > $at AND k IN places
          AND (d.since IS NULL OR d.since <= $on) AND (d.until IS NULL OR d.until > $on)
          AND (w.since IS NULL OR w.since <= $on) AND (w.until IS NULL OR w.until > $on)
      RETURN {shift: f.shift_id, place: k.code, since: d.since, precision: d.since_precision, source: d.source,
        at: {since: w.since, precision: w.since_precision, source: w.source}}
    },
    leaves: COLLECT {
      MATCH (p)-[o:ON_LEAVE]->(l:Leave)
        WHERE (o.since IS NULL OR o.since <= $on) AND (o.until IS NULL OR o.until > $on) AND l.from <= $on AND l.to >= $on
      RETURN {leave: l.leave_id, to: l.to, since: o.since, precision: o.since_precision, source: o.source, covers: COLLECT {
        MATCH (l)-[c:COVERED_BY]->(y:Person)
          WHERE (c.since IS NULL OR c.since <= $on) AND (c.until IS NULL OR c.until > $on)
        RETURN {person: y.person_id, since: c.since, precision: c.since_precision, source: c.source}
      }}
    }
  }) AS people
}
RETURN {label: CASE WHEN anchor:Person THEN 'Person' ELSE head([l IN labels(anchor) WHERE l <> 'Place']) END, code: $code,
  name: coalesce(anchor.address, anchor.name), source: anchor.source} AS anchor,
  way, start.code AS start, home.code AS home, steps, targets, neighbours, pairs, people
