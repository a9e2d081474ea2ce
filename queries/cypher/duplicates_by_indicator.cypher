// Which target stands in several tasks with different owners.  Part of `fengong query duplicates`: the rows of the kind 同一指标 (target)
// whose figures bear the same name, similarity 1, in the same order. The program also finds targets under names that are only alike, and
// tasks that say the same: it weighs words, which is no work for Cypher.
//
// Parameters  plans: ids of the plans (Document.id) that count; an empty list means all.
// Columns     what ('target'), similarity (1.0), tasks, owners, shared (the targets as printed), differs (what else each task says), texts,
//             lines. One entry a task in the plan's order; shared: one a target.
// Rows        most targets first, then by plan (as they came) and place.
// The same target: in one plan, under one name, with the same value and unit, no other year, and a bound of the same direction. Left out:
// one owner that is given it twice, what only territorial peers share (each answers for its own ground), and a text beside the table that
// allots it.
// Traditional characters are not made simplified here, as the program does.
// Needs Neo4j 5.9 or newer, no APOC.
:param plans => [];

WITH '[\\s、，,。；;：:．.·（）()［］\\[\\]《》“”\"\'〔〕【】—\\-]' AS noise,
     '０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ％²³' AS wide,
     '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz%23' AS plain,
     ['>=', '>', '=', '~', '..', '+', '+%', '+pp', '×'] AS most,
     ['<=', '<', '=', '~', '..', '-', '-%', '-pp'] AS least
MATCH (plan:Document)
WHERE plan.pushed IS NOT NULL AND (size($plans) = 0 OR plan.id IN $plans)
MATCH (t:Task {doc: plan.id})<-[:LEADS]-(:Department)
WITH DISTINCT noise, wide, plain, most, least, plan, t
WITH *, COLLECT {
  MATCH (d:Department)-[l:LEADS]->(t)
// owner: begins
WITH *, CASE WHEN d.name STARTS WITH '中共' AND d.name CONTAINS '、' THEN last(split(d.name, '、')) ELSE d.name END AS half
WITH *, replace(CASE WHEN half STARTS WITH '中共' THEN substring(half, 2) ELSE half END, '中国共产党', '') AS short
WITH *, head([organ IN ['党委、政府', '管理委员会', '工作委员会', '人民政府', '党工委', '管委会', '委员会', '办事处', '工委', '党委', '政府', '委']
              WHERE short ENDS WITH organ]) AS organ
WITH *, left(short, size(short) - size(organ)) AS place
WITH *, CASE WHEN short =~ '(?s)(?:共青团|中国人民政治协商会议|政协|中国民主|九三学社).*' THEN d.id
             WHEN place =~ '(?s).*([省市区县旗州盟乡镇])\\1' THEN '党政:' + left(place, size(place) - 1)
             WHEN place =~ '(?s).*(?:省|自治区|市|区|县|旗|州|盟|乡|镇|街道|苏木|新区|园区|开发区|片区|\\))' THEN '党政:' + place
             ELSE d.id END AS owner
// owner: ends
  WITH *, CASE WHEN owner STARTS WITH '党政:' THEN substring(owner, 3)
               WHEN d.name =~ '(?s).*(?:省|自治区|市|区|县|旗|州|盟|乡|镇|街道|苏木|村|社区)\\)?' THEN d.name END AS ground,
          '(?s).*(?:开发区|高新区|园区|片区|示范区|试验区|保税区|新区|度假区|风景区|景区|工业区|集聚区|合作区)' AS zone
  WITH * ORDER BY coalesce(l.basis, '') = 'inherited', l.span[0], l.span[1], coalesce(l.order, 0), l.rank
  RETURN {body: d, owner: owner, told: coalesce(l.basis, '') = 'text', ground: CASE
    WHEN d.collective IS NOT NULL THEN CASE
      WHEN d.name =~ '(?s).{0,20}各.{0,24}(?:省|市|区|县|旗|州|盟|乡|镇|街道|街|村|社区)\\)?.*' AND NOT d.name CONTAINS '部门' AND NOT d.name =~ zone THEN 'every' END
    WHEN ground IS NULL OR ground =~ zone OR d.name CONTAINS '管理委员会' OR d.name CONTAINS '管委会' THEN null
    WHEN d.peer_class IN ['province', 'prefecture', 'city', 'district', 'county', 'town', 'township', 'street', 'subdistrict', 'village'] THEN d.peer_class
    ELSE coalesce(d.level, 'ground') END}
} AS leads
// the tasks that a sentence of their own allots, where most of the plan's work is allotted otherwise
WITH noise, wide, plain, most, least, plan, collect({task: t, leads: leads, told: all(l IN leads WHERE l.told)}) AS allotted
WITH *, CASE WHEN 3 * size([a IN allotted WHERE a.told]) <= 2 * size(allotted) THEN [a IN allotted WHERE a.told | a.task] ELSE [] END AS aside
UNWIND allotted AS one
WITH *, one.task AS t, one.leads AS leads
MATCH (t)-[:MEASURED_BY]->(i:Indicator)
WHERE i.value IS :: INTEGER OR i.value IS :: FLOAT
WITH *, reduce(kept = '', c IN split(i.name, '') | kept + CASE WHEN c =~ noise THEN '' WHEN wide CONTAINS c THEN substring(plain, size(split(wide, c)[0]), 1) ELSE toLower(c) END) AS name,
     reduce(kept = '', c IN split(coalesce(i.unit, ''), '') | kept + CASE WHEN c =~ noise THEN '' WHEN wide CONTAINS c THEN substring(plain, size(split(wide, c)[0]), 1) ELSE toLower(c) END) AS unit
