// Units, tasks, figures, goals, the rings around them and the lines between them, in the units of the picture.
"use strict";
fengong.shapes = (() => {
  const { nodes, lines, places, islands, told } = fengong.network;
  const { state } = fengong;
  const ink = fengong.ink.held;
  const SIZE = { task: 6.5, figure: 2.6, goal: 8 };
  let hovered = null;

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
      ctx.arc(x, y, SIZE.task, 0, 2 * Math.PI);
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
      ctx.moveTo(x, y - SIZE.goal);
      ctx.lineTo(x + SIZE.goal, y);
      ctx.lineTo(x, y + SIZE.goal);
      ctx.lineTo(x - SIZE.goal, y);
      ctx.closePath();
      ctx.fillStyle = ink.card;
      ctx.fill();
      ctx.lineWidth = 1.6;
      ctx.strokeStyle = ink.ink;
      ctx.stroke();
    },
    figure(ctx, x, y) {
      ctx.fillStyle = ink.faint;
      ctx.fillRect(x - SIZE.figure, y - SIZE.figure, 2 * SIZE.figure, 2 * SIZE.figure);
    },
  };
  const extent = (node) => (node.kind === "unit" ? node.size : node.kind === "figure" ? SIZE.figure + 1 : SIZE[node.kind]);

  const drawNode = (ctx, node) => {
    if (node.kind === "figure" && !state.now().figures) return;
    ctx.globalAlpha = state.isLit(node.id) ? 1 : 0.16;
    draw[node.kind](ctx, node.x, node.y, node);
    ctx.globalAlpha = 1;
    if (state.now().selected.includes(node.id) || node.id === hovered) ring(ctx, node.x, node.y, extent(node) + 4);
  };
  const ring = (ctx, x, y, radius) => {
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    ctx.lineWidth = 3;
    ctx.strokeStyle = ink.ink;
    ctx.stroke();
  };

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
    const fine = Math.max(1, frame.scale) ** -0.75; // near by, lines stay lines
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
      ctx.lineWidth = (key.endsWith("hot") ? style.width * 1.5 : style.width) * fine;
      ctx.setLineDash(frame.moving && held.length > MANY ? [] : style.dash.map((d) => d * fine));
      ctx.globalAlpha = key.endsWith("hot") ? 1 : key.endsWith("dim") ? 0.06 : style.quiet;
      ctx.strokeStyle = ink[style.colour];
      ctx.stroke();
    }
    ctx.setLineDash([]);
    ctx.globalAlpha = 1;
  };

  const drawDiscs = (ctx) => {
    ctx.lineWidth = 2;
    ctx.strokeStyle = ink.line;
    for (const [, [left, top, right, bottom]] of islands) ctx.strokeRect(left - 30, top - 30, right - left + 60, bottom - top + 60);
    for (const [id, [x, y, , radius]] of Object.entries(places.discs)) {
      const special = !nodes.has(id);
      if (radius < 30 && !special) continue;
      ctx.beginPath();
      ctx.arc(x, y, radius, 0, 2 * Math.PI);
      ctx.fillStyle = ink.card;
      ctx.fill();
      ctx.lineWidth = special ? 2 : 1;
      ctx.strokeStyle = id.startsWith("nobody") && unowned.size ? ink.error : special ? ink["strong-line"] : ink.line;
      if (special) ctx.setLineDash([6, 4]);
      ctx.stroke();
      ctx.setLineDash([]);
    }
  };

  return { SIZE, unowned, extent, ends, drawNode, drawLines, drawDiscs, hover: (id) => (hovered = id) };
})();
