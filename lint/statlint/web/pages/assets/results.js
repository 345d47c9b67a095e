// What was found in one file: the drawn tables with their findings, as the report draws them.

import { attach, choose } from "./report.js";
import { putBoxes } from "./reasons.js";
import { returnedWords } from "./list.js";
import { language, say } from "./words.js";

const EXPLAINED = "data-justified";
const LEVEL = /^sl-is-/;

// A finding keeps its name while it moves in the list, a cell its id.
const placeOf = (element) => element.dataset.finding ?? `cell ${element.id}`;

// Give an element the level of another, and leave its other classes alone.
function levelled(element, like) {
  element.classList.remove(...[...element.classList].filter((one) => LEVEL.test(one)));
  element.classList.add(...[...like.classList].filter((one) => LEVEL.test(one)));
}

// The findings of a file that could not be drawn, one below the other.
function plainly(found) {
  const report = document.createElement("section");
  report.className = "sl-report";
  const why = document.createElement("p");
  why.textContent = found.message?.[language()] ?? "";
  const list = document.createElement("ol");
  list.className = "sl-list";
  for (const finding of found.findings) {
    const item = document.createElement("li");
    item.className = `sl-finding sl-is-${finding.severity}`;
    item.dataset.finding = finding.id;
    item.dataset.level = finding.severity;
    item.textContent = [finding.code, finding.where, finding.message].filter(Boolean).join(" ");
    const room = document.createElement("div");
    room.className = "sl-say";
    item.append(room);
    list.append(item);
  }
  report.append(why, list);
  return report;
}

// Which reasons of a marked copy were taken, and which were not and why.
function cameBack(found) {
  const told = document.createElement("div");
  told.className = "told";
  told.textContent = `${say("returned-to", { name: found.returned.original })} ${returnedWords(found)}`;
  const list = document.createElement("ul");
  for (const { rule, place, text, why } of found.returned.untaken) {
    const item = document.createElement("li");
    item.textContent = [rule, place, `「${text}」`, why[language()]].filter(Boolean).join(" ");
    list.append(item);
  }
  told.append(list);
  return told;
}

export class Results {
  #root = document.getElementById("drawn");
  #shown = ""; // what is drawn: the file, the language and the findings
  #asked = 0;

  constructor(work, most) {
    this.work = work;
    this.most = most;
  }

  clear() {
    this.#shown = "";
    this.#asked += 1;
    this.#root.replaceChildren();
  }

  // Draw one file, and lead to the worst of its findings if wanted; a reason that came to the findings that are drawn leaves what is being typed alone.
  async show(found, lead) {
    const ids = found.findings.map((finding) => finding.id).sort();
    const drawn = JSON.stringify([found.path, language(), this.work.revision, ids]);
    this.#asked += 1;
    const asked = this.#asked;
    const fresh = document.createElement("div");
    if (found.returned) fresh.append(cameBack(found));
    else if (found.drawn === null) fresh.append(plainly(found));
    else fresh.innerHTML = await this.work.drawn(found.drawn);
    if (asked !== this.#asked) return;
    if (drawn === this.#shown) this.#mend(fresh);
    else this.#draw(fresh, found, lead);
    this.#shown = drawn;
  }

  #draw(fresh, found, lead) {
    this.#root.replaceChildren(...fresh.childNodes);
    const report = this.#root.querySelector(".sl-report");
    if (report === null) return;
    putBoxes(report, this.work, found.findings, this.most);
    attach(report);
    const worst = report.querySelector('[data-level="error"]') ?? report.querySelector("[data-level]");
    if (!lead || !worst?.dataset.finding) return;
    choose(report, worst.dataset.finding);
    document.getElementById("results").scrollIntoView({ block: "start" });
  }

  // Take the summary, and the levels of findings and cells, as they are now.
  #mend(fresh) {
    const summary = fresh.querySelector(".sl-summary");
    if (summary) this.#root.querySelector(".sl-summary")?.replaceWith(summary);
    const places = new Map(
      [...this.#root.querySelectorAll("[data-finding], td[id]")].map((one) => [placeOf(one), one]),
    );
    for (const now of fresh.querySelectorAll("[data-finding], td[data-f][id]")) {
      const before = places.get(placeOf(now));
      if (!before) continue;
      levelled(before, now);
      const [sign, other] = [before, now].map((one) => one.querySelector(".sl-sign"));
      if (sign && other) sign.replaceWith(other);
      if (now.hasAttribute(EXPLAINED)) before.setAttribute(EXPLAINED, now.getAttribute(EXPLAINED));
      else before.removeAttribute(EXPLAINED);
    }
  }
}
