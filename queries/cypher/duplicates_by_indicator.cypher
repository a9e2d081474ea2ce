// Which target stands in several tasks with different owners.  Part of `fengong query duplicates`: all rows of the kind 同一指标 (target), in
// the same order. The table's other rows are tasks that say the same.
//
// Parameters  plans: ids of the plans (Document.id) that count; an empty list means all.
// Columns     what ('target'), similarity (of the names least alike, 0 to 1), tasks, owners, shared (the targets as printed), differs (what
//             else each task says), texts, lines. One entry a task in the plan's order; shared: one a target.
// Rows        the most similar first, then most targets, then by plan (as they came) and place.
// One target: in one plan, with the same value and unit, no other year, a bound of the same direction, and names that mean one thing. How
// alike names are was weighed when the plan was pushed: such indicators have the same Indicator.target (likeness: how alike); it does not
// follow changes made here by hand. Left out: one owner that is given it twice, what only territorial peers share (each answers for its own
// ground), and a text beside the table that allots it.
// Needs Neo4j 5.9 or newer (tried with 5.26), no APOC.
:param plans => [];

MATCH (plan:Document)
WHERE plan.pushed IS NOT NULL AND (size($plans) = 0 OR plan.id IN $plans)
MATCH (t:Task {doc: plan.id})<-[:LEADS]-(:Department)
WITH DISTINCT plan, t
WITH *, COLLECT {
  MATCH (d:Department)-[l:LEADS]->(t)
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
WITH plan, collect({task: t, leads: leads, told: all(l IN leads WHERE l.told)}) AS allotted
WITH *, CASE WHEN 3 * size([a IN allotted WHERE a.told]) <= 2 * size(allotted) THEN [a IN allotted WHERE a.told | a.task] ELSE [] END AS aside
UNWIND allotted AS one
WITH *, one.task AS t, one.leads AS leads
MATCH (t)-[:MEASURED_BY]->(i:Indicator)
WHERE i.target IS NOT NULL
WITH * ORDER BY plan.pushed, i.span[0], i.span[1], i.rank
WITH plan, aside, i.target AS same, i.likeness AS likeness, collect({figure: i, task: t, leads: leads}) AS kept
WITH *, CASE WHEN any(k IN kept WHERE NOT k.task IN aside) THEN [k IN kept WHERE NOT k.task IN aside] ELSE kept END AS target
WITH *, reduce(met = [], k IN target | CASE WHEN k.task IN [m IN met | m.task] THEN met ELSE met + {task: k.task, leads: k.leads} END) AS held
WHERE size(COLLECT { UNWIND held AS h UNWIND h.leads AS l WITH h, l.owner AS owner ORDER BY owner
                     WITH h.task AS task, collect(DISTINCT owner) AS owners RETURN DISTINCT owners }) > 1
  AND NOT (all(h IN held WHERE all(l IN h.leads WHERE l.ground IS NOT NULL))
           AND COUNT { UNWIND held AS h UNWIND h.leads AS l WITH l.ground AS ground WHERE ground <> 'every' RETURN DISTINCT ground } <= 1)
WITH * ORDER BY plan.pushed, target[0].figure.span[0], target[0].figure.span[1]
WITH plan, held, collect([k IN target | k.figure]) AS targets, min(likeness) AS likeness
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
RETURN 'target' AS what, round(likeness, 2, 'HALF_EVEN') AS similarity, [h IN held | h.task.id] AS tasks,
       [h IN held | reduce(all = '', b IN reduce(met = [], l IN h.leads | CASE WHEN l.body IN met THEN met ELSE met + [l.body] END) |
         all + CASE WHEN all = '' THEN '' ELSE '、' END + b.name)] AS owners,
       [target IN targets | reduce(kept = '', c IN split(coalesce(nullIf(target[0].quote, ''), target[0].name), '') | kept + CASE WHEN c =~ '(?U)[\\s\\x1c-\\x1f]' THEN '' ELSE c END)] AS shared,
       CASE WHEN any(words IN rest WHERE words <> '') THEN [words IN rest | CASE WHEN words = '' THEN '—' ELSE words END] END AS differs,
       [h IN held | reduce(kept = '', c IN split(h.task.text, '') | kept + CASE WHEN c =~ '(?U)[\\s\\x1c-\\x1f]' THEN '' ELSE c END)] AS texts,
       [h IN held | toString(h.task.lines[0]) + CASE WHEN h.task.lines[1] = h.task.lines[0] THEN '' ELSE '-' + toString(h.task.lines[1]) END] AS lines
ORDER BY likeness DESC, size(targets) DESC, plan.pushed, first;
