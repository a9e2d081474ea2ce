// The picture in the window: vis-network pans and zooms, what is seen is drawn by network_shapes.js and network_names.js; the same on paper.
"use strict";
fengong.view = (() => {
  const { nodes, lines, places } = fengong.network;
  const { state, ink, shapes } = fengong;
  const { NAME, drawNames } = fengong.names;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const canvas = document.getElementById("canvas");

  // vis asks this for each node in sight.
  const renderer = ({ ctx, id }) => ({
    drawNode: () => shapes.drawNode(ctx, nodes.get(id)),
    nodeDimensions: { width: 2 * shapes.extent(nodes.get(id)) + 2, height: 2 * shapes.extent(nodes.get(id)) + 2 },
  });
  const data = [...nodes.values()].map((n) => ({ id: n.id, x: n.x, y: n.y, shape: "custom", ctxRenderer: renderer }));
  const network = new vis.Network(canvas, { nodes: new vis.DataSet(data), edges: new vis.DataSet([]) }, fengong.read("options"));

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
    shapes.drawDiscs(ctx);
    shapes.drawLines(ctx, { ...seen, moving: moving(seen) });
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
  const paint = (made, how) => ink.onPaper(() => painted(made, how));
  const painted = (made, { ratio, head, whole }) => {
    const seen = frame(ratio);
    if (whole) {
      const all = allOf(seen.width, seen.height);
      seen.scale = all.scale;
      seen.origin = { x: seen.width / 2 - all.scale * all.x, y: seen.height / 2 - all.scale * all.y };
    }
    made.width = Math.round(seen.width * ratio);
    made.height = Math.round((seen.height + head) * ratio);
    const ctx = made.getContext("2d");
    ctx.fillStyle = ink.held.paper;
    ctx.fillRect(0, 0, made.width, made.height);
    seen.origin.y += head;
    seen.height += head;
    ctx.setTransform(ratio * seen.scale, 0, 0, ratio * seen.scale, ratio * seen.origin.x, ratio * seen.origin.y);
    shapes.drawDiscs(ctx);
    shapes.drawLines(ctx, seen);
    for (const node of nodes.values()) shapes.drawNode(ctx, node);
    drawNames(ctx, seen);
    if (head) {
      ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
      ctx.fillStyle = ink.held.paper;
      ctx.fillRect(0, 0, seen.width, head);
      ctx.fillStyle = ink.held.ink;
      ctx.font = `700 16px ${ink.held.font}`;
      ctx.textBaseline = "middle";
      ctx.fillText(document.title, 16, head / 2, seen.width - 32);
    }
  };

  // The line under a point, in pixels of the picture.
  const lineAt = (x, y) => {
    const { x: px, y: py } = network.DOMtoCanvas({ x, y });
    let best = null, near = 6 / network.getScale();
    for (const line of lines.values()) {
      if (line.role === "M" || !state.lineShown(line) || (state.now().selected.length && !state.lineLit(line))) continue;
      const [x1, y1, x2, y2] = shapes.ends(line);
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
    ink.read();
    redraw();
  };
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  state.changed.push(redraw);
  fengong.onLanguage.push(redraw);

  return { network, canvas, fit, show, redraw, paint, lineAt, hover: (id) => (shapes.hover(id), redraw()) };
})();
