// The report comes alive: cells and findings lead to one another; nothing is needed of it to read.
const HIDE_AFTER = 160; // milliseconds in which a pointer may move from a cell to its tip

export function attach(root) {
  if (root.dataset.alive) return;
  root.dataset.alive = "yes";
  const state = { root, tip: null, cell: null, timer: 0 };
  root.addEventListener("click", (event) => onClick(state, event));
  root.addEventListener("keydown", (event) => onKey(state, event));
  root.addEventListener("pointerover", (event) => onOver(state, event));
  root.addEventListener("pointerout", (event) => event.pointerType === "mouse" && hideSoon(state));
  root.addEventListener("focusin", (event) => onFocus(state, event));
  root.addEventListener("toggle", () => hide(state), true);
  // Wherever the focus is, Escape takes a tip away that a pointer brought.
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide(state));
  window.addEventListener("scroll", () => state.tip && !state.tip.dataset.stays && place(state.tip, state.cell), { passive: true });
  window.addEventListener("beforeprint", () => openAll(root, true));
  window.addEventListener("afterprint", () => openAll(root, false));
  for (const overview of root.querySelectorAll(".sl-overview")) makeSortable(overview);
  for (const box of root.querySelectorAll(".sl-both .sl-scroll")) showFirst(box);
  if (location.hash) reveal(document.getElementById(decodeURIComponent(location.hash.slice(1))));
}

// Choose a finding by the value of its data-finding: it and its cell come into view.
export function choose(root, finding) {
  const item = [...root.querySelectorAll(".sl-finding")].find((one) => one.dataset.finding === finding);
  if (item) select(root, item, { scrollCell: true, scrollItem: true });
}

function select(root, item, { scrollCell = false, scrollItem = false } = {}) {
  for (const one of root.querySelectorAll(".sl-chosen, .sl-rel")) one.classList.remove("sl-chosen", "sl-rel");
  reveal(item);
  item.classList.add("sl-chosen");
  for (const id of (item.dataset.rel || "").split(" ")) byId(id)?.classList.add("sl-rel");
  const cell = byId(item.dataset.at);
  if (cell) {
    cell.classList.add("sl-chosen");
    reveal(cell);
    if (scrollCell) intoView(cell);
  }
  if (scrollItem) intoView(item);
  tell(root, item);
  const detail = { finding: item.dataset.finding, fingerprint: item.dataset.fingerprint };
  root.dispatchEvent(new CustomEvent("statlint:chosen", { bubbles: true, detail }));
}

function intoView(element) {
  element.scrollIntoView({ block: "nearest", inline: "nearest" });
  // A head that stays at the top would cover what only just comes into view.
  const box = element.closest(".sl-scroll");
  if (box && element.tagName === "TD") {
    const [cell, frame] = [element.getBoundingClientRect(), box.getBoundingClientRect()];
    if (cell.top < frame.top + 24) box.scrollTop -= frame.top + 24 - cell.top;
    if (cell.left < frame.left + 44) box.scrollLeft -= frame.left + 44 - cell.left;
    const below = box.getBoundingClientRect();
    if (below.top < 0 || below.bottom > innerHeight) element.scrollIntoView({ block: "center", inline: "nearest" });
  }
}

// Bring the cell of the first finding into view within its table; the page itself stays.
function showFirst(box) {
  const first = box.closest(".sl-both").querySelector(".sl-finding[data-at]");
  const cell = byId(first?.dataset.at);
  if (!cell) return;
  const [at, frame] = [cell.getBoundingClientRect(), box.getBoundingClientRect()];
  if (at.bottom > frame.bottom) box.scrollTop += at.top - frame.top - frame.height / 3;
  if (at.right > frame.right) box.scrollLeft += at.right - frame.right + frame.width / 4;
}

function tell(root, item) {
  const all = [...root.querySelectorAll(".sl-finding")];
  const live = root.querySelector(".sl-live");
  const text = [...item.querySelectorAll(".sl-sev, .sl-place, .sl-message")].map(visibleText).join(" ");
  if (live) live.textContent = `${all.indexOf(item) + 1} / ${all.length} ${text}`;
}

function visibleText(element) {
  return element.innerText.trim();
}

function reveal(element) {
  for (let one = element?.closest("details"); one; one = one.parentElement.closest("details")) one.open = true;
}

