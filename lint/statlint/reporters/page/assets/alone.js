
// The language of a page that stands alone.
const tongues = document.querySelector(".sl-tongues");
function speak(language) {
  document.documentElement.lang = language;
  for (const root of document.querySelectorAll(".sl-report")) root.dataset.lang = language;
  for (const one of tongues.querySelectorAll("button")) one.setAttribute("aria-pressed", String(one.dataset.tongue === language));
}
if (tongues) {
  tongues.hidden = false;
  tongues.addEventListener("click", (event) => event.target.dataset.tongue && speak(event.target.dataset.tongue));
  speak(document.documentElement.lang);
}
