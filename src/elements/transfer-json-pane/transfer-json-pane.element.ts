import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { LocalizeController } from "../../controllers/localize-controller.js";
import type { Redact } from "../../domain/json/masks.js";
import { NO_NODE, ROOT } from "../../domain/json/tree.js";
import { jsonPaneEnglish, type JsonPaneStrings } from "../../i18n/json-pane-strings.js";
import { browserEnvironment } from "../../internal/browser-environment.js";
import { keepText } from "../../internal/keep-text.js";
import { SizeWatch } from "../../internal/size-watch.js";
import { SliceRunner } from "../../internal/slice-runner.js";
import { VERSION } from "../../internal/version.js";
import { warnOnce } from "../../internal/warn-once.js";
import { base } from "../../styles/base.styles.js";
import { button } from "../../styles/button.styles.js";
import { tokens } from "../../styles/tokens.styles.js";
import { canOpen, goToName, isOpen, move } from "./navigation.js";
import { paneHeader, paneNotes } from "./pane-header.js";
import { PaneModel, type PaneView } from "./pane-model.js";
import { PaneOutput } from "./pane-output.js";
import { paneRows, type RowsContext } from "./pane-rows.js";
import type { RowCommand } from "./row-view.js";
import { ScrollKeeper } from "./scroll-keeper.js";
import { styles } from "./transfer-json-pane.styles.js";
import { treeMove } from "./tree-keys.js";
import { TypeAhead } from "./type-ahead.js";
import { ROW_HEIGHT } from "./window.js";

