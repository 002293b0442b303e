import { answerNode } from "./answer.js";
import { filled, node } from "./nodes.js";
import { ask, Failure, recent } from "./service.js";
import { marked, Suggestions } from "./suggestions.js";

const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
const BASE = new URL(script?.src || location.href).origin;
let boxes = 0;

/**
 * `<kuvend-search>`: suggestions while one types, on Enter the cited answer, follow-ups below it.
 *
 * Attributes: `lang` (else the page's), `position="button"` for a button in the corner.
 * Nothing is stored, no cookie is set, and no host but the script's own is asked.
 */
class KuvendSearch extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const spoken = (this.closest("[lang]")?.getAttribute("lang") ?? "").toLowerCase().split("-")[0];
    this.language = spoken in STRINGS ? spoken : "sq";
    this.t = STRINGS[this.language];
    this.number = ++boxes;
    /** @type {{role: string, content: string}[]} */
    this.history = [];
    /** @type {AbortController | null} */
    this.asking = null;
    this.chosen = -1;
    this.draw();
    this.suggestions = new Suggestions(BASE, this.language, (...found) => this.suggest(...found));
    this.listen();
  }

  draw() {
    const { box, common } = this.t;
    const root = this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    this.field = /** @type {HTMLInputElement} */ (
      node("input", {
        id: "field", type: "text", role: "combobox", dir: "auto", maxlength: "1000",
        autocomplete: "off", enterkeyhint: "send", placeholder: box.placeholder,
        "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "list",
      })
    );
    this.list = node("div", { id: "list", role: "listbox", "aria-label": box.passages, hidden: true });
    this.log = node("div", { class: "log" });
    this.status = node("p", { class: "unseen", role: "status" });
    this.problem = node("p", { class: "problem", role: "alert" });
    this.form = node(
      "form",
      { role: "search" },
      node("label", { for: "field" }, box.label),
      node("div", { class: "line" }, this.field, node("button", { class: "ask" }, box.ask)),
      this.list,
    );
    const danger = node("p", {}, node("strong", {}, common.danger), ` ${HELPLINE ?? common.danger_call}`);
    const notes = node("div", { class: "notes" }, node("p", {}, common.notice), danger);
    this.panel = node("div", { class: "panel" }, this.form, this.problem, this.log, notes, this.status);
    const whole = node("div", { class: "whole", lang: this.language });
    if (this.getAttribute("position") === "button") this.hide(whole);
    else whole.append(this.panel);
    root.append(whole);
  }

  /** @param {HTMLElement} whole the panel goes behind a button in it */
  hide(whole) {
    const { box } = this.t;
    const panel = /** @type {HTMLElement} */ (this.panel);
    const opener = node("button", { class: "opener", type: "button", "aria-expanded": "false", "aria-controls": "panel" }, box.open);
    const closer = node("button", { class: "closer", type: "button", "aria-label": box.close }, "×");
    panel.prepend(closer);
    for (const [name, value] of [["id", "panel"], ["role", "dialog"], ["aria-label", box.open]]) {
      panel.setAttribute(name, value);
    }
    panel.hidden = true;
    whole.classList.add("corner");
    whole.append(panel, opener);
    const show = (/** @type {boolean} */ shown) => {
      panel.hidden = !shown;
      opener.setAttribute("aria-expanded", String(shown));
      (shown ? this.field : opener)?.focus();
    };
    opener.addEventListener("click", () => show(panel.hidden));
    closer.addEventListener("click", () => show(false));
    whole.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.defaultPrevented && !panel.hidden) show(false);
    });
  }

  listen() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      const question = this.field.value.trim();
      if (question) this.converse(question);
    });
    this.field.addEventListener("input", () => this.suggestions.typed(this.field.value));
    this.field.addEventListener("keydown", (event) => this.pressed(event));
    this.field.addEventListener("blur", () => setTimeout(() => this.close(), 150));
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    const options = this.options();
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in moves && options.length) {
      event.preventDefault();
      this.choose(this.chosen + moves[/** @type {"ArrowDown" | "ArrowUp"} */ (event.key)]);
    } else if (event.key === "Enter" && this.chosen >= 0) {
      event.preventDefault();
      options[this.chosen].click();
    } else if (event.key === "Escape" && options.length) {
      event.preventDefault();
      this.close();
    }
  }

  /** @param {number} place before the first and after the last stands the field itself */
  choose(place) {
    const options = this.options();
    this.chosen = place < -1 ? options.length - 1 : place >= options.length ? -1 : place;
    options.forEach((one, at) => one.setAttribute("aria-selected", String(at === this.chosen)));
    const chosen = options[this.chosen];
    if (chosen) this.field.setAttribute("aria-activedescendant", chosen.id);
    else this.field.removeAttribute("aria-activedescendant");
    chosen?.scrollIntoView({ block: "nearest" });
  }

  options() {
    return /** @type {HTMLElement[]} */ ([...this.list.querySelectorAll("[role=option]")]);
  }

  close() {
    this.suggestions.stop();
    this.list.replaceChildren();
    this.list.hidden = true;
    this.chosen = -1;
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
  }

  /**
   * @param {any[]} members
   * @param {any[]} hits
   */
  suggest(members, hits) {
    this.close();
    const { box } = this.t;
    const groups = [
      [box.members, members.map((one) => this.memberOption(one))],
      [box.passages, hits.map((one) => this.hitOption(one))],
    ];
    for (const [name, options] of groups) {
      if (!options.length) continue;
      const title = node("div", { class: "group", "aria-hidden": "true" }, /** @type {string} */ (name));
      this.list.append(node("div", { role: "group", "aria-label": name }, title, ...options));
    }
    const options = this.options();
    options.forEach((one, at) => (one.id = `option-${at}`));
    this.list.hidden = !options.length;
    this.field.setAttribute("aria-expanded", String(options.length > 0));
    this.status.textContent = options.length ? filled(box.results, { count: options.length }) : "";
  }

  /** @param {any} member */
  memberOption(member) {
    const where = node("span", { class: "where" }, member.coalitions.join(" · "));
    return this.option(member.citations[0]?.reader, node("span", { dir: "auto" }, member.name), where);
  }

  /** @param {any} hit */
  hitOption(hit) {
    const { document: { id, title }, start, end } = hit;
    const reader = `/documents/${encodeURIComponent(id)}?start=${start}&end=${end}#quote`;
    const text = node("span", { dir: "auto" }, ...marked(hit.text.replace(/\n/g, " "), hit.highlights, 150));
    return this.option(reader, text, node("span", { class: "where", dir: "auto" }, title));
  }

  /**
   * @param {string} reader
   * @param {...Node} children
   */
  option(reader, ...children) {
    const made = node("div", { role: "option", "aria-selected": "false" }, ...children);
    // The field keeps the focus: a list that takes it closes itself.
    made.addEventListener("mousedown", (event) => event.preventDefault());
    made.addEventListener("click", () => {
      const url = new URL(reader, BASE);
      url.searchParams.set("language", this.language);
      window.open(url, "_blank", "noopener");
    });
    return made;
  }

  /** @param {string} question */
  async converse(question) {
    this.close();
    this.asking?.abort();
    const own = (this.asking = new AbortController());
    const { answer: said, box, failure } = this.t;
    const waiting = node("p", { class: "waiting" }, box.searching);
    const turn = node("article", { "aria-busy": "true" }, node("h2", { dir: "auto" }, question), waiting);
    this.log.prepend(turn);
    this.field.value = "";
    this.problem.textContent = "";
    this.say(box.searching);
    try {
      const body = { question, history: recent(this.history) };
      const hear = (/** @type {string} */ text) => (waiting.textContent = text);
      const answer = await ask(BASE, body, hear, own.signal);
      const pen = {
        said, language: this.language, base: BASE, blank: true,
        id: `quote-${this.history.length}`, announce: (/** @type {string} */ text) => this.say(text),
      };
      waiting.replaceWith(answerNode(answer, pen));
      this.history.push({ role: "user", content: question }, { role: "assistant", content: answer.answer });
      const text = answer.answer.replace(/\s*\[\d+\]/g, "").slice(0, 600);
      this.say(filled(said.announced, { text, citations: answer.citations.length }));
    } catch (error) {
      turn.remove();
      if (own.signal.aborted) return;
      const { kind, seconds } = error instanceof Failure ? error : new Failure("other");
      this.say("");
      this.problem.textContent = filled(failure[kind], { seconds });
      this.field.value ||= question;
    } finally {
      turn.removeAttribute("aria-busy");
    }
  }

  /** @param {string} text */
  say(text) {
    this.status.textContent = text;
  }
}

if (!customElements.get("kuvend-search")) customElements.define("kuvend-search", KuvendSearch);
