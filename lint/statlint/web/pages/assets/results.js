// What was found in one file: the drawn tables with their findings, as the report draws them.

import { attach, choose } from "./report.js";
import { putBoxes } from "./reasons.js";
import { language } from "./words.js";

const TAKEN = ["class", "data-justified"]; // what of a finding changes once it is explained

export class Results {
  #root = document.getElementById("report");
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

  // Draw one file; a reason that came to the findings that are drawn leaves what is being typed alone.
  async show(found) {
    const ids = found.findings.map((finding) => finding.id);
    const drawn = JSON.stringify([found.path, language(), found.outcomes, ids]);
    this.#asked += 1;
    const asked = this.#asked;
    const html = await this.work.drawn(found.drawn);
    if (asked !== this.#asked) return;
    const fresh = document.createElement("div");
    fresh.innerHTML = html;
    if (drawn === this.#shown) this.#mend(fresh);
    else this.#draw(fresh, found);
    this.#shown = drawn;
  }

  #draw(fresh, found) {
    this.#root.replaceChildren(...fresh.childNodes);
    const report = this.#root.querySelector(".sl-report");
    if (report === null) return;
    putBoxes(report, this.work, found.findings, this.most);
    attach(report);
    const worst = report.querySelector('[data-level="error"]') ?? report.querySelector("[data-level]");
    if (worst?.dataset.finding) choose(report, worst.dataset.finding);
  }

  #mend(fresh) {
    const selector = ".sl-summary";
    const summary = fresh.querySelector(selector);
    if (summary) this.#root.querySelector(selector)?.replaceWith(summary);
    const now = new Map(
      [...fresh.querySelectorAll("[data-finding]")].map((item) => [item.dataset.finding, item]),
    );
    for (const item of this.#root.querySelectorAll("li[data-finding]")) {
      const other = now.get(item.dataset.finding);
      for (const name of other ? TAKEN : []) {
        if (name === "class") item.classList.toggle("explained", other.hasAttribute("data-justified"));
        else item.toggleAttribute(name, other.hasAttribute(name));
      }
    }
  }
}
