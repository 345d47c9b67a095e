// What the clerk takes away: the marked table, the report, the reasons, or all of it.

import { download } from "./server.js";
import { say } from "./words.js";

const KINDS = [
  { key: "download-workbook", path: (file) => `marked?file=${encodeURIComponent(file)}`, main: true },
  { key: "download-html", path: () => "report" },
  { key: "download-sidecar", path: () => "reasons", saves: true, onlyExplained: true },
  { key: "download-all", path: () => "all", saves: true, onlyMany: true },
];

function buttonOf(kind, work, file) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = kind.main ? "main" : "";
  button.textContent = say(kind.key);
  if (kind.key !== "download-all") button.title = say(`${kind.key}-why`);
  button.disabled = work.working;
  button.addEventListener("click", async () => {
    button.setAttribute("aria-busy", "true");
    try {
      await download(work.address(kind.path(file)));
      if (kind.saves) work.unsaved = false;
    } catch (error) {
      work.tellTrouble(error);
    } finally {
      button.removeAttribute("aria-busy");
    }
  });
  return button;
}

// Draw the buttons anew where what they offer has changed.
export function drawDownloads(place, work, shown) {
  const found = work.results?.files.find((one) => one.path === shown);
  const explained = work.findings.some((finding) => finding.reason);
  const kinds = found
    ? KINDS.filter((kind) => !(kind.onlyExplained && !explained))
        .filter((kind) => !(kind.onlyMany && work.results.files.length < 2))
    : [];
  const drawn = JSON.stringify([shown, found?.file, kinds.map((kind) => say(kind.key)), work.working]);
  if (place.dataset.drawn === drawn) return;
  place.dataset.drawn = drawn;
  const at = [...place.children].indexOf(document.activeElement);
  place.replaceChildren(...kinds.map((kind) => buttonOf(kind, work, found.file)));
  place.children[at]?.focus();
}
