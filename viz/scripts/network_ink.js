// The colours of the network, from the tokens of the style sheet: read again when the system turns dark or a picture is made for paper.
"use strict";
fengong.ink = (() => {
  const NAMES = ["ink", "faint", "paper", "card", "line", "strong-line", "accent", "accent-ink", "error", "warning", "review", "lead", "cooperate", "supervise"];
  const held = {};
  const read = () => {
    const style = getComputedStyle(document.documentElement);
    for (const name of NAMES) held[name] = style.getPropertyValue("--" + name).trim();
    held.sections = Array.from({ length: 8 }, (_, n) => style.getPropertyValue("--section-" + n).trim());
    held.font = getComputedStyle(document.body).fontFamily;
  };
  // What `work` draws has the colours of paper.
  const onPaper = (work) => {
    document.documentElement.dataset.paper = "yes";
    read();
    work();
    delete document.documentElement.dataset.paper;
    read();
  };
  read();
  return { held, read, onPaper };
})();
