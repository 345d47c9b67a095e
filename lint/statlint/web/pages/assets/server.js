// How the page speaks with the program behind it: addresses below the page's own, answers in JSON.

import { language, say } from "./words.js";

// The program said no, and why; `code` is "gone" where the case is deleted, "closed" where nobody answers.
export class Refusal extends Error {
  constructor(code, words) {
    super(words);
    this.code = code;
  }
}

async function answerOf(path, options) {
  try {
    return await fetch(path, { cache: "no-store", redirect: "error", ...options });
  } catch {
    throw new Refusal("closed", say("gone"));
  }
}

async function refusalOf(answer) {
  const said = await answer.json().catch(() => null);
  const words = said?.error?.[language()] ?? `${answer.status} ${answer.statusText}`;
  return new Refusal(said?.error?.code ?? String(answer.status), words);
}

// Ask for something; gives the answer, or throws a Refusal.
export async function ask(method, path, body) {
  const json = body !== undefined && !(body instanceof Blob);
  const answer = await answerOf(path, {
    method,
    body: json ? JSON.stringify(body) : body,
    headers: json ? { "Content-Type": "application/json" } : {},
  });
  if (!answer.ok) throw await refusalOf(answer);
  return answer;
}

export async function askJson(method, path, body) {
  const answer = await ask(method, path, body);
  return answer.status === 204 ? null : answer.json();
}

// Names of plain letters come as they are.
const NAME = /filename(?:\*=UTF-8''([^;]+)|="([^"]*)")/i;

// Fetch a file and hand it to the browser to keep.
export async function download(path) {
  const answer = await ask("GET", path);
  const found = NAME.exec(answer.headers.get("Content-Disposition") ?? "");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = found ? decodeURIComponent(found[1] ?? found[2]) : "";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return link.download;
}

export const pause = (milliseconds) => new Promise((over) => setTimeout(over, milliseconds));
