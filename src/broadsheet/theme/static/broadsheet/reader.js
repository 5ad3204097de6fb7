// What a reader's page does without leaving the page. All of it also works without this script,
// by the plain forms and links that it takes over. The words a reader sees come from the templates
// wherever they can, as HTML that the server returns.

const FRAGMENT = { "X-Broadsheet-Fragment": "1" };
const NICKNAME = "broadsheet:name";
const NO_ANSWER = [502, 503, 504]; // the paper is being restarted
const PAUSES = [1, 2, 4, 8, 16]; // seconds before each further try
const TIME_OUT = 15_000;

/** What this browser keeps; nothing where its owner does not allow that. */
const kept = {
  /** @param {string} key @returns {any} */
  read(key) {
    try {
      return JSON.parse(localStorage.getItem(key) ?? "null");
    } catch {
      return null;
    }
  },
  /** @param {string} key @param {unknown} value null forgets it */
  write(key, value) {
    try {
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(value));
    } catch {
      // A private window, or full. Only the draft for later is lost.
    }
  },
};

/** A form to write a comment or a reply: keeps the draft, and sends it once. */
class CommentForm extends HTMLElement {
  connectedCallback() {
    this.thread = this.closest("bs-thread");
    this.form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    this.button = /** @type {HTMLButtonElement} */ (this.querySelector("[type=submit]"));
    this.button.disabled = false; // Firefox keeps it disabled over a reload
    this.status = place(this.form, "form-status", "status");
    this.restore();
    this.addEventListener("input", () => this.keep());
    this.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
  }

  /** @param {string} name */
  field(name) {
    return /** @type {HTMLInputElement | null} */ (this.form?.elements.namedItem(name));
  }

  get parent() {
    return this.field("parent")?.value ?? "";
  }

  get draftKey() {
    return `broadsheet:draft:${this.form?.getAttribute("action")}:${this.parent}`;
  }

  restore() {
    const draft = kept.read(this.draftKey) ?? {};
    this.key = draft.key ?? newKey();
    this.fill("text", draft.text);
    this.fill("name", draft.name || kept.read(NICKNAME));
  }

  /** Never writes over what is there. @param {string} name @param {string | null} [value] */
  fill(name, value) {
    const field = this.field(name);
    if (field && value) field.value ||= value;
  }

  /** Before it is sent, too: whoever comes back after a crash sends it again under the same key. */
  keep() {
    const text = this.field("text")?.value;
    const draft = { key: this.key, text, name: this.field("name")?.value };
    kept.write(this.draftKey, text ? draft : null);
  }

  async send() {
    if (this.button?.disabled) return;
    this.busy(true);
    this.keep();
    const answer = await this.deliver();
    this.busy(false);
    if (answer?.status === 201) this.taken(answer);
    else if (answer?.status === 422) this.refused(answer.html);
    else if (answer) this.say(`The paper could not take it (${answer.status}). Your text is kept here.`);
    else this.say("Still no answer. Your text is kept here; send it again later, it will appear once.");
  }

  /** @param {boolean} isBusy */
  busy(isBusy) {
    if (this.button) this.button.disabled = isBusy;
    this.say(isBusy ? "Sending …" : "");
  }

  /** @param {string} words */
  say(words) {
    if (this.status) this.status.textContent = words;
  }

  /** Send until there is an answer, or patience ends. */
  async deliver() {
    const form = /** @type {HTMLFormElement} */ (this.form);
    for (const seconds of [...PAUSES, 0]) {
      try {
        const body = new FormData(form);
        body.set("key", this.key ?? "");
        const signal = AbortSignal.timeout(TIME_OUT);
        const answer = await fetch(form.action, { method: "POST", headers: FRAGMENT, body, signal });
        const html = await answer.text();
        const address = answer.headers.get("Location") ?? location.href;
        if (!NO_ANSWER.includes(answer.status)) return { status: answer.status, html, address };
      } catch {
        // No connection, cut off or too slow: in each case the comment may have arrived or not.
      }
      if (!seconds) break;
      this.say(
        navigator.onLine
          ? "No answer yet. Your text is kept, and is sent again in a moment."
          : "You are offline. Your text is kept, and is sent when you are back.",
      );
      await pause(seconds);
    }
    return null;
  }

