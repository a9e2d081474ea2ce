// The picture as a PNG and on paper; then the page begins.
"use strict";
(() => {
  const { state, view } = fengong;

  document.getElementById("save").addEventListener("click", () => {
    const made = document.createElement("canvas");
    view.paint(made, { ratio: Math.max(2, devicePixelRatio), head: 44 });
    made.toBlob((blob) => {
      const address = URL.createObjectURL(blob);
      const link = fengong.element("a", { href: address, download: document.title.replace(/[\\/:*?"<>|\u0000-\u001f]+/g, " ").slice(0, 80) + ".png" });
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 10000);
    }, "image/png");
  });
  document.getElementById("print").addEventListener("click", () => window.print());
  window.addEventListener("beforeprint", () => view.paint(document.getElementById("paper"), { ratio: 2, head: 0, whole: !state.now().selected.length && !state.now().line }));

  state.arrived.push((now) => (now.selected.length ? view.show(now.selected[0]) : now.line || view.fit()));
  fengong.onLanguage.push(() => state.set({}, { trace: false }));
  state.begin();
  view.fit(false);
  if (state.now().selected.length) view.show(state.now().selected[0]);
  view.network.once("afterDrawing", () => {
    performance.mark("fengong-ready");
    document.documentElement.dataset.ready = "yes";
  });
  view.redraw();
})();
