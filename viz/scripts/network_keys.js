// Mouse, touch and keyboard on the picture.
"use strict";
(() => {
  const { nodes, title } = fengong.network;
  const { state, view } = fengong;
  const { network, canvas } = view;
  const tip = document.getElementById("tip");

  network.on("click", (event) => {
    const id = event.nodes.length ? network.getNodeAt(event.pointer.DOM) : undefined;
    const { shiftKey, ctrlKey, metaKey } = event.event.srcEvent || {};
    if (id !== undefined) shiftKey || ctrlKey || metaKey ? state.add(id) : state.select([id]);
    else {
      const line = view.lineAt(event.pointer.DOM.x, event.pointer.DOM.y);
      if (line) state.set({ selected: [], line });
      else if (state.now().selected.length || state.now().line) state.set({ selected: [], line: null });
    }
    network.unselectAll();
  });
  network.on("doubleClick", (event) => event.nodes.length && view.show(event.nodes[0]));

  network.on("hoverNode", ({ node, pointer }) => {
    view.hover(node);
    canvas.style.cursor = "pointer";
    tip.textContent = fengong.seen(title(node));
    tip.hidden = false;
    tip.style.left = Math.min(pointer.DOM.x + 14, canvas.clientWidth - 220) + "px";
    tip.style.top = pointer.DOM.y + 14 + "px";
  });
  const leave = () => {
    view.hover(null);
    canvas.style.cursor = "";
    tip.hidden = true;
  };
  network.on("blurNode", leave);
  network.on("dragStart", leave);
  network.on("zoom", () => (tip.hidden = true));

  // The nearest node in a direction, along it rather than beside it.
  const next = (from, dx, dy, onlyUnits) => {
    let best = null, least = Infinity;
    for (const [id, node] of nodes) {
      if (id === from.id || !state.isShown(id) || node.kind === "figure" || (onlyUnits && node.kind !== "unit")) continue;
      const x = node.x - from.x, y = node.y - from.y;
      const along = x * dx + y * dy, beside = Math.abs(x * dy) + Math.abs(y * dx);
      if (along <= 1) continue;
      const cost = along + 2 * beside;
      if (cost < least) [best, least] = [id, cost];
    }
    return best;
  };
  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  let cursor = null; // the unit that shift and the arrows have reached; space adds it to the selection
  const zoom = (by) => network.moveTo({ scale: network.getScale() * by });

  canvas.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const selected = state.now().selected.at(-1);
    const way = ARROWS[event.key];
    if (way) {
      const from = nodes.get(cursor || selected);
      const centre = network.getViewPosition();
      const id = next(from || { id: null, x: centre.x - way[0], y: centre.y - way[1] }, ...way, event.shiftKey);
      if (id) {
        if (event.shiftKey) {
          cursor = id;
          view.hover(id);
          document.getElementById("said").textContent = title(id);
        } else {
          cursor = null;
          state.select([id], { trace: false });
        }
        view.show(id);
      }
    } else if (event.key === " ") {
      if (cursor) state.add(cursor);
    } else if (event.key === "Enter") document.getElementById("detail").focus();
    else if (event.key === "Escape") {
      cursor = null;
      view.hover(null);
      state.set({ selected: [], line: null });
    } else if (event.key === "+" || event.key === "=") zoom(1.3);
    else if (event.key === "-") zoom(1 / 1.3);
    else if (event.key === "0") view.fit();
    else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea");
    if (event.key === "/" && !typing) {
      event.preventDefault();
      document.getElementById("search").focus();
    } else if (event.key === "Escape" && !typing && event.target !== canvas) state.set({ selected: [], line: null });
  });

  document.getElementById("fit").addEventListener("click", () => view.fit());
  document.getElementById("closer").addEventListener("click", () => zoom(1.3));
  document.getElementById("farther").addEventListener("click", () => zoom(1 / 1.3));
})();
