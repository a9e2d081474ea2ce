// Who carries how much?  Twin of `fengong query load`: the same rows in the same order.
//
// Parameters  plans: ids of the plans (Document.id) that count; an empty list means all.
// Columns     department: the owner's name; a Party committee and the government of one place are one owner (党政同责) with both names
//             peer_class: whom it is compared with
//             leads = sole + joint: tasks it answers for, alone or beside other owners, by more than a blanket clause
//             responsible, cooperates, supervises, inherited: tasks on which it holds 责, 配, 监, or a duty of a blanket clause
//             indicators: figures of the tasks it leads;  share: its leads of all tasks that are led
//             rank: 1 = most leads among its peers;  peers: how many of them lead something.  Collectives (各县区), standing offices
//             (领导小组办公室) and bodies without a class have no rank.
// Rows        one an owner that holds a duty, the most loaded first.
// What a body is (class, collective) is what all plans on the server know of it.
// The second statement gives the figures of the note below the table: led, the number of tasks that are led.
// Needs Neo4j 5.9 or newer (tried with 5.26), no APOC.
:param plans => [];

WITH COUNT {
  MATCH (:Department)-[duty:LEADS]->(t:Task)
  WHERE coalesce(duty.basis, '') <> 'inherited' AND duty.doc IS NOT NULL AND (size($plans) = 0 OR duty.doc IN $plans)
  RETURN DISTINCT t
} AS led
MATCH (d:Department)
WHERE EXISTS { MATCH (plan:Document)-[:NAMES]->(d) WHERE size($plans) = 0 OR plan.id IN $plans }
// owner: begins
WITH *, CASE WHEN d.name STARTS WITH '中共' AND d.name CONTAINS '、' THEN last(split(d.name, '、')) ELSE d.name END AS half
WITH *, replace(CASE WHEN half STARTS WITH '中共' THEN substring(half, 2) ELSE half END, '中国共产党', '') AS short
WITH *, head([organ IN ['党工委、管委会', '党委、政府', '管理委员会', '工作委员会', '人民政府', '党工委', '管委会', '委员会', '办事处', '工委', '党委', '政府', '委']
              WHERE short ENDS WITH organ]) AS organ
WITH *, left(short, size(short) - size(organ)) AS place
WITH *, CASE WHEN short =~ '(?s)(?:共青团|中国人民政治协商会议|政协|中国民主|九三学社).*' THEN d.id
             WHEN place =~ '(?s).*([省市区县旗州盟乡镇])\\1' THEN '党政:' + left(place, size(place) - 1)
             WHEN place =~ '(?s).*(?:省|自治区|市|区|县|旗|州|盟|乡|镇|街道|苏木|新区|园区|开发区|片区|\\))' THEN '党政:' + place
             ELSE d.id END AS owner
// owner: ends
OPTIONAL MATCH (d)-[duty:LEADS|COOPERATES|SUPERVISES]->(t:Task)
WHERE duty.doc IS NOT NULL AND (size($plans) = 0 OR duty.doc IN $plans)
WITH led, owner, d, t, type(duty) AS role, duty.tier = '责' AS part, coalesce(duty.basis, '') = 'inherited' AS laid
WITH led, t, collect({owner: owner, body: d, role: role, part: part, laid: laid}) AS held,
     count(DISTINCT CASE WHEN role = 'LEADS' AND NOT laid THEN owner END) AS leaders
UNWIND held AS h
WITH led, h.owner AS owner, collect(DISTINCT h.body) AS bodies,
     collect(DISTINCT CASE WHEN h.role = 'LEADS' AND NOT h.laid THEN t END) AS leading,
     count(DISTINCT CASE WHEN h.role = 'LEADS' AND NOT h.laid AND leaders = 1 THEN t END) AS sole,
     count(DISTINCT CASE WHEN h.role = 'LEADS' AND NOT h.laid AND leaders > 1 THEN t END) AS joint,
     count(DISTINCT CASE WHEN h.role = 'COOPERATES' AND NOT h.laid AND h.part THEN t END) AS responsible,
     count(DISTINCT CASE WHEN h.role = 'COOPERATES' AND NOT h.laid AND NOT coalesce(h.part, false) THEN t END) AS cooperates,
     count(DISTINCT CASE WHEN h.role = 'SUPERVISES' AND NOT h.laid THEN t END) AS supervises,
     count(DISTINCT CASE WHEN h.laid THEN t END) AS inherited
WHERE sole + joint + responsible + cooperates + supervises + inherited > 0
WITH *, sole + joint AS leads,
     COUNT { UNWIND leading AS t MATCH (t)-[:MEASURED_BY]->(i:Indicator) RETURN DISTINCT i } AS indicators,
     COLLECT { UNWIND bodies AS b RETURN DISTINCT coalesce(nullIf(b.name, ''), b.id) AS name ORDER BY name } AS names,
     head(COLLECT { UNWIND bodies AS b RETURN b.peer_class ORDER BY b.id }) AS peer_class,
     any(b IN bodies WHERE b.collective IS NOT NULL) AS collective,
     any(b IN bodies WHERE b.peer_class IN ['group', 'office of a group']
         OR b.name =~ '(?s).*(?:领导小组|工作小组|协调小组|指挥部|联席会议|工作专班|工作组|专班|委员会)(?:下设)?办公室'
         OR b.name =~ '(?s).*(?:领导小组|指挥部|联席会议|工作专班|专班|创建办)'
         OR EXISTS { (b)-[r:HOSTED_BY]->() WHERE size($plans) = 0 OR r.doc IN $plans }) AS standing
WITH *, nullIf(peer_class, '') IS NOT NULL AND leads > 0 AND NOT collective AND NOT standing AS ranked
WITH peer_class, collect({
       department: reduce(all = '', name IN names | all + CASE WHEN all = '' THEN '' ELSE '、' END + name),
       ranked: ranked, leads: leads, sole: sole, joint: joint, responsible: responsible, cooperates: cooperates, supervises: supervises,
       inherited: inherited, indicators: indicators,
       share: CASE WHEN led = 0 THEN 0.0 ELSE toFloat((leads * 20000 + led) / (2 * led)) / 10000 END
     }) AS owners
WITH *, [o IN owners WHERE o.ranked | o.leads] AS peers
UNWIND owners AS o
RETURN o.department AS department, peer_class, o.leads AS leads, o.sole AS sole, o.joint AS joint, o.responsible AS responsible,
       o.cooperates AS cooperates, o.supervises AS supervises, o.inherited AS inherited, o.indicators AS indicators, o.share AS share,
       CASE WHEN o.ranked THEN size([n IN peers WHERE n > o.leads]) + 1 END AS rank,
       CASE WHEN o.ranked THEN size(peers) END AS peers
ORDER BY leads DESC, responsible DESC, cooperates DESC, supervises DESC, inherited DESC, department;

MATCH (:Department)-[duty:LEADS]->(t:Task)
WHERE coalesce(duty.basis, '') <> 'inherited' AND duty.doc IS NOT NULL AND (size($plans) = 0 OR duty.doc IN $plans)
RETURN count(DISTINCT t) AS led;
