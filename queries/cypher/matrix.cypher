// Departments by tasks.  Twin of `fengong query matrix`: the same columns, rows and cells.
//
// Parameters  plans: ids of the plans (Document.id) that count; an empty list means all.
// The first statement gives the columns, one row a task in the order of plans (as they came) and of each plan's text:
//             task: its id;  head: what stands above the column (the id, without the plan where there is one plan);  title: its heading.
// The second gives the rows, one a department that holds a duty, most leads first, then by name:
//             department;  cells: [{task, holds}], one a task on which it holds something. holds: its tiers in the order 牵责配监; a tier in
//             brackets comes from a blanket clause only.
// (Cypher cannot make a column of a value: the program lays the cells under the columns.)
// Needs Neo4j 5.9 or newer (tried with 5.26), no APOC.
:param plans => [];

MATCH (plan:Document)
WHERE plan.pushed IS NOT NULL AND (size($plans) = 0 OR plan.id IN $plans)
WITH collect(plan) AS plans
UNWIND plans AS plan
MATCH (t:Task {doc: plan.id})
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
RETURN t.id AS task, CASE WHEN size(plans) = 1 THEN substring(t.id, size(t.doc) + 1) ELSE t.id END AS head, title
ORDER BY plan.pushed, t.span[0], t.span[1], t.rank;

MATCH (d:Department)-[duty:LEADS|COOPERATES|SUPERVISES]->(t:Task)
WHERE duty.doc IS NOT NULL AND (size($plans) = 0 OR duty.doc IN $plans)
WITH d, t, duty, coalesce(duty.basis, '') = 'inherited' AS laid
WITH d, t, max(CASE WHEN type(duty) = 'LEADS' AND NOT laid THEN 1 ELSE 0 END) AS leads,
     collect(CASE WHEN NOT laid THEN duty.tier END) AS own,
     collect(CASE WHEN laid THEN duty.tier END) AS inherited
WITH d, t, leads, reduce(held = '', x IN ['牵', '责', '配', '监'] | held + CASE WHEN x IN own THEN x ELSE '' END) AS own,
     reduce(held = '', x IN ['牵', '责', '配', '监'] | held + CASE WHEN x IN inherited AND NOT x IN own THEN x ELSE '' END) AS inherited
WITH d, sum(leads) AS leads,
     collect({task: t.id, holds: own + CASE WHEN inherited = '' THEN '' ELSE '(' + inherited + ')' END}) AS cells
RETURN d.name AS department, cells
ORDER BY leads DESC, d.name, d.id;
