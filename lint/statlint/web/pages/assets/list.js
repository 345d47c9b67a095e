// The files of a case on the page: what each is for, and what was found in it.

import { language, say } from "./words.js";

const WEIGHTS = { error: 1_000_000, warning: 1_000, information: 1 };
const KINDS = { error: "errors", warning: "warnings", information: "notes" };
const REFUSED = ["unreadable", "lost"];
const MANY = 6; // from so many rows on they can be sorted and filtered

// The rows of the checked files: one for each file, or for each file of an archive.
export function rowsOf(work) {
  return work.of("checked").flatMap((file) => {
    const found = (work.results?.files ?? []).filter((one) => one.file === file.id);
    if (!found.length) return [{ file, found: null, name: file.name }];
    return found.map((one) => ({ file, found: one, name: one.path }));
  });
}

export const weight = ({ found }) =>
  found === null
    ? -1
    : Object.entries(WEIGHTS).reduce((sum, [kind, of]) => sum + of * found.counts[kind], 0) +
      (REFUSED.includes(found.status) ? WEIGHTS.error : 0);

const stateOf = ({ found }, work) => {
  if (found === null) return work.working ? "waiting" : "none";
  if (found.returned) return "returned";
  if (REFUSED.includes(found.status)) return "refused";
  if (found.status === "no-table") return "no-table";
  return Object.keys(KINDS).find((kind) => found.counts[kind] > 0) ?? "clean";
};

const SIGNS = {
  waiting: "…",
  none: "",
  refused: "✕",
  "no-table": "?",
  returned: "↩",
  error: "✕",
  warning: "!",
  information: "i",
  clean: "✓",
};

function chip(kind, words) {
  const element = document.createElement("span");
  element.className = `chip ${kind}`;
  element.textContent = words;
  return element;
}

function chipsOf(row, state) {
  if (row.found === null) return [];
  const { counts, outcomes } = row.found;
  const held = outcomes.passed + outcomes.failed + outcomes.not_checked + outcomes.crashed;
  const chips = Object.entries(KINDS)
    .filter(([kind]) => counts[kind] > 0)
    .map(([kind, key]) => chip(kind, say(key, { n: counts[kind] })));
  if (state === "returned") return [chip("explained", returnedWords(row.found))];
  if (state === "refused") return [chip("error", say("refused"))];
  if (isOwn(row.found)) return [chip("information", say("own"))];
  if (state === "no-table") return [chip("warning", say("no-table"))];
  if (!chips.length) chips.push(chip("clean", say("clean")));
  if (counts.justified) chips.push(chip("explained", say("explained", { n: counts.justified })));
  if (held) chips.push(chip("held", say("held", { n: held, m: outcomes.passed })));
  return chips;
}

// What statlint itself wrote is not to be checked.
const isOwn = (found) => found.findings.some((one) => one.code === "F014");

// What became of the reasons in a marked copy that came back.
export const returnedWords = ({ returned: { taken, known, untaken } }) =>
  say("returned", { n: taken + known, m: untaken.length });

// A marked copy whose own table is not here: its reasons wait for it.
const isAlone = (found) => isOwn(found) && !/\.html?$/i.test(found.path);

// Why a file was not checked, in the program's own words.
const whyNot = (found) =>
  found.message?.[language()] ?? found.findings[0]?.message ?? "";

function about({ found }, work) {
  if (found === null) return work.working ? say("waiting") : "";
  if (found.returned) return say("returned-to", { name: found.returned.original });
  if (isAlone(found)) return say("returned-alone");
  if (REFUSED.includes(found.status) || found.status === "no-table") return whyNot(found);
  return [...found.forms, found.period, found.unit].filter(Boolean).join(" · ");
}

function roleChoice(file, busy, change) {
  const select = document.createElement("select");
  select.className = "role";
  select.setAttribute("aria-label", say("role", { name: file.name }));
  for (const role of ["checked", "previous", "parts"]) {
    select.add(new Option(say(`role-${role}`), role, false, file.role === role));
  }
  select.disabled = busy;
  select.addEventListener("change", () => change(file.id, select.value));
  return select;
}

function removal(file, busy, remove) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "plain remove";
  button.textContent = "×";
  button.setAttribute("aria-label", say("remove", { name: file.name }));
  button.title = say("remove", { name: file.name });
  button.disabled = busy;
  button.addEventListener("click", () => remove(file.id));
  return button;
}

function rowElement(row, work, shown, acts, choosable) {
  const state = stateOf(row, work);
  const item = document.createElement("li");
  item.className = `file ${state}`;
  item.classList.toggle("shown", choosable && row.name === shown);
  const sign = document.createElement("span");
  sign.className = "sign";
  sign.setAttribute("aria-hidden", "true");
  sign.textContent = SIGNS[state];
  const name = document.createElement(row.found === null || !choosable ? "span" : "button");
  name.className = "name";
  const isolated = document.createElement("bdi");
  isolated.textContent = row.name;
  name.append(isolated);
  if (name instanceof HTMLButtonElement) {
    name.type = "button";
    name.setAttribute("aria-current", String(row.name === shown));
    name.addEventListener("click", () => acts.show(row.name));
  }
  const said = document.createElement("span");
  said.className = "about small";
  said.textContent = about(row, work);
  said.title = said.textContent;
  const chips = document.createElement("span");
  chips.className = "chips";
  chips.append(...chipsOf(row, state));
  const busy = work.working;
  item.append(sign, name, said, chips, roleChoice(row.file, busy, acts.setRole));
  item.append(removal(row.file, busy, acts.remove));
  return item;
}

const ORDERS = {
  worst: (a, b) => weight(b) - weight(a),
  name: (a, b) => a.name.localeCompare(b.name, "zh"),
  dropped: () => 0,
};

function fits(row, words, onlyFound) {
  const text = [row.name, row.found?.unit, row.found?.period].join(" ").toLowerCase();
  return text.includes(words.toLowerCase()) && !(onlyFound && weight(row) < WEIGHTS.warning);
}

// Draw the list anew; the row that has the focus keeps it.
export function drawList(work, shown, acts) {
  const rows = rowsOf(work);
  const many = rows.length >= MANY;
  const [sort, filter, only] = ["sort", "filter", "only-found"].map((id) =>
    document.getElementById(id),
  );
  document.getElementById("sorting").hidden = !many;
  document.getElementById("files-head").textContent =
    rows.length > 1 ? say("files-many", { n: rows.length }) : say("files");
  const seen = many
    ? rows.filter((row) => fits(row, filter.value, only.checked)).sort(ORDERS[sort.value])
    : rows;
  const list = document.getElementById("list");
  const at = [...list.querySelectorAll("button, select")].indexOf(document.activeElement);
  list.replaceChildren(...seen.map((row) => rowElement(row, work, shown, acts, rows.length > 1)));
  list.querySelectorAll("button, select")[at]?.focus();
  list.hidden = seen.length === 0;
  document.getElementById("none-fit").hidden = seen.length > 0 || rows.length === 0;
  document.getElementById("none-checked").hidden = rows.length > 0;
  return seen;
}

// The files that the checked ones are held against, below what they are.
export function drawBeside(work, acts) {
  for (const list of document.querySelectorAll("[data-list]")) {
    const items = work.of(list.dataset.list).map((file) => {
      const item = document.createElement("li");
      const name = document.createElement("bdi");
      name.textContent = file.name;
      item.append(name, " ");
      if (file.role !== "reasons") item.append(roleChoice(file, work.working, acts.setRole));
      item.append(removal(file, work.working, acts.remove));
      return item;
    });
    list.replaceChildren(...items);
    list.hidden = items.length === 0;
  }
}
