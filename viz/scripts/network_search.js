// Finding by name (short forms and abbreviations too) and the filters.
"use strict";
(() => {
  const { told, nodes, title, touching } = fengong.network;
  const { state, view } = fengong;
  const field = document.getElementById("search");
  const hits = document.getElementById("hits");
  const MOST = 12;

  const words = new Map();
  for (const [id, node] of nodes) {
    const forms = node.kind === "unit" ? [told.units[id].name, told.units[id].short, ...told.units[id].forms] : [title(id)];
    words.set(id, forms.map((f) => f.toLowerCase().replace(/\s+/g, "")));
  }
  const order = { unit: 0, task: 1, goal: 2, figure: 3 };
  const search = (asked) => {
    const wanted = asked.toLowerCase().replace(/\s+/g, "");
    if (!wanted) return [];
    const found = [];
    for (const [id, forms] of words) {
      const kind = nodes.get(id).kind;
      const own = forms.some((f) => f === wanted) ? 0 : forms.some((f) => f.startsWith(wanted)) ? 1 : forms.some((f) => f.includes(wanted)) ? 2
        : kind === "unit" && wanted.length >= 2 && forms.some((f) => fengong.abbreviates(wanted, f)) ? 3 : null;
      if (own !== null) found.push([kind === "unit" ? 0 : 1, own, order[kind], -touching.get(id).length, id]);
    }
    // units first, whatever they are found by: 环保 means 环境保护局, and only then the tasks that hold the word
    return found.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3] || (a[4] < b[4] ? -1 : 1)).slice(0, MOST).map((f) => f[4]);
  };

  let active = -1, listed = [];
  const close = () => {
    hits.hidden = true;
    active = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const point = (n) => {
    active = n;
    [...hits.children].forEach((li, k) => li.setAttribute("aria-selected", String(k === n)));
    const li = hits.children[n];
    if (li && li.id) {
      field.setAttribute("aria-activedescendant", li.id);
      li.scrollIntoView({ block: "nearest" });
    }
  };
  const kinds = { unit: ["单位", "unit"], task: ["任务", "task"], goal: ["目标", "goal"], figure: ["指标", "figure"] };
  const open = () => {
    listed = search(field.value);
    hits.replaceChildren(...listed.map((id, n) => fengong.element("li", { role: "option", id: "hit" + n, "aria-selected": "false", mousedown: (e) => { e.preventDefault(); take(n); } },
      fengong.element("span", { class: "faint small" }, fengong.say(...kinds[nodes.get(id).kind]) + " "), title(id))));
    if (!listed.length && field.value.trim()) hits.replaceChildren(fengong.element("li", { role: "option", "aria-disabled": "true", "aria-selected": "false", class: "faint" }, fengong.say("没有相符的名称", "Nothing of that name")));
    hits.hidden = !hits.children.length;
    field.setAttribute("aria-expanded", String(!hits.hidden));
    if (listed.length) point(0);
  };
  const take = (n) => {
    const id = listed[n];
    if (!id) return;
    close();
    state.select([id]);
    view.show(id);
  };
  field.addEventListener("input", open);
  field.addEventListener("focus", () => field.value && open());
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move && !hits.hidden && listed.length) point((active + move + listed.length) % listed.length);
    else if (event.key === "Enter") take(Math.max(active, 0));
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });

  // Filters
  const form = document.getElementById("filters");
  const select = (name) => form.querySelector(`select[name=${name}]`);
  const fill = (name, rows) => {
    for (const [value, zh, en] of rows) {
      const option = fengong.element("option", { value, "data-zh": fengong.seen(zh), "data-en": fengong.seen(en) }, fengong.say(zh, en));
      select(name).append(option);
    }
  };
  const byName = Object.keys(told.units).sort((a, b) => touching.get(b).length - touching.get(a).length || (told.units[a].name < told.units[b].name ? -1 : 1));
  fill("unit", byName.map((id) => [id, told.units[id].name, told.units[id].name]));
  fill("section", told.sections.map((name, n) => [String(n), name, name]));
  const dates = new Map();
  for (const own of [...Object.values(told.tasks), ...Object.values(told.goals)]) if (own.due) for (const part of new Set([own.due.slice(0, 4), own.due.slice(0, 7)])) dates.set(part, (dates.get(part) || 0) + 1);
  fill("due", [...dates].sort(([a], [b]) => (a < b ? -1 : 1)).map(([part, n]) => [part, `${part}（${n}）`, `${part} (${n})`]));

  form.addEventListener("change", () => {
    const roles = [...form.querySelectorAll("input[name=role]")].filter((box) => box.checked).map((box) => box.value).join("");
    const told = Object.fromEntries(["unit", "section", "finding", "due"].map((name) => [name, select(name).value]));
    state.set({ roles, figures: form.querySelector("input[name=figures]").checked, ...told }, { trace: false });
  });
  document.getElementById("clear").addEventListener("click", state.clear);
  state.changed.push((now) => {
    for (const box of form.querySelectorAll("input[name=role]")) box.checked = now.roles.includes(box.value);
    form.querySelector("input[name=figures]").checked = now.figures;
    for (const name of ["unit", "section", "finding", "due"]) select(name).value = now[name];
    document.getElementById("filtered").textContent = state.filtering() ? fengong.say("（已筛选）", "(on)") : "";
  });
})();
