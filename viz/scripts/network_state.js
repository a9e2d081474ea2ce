// What is selected and filtered, and its trace in the address, so that a link and the back button lead to the same view.
"use strict";
fengong.state = (() => {
  const { nodes, lines, told, touching, marks } = fengong.network;
  const none = () => ({ selected: [], line: null, roles: "LCS", figures: true, unit: "", section: "", finding: "", due: "" });
  let now = none();
  const changed = [];
  const arrived = []; // called when the address was changed from outside: the back button, a link
  const FIELDS = ["unit", "section", "finding", "due"];

  const written = () => {
    const told = new URLSearchParams();
    if (now.selected.length) told.set("on", now.selected.join("+"));
    if (now.line) told.set("line", now.line);
    if (now.roles !== "LCS") told.set("roles", now.roles || "-");
    if (!now.figures) told.set("figures", "no");
    for (const field of FIELDS) if (now[field]) told.set(field, now[field]);
    if (fengong.lang() !== fengong.first) told.set("lang", fengong.lang());
    return told.toString();
  };

  const readAddress = () => {
    const told = new URLSearchParams(location.hash.slice(1));
    const found = none();
    found.selected = (told.get("on") || "").split(/[+ ]/).filter((id) => nodes.has(id)).slice(0, 2);
    found.line = lines.has(told.get("line")) ? told.get("line") : null;
    if (told.has("roles")) found.roles = [..."LCS"].filter((r) => told.get("roles").includes(r)).join("");
    found.figures = told.get("figures") !== "no";
    for (const field of FIELDS) found[field] = told.get(field) || "";
    const lang = told.get("lang");
    if ((lang === "zh" || lang === "en") && lang !== fengong.lang()) fengong.setLanguage(lang);
    return found;
  };

  const due = (id) => (told.tasks[id] || told.goals[id]).due;

  // Whether a task or goal passes the filters that speak of it.
  const passes = (id) => {
    const own = told.tasks[id] || told.goals[id];
    if (now.section !== "" && String(own.section) !== now.section) return false;
    if (now.finding === "any" && !marks.has(id)) return false;
    if (now.finding && now.finding !== "any" && !(fengong.network.findings.get(id) || []).some((n) => told.findings[n].level === now.finding)) return false;
    if (now.due === "none" && due(id)) return false;
    if (now.due && now.due !== "none" && !due(id).startsWith(now.due)) return false;
    if (now.unit && !touching.get(id).some((l) => l.from === now.unit && now.roles.includes(l.role))) return false;
    return true;
  };

  // lit: what passes the filters and has to do with the selection; shown: what passes the filters.
  let shown = new Set();
  let lit = new Set();
  const filtering = () => Boolean(FIELDS.some((f) => now[f]) || now.roles !== "LCS");
  const lineShown = (line) => (line.role === "M" ? now.figures && shown.has(line.from) : now.roles.includes(line.role) && shown.has(line.to));

  const recount = () => {
    shown = new Set();
    const narrowed = FIELDS.some((f) => now[f]);
    for (const [id, node] of nodes) if (node.kind === "task" || node.kind === "goal") if (passes(id)) shown.add(id);
    for (const [id, node] of nodes) {
      if (node.kind === "figure" && now.figures && shown.has(fengong.network.owner(id))) shown.add(id);
      if (node.kind === "unit" && (!narrowed || id === now.unit || touching.get(id).some((l) => lineShown(l)))) shown.add(id);
    }
    lit = new Set(now.selected.length || now.line ? around() : shown);
  };

  const around = () => {
    const found = new Set(now.selected);
    if (now.line) {
      found.add(lines.get(now.line).from);
      found.add(lines.get(now.line).to);
      return found;
    }
    const near = now.selected.map((id) => new Set(touching.get(id).filter(lineShown).flatMap((l) => [l.from, l.to])));
    if (now.selected.length === 2) {
      for (const id of near[0]) if (near[1].has(id)) found.add(id);
      return found;
    }
    for (const id of near[0] || []) found.add(id);
    // around a task: its figures and who works on it; around a unit: its tasks and their figures
    for (const id of [...found]) if (told.tasks[id]) for (const l of touching.get(id)) if (l.role === "M" && lineShown(l)) found.add(l.to);
    return found;
  };

  const lineLit = (line) => {
    if (now.line) return line.id === now.line;
    if (!now.selected.length) return true;
    if (now.selected.length === 2) return lit.has(line.from) && lit.has(line.to) && now.selected.includes(line.from);
    return now.selected.includes(line.from) || now.selected.includes(line.to) || (line.role === "M" && lit.has(line.to));
  };

  const tell = () => {
    recount();
    for (const listener of changed) listener(now);
  };

  const set = (part, { trace = true } = {}) => {
    now = { ...now, ...part };
    const address = "#" + written();
    if (address !== (location.hash || "#")) {
      if (trace) location.hash = address;
      else history.replaceState(null, "", address);
    }
    tell();
  };

  window.addEventListener("hashchange", () => {
    if ("#" + written() === (location.hash || "#")) return;
    now = readAddress();
    tell();
    for (const listener of arrived) listener(now);
  });

  const select = (ids, how) => set({ selected: ids, line: null }, how);
  // A second unit beside the first; the same one again takes it away.
  const add = (id) => {
    const before = now.selected.filter((held) => nodes.get(held).kind === "unit");
    if (before.includes(id)) return select(before.filter((held) => held !== id));
    return select(nodes.get(id).kind === "unit" ? [...before.slice(-1), id] : [id]);
  };

  return {
    now: () => now, set, select, add, changed, arrived, filtering, lineShown, lineLit, isShown: (id) => shown.has(id), isLit: (id) => lit.has(id),
    clear: () => set({ ...none(), selected: now.selected, line: now.line }, { trace: false }),
    begin: () => {
      fengong.first = fengong.lang();
      now = readAddress();
      tell();
    },
  };
})();
