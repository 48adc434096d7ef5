import type { PropertyValues, TemplateResult } from "lit";
import { HandoffElement } from "../../lit/handoff-element.js";
import { property, state } from "lit/decorators.js";
import type { Redact } from "../../domain/json/masks/masks.js";
import { NO_NODE, ROOT } from "../../domain/json/tree.js";
import { jsonPaneEnglish, type JsonPaneStrings } from "../../i18n/json-pane-strings.js";
import { LocalizeController } from "../../lit/controllers/localize-controller.js";
import { keepText } from "../../lit/properties/keep-text.js";
import { base } from "../../lit/styles/base.styles.js";
import { button } from "../../lit/styles/button.styles.js";
import { tokens } from "../../lit/styles/tokens.styles.js";
import { browserEnvironment } from "../../platform/browser-environment.js";
import { SizeWatch } from "../../platform/page/size-watch.js";
import { SliceRunner } from "../../platform/slice-runner.js";
import { VERSION } from "../../platform/version.js";
import { warnOnce } from "../../platform/warn-once.js";
import { PaneStore } from "./document/pane-store.js";
import { goToName, move } from "./keyboard/navigation.js";
import { TypeAhead } from "./keyboard/type-ahead.js";
import { PaneOutput } from "./output/pane-output.js";
import type { PaneIntents, RowCommand, TreeMove } from "./pane-intents.js";
import { paneModelOf } from "./pane-model.js";
import { paneView } from "./pane-view.js";
import { canOpen, isOpen } from "./rows/opening.js";
import { ROW_HEIGHT } from "./rows/row-window.js";
import { ScrollKeeper } from "./rows/scroll-keeper.js";
import { pane } from "./styles/pane.styles.js";
import { Toast } from "../shared/toast.js";

/** How long counts wait, in ms, so that each keystroke is not read aloud. */
const SAY_AFTER = 500;

/**
 * Shows any value, or a JSON text true to its spelling, as a tree or raw. Keys that look like credentials are masked in
 * every view and every way out until a person reveals them.
 *
 * An update of `value` or `text` keeps what is open, scrolled to, focused and searched for. The pane is as tall as its
 * rows up to `--handoff-json-max-height`.
 *
 * @summary A viewer for JSON of any size, with search, copy and masked credentials.
 * @fires {TransferExportEvent} transfer-export - A person asked for a file, in it `blob` and `filename`. Cancelable.
 * @fires {TransferJsonRevealEvent} transfer-json-reveal - A person asks to see a masked value. Cancelable.
 * @csspart header - Label, search and buttons.
 * @csspart tree - The scrolled box with the rows.
 * @cssprop [--handoff-json-max-height=360px] - Height beyond which the rows scroll.
 * @cssprop --handoff-json-key - Colour of member names.
 * @cssprop --handoff-json-string - Colour of strings.
 * @cssprop --handoff-json-number - Colour of numbers.
 * @cssprop --handoff-json-word - Colour of `true`, `false` and `null`.
 * @cssprop --handoff-json-mark - Background of what a search found.
 */
export class TransferJsonPane extends HandoffElement {
  static readonly version = VERSION;
  static override styles = [tokens, base, button, pane];

  /** What the pane shows, as its heading. */
  @property() label = "";

  /** Any JavaScript value. A string is a string: JSON text goes into `text`. */
  @property({ attribute: false, hasChanged: () => true }) value: unknown = undefined;

  /** JSON text, shown true to its digits, key order and repeated names. Wins over `value`. */
  @property() text: string | undefined = undefined;

  /** A rule of the host: `true` masks, a text is shown instead, anything else leaves it to the key. */
  @property({ attribute: false }) redact: Redact | undefined = undefined;

  /** Levels that are open at first: 0 shows the root alone, 1 its children. */
  @property({ type: Number, attribute: "expand-depth" }) expandDepth = 1;

  /** Words of the host in place of the built-in ones. */
  @property({ attribute: false }) strings: Partial<JsonPaneStrings> | undefined = undefined;

  @state() private hoveredRow = NO_NODE;

