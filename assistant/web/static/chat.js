/** The chat page: asks without leaving the page; what was said is kept in this page only. */
import { answerNode } from "./answer.js";
import { wakeCopyButtons } from "./citation.js";
import { filled, node } from "./nodes.js";
import { ask, Failure, recent } from "./service.js";

const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const form = /** @type {HTMLFormElement} */ (main.querySelector("form"));
const input = /** @type {HTMLInputElement} */ (form.querySelector("#question"));
const log = /** @type {HTMLElement} */ (main.querySelector(".log"));
const status = /** @type {HTMLElement} */ (main.querySelector("#status"));
const problem = /** @type {HTMLElement} */ (form.querySelector(".problem"));
const label = /** @type {HTMLElement} */ (form.querySelector("label"));
const said = JSON.parse(main.dataset.said ?? "{}");
const language = main.dataset.language ?? "sq";

/** @type {{role: string, content: string}[]} */
const history = [];
/** @type {AbortController | null} */
let asking = null;

/** @param {string} text */
const announce = (text) => (status.textContent = text);

wakeCopyButtons(main, said.answer, announce);
for (const turn of log.querySelectorAll(".turn")) {
  const [question, answer] = [turn.querySelector(".question"), turn.querySelector(".answer")];
  remember(question?.textContent ?? "", answer?.textContent?.trim().replace(/\s+/g, " ") ?? "");
}
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const question = input.value.trim();
  if (question) converse(question);
});
main.addEventListener("click", (event) => {
  const link = /** @type {Element} */ (event.target).closest("a[data-question]");
  if (!(link instanceof HTMLElement) || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  converse(link.dataset.question ?? "");
  input.focus();
});

/** @param {string} question */
async function converse(question) {
  asking?.abort();
  const own = (asking = new AbortController());
  main.querySelector(".welcome")?.classList.add("past");
  main.querySelector(".suggested")?.remove();
  const waiting = node("p", { class: "waiting" }, said.chat.searching);
  const turn = node(
    "article",
    { class: "turn", "aria-busy": "true" },
    node("h2", { class: "question", dir: "auto" }, question),
    waiting,
  );
  log.append(turn);
  input.value = "";
  problem.textContent = "";
  label.textContent = said.chat.follow_up;
  announce(said.chat.searching);
  turn.scrollIntoView({ block: "start" });
  try {
    const body = { question, history: recent(history) };
    const answer = await ask(location.href, body, (text) => (waiting.textContent = text), own.signal);
    waiting.replaceWith(answerNode(answer, pen()));
    remember(question, answer.answer);
    announce(
      filled(said.answer.announced, { text: spoken(answer), citations: answer.citations.length }),
    );
    suggest(answer.suggestions);
  } catch (error) {
    turn.remove();
    if (own.signal.aborted) return;
    const { kind, seconds } = error instanceof Failure ? error : new Failure("other");
    announce("");
    problem.textContent = filled(said.failure[kind], { seconds });
    // Nothing that was typed is lost; what was typed meanwhile stays.
    input.value ||= question;
  } finally {
    turn.removeAttribute("aria-busy");
  }
}

function pen() {
  const id = `answer-${log.querySelectorAll(".turn").length}`;
  return { said: said.answer, language, base: location.origin, id, blank: false, announce };
}

/** @param {any} answer */
function spoken(answer) {
  return answer.answer.replace(/\s*\[\d+\]/g, "").replace(/\s+/g, " ").trim().slice(0, 600);
}

/** @param {string[]} questions */
function suggest(questions) {
  if (!questions.length) return;
  const links = questions.map((one) => {
    const query = new URLSearchParams({ question: one, language });
    return node("li", {}, node("a", { href: `/?${query}`, "data-question": one, dir: "auto" }, one));
  });
  const section = node("section", { class: "suggested" }, node("h2", {}, said.answer.next));
  section.append(node("ul", {}, ...links));
  form.after(section);
}

/**
 * @param {string} question
 * @param {string} answer
 */
function remember(question, answer) {
  history.push({ role: "user", content: question }, { role: "assistant", content: answer });
}
