// Pointer and keys: the line and column that are meant, the box beside them, the way from cell to cell.
"use strict";
(() => {
  const { table, taskOf, columnOf, heads, head } = fengong.matrix;
  const { box } = fengong;
  const band = document.getElementById("matrix-band");
  let active = table.querySelector("[tabindex='0']");
  let here = []; // what is lit
  let lit = null;
  let waiting = 0;

  // What the box shows for a cell; nothing for an empty one.
  const words = (cell) => {
    const row = taskOf(cell.parentElement);
    const column = columnOf(cell);
    if (cell.parentElement === head) return column >= 0 ? () => box.ofUnit(column) : null;
    if (row < 0) return null;
    if (cell.cellIndex === 0) return () => box.ofTask(row);
    return column >= 0 && box.held.cells[`${row},${column}`] ? () => box.ofCell(row, column) : null;
  };

  const light = (cell) => {
    if (cell === lit) return;
    for (const old of here) old.classList.remove("matrix-here");
    here = [];
    lit = cell;
    const column = cell ? columnOf(cell) : -1;
    if (cell && taskOf(cell.parentElement) >= 0) here.push(cell.parentElement);
    if (column >= 0) here.push(heads[column]);
    for (const now of here) now.classList.add("matrix-here");
    band.hidden = column < 0;
    if (column < 0) return;
    band.style.left = `${heads[column].offsetLeft}px`;
    band.style.width = `${heads[column].offsetWidth}px`;
    band.style.height = `${table.offsetHeight}px`;
  };

  const cellAt = (event) => {
    const cell = event.target.closest?.("th, td");
    return cell && table.contains(cell) && !cell.closest(".matrix-section, .matrix-document") ? cell : null;
  };

  table.addEventListener("pointerover", (event) => {
    const cell = cellAt(event);
    if (event.pointerType !== "mouse" || !cell) return;
    light(cell);
    clearTimeout(waiting);
    if (box.pinned()) return;
    const make = cell.cellIndex > 0 && words(cell); // a task's own words stand beside it already: its box waits for a click
    if (make) waiting = setTimeout(() => box.show(cell, make, false), 90);
    else box.leave();
  });
  table.addEventListener("pointerleave", () => {
    clearTimeout(waiting);
    light(document.activeElement === active ? active : null);
    box.leave();
  });

  const move = (cell) => {
    active.tabIndex = -1;
    active = cell;
    active.tabIndex = 0;
    active.focus();
  };

  table.addEventListener("click", (event) => {
    const cell = cellAt(event);
    if (!cell) return;
    move(cell);
    clearTimeout(waiting);
    const make = words(cell);
    if (make) box.show(cell, make, true);
    else box.hide();
  });

  table.addEventListener("focusin", (event) => {
    const cell = cellAt(event);
    if (!cell) return;
    light(cell);
    const make = cell.cellIndex > 0 && words(cell);
    if (!cell.matches(":focus-visible")) return;
    if (make) box.show(cell, make, false);
    else box.hide();
  });

  const seen = (line) => !line.hidden && (line === head || taskOf(line) >= 0);
  const linesSeen = () => [...table.rows].filter(seen);
  const cellsSeen = (line) => [...line.cells].filter((cell) => !cell.hidden);

  table.addEventListener("keydown", (event) => {
    if (event.altKey || event.metaKey || !active.contains(event.target)) return;
    if (event.key === "Enter" || event.key === " ") {
      const make = words(active);
      event.preventDefault();
      if (make) {
        box.show(active, make, true);
        box.enter();
      }
      return;
    }
    const lines = linesSeen();
    const y = lines.indexOf(active.parentElement);
    const x = cellsSeen(active.parentElement).indexOf(active);
    const last = cellsSeen(active.parentElement).length - 1;
    const end = lines.length - 1;
    const to = {
      ArrowLeft: [y, x - 1], ArrowRight: [y, x + 1], ArrowUp: [y - 1, x], ArrowDown: [y + 1, x], PageUp: [Math.max(0, y - 10), x], PageDown: [Math.min(end, y + 10), x],
      Home: [event.ctrlKey ? 0 : y, 0], End: [event.ctrlKey ? end : y, last],
    }[event.key];
    if (!to) return;
    event.preventDefault();
    const line = lines[Math.max(0, Math.min(end, to[0]))];
    move(cellsSeen(line)[Math.max(0, Math.min(last, to[1]))]);
  });

  // What was lit or could be reached may be gone.
  table.addEventListener("rearranged", () => {
    box.hide();
    light(null);
    if (!active.hidden && !active.parentElement.hidden) return;
    active.tabIndex = -1;
    active = head.cells[0];
    active.tabIndex = 0;
  });
})();
