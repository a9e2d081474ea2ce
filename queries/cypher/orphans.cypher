// What nobody carries.  Part of `fengong query orphans`: all of its rows in the same order, without the counts below the table.
//
// Parameters  plans: ids of the plans (Document.id) that count; an empty list means all.
// Columns     what: 'goal' (a dated goal that no task carries), 'indicator' (a goal's figure that no task carries), 'indicator without value'
//             (a task names it and no figure), 'no owner' (nobody answers; also for a duty that stands among the measures, outside the
//             tasks) or 'collective only' (only 各县区, 有关部门 and the like answer);  text: its heading, or the figure;  detail: the
//             goal's date, the tasks that name it, who helps and supervises, or the collectives;  line, document, id: where it stands.
// Rows        by plan (as they came), line, what.
// Left out, as in the program: what people answer for where a plan names people instead of units; a share in somebody else's work; words
// that say themselves who acts (subject, each; a body that opens a sentence), that are no work, or a post's duties.
// Whether a task carries a goal goes by how alike their words are. That was weighed when the plan was pushed and stands in Goal.carriage and
// Indicator.carriage ('carried', 'unnamed', 'named', 'absent'; carriers: the ids of the tasks); it does not follow changes made here by hand.
// A figure of a goal that quotes itself in more than 40 characters is written by name, value and unit; there 7 digits stand as 1.0E7.
// The patterns are those of queries/answering.py. Full-width signs and figures are read as half-width; traditional characters are not
// made simplified here, as the program does.
// Needs Neo4j 5.9 or newer (tried with 5.26), no APOC.
:param plans => [];

WITH '(?:^|[。;,、:\\s])[^。;,:]{0,24}(?:部门|单位|机关|政府|党委|地区|各地|乡镇|镇街|街镇|街道|园区|新区|县区|[县市区)]|处室|督查室|督察室|领导小组|办公室|工作组|专班|指挥部|联席会议|委员会|[局委办厅部院站]|中心|公司)(?:(?:要(?![件求素点闻])|应当|应(?![急用对])|必?须|需(?!求)|(?:具体|分别)?负责(?!人)|牵头|按照?职责|作为(?=[^。;]{2,40}(?:主体|单位|部门|责任)))|(?:每|定期|适时|随时|按月|按季|原则上|实行|召开|汇总|会同|将(?=责成|组织|会同|定期|适时|对|把)))|由[^。;,:、]{0,24}(?:部门|单位|机关|政府|党委|地区|各地|乡镇|镇街|街镇|街道|园区|新区|县区|[县市区)]|处室|督查室|督察室|领导小组|办公室|工作组|专班|指挥部|联席会议|委员会|[局委办厅部院站]|中心|公司)' AS subject,
     '(?:^|[。;]\\s{0,4})(?:各|有关|相关|所有)[^。;,:]{0,20}(?:部门|单位|机关|政府|党委|地区|各地|乡镇|镇街|街镇|街道|园区|新区|县区|[县市区)]|处室|督查室|督察室|领导小组|办公室|工作组|专班|指挥部|联席会议|委员会|[局委办厅部院站]|中心|公司)(?=(?:按照?|根据|结合|对照|对|于|在|把|将|向|及时|全面|逐[户个项级]|立即|迅速|认真|切实|主动|共同|分别|自行|负责|抓好|[0-9])?[^。;,]{0,30}(?:制定|开展|组织|落实|完成|做好|推进|实施|建立|报送?|排查|整改|自查|召开|总结|检查|督促|加强|强化|编制|细化|上报|提交|汇总|部署|宣传|动员|巡查|巩固))' AS each,
     '(?:主要|总体|工作|具体|发展|阶段性?)?目标[。:\\s]|[(\\[]?[…\\.]{2,12}|[(\\[][^()]{0,30}(?:未录|从略|略)|[^。;()]{0,40}\\s[(\\[][…\\.][^()]{0,30}(?:未录|从略|略)|[(\\[]?(?:牵头|责任|主责|配合|协办|监管)(?:单位|部门)[:\\s]{0,4}[)\\]]?[。;\\s]{0,4}$|(?:活动|实施|整治|工作|完成)?(?:时间|时限|地点|范围|对象)(?:安排)?[。:\\s]|[^。;:,]{0,16}职责[。:\\s]' AS no_work,
     '[^。;:,]{1,16}(?:长|员|办公室|[局办委队站所])[。:]' AS post,
     '保障|措施|组织实施|工作要求|要求|任务|工程|行动|机制' AS measures,
     '目标|总体|指导思想|原则|序言|前言|背景|意义' AS aims,
     '(?:^|[。;])\\s{0,9}(?:各级)?(?:建立|健全|完善|加强|加快|加大|推进|强化|开展|组织|制定|落实|调整|实施|严格|深入|全面|积极|大力|优化|提升|构建)' AS action,
     '(?:各|其他|有关|相关|所有|项|任务|的){0,4}(?:牵头|责任|主责|承办|配合|参与){1,2}(?:单位|部门)' AS the_owners,
     '(?!.{0,30}(?:各|有关|相关|所有|直|成员|涉及|职能|主管|行政|政府|责任|其他|等))[\\u4e00-\\u9fff、()和]{2,30}部门' AS field,
     '，﹐；﹔：∶﹕｡（﹙）﹚［］　０１２３４５６７８９' AS wide, ',,;;:::。(())[] 0123456789' AS plain
