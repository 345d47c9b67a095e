// One page's work: the files with their roles, the choices, the checks and what they found.

import { ask, askJson, pause, Refusal } from "./server.js";
import { language, say } from "./words.js";

const AT_ONCE = 4;
const QUICK = 250; // milliseconds between two looks at a running check, at first
const SLOW = 1000;
const ALIVE = 10_000;
const TRIES = 4;
const CASE = "case"; // where the tab remembers its case, for when the page is loaded again

const baseOf = (name) => name.slice(name.lastIndexOf("/") + 1);

export class Case extends EventTarget {
  state = null; // as the program tells it
  results = null;
  reading = null; // { done, total, name } while files are taken
  refusals = []; // { name, why } of files that were not taken
  trouble = null; // what became of the last work where it failed as a whole
  lost = false;
  closed = false;
  by = ""; // who explains
  revision = 0; // how often files, roles or choices have changed
  unsaved = false; // whether something was explained that was not taken away yet
  #kept = new Map(); // the files as the browser holds them, by their ids
  #turn = Promise.resolve();
  #acting = 0; // what the clerk did that is not yet seen to
  #watching = null;

  constructor() {
    super();
    setInterval(() => this.#alive(), ALIVE);
  }

  get files() {
    return this.state?.files ?? [];
  }

  get working() {
    return this.#acting > 0 || (this.state !== null && this.state.work.state !== "idle");
  }

  get findings() {
    return (this.results?.files ?? []).flatMap((file) => file.findings);
  }

  of(role) {
    return this.files.filter((file) => file.role === role);
  }

  #changed(kind = "changed") {
    this.dispatchEvent(new Event(kind));
  }

