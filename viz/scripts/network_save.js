// The picture as a PNG and on paper; then the page begins.
"use strict";
(() => {
  const { state, view } = fengong;

  const picture = () => {
    const seen = view.canvas.querySelector("canvas");
    const made = document.createElement("canvas");
    const ratio = seen.width / view.canvas.clientWidth;
    const head = Math.round(44 * ratio);
    made.width = seen.width;
    made.height = seen.height + head;
    const ctx = made.getContext("2d");
    ctx.fillStyle = view.inkOf("paper");
    ctx.fillRect(0, 0, made.width, made.height);
    ctx.fillStyle = view.inkOf("ink");
    ctx.font = `700 ${16 * ratio}px ${view.inkOf("font")}`;
    ctx.textBaseline = "middle";
    ctx.fillText(document.title, 16 * ratio, head / 2, made.width - 32 * ratio);
    ctx.drawImage(seen, 0, head);
    return made;
  };
  document.getElementById("save").addEventListener("click", () => {
    picture().toBlob((blob) => {
      const address = URL.createObjectURL(blob);
      const link = fengong.element("a", { href: address, download: document.title.replace(/[\\/:*?"<>|\u0000-\u001f]+/g, " ").slice(0, 80) + ".png" });
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 10000);
    }, "image/png");
  });
  document.getElementById("print").addEventListener("click", () => window.print());
  window.addEventListener("beforeprint", view.again);
  window.addEventListener("afterprint", view.again);

  state.arrived.push((now) => (now.selected.length ? view.show(now.selected[0]) : now.line || view.fit()));
  fengong.onLanguage.push(() => state.set({}, { trace: false }));
  state.begin();
  view.fit(null, false);
  if (state.now().selected.length) view.show(state.now().selected[0]);
  view.network.once("afterDrawing", () => {
    performance.mark("fengong-ready");
    document.documentElement.dataset.ready = "yes";
  });
  view.redraw();
})();