MATCH (plan:Document)
WHERE plan.pushed IS NOT NULL AND (size($plans) = 0 OR plan.id IN $plans)
WITH *, COLLECT { MATCH (:Person)-[:OVERSEES]->(o:Task {doc: plan.id}) RETURN DISTINCT o } AS people
WITH *, CASE WHEN 2 * size([o IN people WHERE EXISTS { (o)<-[:LEADS]-() }]) <= size(people) THEN people ELSE [] END AS overseen
MATCH (t:Task|Goal|Indicator)
WHERE t.doc = plan.id
WITH *, reduce(w = t.text, i IN range(0, size(wide) - 1) | replace(w, substring(wide, i, 1), substring(plain, i, 1))) AS said,
     COLLECT { MATCH (t)<-[r:LEADS]-(d:Department)
               WITH d, r ORDER BY coalesce(r.basis, '') = 'inherited', r.span[0], r.span[1], coalesce(r.order, 0), r.rank
               RETURN {body: d, printed: r.printed} } AS leads,
     COLLECT { MATCH (t)<-[r:COOPERATES|SUPERVISES]-(d:Department)
               WITH d, r ORDER BY type(r), coalesce(r.basis, '') = 'inherited', r.span[0], r.span[1], coalesce(r.order, 0), r.rank
               WITH type(r) AS role, d, collect(coalesce(r.basis, '')) AS bases
               RETURN {body: d, own: role = 'COOPERATES' AND all(b IN bases WHERE b = 'heading')} } AS others
WITH *, CASE
    WHEN t:Indicator THEN null
    WHEN t:Goal THEN CASE WHEN
         size(leads) + size(others) = 0
         AND reduce(all = '', s IN t.section | all + s) =~ '(?sU).*(?:' + measures + ').*'
         AND NOT reduce(all = '', s IN t.section | all + s) =~ '(?sU).*(?:' + aims + ').*'
         AND NOT EXISTS { MATCH (o:Task) WHERE o.doc = t.doc AND o.lines[0] <= t.lines[0] AND o.lines[1] >= t.lines[0] }
         AND said =~ '(?sU).*(?:' + action + ').*'
         AND NOT reduce(w = reduce(all = '', line IN plan.text[t.lines[0] - 1..t.lines[1]] | all + line + '\n'), i IN range(0, size(wide) - 1) | replace(w, substring(wide, i, 1), substring(plain, i, 1))) =~ '(?sU).*(?:' + subject + ').*'
       THEN 'no owner' END
    WHEN t IN overseen THEN null
    WHEN size(leads) = 0 THEN CASE WHEN
         (size(others) = 0 OR any(o IN others WHERE NOT o.own))
         AND NOT any(p IN COLLECT { MATCH (t)-[r:COOPERATES|SUPERVISES|MENTIONS]-(:Department) RETURN DISTINCT r.printed }
                     WHERE p <> '' AND (said STARTS WITH reduce(w = p, i IN range(0, size(wide) - 1) | replace(w, substring(wide, i, 1), substring(plain, i, 1)))
                       OR said CONTAINS '。' + reduce(w = p, i IN range(0, size(wide) - 1) | replace(w, substring(wide, i, 1), substring(plain, i, 1)))))
         AND NOT said =~ '(?sU)(?:' + no_work + ').*'
         AND NOT said =~ '(?sU).*(?:' + subject + ').*'
         AND NOT said =~ '(?sU).*(?:' + each + ').*'
         AND NOT (any(s IN coalesce(t.section, []) WHERE s CONTAINS '职责') AND said =~ '(?sU)(?:' + post + ').*')
       THEN 'no owner' END
    WHEN all(l IN leads WHERE l.body.collective IS NOT NULL)
         AND NOT all(l IN leads WHERE reduce(w = l.printed, i IN range(0, size(wide) - 1) | replace(w, substring(wide, i, 1), substring(plain, i, 1))) =~ the_owners)
         AND NOT any(l IN leads WHERE reduce(w = l.printed, i IN range(0, size(wide) - 1) | replace(w, substring(wide, i, 1), substring(plain, i, 1))) =~ field)
       THEN 'collective only'
  END AS answered,
  CASE WHEN t:Goal AND t.carriage = 'absent' THEN 'goal'
       WHEN t:Indicator AND t.carriage = 'absent' THEN 'indicator'
       WHEN t:Indicator AND t.carriage = 'named' THEN 'indicator without value' END AS carried