function onClick(state, event) {
  const { root } = state;
  const button = event.target.closest(".sl-tip button");
  if (button) return onTipButton(state, button);
  const cell = event.target.closest("td[data-f]");
  if (cell && root.contains(cell)) {
    event.preventDefault();
    const items = itemsOf(cell);
    if (isNarrow() && event.detail) showTip(state, cell, { stays: true });
    else hide(state);
    const told = items.filter((one) => one.matches(".sl-finding"));
    if (told.length) {
      // Once more on the same cell: the next of its findings.
      const next = told[(told.findIndex((one) => one.classList.contains("sl-chosen")) + 1) % told.length];
      select(root, next, { scrollItem: !isNarrow() || !event.detail });
      if (!event.detail) next.focus({ preventScroll: true }); // by keyboard
    } else if (items[0]) {
      reveal(items[0]);
      intoView(items[0]);
    }
    return;
  }
  if (isNarrow() && event.target.closest("td[data-y]")) return showTip(state, event.target.closest("td[data-y]"), { stays: true });
  const link = event.target.closest('a[href^="#"]');
  const item = event.target.closest(".sl-finding");
  if (link && root.contains(link)) {
    const target = byId(decodeURIComponent(link.getAttribute("href").slice(1)));
    if (!target) return;
    event.preventDefault();
    if (item && link.matches(".sl-place")) select(root, item, { scrollCell: true });
    else if (target.matches(".sl-finding")) select(root, target, { scrollCell: true, scrollItem: true });
    else if (item) select(root, item);
    reveal(target);
    intoView(target);
    focusOn(target);
    return;
  }
  const busy = event.target.closest("a, button, input, textarea, select, summary, label, .sl-say");
  if (item && !busy && !String(getSelection())) select(root, item, { scrollCell: true });
  if (!event.target.closest(".sl-tip")) hide(state);
}

function focusOn(target) {
  const focusable = target.querySelector("a") || target;
  if (focusable === target && !target.hasAttribute("tabindex")) target.tabIndex = -1;
  focusable.focus({ preventScroll: true });
}

function onTipButton(state, button) {
  const item = byId(button.dataset.to);
  hide(state);
  if (item) {
    select(state.root, item, { scrollItem: true });
    item.focus({ preventScroll: true });
  }
}

function onKey(state, event) {
  const { root } = state;
  if (event.key === "Escape") {
    hide(state);
    const item = root.querySelector(".sl-finding.sl-chosen");
    if (item && event.target.closest("td")) item.focus();
    return;
  }
  if (event.target.closest("input, textarea, select, .sl-say") || event.altKey || event.ctrlKey || event.metaKey) return;
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  const cell = event.target.closest("td[data-f]");
  const item = event.target.closest(".sl-finding");
  if (cell && step) return move(event, cell.closest("table").querySelectorAll("td[data-f]"), cell, step, (next) => focusOn(next));
  if (item && (event.key === "ArrowDown" || event.key === "ArrowUp"))
    return move(event, root.querySelectorAll(".sl-finding"), item, step, (next) => {
      select(root, next, { scrollCell: true, scrollItem: true });
      next.focus({ preventScroll: true });
    });
  if (event.target === item && event.key === "Enter" && item.dataset.at) {
    event.preventDefault();
    const target = byId(item.dataset.at);
    select(root, item, { scrollCell: true });
    if (target) focusOn(target);
  }
}

function move(event, several, from, step, go) {
  const all = [...several].filter((one) => one.checkVisibility?.() ?? true);
  const next = all[all.indexOf(from) + step];
  if (next) {
    event.preventDefault();
    go(next);
  }
}

function onOver(state, event) {
  if (event.pointerType !== "mouse") return;
  const cell = event.target.closest("td[data-f], td[data-y]");
  if (event.target.closest(".sl-tip")) clearTimeout(state.timer);
  else if (cell) showTip(state, cell);
}

function onFocus(state, event) {
  const cell = event.target.closest("td[data-f]");
  if (cell && event.target.matches(":focus-visible")) showTip(state, cell);
  else if (!event.target.closest(".sl-tip")) hide(state);
  const item = event.target.closest(".sl-finding");
  if (item && event.target === item && event.target.matches(":focus-visible") && !item.classList.contains("sl-chosen")) select(state.root, item, { scrollCell: true });
}

function showTip(state, cell, { stays = false } = {}) {
  clearTimeout(state.timer);
  if (state.tip?.dataset.of === cellName(cell) && !stays) return;
  hide(state);
  const tip = element("div", "sl-tip");
  tip.dataset.of = cellName(cell);
  const items = itemsOf(cell);
  for (const item of items) {
    const brief = item.querySelector(".sl-brief")?.cloneNode(true);
    if (brief) tip.append(brief);
  }
  if (cell.dataset.y) tip.append(plot(cell));
  if (!tip.childElementCount) return;
  if (stays) {
    tip.dataset.stays = "yes";
    tip.classList.add("sl-sheetlike");
    tip.append(tipTools(state.root, items[0]));
  } else tip.setAttribute("aria-hidden", "true"); // what is said is in the list as well
  for (const link of tip.querySelectorAll("a")) link.tabIndex = -1;
  state.root.append(tip);
  state.tip = tip;
  state.cell = cell;
  if (!stays) place(tip, cell);
}

function tipTools(root, item) {
  const tools = element("div", "sl-tip-tools");
  const language = root.dataset.lang;
  if (item) tools.append(tipButton(language === "en" ? "See the finding" : "查看问题", item.id));
  tools.append(tipButton(language === "en" ? "Close" : "关闭", ""));
  return tools;
}

