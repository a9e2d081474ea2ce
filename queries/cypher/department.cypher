// Everything one unit must do.  Twin of `fengong query department --unit NAME`: the same rows in the same order.
//
// Parameters  units: the unit, as ids (Department.id) or canonical names (Department.name); several are taken for one unit.
//             (The program finds the unit by short forms and parts of names too, then gives the ids.)
//             plans: ids of the plans (Document.id) that count; an empty list means all.
// Columns     as in the table: task (heading), tier 牵责配监, number, section, part (its own words on a shared task), indicators, deadline,
//             milestones, with (others who answer for it), basis (label, verb, heading, positional, text, inherited), line, document, id.
// Rows        one a duty: 牵, 责, 配, 监; of each first what is not laid on it by a blanket clause; then by plan (as they came) and place.
// The second statement gives what stands below the table: kind 'unit': name and how many tasks it answers for; kind 'mechanism': the
// words of each mechanism in which the unit has a part.
// A figure below 0.001, or one of ten million and more with a fraction, is written as 5.0E-4, where the program writes 0.0005.
// Needs Neo4j 5.9 or newer (tried with 5.26), no APOC.
:param units => ['沅平市财政局'];
:param plans => [];

MATCH (d:Department)
WHERE d.id IN $units OR d.name IN $units
WITH collect(d) AS unit
UNWIND unit AS d
MATCH (d)-[duty:LEADS|COOPERATES|SUPERVISES]->(t:Task|Goal)
MATCH (plan:Document {id: duty.doc})
WHERE size($plans) = 0 OR plan.id IN $plans
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
WITH *,
     COLLECT { MATCH (other:Department)-[l:LEADS]->(t) WHERE NOT other IN unit
               WITH other, l ORDER BY coalesce(l.basis, '') = 'inherited', l.span[0], l.span[1], coalesce(l.order, 0), l.rank
               WITH collect(DISTINCT other) AS others UNWIND others AS one RETURN one.name } AS others,
     COLLECT { MATCH (t)-[m:MEASURED_BY]->(i:Indicator)
               WITH i, m ORDER BY m.span[0], m.span[1], m.rank
               RETURN i.name
                 + CASE i.op WHEN '>=' THEN '≥' WHEN '<=' THEN '≤' WHEN '~' THEN '约' WHEN '..' THEN ''
                     WHEN '+' THEN '提高' WHEN '+pp' THEN '提高' WHEN '+%' THEN '增长'
                     WHEN '-' THEN '降低' WHEN '-pp' THEN '降低' WHEN '-%' THEN '下降' ELSE i.op END
                 + coalesce(toString(i.value), '') + CASE WHEN i.value_to IS NULL THEN '' ELSE '—' + toString(i.value_to) END
                 + coalesce(i.unit, '') + CASE WHEN i.by IS NULL THEN '' ELSE ' (' + i.by + ')' END } AS figures,
     COLLECT { MATCH (t)-[due:DUE]->(m:Milestone) WITH m, due ORDER BY due.span[0], due.span[1], due.rank RETURN m.text } AS steps
RETURN title AS task, duty.tier AS tier, t.number AS number,
       reduce(all = '', name IN coalesce(t.section, []) | all + CASE WHEN all = '' THEN '' ELSE ' / ' END
         + reduce(kept = '', c IN split(name, '') | kept + CASE WHEN c =~ '(?U)[\\s\\x1c-\\x1f]' THEN '' WHEN c = '“' THEN '‘' WHEN c = '”' THEN '’' ELSE c END)) AS section,
       duty.part AS part,
       reduce(all = '', figure IN figures | all + CASE WHEN all = '' THEN '' ELSE ';' END + figure) AS indicators,
       coalesce(t.deadline, t.deadline_printed, t.by) AS deadline,
       reduce(all = '', step IN steps | all + CASE WHEN all = '' THEN '' ELSE ';' END
         + reduce(kept = '', c IN split(step, '') | kept + CASE WHEN c =~ '(?U)[\\s\\x1c-\\x1f]' THEN '' WHEN c = '“' THEN '‘' WHEN c = '”' THEN '’' ELSE c END)) AS milestones,
       reduce(all = '', name IN others | all + CASE WHEN all = '' THEN '' ELSE '、' END + name) AS `with`,
       duty.basis AS basis, duty.lines[0] AS line, duty.doc AS document, t.id AS id
ORDER BY CASE tier WHEN '牵' THEN 0 WHEN '责' THEN 1 WHEN '配' THEN 2 WHEN '监' THEN 3 ELSE 9 END,
         coalesce(basis, '') = 'inherited', plan.pushed, line, id,
         d.id, CASE type(duty) WHEN 'LEADS' THEN 0 WHEN 'COOPERATES' THEN 1 ELSE 2 END, duty.span[0], duty.span[1], coalesce(duty.order, 0);

MATCH (d:Department)
WHERE d.id IN $units OR d.name IN $units
WITH d ORDER BY d.id
WITH collect(d) AS unit WHERE size(unit) > 0
RETURN 'unit' AS kind, reduce(all = '', d IN unit | all + CASE WHEN all = '' THEN '' ELSE '、' END + d.name) AS words,
       COUNT { UNWIND unit AS d MATCH (d)-[duty:LEADS]->(t:Task|Goal) WHERE duty.doc IS NOT NULL AND (size($plans) = 0 OR duty.doc IN $plans) RETURN DISTINCT t } AS leads
UNION ALL
MATCH (d:Department)
WHERE d.id IN $units OR d.name IN $units
MATCH (d)<-[part:ACTS|RECEIVES]-(m:Mechanism)
MATCH (plan:Document {id: part.doc})
WHERE size($plans) = 0 OR plan.id IN $plans
WITH DISTINCT m, plan ORDER BY plan.pushed, m.span[0], m.span[1], m.rank
RETURN 'mechanism' AS kind,
       reduce(kept = '', c IN split(coalesce(m.quote, ''), '') |
         kept + CASE WHEN c =~ '(?U)[\\s\\x1c-\\x1f]' THEN '' WHEN c = '“' THEN '‘' WHEN c = '”' THEN '’' ELSE c END) AS words,
       null AS leads;
