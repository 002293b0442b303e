/** An answer arranged for reading, as assistant/web/arrangement.py does it on the server. */

const MARKS = [["“", "”"], ["„", "“"], ["«", "»"], ['"', '"']];
const MARKER = /\[(\d{1,3})\]/g;
const WORDS = /[\p{L}\p{N}_]+/gu;

/**
 * @param {any} answer the JSON of POST /api/ask
 * @returns {{headline: string | null, prose: {text: string, number?: number}[][],
 *   quotes: any[], listed: Map<number, any>, checked: any}}
 */
export function arrange(answer) {
  let text = answer.answer;
  if (answer.items.length) {
    text = text.split("\n").filter((/** @type {string} */ line) => !line.startsWith("- ")).join("\n");
  }
  let cut = withoutQuotes(text, answer.citations);
  if (answer.short && words(cut.replace(MARKER, "")) === words(answer.short)) cut = "";
  const byItem = new Set(answer.items.flatMap((/** @type {any} */ item) => item.citations));
  const inText = new Set([...text.matchAll(MARKER)].map((found) => Number(found[1])));
  return {
    headline: answer.short,
    prose: cut.split("\n").filter((/** @type {string} */ line) => line.trim()).map(pieces),
    quotes: answer.citations.filter(
      (/** @type {any} */ one) => inText.has(one.number) || !byItem.has(one.number),
    ),
    checked: words(cut).split(" ").includes(String(answer.checked?.documents)) ? null : answer.checked,
    listed: new Map(answer.citations.map((/** @type {any} */ one) => [one.number, one])),
  };
}

/** @param {string} text */
function words(text) {
  return (text.match(WORDS) ?? []).join(" ");
}

/**
 * @param {string} text
 * @param {any[]} citations
 */
function withoutQuotes(text, citations) {
  for (const { quote, number } of citations) {
    for (const [opening, closing] of MARKS) {
      const quoted = `${opening}${quote}${closing} [${number}]`;
      const place = text.indexOf(quoted);
      if (place < 0 || (place > 0 && "(:".includes(text[place - 1]))) continue;
      text = text.slice(0, place) + text.slice(place + quoted.length);
    }
  }
  return text;
}

/** @param {string} line */
function pieces(line) {
  const found = [];
  let end = 0;
  for (const marker of line.matchAll(MARKER)) {
    found.push({ text: line.slice(end, marker.index).replace(/ +$/, "") });
    found.push({ text: marker[0], number: Number(marker[1]) });
    end = marker.index + marker[0].length;
  }
  found.push({ text: line.slice(end).trimEnd() });
  return found;
}
