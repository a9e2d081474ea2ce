// How the network looks: colours from the style sheet, lines in a few strokes a frame, names that never overlap, marks of findings.
"use strict";
fengong.view = (() => {
  const { nodes, lines, places, names, marks, told, title } = fengong.network;
  const state = fengong.state;
  const TASK = 6.5, FIGURE = 2.6, GOAL = 8;
  const NAME = { least: 11.5, most: 17 }; // pixels
  const TASK_NAMES = 1.5; // from this zoom on tasks are named
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

  let ink = {};
  const readInk = () => {
    const style = getComputedStyle(document.documentElement);
    const get = (name) => style.getPropertyValue(name).trim();
    ink = Object.fromEntries(["ink", "faint", "paper", "card", "line", "strong-line", "accent", "accent-ink", "error", "warning", "review", "lead", "cooperate", "supervise"].map((n) => [n, get("--" + n)]));
    ink.font = getComputedStyle(document.body).fontFamily;
    ink.sections = Array.from({ length: 8 }, (_, n) => get("--section-" + n));
  };
  readInk();

  const sectionOf = (id) => told.tasks[id] && told.tasks[id].section;
  const fill = (id) => {
    const section = sectionOf(id);
    return section === null || section === undefined ? ink.card : ink.sections[section % ink.sections.length];
  };
  const led = new Set([...lines.values()].filter((l) => l.role === "L").map((l) => l.to));
  const unowned = new Set(told.unowned); // nobody leads them and the audit minds it

  const draw = {
    unit(ctx, x, y, node) {
      ctx.beginPath();
      ctx.arc(x, y, node.size, 0, 2 * Math.PI);
      ctx.fillStyle = told.units[node.id].collective ? ink.card : ink.accent;
      ctx.fill();
      ctx.lineWidth = 2;
      ctx.strokeStyle = ink.accent;
      if (told.units[node.id].collective) ctx.setLineDash([4, 3]);
      ctx.stroke();
      ctx.setLineDash([]);
    },
    task(ctx, x, y, node) {
      ctx.beginPath();
      ctx.arc(x, y, TASK, 0, 2 * Math.PI);
      ctx.fillStyle = fill(node.id);
      ctx.fill();
      ctx.lineWidth = led.has(node.id) ? 1.4 : 2;
      ctx.strokeStyle = unowned.has(node.id) ? ink.error : ink.ink;
      if (!led.has(node.id)) ctx.setLineDash([2.5, 2]);
      ctx.stroke();
      ctx.setLineDash([]);
    },
    goal(ctx, x, y) {
      ctx.beginPath();
      ctx.moveTo(x, y - GOAL);
      ctx.lineTo(x + GOAL, y);
      ctx.lineTo(x, y + GOAL);
      ctx.lineTo(x - GOAL, y);
      ctx.closePath();
      ctx.fillStyle = ink.card;
      ctx.fill();
      ctx.lineWidth = 1.6;
      ctx.strokeStyle = ink.ink;
      ctx.stroke();
    },
    figure(ctx, x, y) {
      ctx.fillStyle = ink.faint;
      ctx.fillRect(x - FIGURE, y - FIGURE, 2 * FIGURE, 2 * FIGURE);
    },
  };
  const extent = { unit: (n) => n.size, task: () => TASK, goal: () => GOAL, figure: () => FIGURE + 1 };

  const drawNode = (ctx, node) => {
    if (node.kind === "figure" && !state.now().figures) return;
    ctx.globalAlpha = state.isLit(node.id) ? 1 : 0.16;
    draw[node.kind](ctx, node.x, node.y, node);
    ctx.globalAlpha = 1;
    if (state.now().selected.includes(node.id) || node.id === hovered) ring(ctx, node.x, node.y, extent[node.kind](node) + 4);
  };
  // vis asks this for each node in sight.
  const renderer = ({ ctx, id }) => ({
    drawNode: () => drawNode(ctx, nodes.get(id)),
    nodeDimensions: { width: 2 * extent[nodes.get(id).kind](nodes.get(id)) + 2, height: 2 * extent[nodes.get(id).kind](nodes.get(id)) + 2 },
  });
  const ring = (ctx, x, y, radius) => {
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    ctx.lineWidth = 3;
    ctx.strokeStyle = ink.ink;
    ctx.stroke();
  };

  let hovered = null;
  const canvas = document.getElementById("canvas");
  const data = [...nodes.values()].map((n) => ({ id: n.id, x: n.x, y: n.y, shape: "custom", ctxRenderer: renderer }));
  const network = new vis.Network(canvas, { nodes: new vis.DataSet(data), edges: new vis.DataSet([]) }, fengong.read("options"));

  // Lines: one stroke for all that look alike.
  const STYLES = {
    L: { colour: "lead", width: 1.7, dash: [], quiet: 0.5 },
    C: { colour: "cooperate", width: 1.2, dash: [6, 4], quiet: 0.28 },
    S: { colour: "supervise", width: 1.5, dash: [1.5, 4], quiet: 0.42 },
    M: { colour: "faint", width: 0.8, dash: [], quiet: 0.6 },
  };
  const apart = new Map(); // several lines between the same two run beside each other
  for (const line of lines.values()) {
    const key = line.from + ">" + line.to;
    apart.set(line.id, (apart.get(key) || 0) * 5);
    apart.set(key, (apart.get(key) || 0) + 1);
  }
  const ends = (line) => {
    const a = nodes.get(line.from), b = nodes.get(line.to);
    const dx = b.x - a.x, dy = b.y - a.y, length = Math.hypot(dx, dy) || 1;
    const aside = apart.get(line.id);
    const sx = (-dy / length) * aside, sy = (dx / length) * aside;
    return [a.x + sx, a.y + sy, b.x + sx, b.y + sy];
  };
  const MANY = 250; // dashes of so many lines are left out while the picture moves: they cost more than all the rest
  const drawLines = (ctx, frame) => {
    const chosen = Boolean(state.now().selected.length || state.now().line);
    const left = -frame.origin.x / frame.scale, top = -frame.origin.y / frame.scale;
    const right = left + frame.width / frame.scale, bottom = top + frame.height / frame.scale;
    const groups = {};
    for (const line of lines.values()) {
      if (!state.lineShown(line)) continue;
      const lit = state.lineLit(line);
      const [x1, y1, x2, y2] = ends(line);
      if (Math.max(x1, x2) < left || Math.min(x1, x2) > right || Math.max(y1, y2) < top || Math.min(y1, y2) > bottom) continue;
      const key = line.role + (chosen ? (lit ? "hot" : "dim") : "");
      (groups[key] ||= []).push([x1, y1, x2, y2]);
    }
    for (const [key, held] of Object.entries(groups).sort(([a], [b]) => a.includes("hot") - b.includes("hot"))) {
      const style = STYLES[key[0]];
      ctx.beginPath();
      for (const [x1, y1, x2, y2] of held) {
        ctx.moveTo(x1, y1);
        ctx.lineTo(x2, y2);
      }
      ctx.lineWidth = key.endsWith("hot") ? style.width * 1.5 : style.width;
      ctx.setLineDash(frame.moving && held.length > MANY ? [] : style.dash);
      ctx.globalAlpha = key.endsWith("hot") ? 1 : key.endsWith("dim") ? 0.06 : style.quiet;
      ctx.strokeStyle = ink[style.colour];
      ctx.stroke();
    }
    ctx.setLineDash([]);
    ctx.globalAlpha = 1;
  };

  const drawDiscs = (ctx) => {
    for (const [id, [x, y, , radius]] of Object.entries(places.discs)) {
      const special = !nodes.has(id);
      if (radius < 30 && !special) continue;
      ctx.beginPath();
      ctx.arc(x, y, radius, 0, 2 * Math.PI);
      ctx.fillStyle = ink.card;
      ctx.fill();
      ctx.lineWidth = special ? 2 : 1;
      ctx.strokeStyle = id === "nobody" && unowned.size ? ink.error : special ? ink["strong-line"] : ink.line;
      if (special) ctx.setLineDash([6, 4]);
      ctx.stroke();
      ctx.setLineDash([]);
    }
  };

  // From pixels of the picture to its own units, and back.
  const at = (x, y) => {
    const p = network.DOMtoCanvas({ x, y });
    return [p.x, p.y];
  };

  // Names, in pixels, from the most important to the least; one that would cover another is left out.
  const drawNames = (ctx, { scale, ratio, origin, width, height }) => {
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.textAlign = "center";
    ctx.textBaseline = "top";
    const taken = new Taken();
    const to = (x, y) => [origin.x + x * scale, origin.y + y * scale];
    const inSight = (x, y) => x > -80 && y > -40 && x < width + 80 && y < height + 40;
    const size = Math.max(NAME.least, Math.min(NAME.most, places.name * scale));
    for (const pass of [true, false]) {
      for (const id of byWeight) {
        if (state.isLit(id) !== pass) continue;
        const [x, y, , radius] = places.discs[id];
        const [px, py] = to(x, y + radius);
        if (inSight(px, py)) name(ctx, names[id], px, py + 3, size, pass ? ink.ink : ink.faint, pass ? 700 : 400, taken, pass && !state.now().selected.length ? 1 : pass ? 1 : 0.55);
      }
    }
    for (const [id, words] of [["nobody", ["无人牵头", "nobody leads"]], ["goals", ["总体目标", "goals"]]]) {
      const disc = places.discs[id];
      if (!disc) continue;
      const [px, py] = to(disc[0], disc[1]);
      if (inSight(px, py)) name(ctx, [fengong.say(...words)], px, py - size / 2, size, id === "nobody" && unowned.size ? ink.error : ink.ink, 700, taken, 1);
    }
    const few = state.now().selected.length || state.now().line;
    if (scale >= TASK_NAMES || few) {
      const close = scale >= TASK_NAMES;
      for (const [id, node] of nodes) {
        if (node.kind === "unit" || node.kind === "figure" || !state.isLit(id)) continue;
        if (!close && !(few && state.isLit(id))) continue;
        const [px, py] = to(node.x, node.y + (node.kind === "goal" ? GOAL : TASK));
        if (!inSight(px, py)) continue;
        name(ctx, taskName(id), px, py + 2, 11.5, ink.ink, 400, taken, 1);
      }
    }
    for (const [id, level] of marks) {
      const node = nodes.get(id);
      if (node.kind === "figure" || !state.isShown(id)) continue;
      const away = TASK * scale * 0.8;
      const [px, py] = to(node.x, node.y);
      if (inSight(px, py)) mark(ctx, level, px + away, py - away, Math.max(3, Math.min(7, 4.2 * scale)), state.isLit(id) ? 1 : 0.2);
    }
    ctx.restore();
  };
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

  // What is looked at: pixels a unit of the picture has, pixels of the window it starts at, device pixels a pixel.
  const frame = (ratio) => ({ scale: network.getScale(), origin: network.canvasToDOM({ x: 0, y: 0 }), width: canvas.clientWidth, height: canvas.clientHeight, ratio });
  let before = "", rest = 0;
  const moving = ({ scale, origin }) => {
    const now = `${scale} ${origin.x} ${origin.y}`;
    const moved = before !== "" && now !== before;
    before = now;
    if (moved) {
      clearTimeout(rest);
      rest = setTimeout(() => network.redraw(), 150);
    }
    return moved;
  };
  network.on("beforeDrawing", (ctx) => {
    const seen = frame(1);
    drawDiscs(ctx);
    drawLines(ctx, { ...seen, moving: moving(seen) });
  });
  network.on("afterDrawing", (ctx) => drawNames(ctx, frame(ctx.canvas.width / canvas.clientWidth)));

  // The scale at which everything, names included, is seen in so many pixels, and the middle of it.
  const allOf = (width, height) => {
    const held = Object.values(places.discs);
    const [left, right] = [Math.min(...held.map((d) => d[0] - d[3])), Math.max(...held.map((d) => d[0] + d[3]))];
    const [top, bottom] = [Math.min(...held.map((d) => d[1] - d[3])), Math.max(...held.map((d) => d[1] + d[3]))];
    const names = 3.6 * NAME.most; // pixels below the lowest disc
    const scale = Math.max(0.01, Math.min((width - 50) / (right - left), (height - 16 - names) / (bottom - top), 1.6));
    return { scale, x: (left + right) / 2, y: (top + bottom + (names - 8) / scale) / 2 };
  };

  // The same on another canvas, in the colours of paper: for a PNG and for the printer. `whole`: all of it, else what is in sight.
  const paint = (made, { ratio, head, whole }) => {
    document.documentElement.dataset.paper = "yes";
    readInk();
    const seen = frame(ratio);
    if (whole) {
      const all = allOf(seen.width, seen.height);
      seen.scale = all.scale;
      seen.origin = { x: seen.width / 2 - all.scale * all.x, y: seen.height / 2 - all.scale * all.y };
    }
    made.width = Math.round(seen.width * ratio);
    made.height = Math.round((seen.height + head) * ratio);
    const ctx = made.getContext("2d");
    ctx.fillStyle = ink.paper;
    ctx.fillRect(0, 0, made.width, made.height);
    seen.origin.y += head;
    seen.height += head;
    ctx.setTransform(ratio * seen.scale, 0, 0, ratio * seen.scale, ratio * seen.origin.x, ratio * seen.origin.y);
    drawDiscs(ctx);
    drawLines(ctx, seen);
    for (const node of nodes.values()) drawNode(ctx, node);
    drawNames(ctx, seen);
    if (head) {
      ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
      ctx.fillStyle = ink.paper;
      ctx.fillRect(0, 0, seen.width, head);
      ctx.fillStyle = ink.ink;
      ctx.font = `700 16px ${ink.font}`;
      ctx.textBaseline = "middle";
      ctx.fillText(document.title, 16, head / 2, seen.width - 32);
    }
    delete document.documentElement.dataset.paper;
    readInk();
  };

  // The line under a point, in pixels of the picture.
  const lineAt = (x, y) => {
    const [px, py] = at(x, y);
    let best = null, near = 6 / network.getScale();
    for (const line of lines.values()) {
      if (line.role === "M" || !state.lineShown(line) || (state.now().selected.length && !state.lineLit(line))) continue;
      const [x1, y1, x2, y2] = ends(line);
      const dx = x2 - x1, dy = y2 - y1;
      const t = Math.max(0, Math.min(1, ((px - x1) * dx + (py - y1) * dy) / (dx * dx + dy * dy || 1)));
      const away = Math.hypot(px - x1 - t * dx, py - y1 - t * dy);
      if (away < near) [best, near] = [line.id, away];
    }
    return best;
  };

  const fit = (animated = true) => {
    const { scale, x, y } = allOf(canvas.clientWidth, canvas.clientHeight);
    network.moveTo({ scale, position: { x, y }, animation: animated && !calm ? { duration: 350 } : false });
  };
  // The selection with all it touches, near enough to be read.
  const show = (id) => {
    const near = [...nodes.keys()].filter((held) => state.isLit(held));
    network.fit({ nodes: near.includes(id) ? near : [id], maxZoomLevel: 1.9, minZoomLevel: 0.01, animation: calm ? false : { duration: 350 } });
  };
  const redraw = () => network.redraw();
  const again = () => {
    readInk();
    redraw();
  };
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  state.changed.push(redraw);
  fengong.onLanguage.push(redraw);

  return { network, canvas, fit, show, redraw, paint, lineAt, hover: (id) => { hovered = id; redraw(); } };
})();
