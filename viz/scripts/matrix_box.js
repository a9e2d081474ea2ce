// The box beside a cell, a task or a department: the plan's words, and what the audit says.
"use strict";
fengong.box = (() => {
  const { element, say } = fengong;
  const held = fengong.read("matrix-data");
  const box = document.getElementById("matrix-box");
  const SHAPES = { error: "▲", warning: "◆", review: "○" };
  const LEVELS = { error: ["错误", "error"], warning: ["警告", "warning"], review: ["复核", "review"] };
  const NARROW = 640; // below it the box lies at the foot of the window (style.css)
  let shown = null; // { anchor, make, pinned }
  let leaving = 0;

  const place = (at) => (at.place ? `${say(...at.place)} · ` : "") + say(`第 ${at.line} 行`, `line ${at.line}`);
  const plan = (words) => element("span", { lang: "zh-CN" }, words);

  const role = (duty) => {
    const said = { LEADS: duty.tier === "牵" ? ["牵头", "leads"] : ["主责", "answers for it"], SUPERVISES: ["监管", "supervises"] }[duty.role];
    const other = duty.tier === "责" ? ["责任", "responsible for its share"] : ["配合", "cooperates"];
    return say(...(said || other)) + (duty.clause ? say("（兜底条款）", " (by a blanket clause)") : "");
  };

  const quote = ([statement, first, past]) => {
    const pieces = held.pieces[statement];
    return element("blockquote", { lang: "zh-CN" }, pieces.slice(0, first).join(""), element("mark", {}, pieces.slice(first, past).join("")), pieces.slice(past).join(""));
  };

  const finding = (number) => {
    const f = held.findings[number];
    return element(
      "div",
      {},
      element("h3", { class: `level ${f.level}` }, element("span", { class: "shape", "aria-hidden": "true" }, SHAPES[f.level]), `${say(...LEVELS[f.level])} ${f.code}`),
      element("p", {}, say(f.zh, f.en)),
      element("p", { class: "faint" }, say("修改：", "Mend: ") + say(f.mend_zh, f.mend_en)),
    );
  };

  const titled = (task) => plan(`${task.number ? task.number + " " : ""}${task.title}`);

  // What stands in the box of a cell, of a task, of a department.
  const ofCell = (row, column) => [
    element("h2", {}, plan(held.units[column].name)),
    element("p", { class: "faint" }, titled(held.tasks[row])),
    held.cells[`${row},${column}`].map((duty) => [
      element("h3", {}, plan(duty.tier), ` ${role(duty)}`, element("span", { class: "faint small" }, ` ${place(duty)}`)),
      duty.part ? element("p", {}, say("其中：", "of it: "), plan(duty.part)) : null,
      quote(duty.said),
    ]).flat(),
  ];

  const ofTask = (row) => {
    const task = held.tasks[row];
    return [
      element("h2", {}, titled(task)),
      task.path.length ? element("p", { class: "faint" }, plan(task.path.join(" › "))) : null,
      task.findings.map(finding),
      element("blockquote", { lang: "zh-CN" }, task.text),
      element("p", { class: "faint small" }, place(task) + (task.due ? say(" · 时限：", " · due: ") : ""), task.due ? plan(task.due) : null),
    ];
  };

  const ofUnit = (column) => {
    const unit = held.units[column];
    const [lead, duty, help, watch, laid] = unit.counts;
    return [
      element("h2", {}, plan(unit.name)),
      element("p", { class: "faint" }, say(unit.zh, unit.en)),
      element("p", {}, say(`牵头或主责 ${unit.leads} 项；牵 ${lead}、责 ${duty}、配 ${help}、监 ${watch}`, `answers for ${unit.leads} tasks; 牵 ${lead}, 责 ${duty}, 配 ${help}, 监 ${watch}`) + (laid ? say(`；兜底 ${laid}`, `; by a clause ${laid}`) : "")),
      unit.printed.length ? element("p", {}, say("文中写作：", "printed as: "), plan(unit.printed.join("、"))) : null,
      unit.findings.map(finding),
    ];
  };

  // Beside what it speaks of, never over it: below, else above, where there is more room.
  const put = (anchor) => {
    const at = anchor.getBoundingClientRect();
    const margin = 8;
    box.style.left = box.style.top = box.style.maxHeight = "";
    box.classList.remove("matrix-above");
    if (innerWidth <= NARROW) {
      box.classList.toggle("matrix-above", at.bottom > innerHeight - box.offsetHeight - margin);
      return;
    }
    const [above, below] = [at.top - 2 * margin, innerHeight - at.bottom - 2 * margin];
    const under = box.offsetHeight <= below || below >= above;
    if (box.offsetHeight > (under ? below : above)) box.style.maxHeight = `${Math.max(96, under ? below : above)}px`;
    const top = under ? at.bottom + margin : at.top - margin - box.offsetHeight;
    box.style.left = `${Math.max(margin, Math.min(at.left, document.documentElement.clientWidth - box.offsetWidth - margin))}px`;
    box.style.top = `${Math.max(margin, Math.min(top, innerHeight - box.offsetHeight - margin))}px`;
  };

  const hide = (back = false) => {
    clearTimeout(leaving);
    if (!shown) return;
    const { anchor } = shown;
    shown = null;
    anchor.removeAttribute("aria-describedby");
    if (back || box.contains(document.activeElement)) anchor.focus({ preventScroll: true });
    box.hidden = true;
  };

  const show = (anchor, make, pinned) => {
    clearTimeout(leaving);
    if (shown && shown.anchor !== anchor) hide();
    shown = { anchor, make, pinned };
    const close = element("button", { type: "button", class: "matrix-close", "aria-label": say("关闭", "Close"), click: () => hide(true) }, "✕");
    box.replaceChildren(...[close, ...make()].flat().filter(Boolean));
    box.hidden = false;
    box.scrollTop = 0;
    anchor.setAttribute("aria-describedby", "matrix-box");
    put(anchor);
  };

  const leave = () => {
    clearTimeout(leaving);
    if (shown && !shown.pinned) leaving = setTimeout(hide, 250);
  };

  box.addEventListener("pointerenter", () => clearTimeout(leaving));
  box.addEventListener("pointerleave", leave);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && shown) {
      event.preventDefault();
      hide();
    }
  });
  document.addEventListener("pointerdown", (event) => {
    if (shown && !box.contains(event.target) && !shown.anchor.contains(event.target)) hide();
  });
  addEventListener("resize", () => hide());
  document.getElementById("main").addEventListener("scroll", () => shown && !box.contains(document.activeElement) && put(shown.anchor), { passive: true });
  fengong.onLanguage.push(() => shown && show(shown.anchor, shown.make, shown.pinned));

  return { show, hide, leave, ofCell, ofTask, ofUnit, held, pinned: () => Boolean(shown && shown.pinned), enter: () => box.focus({ preventScroll: true }) };
})();