  /** @param {{html: string, address: string}} answer */
  taken({ html, address }) {
    const text = this.field("text");
    kept.write(this.draftKey, null);
    kept.write(NICKNAME, this.field("name")?.value || null);
    if (!(this.thread instanceof Thread)) return location.assign(address);
    this.thread.show(html, this.parent);
    if (this.parent) return this.remove();
    this.key = newKey();
    if (text) text.value = "";
    for (const error of this.querySelectorAll(".form-error")) error.remove();
    for (const field of this.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
  }

  /** Nothing was stored under the old key, or another text was. @param {string} html */
  refused(html) {
    this.key = newKey();
    this.keep();
    const again = elementOf(html);
    this.replaceWith(again);
    const error = again.querySelector("[aria-invalid], .form-error");
    if (error) focusOn(/** @type {HTMLElement} */ (error));
  }
}

/** The discussion: replies in place, votes, and what in it is this reader's own. */
class Thread extends HTMLElement {
  connectedCallback() {
    this.live = place(this, "visually-hidden", "status");
    this.addEventListener("click", (event) => this.follow(event));
    this.addEventListener("keydown", (event) => event.key === "Escape" && this.close(event));
    this.addEventListener("submit", (event) => this.vote(event));
    // The server never hears of who has not written or voted here, and not before it is of use.
    if (document.cookie.includes("broadsheet_known=")) whenNear(this, () => this.markOwn());
  }

  /** @param {MouseEvent} event */
  follow(event) {
    const link = /** @type {Element} */ (event.target).closest("a");
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link?.matches(".reply")) this.open(event, link);
    if (link?.matches(".cancel")) this.close(event);
  }

  /** @param {Event} event @param {HTMLAnchorElement} link */
  open(event, link) {
    const comment = link.closest("article");
    const blank = this.querySelector("template")?.content.firstElementChild;
    if (!comment || !blank) return; // the link leads to the form
    event.preventDefault();
    if (!comment.nextElementSibling?.matches("bs-comment-form")) {
      this.querySelector("li > bs-comment-form:not(:has(:disabled))")?.remove();
      const form = /** @type {HTMLElement} */ (blank.cloneNode(true));
      form.querySelector("[name=parent]")?.setAttribute("value", numberOf(comment));
      comment.after(form);
    }
    comment.parentElement?.querySelector("textarea")?.focus();
  }

  /** Leave a reply; its draft stays. @param {Event} event */
  close(event) {
    const form = /** @type {Element} */ (event.target).closest("li > bs-comment-form");
    if (!form || form.querySelector(":disabled")) return;
    event.preventDefault();
    /** @type {HTMLElement | null | undefined} */ (
      form.previousElementSibling?.querySelector(".reply")
    )?.focus();
    form.remove();
  }

  /** Put a comment just taken where it belongs, and go there. @param {string} html @param {string} parent */
  show(html, parent) {
    const sent = elementOf(html);
    // One that was sent twice comes back twice.
    const comment = (sent.id && document.getElementById(sent.id)) || sent;
    if (comment === sent) this.insert(sent, parent);
    this.own(comment);
    this.querySelector(".empty")?.remove();
    focusOn(comment.querySelector("article") ?? comment);
    if (this.live) this.live.textContent = sent.id ? "Your comment is published." : sent.textContent;
  }

  /** @param {HTMLElement} comment @param {string} parent */
  insert(comment, parent) {
    const above = parent && document.getElementById(`comment-${parent}`);
    if (!above) return this.querySelector(".comments")?.prepend(comment);
    // As in comment.html: replies below the fifth level stand at the fifth.
    if (above.matches("ol ol ol ol ol > li")) return above.after(comment);
    let replies = above.querySelector(":scope > ol");
    if (!replies) above.append((replies = document.createElement("ol")));
    replies.append(comment);
  }

