// The network: its data, and vis-network with it. vis draws nodes, pans and zooms; lines, names and marks are drawn in network_shapes.js and network_names.js.
"use strict";
fengong.network = (() => {
  const told = fengong.read("told");
  const places = fengong.read("places");
  const names = fengong.read("names");
  const islands = Object.entries(fengong.read("islands")); // plan, [left, top, right, bottom]
  const nodes = new Map(fengong.read("nodes").map((n) => [n.id, n]));
  const lines = new Map(fengong.read("edges").map((e) => [e.id, e]));

  // What touches what: node -> lines, node -> indices of findings.
  const touching = new Map([...nodes.keys()].map((id) => [id, []]));
  for (const line of lines.values()) {
    touching.get(line.from).push(line);
    touching.get(line.to).push(line);
  }
  const findings = new Map();
  told.findings.forEach((f, n) => {
    for (const id of f.on) findings.has(id) ? findings.get(id).push(n) : findings.set(id, [n]);
  });
  const rank = { error: 0, warning: 1, review: 2 };
  const worst = (id) => (findings.get(id) || []).map((n) => told.findings[n].level).sort((a, b) => rank[a] - rank[b])[0];
  const marks = new Map([...findings.keys()].filter((id) => nodes.has(id) && nodes.get(id).kind !== "unit").map((id) => [id, worst(id)]));

  const held = (id) => told.units[id] || told.tasks[id] || told.goals[id] || told.figures[id];
  const title = (id) => {
    const node = nodes.get(id);
    const own = held(id);
    if (node.kind === "unit") return own.name;
    if (node.kind === "figure") return own.words;
    return [own.number, own.name].filter(Boolean).join(" ");
  };
  // The task or goal a figure belongs to.
  const owner = (figure) => touching.get(figure)[0].from;
  const words = (doc, span) => told.docs[doc].text.slice(span[0], span[1]);
  const roles = { L: ["牵头/主责", "leads"], C: ["配合/责任", "cooperates"], S: ["监管", "supervises"] };
  const tiers = { 牵: ["牵头", "leads"], 责: ["责任", "responsible"], 配: ["配合", "cooperates"], 监: ["监管", "supervises"] };

  return { told, places, names, islands, nodes, lines, touching, findings, marks, rank, held, title, owner, words, roles, tiers };
})();
