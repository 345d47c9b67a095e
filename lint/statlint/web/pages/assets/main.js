// The page comes to life: what is dropped is checked, what is found is shown.

import { Case } from "./case.js";
import { chosen, dropped, watchDrops } from "./drop.js";
import { drawBeside, drawList, rowsOf, weight } from "./list.js";
import { Results } from "./results.js";
import { drawDownloads } from "./take.js";
import { about, language, say, speak, tell } from "./words.js";
import { suggest } from "./suggest.js";

const by = (id) => document.getElementById(id);
const work = new Case();
const results = new Results(work, about.limits.reason_signs);
let shown = null; // the path of the file whose results are shown
let picking = "checked"; // what the files that are being chosen are for

const acts = {
  show(path) {
    shown = path;
    draw();
    showResults(true);
  },
  setRole: (id, role) => work.setRole(id, role),
  remove: (id) => work.remove(id),
};

async function take(files, any, role) {
  scrollTo(0, 0); // what becomes of them is told at the top
  if (role === "checked" && files.length === 1) shown = nameOf(files[0]); // what was dropped last is looked at
  if (files.length) await work.add(files, role);
  else refuse([say(any ? "empty-folder" : "not-files")]);
}

const nameOf = ({ name }) => name.slice(name.lastIndexOf("/") + 1);

function pick(role, input) {
  picking = role;
  input.value = "";
  input.click();
}

function refuse(lines) {
  const told = by("refusals");
  told.hidden = lines.length === 0;
  const list = document.createElement("ul");
  for (const line of lines) {
    const item = document.createElement("li");
    item.textContent = line;
    list.append(item);
  }
  told.replaceChildren(...(lines.length > 1 ? [list] : [document.createTextNode(lines[0] ?? "")]));
}

function drawProgress() {
  const { reading, state } = work;
  by("progress").hidden = !work.working;
  if (!work.working) return;
  const { done, total, name } = reading ?? state?.work ?? { done: 0, total: 0 };
  const key = reading ? "uploading" : total > 1 ? "checking" : "checking-one";
  by("progress-words").textContent = say(key, { done, total, name: name ?? "" });
  const bar = by("bar");
  if (total > 1) bar.value = done / total;
  else bar.removeAttribute("value");
}

function draw() {
  const any = work.files.length > 0;
  document.body.dataset.state = any ? "full" : "empty";
  by("files").hidden = !any;
  by("gone").hidden = !work.closed;
  by("lost").hidden = !work.lost || work.closed;
  drawProgress();
  by("stop").hidden = work.reading !== null;
  by("stopped").hidden = !work.stopped;
  drawList(work, shown, acts);
  drawBeside(work, acts);
  suggest(by("suggestions"), work, acts.setRole);
  const lines = work.refusals.map(({ name, why }) => say("not-taken", { name, why }));
  if (work.trouble) lines.push(say("wrong", { why: work.trouble }));
  refuse(lines);
  drawDownloads(by("downloads"), work, shown);
}

const foundOf = (path) => work.results?.files.find((one) => one.path === path) ?? null;

function showResults(lead) {
  const found = foundOf(shown);
  by("results").hidden = found === null;
  if (found === null) return results.clear();
  by("again").hidden = found.findings.length === 0;
  by("results-head").textContent =
    work.results.files.length > 1 ? say("results-of", { name: found.path }) : say("results");
  return results.show(found, lead).catch((error) => refuse([say("wrong", { why: error.message })]));
}

// The worst file first, unless the one that is shown is still there.
function afterCheck() {
  if (foundOf(shown) === null) {
    const files = rowsOf(work).filter((row) => row.found !== null);
    const worst = files.reduce((a, b) => (a !== null && weight(a) >= weight(b) ? a : b), null);
    shown = worst?.name ?? null;
  }
  showResults(work.results?.files.length === 1);
  if (work.results) tell(summary());
}

function summary() {
  const counts = { errors: 0, warnings: 0, notes: 0 };
  for (const file of work.results.files) {
    counts.errors += file.counts.error;
    counts.warnings += file.counts.warning;
    counts.notes += file.counts.information;
  }
  const any = counts.errors + counts.warnings + counts.notes > 0;
  return say(any ? "done-found" : "done-clean", counts);
}

function drawChoices() {
  by("form").replaceChildren(
    new Option(say("form-auto"), ""),
    ...about.forms.map((form) => new Option(form.title, form.id)),
  );
  by("unit-kind").replaceChildren(
    new Option(say("unit-kind-auto"), ""),
    ...about.kinds_of_unit.map((kind) => new Option(kind[language()], kind.id)),
  );
  const choices = work.state?.choices;
  by("form").value = choices?.form ?? "";
  by("period").value = choices?.period ?? "";
  by("unit-kind").value = choices?.kind_of_unit ?? "";
}

function wire() {
  watchDrops(async (transfer, role) => {
    const { files, any } = await dropped(transfer);
    await take(files, any, role);
  });
  by("choose-files").addEventListener("click", () => pick("checked", by("pick")));
  by("choose-folder").addEventListener("click", () => pick("checked", by("pick-folder")));
  for (const button of document.querySelectorAll("button[data-role]")) {
    button.addEventListener("click", () => pick(button.dataset.role, by("pick")));
  }
  for (const input of [by("pick"), by("pick-folder")]) {
    input.addEventListener("change", () => take(chosen(input), true, picking));
  }
  for (const [id, key] of [
    ["form", "form"],
    ["period", "period"],
    ["unit-kind", "kind_of_unit"],
  ]) {
    by(id).addEventListener("change", () => work.choose({ [key]: by(id).value.trim() || null }));
  }
  by("choices").querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  for (const id of ["sort", "filter", "only-found"]) by(id).addEventListener("input", draw);
  by("start-over").addEventListener("click", () => {
    if (!work.unsaved || confirm(say("start-over-sure"))) work.startOver();
  });
  by("check").addEventListener("click", () => work.check());
  by("stop").addEventListener("click", () => work.stop());
  by("language").addEventListener("click", () => {
    speak(language() === "zh" ? "en" : "zh");
    drawChoices();
    draw();
    work.speak();
  });
  work.addEventListener("changed", draw);
  work.addEventListener("found", afterCheck);
  window.addEventListener("pagehide", () => work.leave());
  window.addEventListener("beforeunload", (event) => {
    if (work.unsaved) event.preventDefault();
  });
}

by("pick").accept = about.endings.join(",");
wire();
drawChoices();
draw();
work.resume().then(drawChoices);
