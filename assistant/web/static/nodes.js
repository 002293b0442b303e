/** Elements made of text nodes: nothing that a document or a person wrote is ever read as HTML. */

/**
 * @param {string} tag
 * @param {Record<string, string | boolean | null | undefined>} attributes
 * @param {...(Node | string | null | undefined)} children strings become text nodes
 * @returns {HTMLElement}
 */
export function node(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(name, "");
    else if (typeof value === "string") made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/**
 * @param {string} text with {name} in it
 * @param {Record<string, string | number>} values
 * @returns {string}
 */
export function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/**
 * @param {string | null | undefined} address what a document gives as its address
 * @param {string} base the service
 * @returns {string | null} the address when it opens as a page, else null
 */
export function openable(address, base) {
  if (!address || !URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
}