  // Do one thing after the other; what goes wrong is shown, and the next thing is done all the same.
  #inTurn(work) {
    const done = this.#turn.then(work).catch((error) => this.#failed(error));
    this.#turn = done;
    return done;
  }

  // As above, for what the clerk did: the page is at work until the program is.
  #act(work, revises = true) {
    if (revises) this.revision += 1;
    this.#acting += 1;
    return this.#inTurn(work).finally(() => {
      this.#acting -= 1;
      this.#changed();
    });
  }

  async #failed(error) {
    this.reading = null;
    if (error.code === "gone" && this.#kept.size) {
      await this.#restore().catch((again) => this.#told(again));
    } else this.#told(error);
    this.#changed();
  }

  // Show what went wrong with something that the page itself asked for.
  tellTrouble(error) {
    return this.#failed(error);
  }

  #told(error) {
    if (error.code === "gone") this.#forget();
    if (error.code === "closed") this.closed = true;
    else this.trouble = error.message;
  }

  #forget() {
    this.state = null;
    this.results = null;
    sessionStorage.removeItem(CASE);
  }

  get #place() {
    return `cases/${this.state.case}`;
  }

  async #ready() {
    this.trouble = null;
    if (this.state !== null) return;
    this.state = await askJson("POST", "cases", { language: language() });
    sessionStorage.setItem(CASE, this.state.case);
  }

  // Find the case of this tab again after the page was loaded anew.
  resume() {
    const before = sessionStorage.getItem(CASE);
    if (before === null) return this.#turn;
    return this.#inTurn(async () => {
      this.state = await askJson("GET", `cases/${before}`).catch(() => null);
      if (this.state === null) sessionStorage.removeItem(CASE);
      else if (this.state.language !== language()) await this.#chosen({ language: language() });
      else this.#watch();
      this.#changed();
    });
  }

  // Take files in a role and check anew; one of a name that is there takes its place.
  add(files, role) {
    return this.#act(async () => {
      await this.#ready();
      this.refusals = [];
      const there = new Map(this.of(role).map((file) => [file.name, file.id]));
      const put = files.map((one) => ({ ...one, role, replaces: there.get(baseOf(one.name)) }));
      try {
        await this.#put(put);
      } catch (error) {
        if (error.code !== "gone") throw error;
        await this.#restore(put);
      }
      await this.#check();
    });
  }

  async #put(files) {
    const left = [...files];
    this.reading = { done: 0, total: files.length, name: files[0]?.name ?? "" };
    this.#changed();
    const worker = async () => {
      for (let one = left.shift(); one; one = left.shift()) {
        this.reading.name = one.name;
        this.#changed();
        await this.#putOne(one);
        this.reading.done += 1;
      }
    };
    try {
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
    } finally {
      left.length = 0;
      this.reading = null;
    }
    this.state = await askJson("GET", this.#place);
    this.#changed();
  }

  async #putOne({ file, name, role, replaces }) {
    const query = new URLSearchParams({ name: baseOf(name), role });
    if (replaces) query.set("replaces", replaces);
    try {
      if (!file) throw new Refusal("unread", say("unread"));
      const taken = await askJson("PUT", `${this.#place}/files?${query}`, file);
      this.#kept.set(taken.id, { file, name, role: taken.role });
    } catch (error) {
      if (error.code === "gone") throw error;
      // a file that vanishes while it is read looks as if nobody answered: ask again, for nothing
      if (error.code === "closed") await askJson("GET", this.#place);
      this.refusals.push({ name, why: error.code === "closed" ? say("unread") : error.message });
    }
  }

  // Do something that changes the case, then check anew.
  #change(work) {
    return this.#act(async () => {
      await this.#ready();
      await work();
      this.state = await askJson("GET", this.#place);
      this.#changed();
      await this.#check();
    });
  }

  setRole(id, role) {
    return this.#change(async () => {
      await askJson("PATCH", `${this.#place}/files/${id}`, { role });
      const kept = this.#kept.get(id);
      if (kept) kept.role = role;
    });
  }

  remove(id) {
    return this.#change(async () => {
      await askJson("DELETE", `${this.#place}/files/${id}`);
      this.#kept.delete(id);
    });
  }

  choose(choices) {
    return this.#change(() => askJson("PUT", `${this.#place}/choices`, choices));
  }

  // What was found is said in one language: in another it is found anew.
  speak() {
    return this.state === null ? this.#turn : this.choose({ language: language() });
  }

  async #chosen(choices) {
    this.state = await askJson("PUT", `${this.#place}/choices`, choices);
    await this.#check();
  }

  async #check() {
    if (!this.of("checked").length) {
      this.results = null;
      this.#changed("found");
      this.#changed();
      return;
    }
    this.state = await askJson("POST", `${this.#place}/check`);
    this.#watch();
  }

  // Look until the work is done; a change meanwhile begins new work, which the same looking sees.
  #watch() {
    this.#watching ??= this.#look()
      .catch((error) => void this.#inTurn(() => Promise.reject(error)))
      .finally(() => {
        this.#watching = null;
        this.#changed();
      });
    return this.#watching;
  }

  async #look() {
    for (let looks = 0; this.state !== null; looks += 1) {
      if (this.state.work.state === "idle") {
        await this.#fetch();
        if (this.state === null || this.state.work.state === "idle") return;
      }
      this.#changed();
      await pause(looks < 20 ? QUICK : SLOW);
      if (this.state === null) return;
      this.state = await this.#patiently(() => askJson("GET", this.#place));
    }
  }

  async #fetch() {
    this.trouble = this.state.error?.[language()] ?? this.trouble;
    if (this.state.run <= (this.results?.run ?? 0)) return;
    this.results = await askJson("GET", `${this.#place}/results`);
    this.#changed("found");
  }

  // A program that is busy may not answer at once; one that has ended never will.
  async #patiently(work) {
    for (let tries = 1; ; tries += 1) {
      try {
        const answer = await work();
        this.lost = false;
        return answer;
      } catch (error) {
        this.lost = error.code === "closed" && tries < TRIES;
        if (!this.lost) throw error;
        this.#changed();
        await pause(SLOW);
      }
    }
  }

  // Whether there is something that the last check has not seen to the end.
  get stopped() {
    if (this.state === null || this.working || this.closed) return false;
    return this.of("checked").length > 0 && (this.state.stale || this.state.run === 0);
  }

  check() {
    return this.#change(async () => {});
  }

  stop() {
    return ask("POST", `${this.#place}/stop`).catch((error) => this.#failed(error));
  }

  // Note what the clerk says of findings; what was found comes anew with it. Gives what is wrong with it, or null.
  async explain(reasons) {
    let wrong = null;
    await this.#act(async () => {
      this.trouble = null;
      await this.#explain(reasons).catch((error) => {
        wrong = error.message;
        if (error.code === "gone" || error.code === "closed") throw error;
      });
    }, false);
    await this.#watching;
    if (wrong === null) this.unsaved = this.findings.some((finding) => finding.reason);
    return wrong;
  }

  async #explain(reasons) {
    const said = { by: this.by, until: null, reasons };
    this.state = await askJson("POST", `${this.#place}/reasons`, said);
    this.#watch();
  }

  // After a long sleep the case is deleted; the page still holds the files and what was typed.
  async #restore(more = []) {
    const kept = [...this.#kept.values()];
    const put = new Set(more.map(({ name, role }) => `${role}/${name}`));
    const files = [...kept.filter(({ name, role }) => !put.has(`${role}/${name}`)), ...more];
    const { form = null, period = null, kind_of_unit = null } = this.state?.choices ?? {};
    const before = this.findings.filter((one) => one.reason);
    this.#kept.clear();
    this.#forget();
    await this.#ready();
    await askJson("PUT", `${this.#place}/choices`, { form, period, kind_of_unit });
    await this.#put(files.map(({ file, name, role }) => ({ file, name, role })));
    await this.#check();
    if (!before.length) return;
    await this.#watching;
    const reasons = before.map(({ path, id, reason }) => ({ path, finding: id, text: reason }));
    await this.#explain(reasons);
  }

  async drawn(number) {
    const answer = await ask("GET", `${this.#place}/drawn?number=${number}`);
    return answer.text();
  }

  // Where something to keep is fetched from.
  address(what) {
    return `${this.#place}/${what}`;
  }

  // The page goes away: what it put is deleted soon, unless it comes back.
  leave() {
    if (this.state !== null) navigator.sendBeacon(`${this.#place}/close`);
  }

  startOver() {
    return this.#inTurn(async () => {
      if (this.state !== null) await ask("POST", `${this.#place}/close?now=1`).catch(() => null);
      this.#kept.clear();
      this.#forget();
      this.refusals = [];
      this.trouble = null;
      this.unsaved = false;
      this.#changed("found");
      this.#changed();
    });
  }

  #alive() {
    if (this.state === null || this.closed || this.working) return;
    this.#inTurn(() => this.#patiently(() => ask("POST", `${this.#place}/alive`)));
  }
}
