// Two tables of one unit, a year apart: the earlier one is probably last year's.

import { say } from "./words.js";

const yearOf = (found) => (/^\d{4}$/.test(found.period ?? "") ? Number(found.period) : null);

const alike = (a, b) =>
  yearOf(a) !== null && yearOf(b) === yearOf(a) + 1 && a.forms.join() === b.forms.join();

// The first file that looks like another's last year's table; null where none does.
function lastYears(work) {
  if (work.working) return null;
  const found = (work.results?.files ?? []).filter((one) => one.status === "checked" && one.unit);
  return (
    found.find((one) => {
      const own = found.filter((other) => other.unit === one.unit);
      return own.length === 2 && own.some((other) => alike(one, other));
    }) ?? null
  );
}

export function suggest(place, work, setRole) {
  const found = lastYears(work);
  const file = found && work.of("checked").find((one) => one.id === found.file);
  if (!file) return place.replaceChildren();
  const told = document.createElement("p");
  told.className = "told";
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = say("take-previous");
  button.addEventListener("click", () => setRole(file.id, "previous"));
  told.append(say("looks-previous", { name: file.name, period: found.period }), " ", button);
  return place.replaceChildren(told);
}
