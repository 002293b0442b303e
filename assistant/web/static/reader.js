/** The reader's page: a quote can be copied with its source. */
import { wakeCopyButtons } from "./citation.js";

const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const status = /** @type {HTMLElement} */ (main.querySelector("#status"));
const { copied = "", copyFailed = "", accessed = "" } = main.dataset;

wakeCopyButtons(main, { copied, copy_failed: copyFailed, accessed }, (text) => {
  status.textContent = text;
});