function tipButton(text, to) {
  const button = element("button", "");
  button.type = "button";
  button.dataset.to = to;
  button.textContent = text;
  return button;
}

function place(tip, cell) {
  const at = cell.getBoundingClientRect();
  const [width, height, gap] = [tip.offsetWidth, tip.offsetHeight, 6];
  const below = at.bottom + gap + height <= innerHeight;
  const top = below ? at.bottom + gap : Math.max(gap, at.top - gap - height);
  tip.style.top = `${top}px`;
  tip.style.left = `${Math.max(gap, Math.min(at.left, innerWidth - width - gap - 12))}px`;
}

function hide(state) {
  clearTimeout(state.timer);
  state.tip?.remove();
  state.tip = null;
}

function hideSoon(state) {
  clearTimeout(state.timer);
  if (!state.tip?.dataset.stays) state.timer = setTimeout(() => hide(state), HIDE_AFTER);
}

// The figures of a cell over the years, drawn as the server draws those of a finding.
function plot(cell) {
  const periods = cell.closest("table").dataset.periods.split("|").slice(-12);
  const texts = cell.dataset.y.split("|").slice(-12);
  const figures = texts.map((text) => (text === "" ? null : Number(text)));
  const told = figures.filter((one) => one !== null);
  const [low, high] = [Math.min(0, ...told), Math.max(0, ...told)];
  const longest = Math.max(...periods.map((one) => one.length), ...texts.map((one) => one.length));
  const room = Math.max(40, 6 * longest + 8);
  const svg = shape("svg", { class: "sl-plot", width: room * periods.length, height: 52, viewBox: `0 0 ${room * periods.length} 52` });
  periods.forEach((period, at) => {
    const middle = room * at + room / 2;
    const scale = 26 / (high - low || 1);
    if (figures[at] !== null) {
      const [top, bottom] = [Math.max(figures[at], 0), Math.min(figures[at], 0)];
      const kind = at === periods.length - 1 ? "sl-now" : "sl-then";
      svg.append(shape("rect", { class: kind, x: middle - 11, y: 13 + (high - top) * scale, width: 22, height: Math.max(1, (top - bottom) * scale) }));
    }
    svg.append(shape("text", { x: middle, y: 10 }, texts[at] || "—"));
    svg.append(shape("text", { class: "sl-when", x: middle, y: 50 }, period));
  });
  return svg;
}

function shape(name, attributes, text = "") {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

function element(name, kind) {
  const made = document.createElement(name);
  made.className = kind;
  return made;
}

function itemsOf(cell) {
  return (cell.dataset.f || "").split(" ").map(byId).filter(Boolean);
}

function byId(id) {
  return id ? document.getElementById(id) : null;
}

function cellName(cell) {
  return `${cell.closest("table").parentElement.getAttribute("aria-labelledby")} ${cell.parentElement.rowIndex} ${cell.cellIndex}`;
}

function isNarrow() {
  return matchMedia("(max-width: 61.99rem), (pointer: coarse)").matches;
}

function openAll(root, forPrint) {
  for (const one of root.querySelectorAll("details")) {
    if (forPrint && !one.open && !one.matches(".sl-sheet, .sl-checked")) {
      one.open = true;
      one.dataset.shut = "yes";
    } else if (!forPrint && one.dataset.shut) {
      one.open = false;
      delete one.dataset.shut;
    }
  }
}

function makeSortable(overview) {
  const table = overview.querySelector(".sl-rows");
  const body = table.tBodies[0];
  const rows = [...body.rows];
  for (const head of table.querySelectorAll("th[data-sort]")) {
    const button = element("button", "");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => sort(table, head));
  }
  const tools = overview.querySelector(".sl-tools");
  if (!tools) return;
  tools.hidden = false;
  const [words, only, shown] = [".sl-filter", ".sl-only", ".sl-shown"].map((one) => tools.querySelector(one));
  const filter = () => {
    const wanted = words.value.trim().toLowerCase();
    let count = 0;
    for (const row of rows) {
      const fits = row.textContent.toLowerCase().includes(wanted) && (!only.checked || row.classList.contains("sl-wrong"));
      row.hidden = !fits;
      count += fits;
    }
    shown.textContent = count;
  };
  words.addEventListener("input", filter);
  only.addEventListener("change", filter);
}

function sort(table, head) {
  const isNumber = head.dataset.sort === "number";
  const before = head.getAttribute("aria-sort");
  const down = before ? before === "ascending" : isNumber; // figures begin with the largest
  for (const one of table.querySelectorAll("[aria-sort]")) one.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  const at = head.cellIndex;
  const collator = new Intl.Collator("zh-CN", { numeric: true });
  const text = (row) => row.cells[at].textContent.trim();
  const order = isNumber ? (one, two) => Number(text(one)) - Number(text(two)) : (one, two) => collator.compare(text(one), text(two));
  const rows = [...table.tBodies[0].rows].sort((one, two) => (down ? -order(one, two) : order(one, two)));
  table.tBodies[0].append(...rows);
}
