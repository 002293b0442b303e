import { arrange } from "./arrangement.js";
import { copyOnClick } from "./citation.js";
import { filled, node, openable } from "./nodes.js";

/**
 * What an answer is drawn with: `said` are the strings of section "answer", `base` is the
 * service's address, `id` sets this answer's quotes apart from those of others on the page.
 * @typedef {{said: Record<string, string>, language: string, base: string, id: string,
 *   blank: boolean, announce: (text: string) => void}} Pen
 */

/**
 * @param {any} answer the JSON of POST /api/ask
 * @param {Pen} pen
 * @returns {HTMLElement}
 */
export function answerNode(answer, pen) {
  const { headline, prose, quotes, listed, checked } = arrange(answer);
  const { said, language } = pen;
  const shown = node("div", { class: `answer ${answer.status}`, lang: answer.language });
  const badge = /** @type {Record<string, string>} */ ({
    unsure: said.unsure,
    not_found: said.unanswered,
  })[answer.status];
  if (badge) shown.append(node("p", { class: "badge" }, badge));
  if (answer.understood) {
    const about = filled(said.understood, { question: answer.understood });
    shown.append(node("p", { class: "understood", lang: language, dir: "auto" }, about));
  }
  if (headline) shown.append(node("p", { class: "headline", dir: "auto" }, headline));
  for (const line of prose) {
    const parts = line.map((piece) =>
      piece.number === undefined
        ? piece.text
        : markerNode(listed.get(piece.number), pen, `#${pen.id}-${piece.number}`),
    );
    shown.append(node("p", { class: "prose", dir: "auto" }, ...parts));
  }
  if (answer.items.length) {
    shown.append(node("ul", { class: "items" }, ...answer.items.map(itemNode)));
  }
  if (quotes.length) {
    const heading = { class: "quotes", "aria-label": said.quotes, lang: language };
    shown.append(node("section", heading, ...quotes.map((one) => quoteNode(one, pen, one.number))));
  }
  if (checked) {
    shown.append(node("p", { class: "checked", lang: language }, filled(said.checked, checked)));
  }
  if (answer.related?.length) {
    shown.append(
      node(
        "section",
        { class: "related", lang: language },
        node("h3", {}, said.related),
        node("p", { class: "hint" }, said.related_note),
        ...answer.related.map((/** @type {any} */ one) => quoteNode(one, pen)),
      ),
    );
  }
  return shown;

  /** @param {{name: string, detail: string, citations: number[]}} item */
  function itemNode(item) {
    return node(
      "li",
      { dir: "auto" },
      node("span", { class: "name" }, item.name),
      ...item.citations.map((number) => markerNode(listed.get(number), pen)),
      item.detail ? " " : null,
      item.detail ? node("span", { class: "detail" }, item.detail) : null,
    );
  }
}

/**
 * @param {any} citation
 * @param {Pen} pen
 * @param {string} [here] the quote on this page, where it is shown
 */
function markerNode(citation, pen, here) {
  if (!citation) return null;
  const address = here ?? reader(citation, pen) ?? "#";
  const opens = !here && pen.blank ? { target: "_blank", rel: "noopener" } : {};
  const marker = node(
    "a",
    { class: "marker", href: address, title: citation.document.title, ...opens },
    node("span", { class: "unseen" }, filled(pen.said.citation, { number: "" })),
    String(citation.number),
  );
  if (here) {
    // Ids of a shadow tree are no targets of links.
    marker.addEventListener("click", (event) => {
      const root = /** @type {Document | ShadowRoot} */ (marker.getRootNode());
      const quote = root.getElementById(here.slice(1));
      if (!quote) return;
      event.preventDefault();
      quote.focus({ preventScroll: true });
      quote.scrollIntoView({ block: "nearest" });
    });
  }
  return marker;
}

/**
 * @param {any} citation
 * @param {Pen} pen
 * @param {number} [number] none for a passage that is no answer
 */
function quoteNode(citation, pen, number) {
  const { said } = pen;
  return node(
    "figure",
    { class: "quote", id: number ? `${pen.id}-${number}` : null, tabindex: number ? "-1" : null },
    number
      ? node("span", { class: "number", "aria-hidden": "true" }, String(number))
      : node("span", { class: "no-answer" }, said.not_answer),
    node("blockquote", { lang: citation.document.language, dir: "auto" }, citation.quote),
    node("figcaption", {}, sourceNode(citation, said), actionsNode(citation, pen)),
  );
}

/**
 * @param {any} citation
 * @param {Record<string, string>} said
 */
function sourceNode(citation, said) {
  const { title, publisher, date } = citation.document;
  const details = [publisher, date, citation.section].filter((one) => one && one !== title);
  if (citation.page) details.push(filled(said.page, { page: citation.page }));
  if (citation.original) {
    details.push(filled(said.translation, { title: citation.original.title }));
  }
  return node(
    "p",
    { class: "source" },
    node("cite", { dir: "auto" }, title),
    ...details.flatMap((one) => [" ", node("span", { class: "detail", dir: "auto" }, one)]),
  );
}

/**
 * @param {any} citation
 * @param {Pen} pen
 */
function actionsNode(citation, pen) {
  const { said } = pen;
  const ours = reader(citation, pen);
  const theirs = citation.link === citation.reader ? null : openable(citation.link, pen.base);
  const copy = node("button", { class: "action copy", type: "button" }, said.cite);
  const { title, publisher, date } = citation.document;
  const cited = { title, publisher, date, link: theirs ?? ours ?? "", quote: citation.quote };
  copyOnClick(copy, cited, /** @type {any} */ (said), pen.announce);
  const leaving = { target: "_blank", rel: "noopener noreferrer" };
  return node(
    "p",
    { class: "actions" },
    ours && node("a", { class: "action", href: ours, ...(pen.blank ? leaving : {}) }, said.open),
    theirs && node("a", { class: "action", href: theirs, ...leaving }, said.source),
    copy,
  );
}

/**
 * @param {any} citation
 * @param {Pen} pen
 */
function reader(citation, pen) {
  const address = openable(citation.reader, pen.base);
  if (!address) return null;
  const url = new URL(address);
  url.searchParams.set("language", pen.language);
  return url.href;
}
