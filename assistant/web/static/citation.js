/** A quote to paste elsewhere: title, publisher, date, link, quote, and the day it was seen. */

/**
 * @typedef {{title: string, publisher?: string, date?: string, link?: string, quote: string}} Cited
 */

/**
 * @param {Cited} cited
 * @param {string} accessed "accessed {date}" in the reader's language
 * @param {Date} day
 * @returns {string}
 */
export function citationText(cited, accessed, day = new Date()) {
  const iso = [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
  const source = [cited.publisher, cited.title, cited.date].filter(Boolean).join(", ");
  const seen = accessed.replace("{date}", iso);
  return `“${cited.quote}” — ${source}. ${cited.link ? `${cited.link} ` : ""}(${seen})`;
}

/**
 * @param {HTMLElement} button
 * @param {Cited} cited
 * @param {{copied: string, copy_failed: string, accessed: string}} said
 * @param {(text: string) => void} announce
 */
export function copyOnClick(button, cited, said, announce) {
  const label = button.textContent ?? "";
  button.hidden = false;
  button.addEventListener("click", async () => {
    let outcome = said.copied;
    try {
      await navigator.clipboard.writeText(citationText(cited, said.accessed));
    } catch {
      outcome = said.copy_failed;
    }
    button.textContent = outcome;
    announce(outcome);
    setTimeout(() => (button.textContent = label), 2500);
  });
}

/**
 * Let the copy buttons that the server wrote into the page work.
 * @param {ParentNode} within
 * @param {{copied: string, copy_failed: string, accessed: string}} said
 * @param {(text: string) => void} announce
 */
export function wakeCopyButtons(within, said, announce) {
  for (const button of within.querySelectorAll("button.copy[hidden]")) {
    const { title = "", publisher, date, link, quote = "" } = button.dataset;
    // Without an address of its own a document is cited by our page of it.
    const place = link ? new URL(link, location.href).href : location.href;
    copyOnClick(button, { title, publisher, date, link: place, quote }, said, announce);
  }
}
