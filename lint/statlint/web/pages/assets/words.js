// What the page says: both languages come with the page, and switching needs no server.

const words = JSON.parse(document.getElementById("words").textContent);

export const language = () => (document.documentElement.lang.startsWith("zh") ? "zh" : "en");

// The words of a key, with what stands in braces put in.
export function say(key, values = {}) {
  const text = words.said[language()][key];
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

export const usualReasons = () => words.reasons[language()];

// What the program says of itself: its limits, forms, kinds of unit, endings.
export const about = words.about;

// Say all fixed words of the page in a language.
export function speak(to) {
  document.documentElement.lang = to === "zh" ? "zh-CN" : "en";
  document.getElementById("language").lang = to === "zh" ? "en" : "zh-CN";
  for (const element of document.querySelectorAll("[data-say]")) {
    element.textContent = say(element.dataset.say);
  }
  for (const element of document.querySelectorAll("[data-said]")) {
    element.setAttribute("aria-label", say(element.dataset.said));
  }
  for (const element of document.querySelectorAll("[data-hint]")) {
    element.placeholder = say(element.dataset.hint);
  }
  document.title = say("title");
}

// Tell those who do not see the page.
export function tell(text) {
  const told = document.getElementById("told");
  told.textContent = "";
  requestAnimationFrame(() => {
    told.textContent = text;
  });
}
