// @ts-check
/* Entering claims in Wagtail's editor: the mark in the text, its key and the form over the editor.
   What the form is filled in with is the server's affair. Needs window.React and window.DraftJS,
   which Wagtail's editor brings. */

(() => {
  "use strict";

  const ENTITY = "CLAIM";
  const KEY_C = 67;
  const win = /** @type {any} */ (window);
  const { React, DraftJS } = win;
  const h = React.createElement;

  /* --- What is marked ------------------------------------------------------------------------ */

  /** The paragraph of a selection and what is marked in it; a selection ends with its paragraph.
   * @param {any} editorState */
  function markedIn(editorState) {
    const selection = editorState.getSelection();
    const block = editorState.getCurrentContent().getBlockForKey(selection.getStartKey());
    const text = block.getText();
    const start = selection.getStartOffset();
    const end = selection.getStartKey() === selection.getEndKey() ? selection.getEndOffset() : text.length;
    return { block, text, start, end };
  }

  /** The words that get the mark. A cursor alone means its sentence, as the server found it.
   * @param {{text: string, start: number, end: number}} marked @param {string} sentence */
  function wordsToMark({ text, start, end }, sentence) {
    if (start < end) return trimmed(text, start, end);
    const at = text.lastIndexOf(sentence, start);
    return at < 0 ? trimmed(text, 0, text.length) : { start: at, end: at + sentence.length };
  }

  /** @param {string} text @param {number} start @param {number} end */
  function trimmed(text, start, end) {
    const piece = text.slice(start, end);
    return { start: start + piece.length - piece.trimStart().length, end: end - piece.length + piece.trimEnd().length };
  }

  /** The longest stretch without a link: a letter has one entity, and a link must not be lost.
   * @param {any} content @param {any} block @param {{start: number, end: number}} span */
  function withoutLinks(content, block, { start, end }) {
    let best = { start, end: start };
    let from = start;
    for (let at = start; at <= end; at += 1) {
      const key = at < end ? block.getEntityAt(at) : null;
      if (at < end && (!key || content.getEntity(key).getType() === ENTITY)) continue;
      if (at - from > best.end - best.start) best = { start: from, end: at };
      from = at + 1;
    }
    return best;
  }

  /** The field behind every editor of the article, in the order of the text.
   * @returns {any[]} */
  function fields() {
    return [...document.querySelectorAll(":has(> [data-draftail-editor-wrapper]) > input[type=hidden]")];
  }

  /** The field of the editor that is in this state. @param {any} editorState */
  function fieldOf(editorState) {
    return fields().find(({ draftailEditor }) => draftailEditor?.getEditorState() === editorState);
  }

  /** The key of a field's block in the body. @param {any} field */
  function paragraphOf(field) {
    return field?.closest("[data-streamfield-child]")?.querySelector("input[name$='-id']")?.value ?? "";
  }

  /** Every claim that is marked anywhere in the article, in the order of the text. */
  function claimsInText() {
    const texts = fields().map((field) => field.rawContentState).filter(Boolean);
    const marks = texts.flatMap(({ blocks, entityMap }) =>
      blocks.flatMap((/** @type {any} */ block) =>
        block.entityRanges.map((/** @type {any} */ range) => entityMap[range.key]),
      ),
    );
    const numbers = marks.filter((entity) => entity?.type === ENTITY).map((entity) => entity.data.id);
    return [...new Set(numbers)].join(",");
  }

  /** The number of the article; empty while it has never been saved. */
  function article() {
    const form = /** @type {HTMLFormElement | null} */ (document.querySelector("[data-edit-form]"));
    return /\/pages\/(\d+)\/edit\//.exec(form?.action ?? "")?.[1] ?? "";
  }

  /** Where the browser counts halves of letters beyond 65,536, Python counts letters.
   * @param {string} text */
  const letters = (text) => [...text].length;

  /* --- The form over the editor ----------------------------------------------------------------- */

  /** @param {string} address @param {FormData | Record<string, string>} fields */
  function send(address, fields) {
    const body = fields instanceof FormData ? fields : new FormData();
    if (!(fields instanceof FormData)) Object.entries(fields).forEach(([name, value]) => body.append(name, value));
    const token = /** @type {HTMLInputElement} */ (document.querySelector("[name=csrfmiddlewaretoken]"));
    return fetch(address, { method: "POST", body, headers: { "X-CSRFToken": token.value } });
  }

  class EntryDialog {
    /** @param {{selection: Record<string, string>, isMarked: boolean, address: string,
     *   entered: (claim: any, sentence: string) => void, unmark: () => void, left: () => void}} options */
    constructor(options) {
      this.options = options;
      this.sentence = "";
      this.isDone = false;
      this.dialog = document.createElement("dialog");
      this.dialog.className = "claim-dialog";
      this.dialog.setAttribute("aria-label", "Claim");
      this.dialog.addEventListener("close", () => this.leave());
      this.dialog.addEventListener("keydown", (event) => this.onKey(event));
      this.dialog.addEventListener("input", (event) => this.onInput(event));
      this.dialog.addEventListener("submit", (event) => this.onSubmit(event));
      this.dialog.addEventListener("click", (event) => this.onClick(event));
      document.body.append(this.dialog);
    }

    async open() {
      this.dialog.innerHTML = "<p>Reading the paragraph …</p>";
      this.dialog.showModal();
      try {
        const answer = await send(`${this.options.address}form/`, this.options.selection);
        if (!answer.ok) throw new Error(await refusal(answer));
        this.show(await answer.text());
        this.sentence = this.one(".claim-entry__quoted")?.textContent ?? "";
        this.focusFirst();
      } catch (error) {
        this.fail(error);
      }
    }

    /** @param {string} html */
    show(html) {
      this.dialog.innerHTML = `<h2>Claim</h2>${html}`;
      const unmark = this.one("[data-unmark]");
      if (unmark) unmark.hidden = !this.options.isMarked;
      this.arrange();
    }

    /** To the first question that only the editor can answer. */
    focusFirst() {
      const lacksSide = this.value("speaker") && !this.value("side");
      const last = lacksSide ? "[name=side]" : "[name=stance]";
      this.one(this.value("claim") ? last : "[data-chips=gains] input")?.focus();
    }

    /** Show what belongs to a new claim, and to named or unnamed speakers. */
    arrange() {
      const isNew = !this.value("claim");
      const isUnnamed = /** @type {HTMLInputElement} */ (this.one("[name=is_unnamed]")).checked;
      this.all("[data-of-claim]").forEach((part) => { part.hidden = !isNew; });
      this.all("[data-named]").forEach((part) => { part.hidden = isUnnamed; });
      this.all("[data-unnamed]").forEach((part) => { part.hidden = !isUnnamed; });
      // No suggestions of names where none must be written.
      const speaker = this.one("[name=speaker]");
      if (isUnnamed) speaker?.removeAttribute("list");
      else speaker?.setAttribute("list", "claim-actors");
      this.all("[data-claim]").forEach((option) => { option.hidden = option.dataset.claim !== this.value("claim"); });
    }

    /** @param {Event} event */
    onInput(event) {
      const field = /** @type {HTMLInputElement} */ (event.target);
      if (field.name === "claim" || field.name === "is_unnamed") this.arrange();
      if (field.name === "speaker") this.remember(field.value);
    }

    /** Whoever spoke before brings along the side they spoke for. @param {string} name */
    remember(name) {
      const known = this.all("#claim-actors option").find((option) => option.getAttribute("value") === name);
      if (!known) return;
      this.fill("side", known.dataset.side ?? "");
      this.fill("description", known.dataset.description ?? "");
    }

    /** @param {KeyboardEvent} event */
    onKey(event) {
      const field = /** @type {HTMLElement} */ (event.target);
      const isButton = field instanceof HTMLButtonElement || field instanceof HTMLAnchorElement;
      if (event.key === "Enter" && !isButton && (!(field instanceof HTMLTextAreaElement) || event.ctrlKey)) {
        event.preventDefault();
        /** @type {HTMLFormElement | null} */ (this.one("form"))?.requestSubmit();
      }
      if (field.matches("[data-chips] [type=checkbox]")) this.tick(event);
      // The page below has keys of its own.
      if (event.key !== "Escape") event.stopPropagation();
    }

    /** A digit ticks who gains, with Shift whom it harms. @param {KeyboardEvent} event */
    tick(event) {
      const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
      if (!digit) return;
      event.preventDefault();
      const chips = this.all(`[data-chips=${event.shiftKey ? "loses" : "gains"}] [type=checkbox]`);
      chips[Number(digit) - 1]?.click();
    }

    /** @param {Event} event */
    onClick(event) {
      const button = /** @type {HTMLElement} */ (event.target);
      if (button.matches("[data-cancel]")) this.dialog.close();
      if (button.matches("[data-unmark]")) {
        this.isDone = true;
        this.dialog.close();
        this.options.unmark();
      }
    }

    /** @param {Event} event */
    async onSubmit(event) {
      event.preventDefault();
      event.stopPropagation();
      const button = /** @type {HTMLButtonElement} */ (this.one("[type=submit]"));
      if (button.disabled) return;
      button.disabled = true;
      const fields = new FormData(/** @type {HTMLFormElement} */ (event.target));
      Object.entries(this.options.selection).forEach(([name, value]) => {
        if (name !== "claim") fields.set(name, value);
      });
      // By now the editor may have saved a new article of its own accord.
      fields.set("article", article());
      try {
        const answer = await send(this.options.address, fields);
        if (answer.status === 201) {
          const claim = await answer.json();
          this.isDone = true;
          this.dialog.close();
          this.options.entered(claim, this.sentence);
        } else if (answer.status === 422) {
          this.show(await answer.text());
          (this.one("[aria-invalid=true]") ?? this.one(".claim-entry__wrong"))?.focus();
        } else {
          throw new Error(await refusal(answer));
        }
      } catch (error) {
        button.disabled = false;
        this.fail(error);
      }
    }

    /** Say what went wrong and keep what was typed. @param {unknown} error */
    fail(error) {
      const note = document.createElement("p");
      note.className = "claim-entry__wrong";
      note.setAttribute("role", "alert");
      note.textContent = `This did not work: ${error instanceof Error ? error.message : error}`;
      this.all(".claim-entry__wrong").forEach((old) => old.remove());
      this.dialog.prepend(note);
    }

    leave() {
      this.dialog.remove();
      if (!this.isDone) this.options.left();
    }

    /** @param {string} selector @returns {HTMLElement | null} */
    one(selector) { return this.dialog.querySelector(selector); }

    /** @param {string} selector @returns {HTMLElement[]} */
    all(selector) { return [...this.dialog.querySelectorAll(selector)].map((each) => /** @type {HTMLElement} */ (each)); }

    /** @param {string} name */
    value(name) { return /** @type {HTMLInputElement | null} */ (this.one(`[name=${name}]`))?.value ?? ""; }

    /** @param {string} name @param {string} value */
    fill(name, value) {
      const field = /** @type {HTMLInputElement | null} */ (this.one(`[name=${name}]`));
      if (field) field.value = value;
    }
  }

  /** @param {Response} answer */
  async function refusal(answer) {
    if (answer.status === 403) return "you may not edit this article.";
    if (answer.status === 400) return answer.text();
    return `the server answered ${answer.status}. Try again in a moment.`;
  }

  /* --- The mark in the text ------------------------------------------------------------------ */

  class ClaimSource extends React.Component {
    marked = markedIn(this.props.editorState);

    componentDidMount() {
      const { editorState, entity, onClose } = this.props;
      const field = fieldOf(editorState);
      const { text, start, end } = this.marked;
      const dialog = new EntryDialog({
        address: this.props.entityType.address,
        isMarked: Boolean(entity),
        selection: {
          text,
          start: String(letters(text.slice(0, start))),
          end: String(letters(text.slice(0, end))),
          marked: claimsInText(),
          claim: entity ? String(entity.getData().id) : "",
          article: article(),
          paragraph: paragraphOf(field),
        },
        entered: (claim, sentence) => this.mark(claim, sentence),
        unmark: () => this.unmark(),
        left: () => {
          onClose();
          // Not before the editor can be written in again, as Wagtail does it.
          window.setTimeout(() => field?.draftailEditor?.focus(), 50);
        },
      });
      dialog.open();
    }

    /** @param {any} claim @param {string} sentence */
    mark(claim, sentence) {
      const { editorState, onComplete } = this.props;
      const content = editorState.getCurrentContent();
      const { block } = this.marked;
      const span = withoutLinks(content, block, wordsToMark(this.marked, sentence));
      const created = content.createEntity(ENTITY, "MUTABLE", { ...claim, id: String(claim.id) });
      const selection = this.selection(span.start, span.end);
      const next = DraftJS.Modifier.applyEntity(created, selection, created.getLastCreatedEntityKey());
      const pushed = DraftJS.EditorState.push(editorState, next, "apply-entity");
      // The cursor stays, so that one can write on.
      const at = this.marked.end;
      onComplete(DraftJS.EditorState.forceSelection(pushed, this.selection(at, at)));
      document.dispatchEvent(new CustomEvent("claim:entered"));
    }

    unmark() {
      const { editorState, entityKey, onComplete } = this.props;
      const selection = win.draftail.DraftUtils.getEntitySelection(editorState, entityKey);
      onComplete(DraftJS.RichUtils.toggleLink(editorState, selection, null));
    }

    /** @param {number} anchorOffset @param {number} focusOffset */
    selection(anchorOffset, focusOffset) {
      return DraftJS.SelectionState.createEmpty(this.marked.block.getKey()).merge({ anchorOffset, focusOffset });
    }

    render() { return null; }
  }

  /** @param {any} props */
  function ClaimMark({ entityKey, contentState, children, onEdit }) {
    const { sentence, status } = contentState.getEntity(entityKey).getData();
    const title = `Claim: ${sentence} (${status}). Double-click, or the key, to add a position.`;
    return h("span", { className: "claim-mark", title, onDoubleClick: () => onEdit(entityKey) }, children);
  }

  win.draftail.registerPlugin({ type: ENTITY, source: ClaimSource, decorator: ClaimMark }, "entityTypes");
  win.draftail.registerPlugin(
    {
      type: ENTITY,
      /** @param {KeyboardEvent & {getModifierState: (key: string) => boolean}} event */
      keyBindingFn: (event) => {
        // AltGr is Ctrl + Alt to some systems, and with C it writes a letter in Polish.
        const isKey = event.ctrlKey && event.altKey && event.keyCode === KEY_C && !event.getModifierState("AltGraph");
        return isKey ? ENTITY : undefined;
      },
    },
    "plugins",
  );
})();
