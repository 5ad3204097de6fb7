// @ts-check
/* The box before publishing: asks the server about the article as it stands in the editor. */

(() => {
  "use strict";

  const PAUSE = 1200; // milliseconds after the last change
  let waiting = 0;
  let asked = "";

  /** @param {string} text */
  const letters = (text) => [...text].length;

  /** Headline and paragraphs, with the claims marked in them, places counted as Python does. */
  function article() {
    const fields = document.querySelectorAll(":has(> [data-draftail-editor-wrapper]) > input[type=hidden]");
    const texts = [...fields].map((field) => /** @type {any} */ (field).rawContentState).filter(Boolean);
    const paragraphs = texts.flatMap(({ blocks, entityMap }) =>
      blocks.map((/** @type {any} */ block) => ({ text: block.text, marks: marksOf(block, entityMap) })),
    );
    const headline = /** @type {HTMLInputElement | null} */ (document.querySelector("[name=title]"));
    return JSON.stringify({ headline: headline?.value ?? "", paragraphs });
  }

  /** @param {any} block @param {Record<string, any>} entityMap */
  function marksOf({ text, entityRanges }, entityMap) {
    return entityRanges
      .filter((/** @type {any} */ range) => entityMap[range.key]?.type === "CLAIM")
      .map((/** @type {any} */ { offset, length, key }) => ({
        start: letters(text.slice(0, offset)),
        end: letters(text.slice(0, offset + length)),
        claim: entityMap[key].data.id,
      }));
  }

  async function ask() {
    const box = /** @type {HTMLElement | null} */ (document.querySelector("[data-before-publishing]"));
    const token = /** @type {HTMLInputElement | null} */ (document.querySelector("[name=csrfmiddlewaretoken]"));
    const body = article();
    if (!box || !token || body === asked) return;
    asked = body;
    const headers = { "X-CSRFToken": token.value, "Content-Type": "application/json" };
    try {
      const answer = await fetch(box.dataset.beforePublishing ?? "", { method: "POST", body, headers });
      if (!answer.ok) throw new Error(String(answer.status));
      box.innerHTML = await answer.text();
    } catch {
      asked = "";
      box.textContent = "This could not be checked just now.";
    }
  }

  function askSoon() {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(ask, PAUSE);
  }

  /** A claim whose status changed makes the same text look different. */
  function askAgain() {
    asked = "";
    askSoon();
  }

  document.addEventListener("input", askSoon);
  document.addEventListener("focusout", askSoon);
  document.addEventListener("claim:entered", askAgain);
  window.addEventListener("load", askSoon);
})();
