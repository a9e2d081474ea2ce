// The table: in which order its rows and columns stand, and which of them are seen.
"use strict";
fengong.matrix = (() => {
  const { held } = fengong.box;
  const BEFORE = 2; // cells of a line before those of the departments: the task, the number of units
  const table = document.getElementById("matrix-table");
  const bodies = [...table.tBodies];
  const placed = bodies.map((body) => [...body.rows]); // the lines as they stand in the plans, headings included
  const taskOf = (line) => (line.dataset.task === undefined ? -1 : Number(line.dataset.task));
  const rows = []; // by task
  for (const line of placed.flat()) if (taskOf(line) >= 0) rows[taskOf(line)] = line;
  const lines = [...table.tHead.rows, ...rows, ...table.tFoot.rows];
  const cells = lines.map((line) => [...line.cells].slice(BEFORE)); // by line, then by department
  const heads = cells[0];
  const filled = Object.keys(held.cells).map((pair) => pair.split(",").map(Number));
  const units = rows.map(() => 0);
  for (const [row] of filled) units[row] += 1;
  let order = held.orders.load; // in which the page is written

  const press = (what, value) => {
    for (const button of document.querySelectorAll(`[data-${what}]`)) button.setAttribute("aria-pressed", String(button.dataset[what] === value));
  };

  // How a change of the whole table is made fast: out of the page, and back.
  const apart = (change) => {
    const next = table.nextSibling;
    const room = table.parentNode;
    const { scrollTop, scrollLeft } = room;
    table.remove();
    change();
    room.insertBefore(table, next);
    room.scrollTo(scrollLeft, scrollTop);
  };

  const arrangeColumns = (by) => {
    order = held.orders[by];
    const kind = (column) => held.units[column].en;
    apart(() => {
      const first = order.map((column, n) => by === "kind" && (n === 0 || kind(column) !== kind(order[n - 1])));
      lines.forEach((line, n) => {
        order.forEach((column, at) => cells[n][column].classList.toggle("matrix-first", first[at]));
        line.append(...order.map((column) => cells[n][column]));
      });
    });
    press("columns", by);
    search();
  };

  const arrangeRows = (by) => {
    apart(() => {
      bodies.forEach((body, n) => {
        const tasks = placed[n].filter((line) => taskOf(line) >= 0);
        const document = placed[n].filter((line) => line.classList.contains("matrix-document"));
        body.replaceChildren(...(by === "place" ? placed[n] : [...document, ...tasks.sort((a, b) => units[taskOf(b)] - units[taskOf(a)] || taskOf(a) - taskOf(b))]));
      });
    });
    press("rows", by);
    search();
  };

  // Words to look for: a cell is seen if each word stands in its task or in its department, and what holds a seen cell is seen with it.
  const taskWords = held.tasks.map((task) => [task.number, task.title, task.text, ...task.path].join("\n").toLowerCase());
  const unitWords = held.units.map((unit) => [unit.name, ...unit.printed, unit.zh, unit.en].join("\n").toLowerCase());
  const field = document.getElementById("matrix-search");
  const found = document.getElementById("matrix-found");
  let seenRows = rows.map(() => true);
  let seenColumns = heads.map(() => true);

  const search = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    const inTask = words.map((word) => taskWords.map((text) => text.includes(word)));
    const inUnit = words.map((word) => {
      const own = unitWords.map((text) => text.includes(word));
      if (word.length < 2 || own.includes(true)) return own;
      return unitWords.map((text) => text.split("\n").some((name) => fengong.abbreviates(word, name)));
    });
    const inRow = rows.map((_, row) => words.every((_, n) => inTask[n][row]));
    const inColumn = heads.map((_, column) => words.every((_, n) => inUnit[n][column]));
    const wantedRows = [...inRow];
    const wantedColumns = [...inColumn];
    for (const [row, column] of filled) {
      if (!words.every((_, n) => inTask[n][row] || inUnit[n][column])) continue;
      wantedRows[row] = true;
      wantedColumns[column] = true;
    }
    const changed = wantedColumns.map((wanted, column) => wanted !== seenColumns[column]);
    seenRows = wantedRows;
    seenColumns = wantedColumns;
    if (changed.includes(true)) apart(() => cells.forEach((line) => line.forEach((cell, column) => changed[column] && (cell.hidden = !seenColumns[column]))));
    rows.forEach((line, row) => (line.hidden = !seenRows[row]));
    for (const body of bodies) showHeadings(body);
    tell(words.length > 0);
    table.dispatchEvent(new Event("rearranged"));
  };

  // A heading is seen while something below it is.
  const showHeadings = (body) => {
    const level = (line) => (line.classList.contains("matrix-document") ? 0 : Number(/matrix-level-(\d)/.exec(line.className)[1]));
    let open = []; // headings above the line that are not yet known to be needed
    for (const line of body.rows) {
      if (taskOf(line) < 0) {
        open = open.filter((above) => level(above) < level(line));
        open.push(line);
        line.hidden = true;
      } else if (!line.hidden) {
        for (const above of open) above.hidden = false;
      }
    }
  };

  const tell = (searched) => {
    const some = (seen) => seen.filter(Boolean).length;
    const [r, c] = [some(seenRows), some(seenColumns)];
    found.textContent = searched ? fengong.say(`显示 ${r} 项任务、${c} 个单位`, `showing ${r} tasks, ${c} units`) : "";
  };

  let waiting = 0;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 120);
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.rows) arrangeRows(button.dataset.rows);
    if (button?.dataset.columns) arrangeColumns(button.dataset.columns);
  });
  fengong.onLanguage.push(() => tell(field.value.trim() !== ""));

  if (held.order !== "load") arrangeColumns(held.order);

  // Which department a cell of a line belongs to; -1 for the first two.
  const columnOf = (cell) => (cell.cellIndex < BEFORE ? -1 : order[cell.cellIndex - BEFORE]);
  return { table, taskOf, columnOf, heads, head: lines[0] };
})();
