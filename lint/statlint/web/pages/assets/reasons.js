// The box at each finding in which the clerk says why a true figure is as it is.

import { say, usualReasons } from "./words.js";

const IDLE = 1500; // milliseconds without a key after which a reason is saved

const made = (tag, className, text) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
};

function usual(box, area) {
  const list = made("p", "usual");
  list.append(made("span", "small", say("reason-usual")));
  for (const words of usualReasons()) {
    const button = made("button", "plain", words);
    button.type = "button";
    button.addEventListener("click", () => {
      area.value = area.value ? `${area.value}${say("reason-joint")}${words}` : words;
      area.dispatchEvent(new Event("input"));
      area.focus();
    });
    list.append(button);
  }
  return list;
}

function byline(work) {
  const label = made("label", "by", say("by"));
  const input = made("input");
  input.autocomplete = "name";
  input.maxLength = 40;
  input.value = work.by;
  input.addEventListener("input", () => {
    work.by = input.value;
    for (const other of document.querySelectorAll(".by input")) {
      if (other !== input) other.value = input.value;
    }
  });
  label.append(" ", input);
  return label;
}

// Save a box: told beside it, and only where its words or who said them have changed.
async function save(work, finding, box, area) {
  const text = area.value.trim();
  const state = box.querySelector(".state");
  const now = `${text}\n${text && work.by}`;
  if (box.dataset.saved === now) return;
  box.dataset.saved = now;
  state.textContent = say("reason-saving");
  const wrong = await work.explain([{ path: finding.path, finding: finding.id, text }]);
  if (box.dataset.saved !== now) return; // typed on meanwhile
  if (wrong !== null) delete box.dataset.saved;
  box.classList.toggle("bad", wrong !== null);
  state.textContent = wrong ?? say(text ? "reason-saved" : "reason-gone");
}

function boxOf(work, finding, most) {
  const box = made("div", "explain");
  const area = made("textarea");
  area.id = `say-${finding.path}-${finding.id}`;
  area.rows = 2;
  area.maxLength = most;
  area.value = finding.reason;
  area.placeholder = say("reason-hint");
  const label = made("label", "", say("reason"));
  label.htmlFor = area.id;
  const state = made("span", "state small");
  state.setAttribute("role", "status");
  if (finding.reason) state.textContent = say(finding.reason_counts ? "reason-saved" : "reason-old");
  const foot = made("div", "foot");
  foot.append(byline(work), state);
  box.append(label, area, usual(box, area), foot);
  box.dataset.saved = `${finding.reason}\n${finding.reason && work.by}`;
  let waiting = 0;
  const soon = (after) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => save(work, finding, box, area), after);
  };
  area.addEventListener("input", () => soon(IDLE));
  box.addEventListener("focusout", (event) => {
    if (!box.contains(event.relatedTarget)) soon(0);
  });
  return box;
}

// What is only to be noted needs no reason: its box opens on request.
function opener(room, box) {
  const button = made("button", "plain", say("reason-write"));
  button.type = "button";
  button.addEventListener("click", () => {
    room.replaceChildren(box);
    box.querySelector("textarea").focus();
  });
  return button;
}

// Put a box where the report has left room for one, at each finding that may be explained.
export function putBoxes(root, work, findings, most) {
  const known = new Map(findings.map((finding) => [finding.id, finding]));
  for (const item of root.querySelectorAll("[data-finding]")) {
    const finding = known.get(item.dataset.finding);
    const room = item.querySelector(".sl-say");
    if (!finding?.explainable || !room) continue;
    const box = boxOf(work, finding, most);
    const open = finding.severity !== "information" || finding.reason;
    room.replaceChildren(open ? box : opener(room, box));
  }
}