WITH *, CASE WHEN name =~ '(?:全|我|本)(?:国|省|区|州|市|县|乡|镇|村)的.*' THEN substring(name, 3)
             WHEN name =~ '(?:全|我|本)(?:国|省|区|州|市|县|乡|镇|村).*' THEN substring(name, 2) ELSE name END AS called,
     reduce(u = unit, way IN [['平方米', 'm2'], ['立方米', 'm3'], ['㎡', 'm2'], ['㎥', 'm3'], ['标准煤', '标煤'], ['公里', '千米'], ['百分点', 'pp'], ['个pp', 'pp']] |
       replace(u, way[0], way[1])) AS counted
WHERE called <> ''
WITH * ORDER BY plan.pushed, i.span[0], i.span[1], i.rank
WITH plan, aside, most, least, called, round(toFloat(i.value), 6) AS value, i.value_to AS value_to, counted,
     collect({figure: i, by: i.by, op: i.op, task: t, leads: leads}) AS same
WHERE size(same) > 1
WITH *, [a IN same WHERE all(b IN same WHERE (coalesce(left(a.by, 4), '') = '' OR coalesce(left(b.by, 4), '') = '' OR left(a.by, 4) = left(b.by, 4))
           AND (a.op IN most AND b.op IN most OR a.op IN least AND b.op IN least))] AS kept
WITH *, CASE WHEN size(kept) > 0 THEN kept ELSE [a IN same WHERE (coalesce(left(a.by, 4), '') = '' OR coalesce(left(same[0].by, 4), '') = '' OR left(a.by, 4) = left(same[0].by, 4))
           AND (a.op IN most AND same[0].op IN most OR a.op IN least AND same[0].op IN least)] END AS kept
WITH *, CASE WHEN any(k IN kept WHERE NOT k.task IN aside) THEN [k IN kept WHERE NOT k.task IN aside] ELSE kept END AS target
WITH *, reduce(met = [], k IN target | CASE WHEN k.task IN [m IN met | m.task] THEN met ELSE met + {task: k.task, leads: k.leads} END) AS held
WHERE size(COLLECT { UNWIND held AS h UNWIND h.leads AS l WITH h, l.owner AS owner ORDER BY owner
                     WITH h.task AS task, collect(DISTINCT owner) AS owners RETURN DISTINCT owners }) > 1
  AND NOT (all(h IN held WHERE all(l IN h.leads WHERE l.ground IS NOT NULL))
           AND COUNT { UNWIND held AS h UNWIND h.leads AS l WITH l.ground AS ground WHERE ground <> 'every' RETURN DISTINCT ground } <= 1)
WITH plan, held, collect([k IN target | k.figure]) AS targets
WITH *, reduce(least = null, target IN targets | CASE WHEN least IS NULL OR target[0].span[0] < least THEN target[0].span[0] ELSE least END) AS first
WITH *, [h IN held | reduce(now = {at: h.task.span[0], parts: []},
          s IN COLLECT { UNWIND targets AS target UNWIND target AS i WITH i WHERE EXISTS { (i)<-[:MEASURED_BY]-(x) WHERE x = h.task }
                         WITH i.span AS s ORDER BY s[0], s[1] RETURN s } + [[h.task.span[1], h.task.span[1]]] |
          {at: CASE WHEN s[1] > now.at THEN s[1] ELSE now.at END,
            parts: now.parts + CASE WHEN s[0] > now.at THEN substring(h.task.text, now.at - h.task.span[0], s[0] - now.at) ELSE '' END}).parts] AS rest
WITH *, [parts IN rest | [p IN parts | reduce(kept = '', c IN split(p, '') | kept + CASE WHEN c =~ '(?U)[\\s\\x1c-\\x1f]' THEN '' ELSE c END)]] AS rest
WITH *, [parts IN rest | [p IN parts | {words: p, own: [n IN range(0, size(p) - 1) WHERE NOT substring(p, n, 1) IN [',', '，', '。', ';', '；']]}]] AS rest
WITH *, [parts IN rest | reduce(all = '', p IN [p IN parts WHERE size(p.own) > 0 | substring(p.words, p.own[0], last(p.own) + 1 - p.own[0])] |
          all + CASE WHEN all = '' THEN '' ELSE ' … ' END + p)] AS rest
RETURN 'target' AS what, 1.0 AS similarity, [h IN held | h.task.id] AS tasks,
       [h IN held | reduce(all = '', b IN reduce(met = [], l IN h.leads | CASE WHEN l.body IN met THEN met ELSE met + [l.body] END) |
         all + CASE WHEN all = '' THEN '' ELSE '、' END + b.name)] AS owners,
       [target IN targets | reduce(kept = '', c IN split(coalesce(nullIf(target[0].quote, ''), target[0].name), '') | kept + CASE WHEN c =~ '(?U)[\\s\\x1c-\\x1f]' THEN '' ELSE c END)] AS shared,
       CASE WHEN any(words IN rest WHERE words <> '') THEN [words IN rest | CASE WHEN words = '' THEN '—' ELSE words END] END AS differs,
       [h IN held | reduce(kept = '', c IN split(h.task.text, '') | kept + CASE WHEN c =~ '(?U)[\\s\\x1c-\\x1f]' THEN '' ELSE c END)] AS texts,
       [h IN held | toString(h.task.lines[0]) + CASE WHEN h.task.lines[1] = h.task.lines[0] THEN '' ELSE '-' + toString(h.task.lines[1]) END] AS lines
ORDER BY size(targets) DESC, plan.pushed, first;
