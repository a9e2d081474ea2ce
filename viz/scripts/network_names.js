// Names, in pixels, from the most important to the least: one that would cover another is left out; and the marks of findings.
"use strict";
fengong.names = (() => {
  const { nodes, places, names, islands, marks, title } = fengong.network;
  const { state } = fengong;
  const { SIZE, unowned, extent } = fengong.shapes;
  const ink = fengong.ink.held;
  const NAME = { least: 11.5, most: 17 }; // pixels
  const LINE = 1.18; // height of a line
  const WIDE = 9; // characters of a line of a task's name
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
      const words = open ? fengong.say("无人负责", "nobody answers") : fengong.say("总体目标", "goals");
      if (inSight(px, py)) name(ctx, [words], px, py - size / 2, size, open && unowned.size ? ink.error : ink.ink, 700, taken, 1);
    }
    const few = state.now().selected.length || state.now().line;
    if (scale >= TASK_NAMES || few) {
      for (const [id, node] of nodes) {
        const [px, py] = to(node.x, node.y);
        const r = extent(node) * scale;
        if (node.kind !== "figure" && state.isLit(id) && inSight(px, py)) taken.keep(px - r, py - r, 2 * r, 2 * r);
      }
      for (const [id, node] of nodes) {
        if (node.kind === "unit" || node.kind === "figure" || !state.isLit(id)) continue;
        const [px, py] = to(node.x, node.y);
        if (!inSight(px, py)) continue;
        // below it, or where there is room: right, left, above
        const words = taskName(id);
        const wide = measured(ctx, words, 11.5, 400) / 2, high = words.length * 11.5 * LINE, r = extent(node) * scale;
        for (const [dx, top] of [[0, r + 1], [r + 4 + wide, -high / 2], [-r - 4 - wide, -high / 2], [0, -r - high - 2]]) if (name(ctx, words, px + dx, py + top, 11.5, ink.ink, 400, taken, 1)) break;
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
      const cut = words.length > 3 * WIDE ? words.slice(0, 3 * WIDE - 1) + "…" : words;
      const rows = Math.ceil(cut.length / WIDE), each = Math.ceil(cut.length / rows);
      taskNames.set(id, Array.from({ length: rows }, (_, n) => cut.slice(n * each, (n + 1) * each)));
    }
    return taskNames.get(id);
  };

  // The width of a name in pixels; measured once, whatever its size.
  const widths = new Map();
  const measured = (ctx, words, size, weight) => {
    ctx.font = `${weight} ${size}px ${ink.font}`;
    const key = words.join("\n") + weight;
    if (!widths.has(key)) widths.set(key, Math.max(...words.map((l) => ctx.measureText(fengong.seen(l)).width)) / size);
    return widths.get(key) * size;
  };
  // Whether there was room for it.
  const name = (ctx, words, x, y, size, colour, weight, taken, alpha) => {
    const shown = words.map(fengong.seen);
    const wide = measured(ctx, words, size, weight);
    const high = shown.length * size * LINE;
    if (!taken.take(x - wide / 2 - 1, y, wide + 2, high)) return false;
    ctx.globalAlpha = 0.78 * alpha;
    ctx.fillStyle = ink.paper;
    ctx.fillRect(x - wide / 2 - 2, y - 1, wide + 4, high + 1);
    ctx.globalAlpha = alpha;
    ctx.fillStyle = colour;
    shown.forEach((line, n) => ctx.fillText(line, x, y + n * size * LINE));
    ctx.globalAlpha = 1;
    return true;
  };

  // Rectangles that are taken, in a grid of pixels.
  class Taken {
    constructor() {
      this.cells = new Map();
    }
    cover(x, y, w, h) {
      const covered = [];
      for (let c = Math.floor(x / 90); c <= Math.floor((x + w) / 90); c++) for (let r = Math.floor(y / 45); r <= Math.floor((y + h) / 45); r++) covered.push(c * 4096 + r);
      return covered;
    }
    take(x, y, w, h) {
      for (const cell of this.cover(x, y, w, h)) for (const [a, b, c, d] of this.cells.get(cell) || []) if (x < a + c && a < x + w && y < b + d && b < y + h) return false;
      this.keep(x, y, w, h);
      return true;
    }
    keep(x, y, w, h) {
      for (const cell of this.cover(x, y, w, h)) this.cells.has(cell) ? this.cells.get(cell).push([x, y, w, h]) : this.cells.set(cell, [[x, y, w, h]]);
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
