// Names, in pixels, from the most important to the least: one that would cover another is left out; and the marks of findings.
"use strict";
fengong.names = (() => {
  const { nodes, places, names, islands, marks, title } = fengong.network;
  const { state } = fengong;
  const { SIZE, unowned } = fengong.shapes;
  const ink = fengong.ink.held;
  const NAME = { least: 11.5, most: 17 }; // pixels
  const FAR = 8; // pixels a name of a unit would have at the scale of its surroundings
  const TASK_NAMES = 1.5; // from this zoom on tasks are named

  const drawNames = (ctx, { scale, ratio, origin, width, height }) => {
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.textAlign = "center";
    ctx.textBaseline = "top";
    const taken = new Taken();
    const to = (x, y) => [origin.x + x * scale, origin.y + y * scale];
    const inSight = (x, y) => x > -80 && y > -40 && x < width + 80 && y < height + 40;
    const size = Math.max(NAME.least, Math.min(NAME.most, places.name * scale));
    for (const [plan, [left, top, right]] of islands) {
      const [px, py] = to((left + right) / 2, top - 30);
      const most = Math.max(4, Math.floor(((right - left) * scale) / 14));
      if (inSight(px, py)) name(ctx, [plan.length > most ? plan.slice(0, most - 1) + "…" : plan], px, py + 2, 13, ink.accent, 700, taken, 1);
    }
    const far = islands.length > 0 && places.name * scale < FAR; // of several plans only their titles are named
    for (const pass of [true, false]) {
      for (const id of byWeight) {
        if (state.isLit(id) !== pass || (far && !state.now().selected.includes(id))) continue;
        const [x, y, , radius] = places.discs[id];
        const [px, py] = to(x, y + radius);
        if (inSight(px, py)) name(ctx, names[id], px, py + 3, size, pass ? ink.ink : ink.faint, pass ? 700 : 400, taken, pass ? 1 : 0.55);
      }
    }
    for (const [id, disc] of far ? [] : rings) {
      const open = id.startsWith("nobody");
      const [px, py] = to(disc[0], disc[1]);
      const words = open ? fengong.say("无人牵头", "nobody leads") : fengong.say("总体目标", "goals");
      if (inSight(px, py)) name(ctx, [words], px, py - size / 2, size, open && unowned.size ? ink.error : ink.ink, 700, taken, 1);
    }
    const few = state.now().selected.length || state.now().line;
    if (scale >= TASK_NAMES || few) {
      for (const [id, node] of nodes) {
        if (node.kind === "unit" || node.kind === "figure" || !state.isLit(id)) continue;
        const [px, py] = to(node.x, node.y + (node.kind === "goal" ? SIZE.goal : SIZE.task));
        if (!inSight(px, py)) continue;
        name(ctx, taskName(id), px, py + 2, 11.5, ink.ink, 400, taken, 1);
      }
    }
    for (const [id, level] of marks) {
      const node = nodes.get(id);
      if (node.kind === "figure" || !state.isShown(id)) continue;
      const away = SIZE.task * scale * 0.8;
      const [px, py] = to(node.x, node.y);
      if (inSight(px, py)) mark(ctx, level, px + away, py - away, Math.max(far ? 1.6 : 3, Math.min(7, 4.2 * scale)), state.isLit(id) ? 1 : 0.2);
    }
    ctx.restore();
  };
  const rings = Object.entries(places.discs).filter(([id]) => !nodes.has(id)); // what stands around no unit
  const byWeight = Object.keys(names).sort((a, b) => places.discs[b][3] - places.discs[a][3] || (a < b ? -1 : 1));
  const taskNames = new Map();
  const taskName = (id) => {
    if (!taskNames.has(id)) {
      const words = fengong.seen(title(id));
      const cut = words.length > 26 ? words.slice(0, 25) + "…" : words;
      taskNames.set(id, cut.length > 13 ? [cut.slice(0, Math.ceil(cut.length / 2)), cut.slice(Math.ceil(cut.length / 2))] : [cut]);
    }
    return taskNames.get(id);
  };

  const widths = new Map();
  const name = (ctx, lines, x, y, size, colour, weight, taken, alpha) => {
    const shown = lines.map(fengong.seen);
    ctx.font = `${weight} ${size}px ${ink.font}`;
    const key = shown.join("\n") + weight;
    if (!widths.has(key)) widths.set(key, Math.max(...shown.map((l) => ctx.measureText(l).width)) / size);
    const wide = widths.get(key) * size;
    const high = shown.length * size * 1.18;
    if (!taken.take(x - wide / 2 - 1, y, wide + 2, high)) return;
    ctx.globalAlpha = 0.78 * alpha;
    ctx.fillStyle = ink.paper;
    ctx.fillRect(x - wide / 2 - 2, y - 1, wide + 4, high + 1);
    ctx.globalAlpha = alpha;
    ctx.fillStyle = colour;
    shown.forEach((line, n) => ctx.fillText(line, x, y + n * size * 1.18));
    ctx.globalAlpha = 1;
  };

  // Rectangles that are taken, in a grid of pixels.
  class Taken {
    constructor() {
      this.cells = new Map();
    }
    take(x, y, w, h) {
      const covered = [];
      for (let c = Math.floor(x / 90); c <= Math.floor((x + w) / 90); c++) for (let r = Math.floor(y / 45); r <= Math.floor((y + h) / 45); r++) covered.push(c * 4096 + r);
      for (const cell of covered) for (const [a, b, c, d] of this.cells.get(cell) || []) if (x < a + c && a < x + w && y < b + d && b < y + h) return false;
      for (const cell of covered) this.cells.has(cell) ? this.cells.get(cell).push([x, y, w, h]) : this.cells.set(cell, [[x, y, w, h]]);
      return true;
    }
  }

  const mark = (ctx, level, x, y, size, alpha) => {
    ctx.globalAlpha = alpha;
    ctx.beginPath();
    if (level === "error") {
      ctx.moveTo(x, y - size * 1.2);
      ctx.lineTo(x + size * 1.15, y + size * 0.9);
      ctx.lineTo(x - size * 1.15, y + size * 0.9);
    } else if (level === "warning") {
      ctx.moveTo(x, y - size * 1.15);
      ctx.lineTo(x + size * 1.15, y);
      ctx.lineTo(x, y + size * 1.15);
      ctx.lineTo(x - size * 1.15, y);
    } else ctx.arc(x, y, size * 0.75, 0, 2 * Math.PI);
    ctx.closePath();
    ctx.lineWidth = level === "review" ? 1.6 : 1.2;
    ctx.fillStyle = level === "review" ? ink.paper : ink[level];
    ctx.strokeStyle = level === "review" ? ink.review : ink.paper;
    ctx.fill();
    ctx.stroke();
    ctx.globalAlpha = 1;
  };

  return { NAME, drawNames };
})();
