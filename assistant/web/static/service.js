/** Talking to the service: answers as they come, passages while one types. */

/** A failure that can be told: `kind` is a key of the strings of section "failure". */
export class Failure extends Error {
  /**
   * @param {string} kind
   * @param {number} seconds after which to try again
   */
  constructor(kind, seconds = 5) {
    super(kind);
    this.kind = kind;
    this.seconds = seconds;
  }
}

/**
 * Ask, and hear the answer piece by piece.
 * @param {string} base the service's address
 * @param {{question: string, history: {role: string, content: string}[]}} body
 * @param {(text: string) => void} heard the text so far
 * @param {AbortSignal} signal
 * @returns {Promise<any>} the whole answer
 */
export async function ask(base, body, heard, signal) {
  const response = await reach(new URL("/api/ask", base), {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "text/event-stream, application/json" },
    body: JSON.stringify(body),
    signal,
  });
  const type = response.headers.get("content-type") ?? "";
  if (!type.startsWith("text/event-stream")) return response.json();
  let text = "";
  for await (const { event, data } of events(response)) {
    if (event === "delta") {
      text += typeof data === "string" ? data : "";
      heard(text);
    } else if (event === "done") return data;
    else if (event === "error") throw new Failure("other");
  }
  throw new Failure("offline");
}

/**
 * @param {string} base
 * @param {string} path
 * @param {Record<string, string>} query
 * @param {AbortSignal} signal
 * @returns {Promise<any>}
 */
export async function get(base, path, query, signal) {
  const url = new URL(path, base);
  url.search = String(new URLSearchParams(query));
  return (await reach(url, { signal })).json();
}

/**
 * What was said before, within the service's limits: ten turns, 8 KB in all.
 * @param {{role: string, content: string}[]} turns
 */
export function recent(turns) {
  const kept = [];
  let bytes = 0;
  for (const turn of turns.slice(-10).reverse()) {
    const content = [...turn.content].slice(0, 700).join("");
    bytes += new TextEncoder().encode(content).length;
    if (bytes > 7000) break;
    kept.unshift({ role: turn.role, content });
  }
  return kept;
}

/**
 * @param {URL} url
 * @param {RequestInit} options
 */
async function reach(url, options) {
  let response;
  try {
    response = await fetch(url, { credentials: "omit", referrerPolicy: "no-referrer", ...options });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new Failure("offline");
  }
  if (response.ok) return response;
  const seconds = Number(response.headers.get("retry-after")) || 5;
  if (response.status === 429 || response.status === 503) throw new Failure("busy", seconds);
  throw new Failure([400, 413, 422].includes(response.status) ? "unfit" : "other");
}

/**
 * Server-sent events; each `data` is one JSON value.
 * @param {Response} response
 */
async function* events(response) {
  const reader = /** @type {ReadableStream<Uint8Array>} */ (response.body)
    .pipeThrough(new TextDecoderStream())
    .getReader();
  let rest = "";
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      const blocks = (rest + value).split(/\r?\n\r?\n/);
      rest = blocks.pop() ?? "";
      for (const block of blocks) {
        const event = field(block, "event");
        if (event) yield { event, data: JSON.parse(field(block, "data")) };
      }
    }
  } finally {
    drain(reader);
  }
}

/**
 * Read on to the end: a stream that is cut off after its last event looks like a failure.
 * @param {ReadableStreamDefaultReader<string>} reader
 */
async function drain(reader) {
  try {
    while (!(await reader.read()).done);
  } catch {
    // It was aborted.
  }
}

/**
 * @param {string} block one event
 * @param {string} name
 */
function field(block, name) {
  const lines = block.split(/\r?\n/).filter((line) => line.startsWith(`${name}:`));
  return lines.map((line) => line.slice(name.length + 1).replace(/^ /, "")).join("\n");
}
