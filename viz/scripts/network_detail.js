// The panel: what is known of the selected unit, task, figure or line, in the plan's own words; of two units, what they share.
"use strict";
fengong.detail = (() => {
  const { told, nodes, lines, touching, findings, held, title, owner, words, roles, tiers, rank } = fengong.network;
  const { state } = fengong;
  const el = fengong.element;
  const say = fengong.say;
  const panel = document.getElementById("detail");
  const LEVELS = { error: ["错误", "error", "▲"], warning: ["警告", "warning", "◆"], review: ["复核", "review", "○"] };
  const BASIS = { inherited: ["由兜底条款确定", "by a blanket clause"], heading: ["由标题确定", "by the heading above"], positional: ["由次序确定（列首位）", "by order: named first"] };

  const choose = (id, words, { away = true, add = false } = {}) =>
    el("button", { type: "button", class: "network-item", "data-id": id, click: () => { add ? state.add(id) : state.select([id]); if (away) fengong.view.show(id); } }, words);

  // Where something stands: line, and the printed place where the file has one; the file's name where there are several.
  const where = (data) => {
    const file = told.docs.length > 1 ? told.docs[data.doc].source + " " : "";
    const line = data.line ?? told.docs[data.doc].text.slice(0, data.span[0]).split("\n").length;
    return el("span", { class: "faint small" }, `${file}${say(`第 ${line} 行`, `line ${line}`)}${data.place ? ` · ${say(...data.place)}` : ""}`);
  };

  // The plan's words at a span, with some of them marked.
  const quoted = (doc, span, marked = []) => {
    const made = el("blockquote", { lang: "zh-CN" });
    let at = span[0];
    for (const [from, to] of marked.filter((m) => m[0] >= span[0] && m[1] <= span[1]).sort((a, b) => a[0] - b[0])) {
      if (from < at) continue;
      made.append(fengong.seen(words(doc, [at, from])), el("mark", {}, words(doc, [from, to])));
      at = to;
    }
    made.append(fengong.seen(words(doc, [at, span[1]])));
    return made;
  };

  const role = (duty, fallback) => {
    const named = tiers[duty.tier] || roles[fallback];
    return say(...named) + (duty.basis === "inherited" ? `（${say(...BASIS.inherited)}）` : "");
  };
  const dueOf = (own) => own.due || own.printed || (own.kind === "continuous" ? say("持续", "continuous") : own.kind === "recurring" ? say("定期", "recurring") : say("未写时限", "no date"));
  const figuresOf = (own) => own.figures.map((id) => told.figures[id].words);

  const heading = (words, ...more) => el("h2", {}, words, ...more);
  const part = (words, ...content) => [el("h3", {}, words), ...content];
  const list = (items) => (items.length ? el("ul", { class: "network-list" }, items.map((item) => el("li", {}, item))) : el("p", { class: "faint" }, say("无", "none")));

  const level = (name) => el("span", { class: `level ${name}` }, el("span", { class: "shape", "aria-hidden": "true" }, LEVELS[name][2]), say(LEVELS[name][0], LEVELS[name][1]));
  const finding = (n, brief) => {
    const f = told.findings[n];
    const [zh, en] = f.message;
    return el("div", { class: "network-finding" }, level(f.level), ` ${f.code} ${f.rule} `,
      el("p", {}, say(zh, en)),
      brief ? f.on.filter((id) => nodes.has(id)).slice(0, 6).map((id) => choose(id, title(id))) : el("p", { class: "faint" }, say("建议：", "Mend: "), say(...f.remedy)));
  };
  const found = (id) => {
    const own = (findings.get(id) || []).slice().sort((a, b) => rank[told.findings[a].level] - rank[told.findings[b].level]);
    return own.length ? part(say(`发现 ${own.length} 处`, `${own.length} finding${own.length === 1 ? "" : "s"}`), own.map((n) => finding(n, false))) : [];
  };

  const why = (line) => el("button", { type: "button", class: "network-why", click: () => state.set({ selected: [], line }) }, say("依据原文", "the words"));
  const taskRow = (id, duties, line) => {
    const own = held(id);
    return [choose(id, title(id)), el("div", { class: "faint small" }, [
      duties ? `${role(duties[0], line.role)} · ` : "", own.due || own.printed || own.kind ? dueOf(own) : "", ...figuresOf(own).map((w) => ` · ${w}`), duties && duties[0].part ? ` · ${duties[0].part}` : "",
      duties ? why(line.id) : null,
    ])];
  };

  const unit = (id) => {
    const own = told.units[id];
    const by = { L: [], C: [], S: [] };
    for (const line of touching.get(id)) if (by[line.role]) by[line.role].push(line);
    const others = own.forms.filter((f) => f !== own.name);
    return [
      heading(own.name),
      el("p", { class: "faint" }, [say(own.class[0], own.class[1]), own.collective ? say("（集合主体）", " (collective)") : "", others.length ? say("；文中写作 ", "; printed ") + others.slice(0, 6).join("、") : ""]),
      el("p", {}, say(`牵头或主责 ${by.L.length} 项，配合或责任 ${by.C.length} 项，监管 ${by.S.length} 项。`, `Leads ${by.L.length}, cooperates on ${by.C.length}, supervises ${by.S.length}.`)),
      el("p", { class: "faint small" }, say("按住 Shift 点另一个单位（或在图上按空格），查看两者共同的任务。", "Shift-click another unit (or press space on the picture) to see what the two share.")),
      found(id),
      ["L", "C", "S"].filter((r) => by[r].length).map((r) => part(say(`${roles[r][0]}（${by[r].length}）`, `${roles[r][1]} (${by[r].length})`), list(by[r].map((line) => taskRow(line.to, told.lines[line.id], line))))),
    ];
  };

  const task = (id) => {
    const own = held(id);
    const duties = touching.get(id).filter((l) => told.lines[l.id]);
    const marked = duties.flatMap((l) => told.lines[l.id].filter((d) => d.doc === own.doc).map((d) => d.span)).concat(own.figures.map((f) => told.figures[f].span));
    return [
      heading(title(id)),
      el("p", {}, where(own), own.path.length ? el("span", { class: "faint small" }, ` · ${own.path.join(" / ")}`) : null),
      quoted(own.doc, own.span, marked),
      found(id),
      part(say("谁负责", "Who answers"), duties.length ? list(duties.map((l) => [choose(l.from, told.units[l.from].name), el("div", { class: "faint small" }, role(told.lines[l.id][0], l.role), why(l.id))]))
        : el("p", { class: told.unowned.includes(id) ? "error" : "faint" }, say("没有写明由谁负责。", "Nobody is named."))),
      part(say("时限", "Deadline"), el("p", {}, dueOf(own), own.printed && own.due ? el("span", { class: "faint" }, `（${own.printed}）`) : null)),
      own.figures.length ? part(say("指标", "Figures"), list(own.figures.map((f) => told.figures[f].words))) : [],
      own.steps && own.steps.length ? part(say("节点", "Steps"), list(own.steps.map((s) => `${s.by ? s.by + "：" : ""}${s.words}`))) : [],
      own.overseers && own.overseers.length ? part(say("责任领导", "Overseen by"), list(own.overseers)) : [],
    ];
  };

  const figure = (id) => [heading(told.figures[id].words), el("p", {}, where(told.figures[id])), quoted(told.figures[id].doc, told.figures[id].span), part(say("属于", "Belongs to"), list([taskRow(owner(id))]))];

  const line = (id) => {
    const { from, to } = lines.get(id);
    return [
      heading(say("分工依据", "Why this line")),
      el("p", {}, choose(from, told.units[from].name), el("span", { class: "faint" }, ` → ${say(...roles[lines.get(id).role])} → `), choose(to, title(to))),
      told.lines[id].map((duty) => {
        const span = duty.statement && duty.statement[0] <= duty.span[0] && duty.statement[1] >= duty.span[1] ? duty.statement : duty.span;
        return [el("p", {}, role(duty, lines.get(id).role), duty.label ? `（${duty.label}）` : "", " ", where(duty)), quoted(duty.doc, span, [duty.span]),
          BASIS[duty.basis] ? el("p", { class: "faint small" }, say(...BASIS[duty.basis])) : null];
      }),
    ];
  };

  const two = ([a, b]) => {
    const of = (id) => new Map(touching.get(id).filter((l) => told.lines[l.id]).map((l) => [l.to, l]));
    const first = of(a), second = of(b);
    const shared = [...first.keys()].filter((t) => second.has(t));
    const one = (l) => role(told.lines[l.id][0], l.role);
    return [
      heading(say("两个单位", "Two units")),
      el("p", {}, choose(a, told.units[a].name), " ", choose(b, told.units[b].name)),
      el("p", {}, say(`共同承担 ${shared.length} 项任务。`, `They share ${shared.length} task${shared.length === 1 ? "" : "s"}.`)),
      list(shared.map((t) => [choose(t, title(t)), el("div", { class: "faint small" }, `${told.units[a].short}：${one(first.get(t))}；${told.units[b].short}：${one(second.get(t))}`)])),
    ];
  };

  const overview = () => {
    const units = Object.keys(told.units).filter(state.isShown).sort((a, b) => touching.get(b).filter((l) => l.role === "L").length - touching.get(a).filter((l) => l.role === "L").length || (told.units[a].name < told.units[b].name ? -1 : 1));
    const open = [...Object.keys(told.tasks)].filter((t) => state.isShown(t));
    const unowned = open.filter((t) => !touching.get(t).some((l) => l.role === "L"));
    const sections = told.sections.map((_, n) => [n, open.filter((t) => told.tasks[t].section === n).length]).filter(([, count]) => count);
    const serious = told.findings.map((f, n) => n).filter((n) => told.findings[n].level !== "review").sort((a, b) => rank[told.findings[a].level] - rank[told.findings[b].level]);
    return [
      heading(state.filtering() ? say("符合筛选的内容", "What passes the filter") : say("概览", "Overview")),
      el("p", {}, say(`${open.length} 项任务，${units.length} 个单位。点选图上的单位、任务或连线查看原文。`, `${open.length} tasks, ${units.length} units. Select a unit, a task or a line to see the plan's words.`)),
      unowned.length ? part(say(`无人负责的任务（${unowned.length}）`, `Tasks nobody answers for (${unowned.length})`), list(unowned.map((t) => choose(t, title(t))))) : [],
      state.filtering() ? part(say("任务", "Tasks"), list(open.map((t) => taskRow(t)))) : [],
      sections.length > 1 ? part(say("各部分（任务的底色）", "Sections (the colour of a task)"), list(sections.map(([n, count]) => [
        el("span", { class: `network-swatch section-${n % 8}`, "aria-hidden": "true" }),
        el("button", { type: "button", class: "network-item", click: () => state.set({ section: String(n) }, { trace: false }) }, told.sections[n]), el("span", { class: "faint small" }, ` ${count}`)]))) : [],
      part(say("单位（牵头或主责 / 全部任务）", "Units (tasks they lead or answer for / all)"), list(units.map((u) => [choose(u, told.units[u].name), el("span", { class: "faint small" }, ` ${touching.get(u).filter((l) => l.role === "L").length} / ${touching.get(u).length}`)]))),
      serious.length ? part(say(`错误与警告（${serious.length}）`, `Errors and warnings (${serious.length})`), serious.map((n) => finding(n, true))) : [],
      told.idle.length ? part(say("提到但没有分工的单位", "Named without a duty"), el("p", { class: "faint" }, told.idle.join("、"))) : [],
    ];
  };

  let last = "";
  const render = () => {
    const now = state.now();
    const content = now.line ? line(now.line) : now.selected.length === 2 ? two(now.selected) : now.selected.length ? { unit, task, goal: task, figure }[nodes.get(now.selected[0]).kind](now.selected[0]) : overview();
    panel.replaceChildren(...content.flat(Infinity).filter((c) => c !== null && c !== undefined));
    const key = now.selected.join() + now.line;
    if (key !== last) {
      panel.closest(".network-panel").scrollTop = 0;
      document.getElementById("said").textContent = panel.querySelector("h2").textContent;
    }
    document.body.dataset.chosen = now.selected.length || now.line ? "yes" : "no";
    last = key;
  };
  state.changed.push(render);
  fengong.onLanguage.push(render);
  return { render };
})();
