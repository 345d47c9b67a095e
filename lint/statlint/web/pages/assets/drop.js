// Files from a drop or a choice: folders are gone through, what cannot be meant is left out.

// Lock files of Excel and LibreOffice, files of systems that nobody sees.
const LEFT_OUT = /(^|\/)(~\$|\.~lock\.|\.DS_Store$|Thumbs\.db$|desktop\.ini$|__MACOSX\/)/i;

const named = (file, path) => ({ file, name: path.replace(/^\//, "") });

async function within(entry) {
  if (entry.isFile) {
    const file = await new Promise((found, failed) => entry.file(found, failed)).catch(() => null);
    return [file ? named(file, entry.fullPath) : { file: null, name: entry.name }];
  }
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    // a reader gives at most a hundred entries at a time
    const some = await new Promise((given) => reader.readEntries(given, () => given([])));
    if (!some.length) break;
    for (const one of some) found.push(...(await within(one)));
  }
  return found;
}

const meant = (files) => files.filter(({ name }) => !LEFT_OUT.test(name));

// The files of a drop with their names, folders gone through; entries must be taken at once.
export async function dropped(transfer) {
  const items = [...transfer.items].filter((item) => item.kind === "file");
  const entries = items.map((item) => item.webkitGetAsEntry?.() ?? null);
  const plain = items.map((item, at) => (entries[at] ? null : item.getAsFile()));
  const found = [];
  for (const [at, entry] of entries.entries()) {
    if (entry) found.push(...(await within(entry)));
    else if (plain[at]) found.push(named(plain[at], plain[at].name));
  }
  return { files: meant(found), any: items.length > 0 };
}

// The files of an <input type=file>, with the folder that was chosen before their names.
export const chosen = (input) =>
  meant([...input.files].map((file) => named(file, file.webkitRelativePath || file.name)));

const carriesFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");

// Let files be dropped anywhere on the page; `take(transfer, role)` gets what was let go.
export function watchDrops(take) {
  let depth = 0;
  const over = (on) => document.body.classList.toggle("dragging", on);
  const roleAt = (event) => event.target.closest?.("[data-role]")?.dataset.role ?? "checked";
  window.addEventListener("dragenter", (event) => {
    event.preventDefault();
    depth += 1;
    if (carriesFiles(event)) over(true);
    for (const one of document.querySelectorAll(".under")) one.classList.remove("under");
    event.target.closest?.(".target")?.classList.add("under");
  });
  window.addEventListener("dragleave", () => {
    depth -= 1;
    if (depth <= 0) over(false);
  });
  window.addEventListener("pointermove", () => {
    // a drag that was given up outside is not always told of; no pointer moves while one goes on
    if (depth > 0) over(false);
    depth = 0;
  });
  window.addEventListener("dragover", (event) => {
    event.preventDefault(); // else the browser opens the file and the page is gone
    event.dataTransfer.dropEffect = "copy";
  });
  window.addEventListener("drop", (event) => {
    event.preventDefault();
    depth = 0;
    over(false);
    take(event.dataTransfer, roleAt(event));
  });
}