/**
 * Shows any value, or a JSON text true to its spelling, as a tree or raw. Keys that look like credentials are masked in
 * every view and every way out until a person reveals them.
 *
 * An update of `value` or `text` keeps what is open, scrolled to, focused and searched for. The pane is as tall as its
 * rows up to `--handoff-json-max-height`.
 *
 * @summary A viewer for JSON of any size, with search, copy and masked credentials.
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
export class TransferJsonPane extends LitElement {
  static readonly version = VERSION;
  static override styles = [tokens, base, button, styles];

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

  @query(".scroller") private readonly scroller!: HTMLElement | null;
  @query(".window") private readonly windowBox!: HTMLElement | null;
  @query(".canvas") private readonly canvas!: HTMLElement | null;
  @query(".ruler") private readonly ruler!: HTMLElement | null;
  @state() private hoveredRow = NO_NODE;

  readonly #words = new LocalizeController<JsonPaneStrings>(this, "jsonPane", jsonPaneEnglish);
  readonly #runner = new SliceRunner(browserEnvironment.timers, () => performance.now());
  readonly #typeAhead = new TypeAhead(browserEnvironment.clock);
  readonly #scroll = new ScrollKeeper();
  readonly #model = new PaneModel({
    rowsWillChange: () => this.#scroll.note(this.#model),
    showActive: () => {
      this.#scrollToHit = true;
    },
  });
  readonly #output = new PaneOutput(this.#model, browserEnvironment.timers, () => this.requestUpdate());
  #scrollToActive = false;
  #scrollToHit = false;
  #focusActive = false;
  #hadFocus = false;
  readonly #sizes = new SizeWatch(() => this.#onResize());

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.scroller) this.#sizes.watch([this.scroller]);
    // Work that a removal stopped goes on.
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.stop();
    this.#output.clear();
  }

  /** Puts the focus on the active row. */
  override focus(options?: FocusOptions): void {
    const row = this.#activeElement();
    if (row) row.focus(options);
    else this.scroller?.focus(options);
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
    this.#model.expansion.setDepth(depth);
    this.#model.relist();
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
    const active = this.shadowRoot?.activeElement;
    this.#hadFocus = active?.closest(".row") !== null && active !== null && active !== undefined;
  }

  #takeDepth(): void {
    const depth: unknown = this.expandDepth;
    if (typeof depth !== "number" || !(depth >= 0)) {
      warnOnce(
        `<transfer-json-pane> expand-depth must be a number from 0, not ${typeof depth === "number" ? depth : typeof depth}; ignored.`,
      );
      return;
    }
    this.#model.expansion.setDepth(depth);
    this.#model.relist();
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
    this.#model.setSource({
      text: typeof text === "string" ? text : undefined,
      value: this.value,
      redact: typeof redact === "function" ? (redact as Redact) : undefined,
    });
  }

  #work(): void {
    if (!this.#model.isStale) return;
    this.#runner.start(
      () => this.#model.work(this.#runner.timeUp),
      () => this.requestUpdate(),
    );
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const label = this.label || words.strings.label;
    const model = this.#model;
    const tree = model.document?.kind === "tree" && model.view === "tree";
    return html`<div class="base" part="base">
      ${paneHeader({
        model,
        label,
        strings: words.strings,
        common: words.common,
        lang: words.lang,
        onFind: this.#onFind,
        onFindKey: this.#onFindKey,
        onStep: this.#onStep,
        onView: this.#onView,
        onExpand: this.#onExpand,
        onCopyAll: this.#onCopyAll,
        onDownload: this.#onDownload,
      })}
      ${paneNotes({ model, strings: words.strings, lang: words.lang, onGoToBreak: this.#onGoToBreak })}
      <div
        class="scroller"
        part="tree"
        tabindex=${tree ? nothing : "0"}
        role=${tree ? nothing : "region"}
        aria-label=${tree ? nothing : label}
        @scroll=${this.#onScroll}
        @keydown=${this.#onKey}
        @click=${this.#onClick}
        @dblclick=${this.#onDoubleClick}
        @focusin=${this.#onFocusIn}
        @pointerover=${this.#onPointerOver}
        @pointerleave=${this.#onPointerLeave}
      >
        <span class="ruler" aria-hidden="true">0000000000</span>
        <div class="canvas" role=${tree ? "tree" : nothing} aria-label=${tree ? label : nothing}>
          <div class="window" role="none">${paneRows(this.#rowsContext(label))}</div>
        </div>
      </div>
      <div class="toast" role="status">${this.#output.said}</div>
    </div>`;
  }

  #rowsContext(label: string): RowsContext {
    return {
      model: this.#model,
      window: this.#scroll.window(this.#model.length),
      strings: this.#words.strings,
      lang: this.#words.lang,
      label,
      hoveredRow: this.hoveredRow,
      now: browserEnvironment.clock.now(),
    };
  }

  protected override firstUpdated(): void {
    if (this.scroller) this.#sizes.watch([this.scroller]);
  }

  protected override updated(): void {
    const { scroller, canvas, windowBox } = this;
    if (!scroller || !canvas || !windowBox) return;
    const moved = this.#scroll.place(scroller, canvas, windowBox, this.#model);
    if (this.#scrollToActive || this.#scrollToHit) {
      const row = this.#scrollToHit ? this.#hitRow() : this.#model.activeRow;
      this.#scrollToActive = this.#scrollToHit = false;
      if (row >= 0) this.#scroll.show(scroller, row, this.#model.length);
    }
    if (moved || this.#scroll.isStale(scroller, this.#model.length)) this.#updateAgain();
    if (this.#focusActive || (this.#hadFocus && !this.shadowRoot?.activeElement)) {
      const row = this.#activeElement();
      if (row) this.#focusActive = false;
      row?.focus({ preventScroll: true });
    }
  }

  /** Which rows belong into the box is known only once it has its size: a second update, before the paint. */
  #updateAgain(): void {
    queueMicrotask(() => this.requestUpdate());
  }

  #activeElement(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.row[tabindex="0"]');
  }

  #hitRow(): number {
    const { document, hits, hit, rows } = this.#model;
    if (hit < 0 || !document) return NO_NODE;
    return document.kind === "broken" ? hits.at(hit) : rows.indexOf(hits.at(hit));
  }

  /** @returns whether other rows are to be drawn for the size. */
  #onResize(): boolean {
    const { scroller, ruler } = this;
    if (!scroller || scroller.clientWidth === 0) return false;
    const characterWidth = (ruler?.getBoundingClientRect().width ?? 0) / 10 || 7.2;
    const wraps = this.#model.longTexts.setColumns(Math.floor((scroller.clientWidth - 24) / characterWidth));
    if (wraps) this.#model.relist();
    if (!this.#scroll.isStale(scroller, this.#model.length) && !wraps) return false;
    this.requestUpdate();
    return true;
  }

  readonly #onScroll = (): void => {
    if (this.scroller && this.#scroll.isStale(this.scroller, this.#model.length)) this.requestUpdate();
  };

  readonly #onFind = (event: Event): void => {
    this.#model.setQuery((event.currentTarget as HTMLInputElement).value);
    this.requestUpdate();
    void this.#sayHits();
  };

  async #sayHits(): Promise<void> {
    await this.updateComplete;
    if (this.#model.query === "") this.#output.say("");
    else this.#output.saySoon(() => this.#words.strings.hitsSpoken(this.#model.hits.length, this.#words.lang));
  }

  readonly #onFindKey = (event: KeyboardEvent): void => {
    if (event.key === "Enter") {
      event.preventDefault();
      this.#onStep(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape" && this.#model.query !== "") {
      // Only the search goes away, not the dialog around the pane.
      event.preventDefault();
      event.stopPropagation();
      this.#model.setQuery("");
      this.requestUpdate();
    }
  };

  readonly #onStep = (step: 1 | -1): void => {
    this.#model.goToHit(this.#model.hit < 0 && step < 0 ? -1 : this.#model.hit + step);
    this.#scrollToHit = true;
    this.requestUpdate();
  };

  readonly #onView = (): void => {
    const view: PaneView = this.#model.view === "tree" ? "raw" : "tree";
    this.#model.setView(view);
    this.#scroll.toTop();
    this.#scrollToActive = view === "tree";
    this.requestUpdate();
  };

  readonly #onExpand = (open: boolean): void => (open ? this.expandAll() : this.collapseAll());

  readonly #onCopyAll = (): void => void this.#output.copyAll(this.#words.strings, this.#words.common);

  readonly #onDownload = (): void => void this.#output.download(this.label || this.#words.strings.fileName);

  readonly #onGoToBreak = (): void => {
    const document = this.#model.document;
    if (document?.kind !== "broken" || !this.scroller) return;
    this.#scroll.show(this.scroller, document.text.lineOf(document.broken.offset), this.#model.length);
    this.scroller.focus();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    if (!target.matches(".row[role=treeitem]") || !this.#model.tree) return;
    const what = treeMove(event);
    if (what === undefined) return;
    if (what === "copy") {
      // With text selected the browser's own copy is what the person means.
      if (String(document.getSelection()) === "") void this.#run("value", this.#model.activeNode);
      return;
    }
    event.preventDefault();
    if (typeof what === "string") this.#typeAhead.reset();
    if (what === "act" || what === "toggle") {
      this.#act(what === "act");
      return;
    }
    const page = Math.max(1, Math.floor(this.#scroll.viewport / ROW_HEIGHT) - 1);
    const done = typeof what === "object" ? this.#typed(what.type) : move(this.#model, what, page);
    if (done) this.#showActive();
  };

  #typed(character: string): boolean {
    const { prefix, stay } = this.#typeAhead.add(character);
    return goToName(this.#model, prefix, stay);
  }

  /** Enter: opens or closes; where there is nothing to open, does what the row's own button or link does. */
  #act(further: boolean): void {
    const node = this.#model.activeNode;
    if (canOpen(this.#model, node)) {
      void this.#run("toggle", node);
      return;
    }
    if (further) this.#activeElement()?.querySelector<HTMLElement>("a, .text-button")?.click();
  }

  #showActive(): void {
    this.#scrollToActive = true;
    this.#focusActive = true;
    this.requestUpdate();
  }

  #nodeAt(target: EventTarget | null): number {
    const row = (target as Element | null)?.closest<HTMLElement>("[data-row]");
    const index = Number(row?.dataset["row"] ?? NO_NODE);
    return this.#model.tree && index >= 0 && index < this.#model.rows.length
      ? this.#model.rows.nodes.at(index)
      : NO_NODE;
  }

  readonly #onFocusIn = (event: FocusEvent): void => {
    const node = this.#nodeAt(event.target);
    if (node === NO_NODE || node === this.#model.activeNode) return;
    this.#model.activate(node);
    this.requestUpdate();
  };

  readonly #onPointerOver = (event: PointerEvent): void => {
    const row = (event.target as Element).closest<HTMLElement>("[data-row]");
    this.hoveredRow = Number(row?.dataset["row"] ?? NO_NODE);
  };

  readonly #onPointerLeave = (): void => {
    this.hoveredRow = NO_NODE;
  };

  readonly #onClick = (event: MouseEvent): void => {
    const button = (event.target as Element).closest<HTMLElement>("[data-command]");
    if (!button) return;
    const span = button.dataset["span"];
    if (span !== undefined) {
      if (this.#output.revealSpan(this, Number(span), this.label, this.#words.strings)) this.requestUpdate();
      return;
    }
    void this.#run(button.dataset["command"] as RowCommand, this.#nodeAt(button));
  };

  readonly #onDoubleClick = (event: MouseEvent): void => {
    const node = this.#nodeAt(event.target);
    // A double click on text selects a word; on the rest of the row it opens.
    if ((event.target as Element).matches(".row, .container, .colon") && canOpen(this.#model, node))
      void this.#run("toggle", node);
  };

  async #run(command: RowCommand, node: number): Promise<void> {
    const model = this.#model;
    if (node === NO_NODE || !model.tree) return;
    const { strings, common } = this.#words;
    switch (command) {
      case "toggle":
        if (!canOpen(model, node)) return;
        model.activate(node);
        model.setOpen(node, !isOpen(model, model.rows.indexOf(node)));
        break;
      case "full":
        model.setFull(node, model.rows.parts.at(Math.min(model.rows.length - 1, model.rows.indexOf(node) + 1)) === 0);
        break;
      case "reveal":
        if (
          !this.#output.reveal(
            this,
            node,
            this.label,
            node === ROOT ? this.label : String(model.tree.keyOf(node)),
            strings,
          )
        )
          return;
        break;
      case "hide":
        this.#output.hide(node);
        break;
      case "value":
        await this.#output.copyValue(node, strings, common);
        return;
      default:
        await this.#output.copyPath(node, strings, common);
        return;
    }
    this.requestUpdate();
  }
}
