import { node } from "./nodes.js";
import { get } from "./service.js";

/** The least time between two searches while one types: the service counts them. */
const PAUSE_MS = 250;
const LEAST_CHARACTERS = 2;
const MEMBERS = 3;
const PASSAGES = 5;

/**
 * What is found while one types: members that the page knows, passages that the service finds.
 *
 * The first key is searched for at once; those that follow quickly wait until the pause is over,
 * and only the last of them is asked for. A search that is overtaken is aborted.
 */
export class Suggestions {
  /**
   * @param {string} base
   * @param {string} language
   * @param {(members: any[], hits: any[], text: string) => void} found
   */
  constructor(base, language, found) {
    this.base = base;
    this.language = language;
    this.found = found;
    this.last = -PAUSE_MS;
    this.silentUntil = 0;
    this.timer = 0;
    /** @type {AbortController | null} */
    this.under = null;
    /** @type {Promise<any[]> | null} */
    this.members = null;
    /** @type {Map<string, any[]>} */
    this.known = new Map();
  }

  /** @param {string} text what stands in the field */
  typed(text) {
    this.stop();
    const sought = text.trim();
    if ([...sought].length < LEAST_CHARACTERS) return this.found([], [], sought);
    const wait = Math.max(0, this.last + PAUSE_MS - performance.now());
    if (wait && !this.known.has(sought)) this.timer = setTimeout(() => this.search(sought), wait);
    else this.search(sought);
  }

  /** Forget the search under way. */
  stop() {
    clearTimeout(this.timer);
    this.under?.abort();
    this.under = null;
  }

  /** @param {string} text */
  async search(text) {
    const own = (this.under = new AbortController());
    try {
      const [members, hits] = await Promise.all([this.named(text), this.hits(text, own.signal)]);
      if (!own.signal.aborted) this.found(members, hits, text);
    } catch (error) {
      // Suggestions are a help: without them the question can still be asked.
      if (own.signal.aborted) return;
      this.silentUntil = performance.now() + 1000 * (/** @type {any} */ (error).seconds ?? 5);
      this.found([], [], text);
    }
  }

  /**
   * @param {string} text
   * @param {AbortSignal} signal
   */
  async hits(text, signal) {
    const known = this.known.get(text);
    if (known) return known;
    if (performance.now() < this.silentUntil) return [];
    this.last = performance.now();
    const query = { q: text, limit: String(PASSAGES), typing: "true" };
    const { hits } = await get(this.base, "/api/search", query, signal);
    if (this.known.size > 100) this.known.clear();
    this.known.set(text, hits);
    return hits;
  }

  /** @param {string} text */
  async named(text) {
    this.members ??= get(this.base, "/api/members", { language: this.language }, new AbortController().signal)
      .then((body) => body.members)
      .catch(() => []);
    const words = folded(text).split(/\s+/);
    const found = (await this.members).filter((member) => {
      const names = folded([member.name, ...member.aliases].join(" "));
      return words.every((word) => names.includes(word));
    });
    return found.slice(0, MEMBERS);
  }
}

/** @param {string} text */
function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * @param {string} text
 * @param {[number, number][]} spans in code points
 * @param {number} most characters to show
 * @returns {(Node | string)[]} `text` around its first mark, with the spans marked
 */
export function marked(text, spans, most) {
  const letters = [...text];
  const first = spans[0]?.[0] ?? 0;
  // Cut between words: back from the first mark, and back from the end.
  const from = first > most / 2 ? letters.lastIndexOf(" ", first - Math.floor(most / 3)) + 1 : 0;
  const whole = letters.length <= from + most;
  const to = whole ? letters.length : Math.max(first, letters.lastIndexOf(" ", from + most));
  const shown = [from ? "… " : ""];
  let end = from;
  for (const [start, stop] of spans) {
    if (start < end || stop > to) continue;
    shown.push(letters.slice(end, start).join(""));
    shown.push(/** @type {any} */ (node("mark", {}, letters.slice(start, stop).join(""))));
    end = stop;
  }
  shown.push(letters.slice(end, to).join("") + (whole ? "" : " …"));
  return shown;
}