  readonly #localize = new LocalizeController<JsonPaneStrings>(this, "jsonPane", jsonPaneEnglish);
  readonly #runner = new SliceRunner(browserEnvironment.timers, () => performance.now());
  readonly #typeAhead = new TypeAhead(browserEnvironment.clock);
  readonly #scroll = new ScrollKeeper();
  readonly #store = new PaneStore({
    rowsWillChange: () => this.#scroll.note(this.#store),
    showActive: () => {
      this.#scrollToHit = true;
    },
  });
  readonly #toast = new Toast(
    () => browserEnvironment.timers,
    () => this.requestUpdate(),
  );
  readonly #output = new PaneOutput(this, this.#store, browserEnvironment.timers, this.#toast);
  readonly #intents: PaneIntents = {
    find: (text) => this.#find(text),
    step: (by) => this.#step(by),
    switchView: () => this.#switchView(),
    expandAll: () => this.expandAll(),
    collapseAll: () => this.collapseAll(),
    copyAll: () => void this.#output.copyAll(this.#localize.words),
    download: () =>
      void this.#output.download(this.label || this.#localize.strings.fileName, this.#localize.words.common),
    goToBreak: () => this.#goToBreak(),
    scroll: () => this.#onScroll(),
    activate: (node) => this.#activate(node),
    hover: (row) => {
      this.hoveredRow = row;
    },
    move: (what) => this.#move(what),
    type: (character) => this.#type(character),
    run: (command, node) => void this.#run(command, node),
    press: () => this.#activeElement()?.querySelector<HTMLElement>("a, .text-button")?.click(),
    revealSpan: (span) => {
      if (this.#output.revealSpan(span, this.label, this.#localize.strings)) this.requestUpdate();
    },
  };
  #scrollToActive = false;
  #scrollToHit = false;
  #focusActive = false;
  #hadFocus = false;
  readonly #sizes = new SizeWatch(() => this.#onResize());

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#scroller) this.#sizes.watch([this.#scroller]);
    // Work that a removal stopped goes on.
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.stop();
    this.#toast.clear();
  }

  /** Puts the focus on the active row. */
  override focus(options?: FocusOptions): void {
    const row = this.#activeElement();
    if (row) row.focus(options);
    else this.#scroller?.focus(options);
  }

  /** Opens everything. */
  expandAll(): void {
    this.expandTo(Number.POSITIVE_INFINITY);
  }

  /** Closes everything but the root. */
  collapseAll(): void {
    this.expandTo(1);
  }

  /** Opens everything above a depth, and closes the rest: 0 leaves the root alone, 1 its children. */
  expandTo(depth: number): void {
    this.#store.expansion.setDepth(depth);
    this.#store.relist();
    this.requestUpdate();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    let done = await super.getUpdateComplete();
    while (this.#runner.pending || this.isUpdatePending) {
      await this.#runner.pending;
      done = await super.getUpdateComplete();
    }
    return done;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    keepText(this, changed, "label");
    if (changed.has("expandDepth")) this.#takeDepth();
    if (!this.hasUpdated || changed.has("value") || changed.has("text") || changed.has("redact")) this.#takeSource();
    this.#work();
    this.#hadFocus = Boolean(this.#focused?.closest(".row"));
  }

  /** Asked of the root that Lit made: `shadowRoot` is empty where a host closes its roots. */
  get #focused(): Element | null {
    return (this.renderRoot as ShadowRoot).activeElement;
  }

  #takeDepth(): void {
    const depth: unknown = this.expandDepth;
    if (typeof depth !== "number" || !(depth >= 0)) {
      warnOnce(
        `<transfer-json-pane> expand-depth must be a number from 0, not ${typeof depth === "number" ? depth : typeof depth}; ignored.`,
      );
      return;
    }
    this.#store.expansion.setDepth(depth);
    this.#store.relist();
  }

  #takeSource(): void {
    const text: unknown = this.text ?? undefined;
    const redact: unknown = this.redact ?? undefined;
    if (text !== undefined && typeof text !== "string") {
      warnOnce(`<transfer-json-pane> text must be a string, not ${typeof text}; ignored.`);
    }
    if (redact !== undefined && typeof redact !== "function") {
      warnOnce(`<transfer-json-pane> redact must be a function, not ${typeof redact}; ignored.`);
    }
    this.#store.setSource({
      text: typeof text === "string" ? text : undefined,
      value: this.value,
      redact: typeof redact === "function" ? (redact as Redact) : undefined,
    });
  }

  #work(): void {
    if (!this.#store.isStale) return;
    this.#runner.start(
      () => this.#store.work(this.#runner.timeUp),
      () => this.requestUpdate(),
    );
  }

  protected override render(): TemplateResult {
    const { words } = this.#localize;
    const model = paneModelOf(this.#store, {
      words,
      label: this.label || words.strings.label,
      window: this.#scroll.window(this.#store.length),
      hoveredRow: this.hoveredRow,
      said: this.#toast.text,
      now: browserEnvironment.clock.now(),
    });
    return paneView(model, this.#intents);
  }

  protected override firstUpdated(): void {
    if (this.#scroller) this.#sizes.watch([this.#scroller]);
  }

  protected override updated(): void {
    const [scroller, canvas, windowBox] = [this.#scroller, this.#box(".canvas"), this.#box(".window")];
    if (!scroller || !canvas || !windowBox) return;
    const moved = this.#scroll.place(scroller, canvas, windowBox, this.#store);
    if (this.#scrollToActive || this.#scrollToHit) {
      const row = this.#scrollToHit ? this.#store.hitRow : this.#store.activeRow;
      this.#scrollToActive = this.#scrollToHit = false;
      if (row >= 0) this.#scroll.show(scroller, row, this.#store.length);
    }
    if (moved || this.#scroll.isStale(scroller, this.#store.length)) this.#updateAgain();
    if (this.#focusActive || (this.#hadFocus && !this.#focused)) {
      const row = this.#activeElement();
      if (row) this.#focusActive = false;
      row?.focus({ preventScroll: true });
    }
  }

  /** Which rows belong into the box is known only once it has its size: a second update, before the paint. */
  #updateAgain(): void {
    queueMicrotask(() => this.requestUpdate());
  }

  get #scroller(): HTMLElement | null {
    return this.#box(".scroller");
  }

  #box(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(selector);
  }

  #activeElement(): HTMLElement | null {
    return this.#box('.row[tabindex="0"]');
  }

  /** @returns whether other rows are to be drawn for the size. */
  #onResize(): boolean {
    const scroller = this.#scroller;
    const ruler = this.#box(".ruler");
    if (!scroller || scroller.clientWidth === 0) return false;
    const characterWidth = (ruler?.getBoundingClientRect().width ?? 0) / 10 || 7.2;
    const wraps = this.#store.longTexts.setColumns(Math.floor((scroller.clientWidth - 24) / characterWidth));
    if (wraps) this.#store.relist();
    if (!this.#scroll.isStale(scroller, this.#store.length) && !wraps) return false;
    this.requestUpdate();
    return true;
  }

  #onScroll(): void {
    if (this.#scroller && this.#scroll.isStale(this.#scroller, this.#store.length)) this.requestUpdate();
  }

  #find(text: string): void {
    this.#store.setQuery(text);
    this.requestUpdate();
    void this.#sayHits();
  }

  async #sayHits(): Promise<void> {
    await this.updateComplete;
    const { strings, lang } = this.#localize;
    if (this.#store.query === "") this.#toast.say("");
    else this.#toast.sayAfter(SAY_AFTER, () => strings.hitsSpoken(this.#store.hits.length, lang));
  }

  #step(by: 1 | -1): void {
    this.#store.goToHit(this.#store.hit < 0 && by < 0 ? -1 : this.#store.hit + by);
    this.#scrollToHit = true;
    this.requestUpdate();
  }

  #switchView(): void {
    const view = this.#store.view === "tree" ? "raw" : "tree";
    this.#store.setView(view);
    this.#scroll.toTop();
    this.#scrollToActive = view === "tree";
    this.requestUpdate();
  }

  #goToBreak(): void {
    const { document } = this.#store;
    if (document?.kind !== "broken" || !this.#scroller) return;
    this.#scroll.show(this.#scroller, document.text.lineOf(document.broken.offset), this.#store.length);
    this.#scroller.focus();
  }

  #activate(node: number): void {
    this.#store.activate(node);
    this.requestUpdate();
  }

  #move(what: TreeMove): void {
    this.#typeAhead.reset();
    const page = Math.max(1, Math.floor(this.#scroll.viewport / ROW_HEIGHT) - 1);
    if (move(this.#store, what, page)) this.#showActive();
  }

  #type(character: string): void {
    const { prefix, stay } = this.#typeAhead.add(character);
    if (goToName(this.#store, prefix, stay)) this.#showActive();
  }

  #showActive(): void {
    this.#scrollToActive = true;
    this.#focusActive = true;
    this.requestUpdate();
  }

  async #run(command: RowCommand, node: number): Promise<void> {
    const store = this.#store;
    if (node === NO_NODE || !store.tree) return;
    const { words } = this.#localize;
    switch (command) {
      case "toggle":
        if (!canOpen(store, node)) return;
        this.#typeAhead.reset();
        store.activate(node);
        store.setOpen(node, !isOpen(store, store.rows.indexOf(node)));
        break;
      case "full":
        store.setFull(node, store.rows.parts.at(Math.min(store.rows.length - 1, store.rows.indexOf(node) + 1)) === 0);
        break;
      case "reveal": {
        const name = node === ROOT ? this.label : String(store.tree.keyOf(node));
        if (!this.#output.reveal(node, this.label, name, words.strings)) return;
        break;
      }
      case "hide":
        this.#output.hide(node);
        break;
      case "value":
        await this.#output.copyValue(node, words);
        return;
      case "path":
        await this.#output.copyPath(node, words);
        return;
    }
    this.requestUpdate();
  }
}