  /** @param {SubmitEvent} event */
  async vote(event) {
    const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
    const foot = button?.closest("p");
    if (!button || !foot || button.form?.id !== "votes") return;
    event.preventDefault();
    if (foot.ariaBusy) return;
    foot.ariaBusy = "true";
    const body = new URLSearchParams([[button.name, button.value]]);
    const { action } = button.form;
    const answer = await fetch(action, { method: "POST", headers: FRAGMENT, body }).catch(() => null);
    foot.ariaBusy = null;
    foot.querySelector(".vote-error")?.remove();
    if (answer?.ok) {
      const { score, vote } = await answer.json();
      foot.querySelector("output")?.replaceChildren(`${score}`);
      press(foot, vote);
    } else {
      // Never sent twice: the same vote again would take it back.
      const words = answer?.status === 422 ? await answer.text() : "Not sent. Try again.";
      place(foot, "vote-error", "alert").textContent = words;
    }
  }

  /** Mark what a page that is the same for all cannot say. */
  async markOwn() {
    const answer = await fetch(this.dataset.mine ?? "").catch(() => null);
    if (!answer?.ok) return;
    const { name, votes, own, held } = await answer.json();
    for (const form of this.querySelectorAll("bs-comment-form"))
      if (form instanceof CommentForm) form.fill("name", name);
    if (name) kept.write(NICKNAME, name);
    for (const [comment, vote] of Object.entries(votes)) {
      const foot = document.querySelector(`#comment-${comment} .comment-foot`);
      if (foot) press(foot, vote);
    }
    for (const [comment, until] of Object.entries(own)) {
      const found = document.getElementById(`comment-${comment}`);
      if (found) this.own(found, until);
    }
    this.querySelector(".comments")?.prepend(...held.map(elementOf));
  }

  /** @param {Element} comment @param {number} [until] when it can no longer be edited, in seconds */
  own(comment, until = Infinity) {
    const foot = comment.querySelector(".comment-foot");
    const permalink = /** @type {HTMLAnchorElement | null} */ (comment.querySelector(".when"));
    if (!foot || !permalink) return;
    for (const button of foot.querySelectorAll("button")) button.disabled = true;
    if (until * 1000 < Date.now() || foot.querySelector(".edit")) return;
    const edit = document.createElement("a");
    edit.className = "edit";
    edit.href = `${permalink.href}edit/`;
    edit.textContent = "Edit";
    foot.append(edit);
  }
}

/** An empty place for words that a screen reader speaks. @param {Element} where @param {string} className @param {string} role */
function place(where, className, role) {
  const span = document.createElement("span");
  Object.assign(span, { className, role });
  where.append(span);
  return span;
}

/** @param {Element} foot @param {unknown} vote */
function press(foot, vote) {
  foot.querySelector("[name=up]")?.setAttribute("aria-pressed", `${vote === 1}`);
  foot.querySelector("[name=down]")?.setAttribute("aria-pressed", `${vote === -1}`);
}

/** @param {Element} comment */
function numberOf(comment) {
  return comment.parentElement?.id.replace("comment-", "") ?? "";
}

/** @param {string} html of one element, made by our server */
function elementOf(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return /** @type {HTMLElement} */ (template.content.firstElementChild);
}

/** @param {HTMLElement} element */
function focusOn(element) {
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block: "nearest", behavior: still ? "instant" : "smooth" });
}

/** 128 random bits. `randomUUID` is missing where a paper is tried out without https. */
function newKey() {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("-");
}

/** So many seconds, or until the connection is back; while there is none, only that counts. @param {number} seconds */
function pause(seconds) {
  return new Promise((resolve) => {
    addEventListener("online", resolve, { once: true });
    if (navigator.onLine) setTimeout(resolve, seconds * 1000);
  });
}

/** @param {Element} element @param {() => void} act once it is less than a screen away */
function whenNear(element, act) {
  const watch = new IntersectionObserver(
    (seen) => {
      if (!seen.some((entry) => entry.isIntersecting)) return;
      watch.disconnect();
      act();
    },
    { rootMargin: "100%" },
  );
  watch.observe(element);
}

customElements.define("bs-comment-form", CommentForm);
customElements.define("bs-thread", Thread);

// The page made afresh for whoever has just written has done its duty; the one to share is the file.
if (location.search === "?fresh") history.replaceState(null, "", location.pathname + location.hash);