UNWIND [kind IN [answered, carried] WHERE kind IS NOT NULL] AS what
// the heading of the task or goal itself; of an indicator those of the tasks that name it
UNWIND CASE WHEN t:Indicator THEN coalesce(nullIf(t.carriers, []), ['']) ELSE [t.id] END AS bearer
OPTIONAL MATCH (task:Task {id: bearer})
WITH plan, what, leads, others, t AS orphan, {text: coalesce(task.text, t.text, '')} AS t
// title: begins
WITH *, left(t.text, 60) AS words
WITH *, coalesce(head([i IN range(2, size(words) - 1) WHERE substring(words, i) =~
         '(?s)(?:[。｡;；﹔:：∶﹕︰\\n\\r|｜]|[(（﹙\\[［〔﹝【](?=[^)）﹚\\]］〕﹞】]{0,12}(?:[牵牽][头頭]|[责責]任|配合|[负負][责責]|[监監]管|[监監]督|主管|[协協]同|[参參][与與]|指[导導]|性指[标標]|完成[时時]限))).*'
       ]), size(words)) AS stop
WITH *, last([i IN range(0, stop) WHERE i = 0 OR substring(words, i - 1, 1) =~ '(?U)[^\\s\\x1c-\\x1f\\x{feff}\\x{200b}]']) AS long
WITH *, [i IN range(8, long - 1) WHERE long > 30 AND substring(words, i, 1) IN [',', '，', '﹐']] AS commas
WITH *, coalesce(last([i IN commas WHERE i < 30]), head([i IN commas WHERE i >= 30]), long) AS cut
WITH *, reduce(kept = '', c IN split(left(words, cut), '') |
         kept + CASE WHEN c =~ '(?U)[\\s\\x1c-\\x1f]' THEN '' WHEN c = '“' THEN '‘' WHEN c = '”' THEN '’' ELSE c END) AS title
// title: ends
WITH plan, what, leads, others, orphan, collect(title) AS titles
WITH *, reduce(all = '', c IN split(coalesce(orphan.quote, ''), '') | all + CASE WHEN c =~ '(?U)[\\s\\x1c-\\x1f]' THEN '' ELSE c END) AS quote
WITH *, CASE WHEN NOT orphan:Indicator THEN titles[0]
             WHEN 0 < size(quote) <= 40 THEN quote
             ELSE coalesce(orphan.name, '') + ' ' + coalesce(toString(orphan.value), '') + coalesce(orphan.unit, '') END AS text,
        CASE what WHEN 'goal' THEN [coalesce(orphan.by, '')]
                  WHEN 'indicator' THEN []
                  WHEN 'indicator without value' THEN titles
                  WHEN 'no owner' THEN [o IN others | o.body.name]
                  ELSE [body IN reduce(met = [], l IN leads | CASE WHEN l.body IN met THEN met ELSE met + [l.body] END) | body.name] END AS details
RETURN what, text, reduce(all = '', d IN details | all + CASE WHEN all = '' THEN '' ELSE '、' END + d) AS detail,
       orphan.lines[0] AS line, orphan.doc AS document, orphan.id AS id
ORDER BY plan.pushed, line, what, id;
