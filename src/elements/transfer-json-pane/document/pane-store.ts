import { BrokenText } from "../../../domain/json/text/broken-text.js";
import { Expansion } from "../../../domain/json/expansion.js";
import { IntList } from "../../../domain/json/int-list.js";
import type { Job, TimeUp } from "../../../platform/job.js";
import { Masks, Reveals, type Redact } from "../../../domain/json/masks/masks.js";
import { PART_NODE, Rows, RowsJob } from "../../../domain/json/rows.js";
import { SearchJob } from "../../../domain/json/search.js";
import { TextScanner, type JsonBreak } from "../../../domain/json/text/text-scanner.js";
import { TextTree } from "../../../domain/json/text/text-tree.js";
import { addressOf, NO_NODE, resolve, ROOT, type Address, type JsonTree } from "../../../domain/json/tree.js";
import { ValueTree } from "../../../domain/json/value/value-tree.js";
import { LongTexts } from "./long-texts.js";

/** What the pane is given. `text` wins over `value`. */
export interface PaneSource {
  readonly text: string | undefined;
  readonly value: unknown;
  readonly redact: Redact | undefined;
}

export type PaneDocument =
  | { readonly kind: "tree"; readonly tree: JsonTree; readonly masks: Masks }
  | { readonly kind: "broken"; readonly text: BrokenText; readonly broken: JsonBreak };

export type TreeDocument = Extract<PaneDocument, { kind: "tree" }>;

export type PaneView = "tree" | "raw";

/** Told of changes while work goes on in slices. */
export interface PaneStoreHost {
  /** The rows are about to be replaced: the last moment to note what is at the top. */
  rowsWillChange(): void;
  /** The person searched: the hit is to be scrolled to. */
  showActive(): void;
}

/** Which rows a document has in its view. */
export interface ListedDocument {
  readonly document: PaneDocument | undefined;
  readonly rows: Rows;
}

/**
 * What a pane knows of its document, without a DOM: what is open, the rows that this makes, the active row, the hits.
 * What people did is kept by address, so that a newer document shows it in the same places.
 */
export class PaneStore implements ListedDocument {
  readonly expansion = new Expansion(1);
  readonly reveals = new Reveals();
  readonly longTexts = new LongTexts();
  document: PaneDocument | undefined;
  rows = new Rows();
  view: PaneView = "tree";
  query = "";
  hits = new IntList();
  /** Place in {@link hits}, or -1. */
  hit = -1;
  searching = false;
  /** 0 … 1 while a text is read for which nothing is shown yet. */
  progress = 1;

  #active: Address = [];
  #activeNode: number = ROOT;
  #source: PaneSource = { text: undefined, value: undefined, redact: undefined };
  #documentStale = false;
  #rowsStale = false;
  #hitsStale = false;
  /** The hit that a person was at before the document was replaced. */
  #hitAddress: Address | undefined;
  /** The next finished search opens and activates its first hit. */
  #goToHit = false;
  readonly #host: PaneStoreHost;

  constructor(host: PaneStoreHost) {
    this.#host = host;
  }

  get tree(): JsonTree | undefined {
    return this.document?.kind === "tree" ? this.document.tree : undefined;
  }

  /** How many rows or lines the view has. */
  get length(): number {
    return this.document?.kind === "broken" ? this.document.text.lineCount : this.rows.length;
  }

  get isStale(): boolean {
    return this.#documentStale || this.#rowsStale || this.#hitsStale;
  }

  /** Row of the current hit; -1 if there is none. */
  get hitRow(): number {
    if (this.hit < 0 || !this.document) return NO_NODE;
    const at = this.hits.at(this.hit);
    return this.document.kind === "broken" ? at : this.rows.indexOf(at);
  }

  get activeNode(): number {
    return this.#activeNode;
  }

  get activeRow(): number {
    return this.rows.indexOf(this.#activeNode);
  }

  setSource(source: PaneSource): void {
    this.#source = source;
    this.#documentStale = true;
  }

  setView(view: PaneView): void {
    if (view === this.view) return;
    this.view = view;
    this.#rowsStale = true;
  }

  setQuery(query: string): void {
    if (query === this.query) return;
    this.query = query;
    this.#hitsStale = true;
    this.#goToHit = query !== "";
  }

  /** The rows have to be listed again: something was opened, closed, or is wrapped at another width. */
  relist(): void {
    this.#rowsStale = true;
  }

  /** Masks changed: so may the hits. */
  remask(): void {
    this.#rowsStale = true;
    this.#hitsStale = this.query !== "";
  }

  activate(node: number): void {
    if (!this.tree) return;
    this.#activeNode = node;
    this.#active = addressOf(this.tree, node);
  }

  setOpen(node: number, open: boolean): void {
    if (!this.tree) return;
    this.expansion.setOpen(addressOf(this.tree, node), open);
    this.#rowsStale = true;
  }

  setFull(node: number, full: boolean): void {
    if (!this.tree) return;
    this.expansion.setFull(addressOf(this.tree, node), full);
    this.#rowsStale = true;
  }

  /** Goes to a hit: opens what hides it and makes it the active row. */
  goToHit(place: number): void {
    const count = this.hits.length;
    if (count === 0) return;
    this.hit = ((place % count) + count) % count;
    if (!this.tree) return;
    this.activate(this.hits.at(this.hit));
    this.expansion.openTo(this.#active);
    this.#rowsStale = true;
  }

  /**
   * The work that is due, in slices: read the document, search it, list its rows.
   *
   * @param timeUp of the slice that is under way; looked at again after each `yield`.
   */
  *work(timeUp: TimeUp): Generator<void, void, void> {
    while (this.isStale) {
      if (this.#documentStale) yield* this.#read(timeUp);
      else if (this.#hitsStale) yield* this.#search(timeUp);
      else yield* this.#list(timeUp);
    }
  }

  /** A new source waits until the one before is read: otherwise one that changes often would never be shown. */
  *#read(timeUp: TimeUp): Generator<void, void, void> {
    this.#documentStale = false;
    const { text, value, redact } = this.#source;
    let document: PaneDocument;
    if (text === undefined) {
      const tree = new ValueTree(value);
      document = { kind: "tree", tree, masks: new Masks(tree, redact, this.reveals) };
    } else {
      const scanner = new TextScanner(text);
      while (!scanner.run(timeUp)) {
        this.progress = scanner.progress;
        yield;
      }
      if (scanner.broken) {
        const lines = new BrokenText(text, scanner.tape, scanner.broken.offset, redact, this.reveals);
        while (!lines.run(timeUp)) yield;
        document = { kind: "broken", text: lines, broken: scanner.broken };
      } else {
        const tree = new TextTree(text, scanner.tape);
        document = { kind: "tree", tree, masks: new Masks(tree, redact, this.reveals) };
      }
    }
    this.progress = 1;
    yield* this.#replace(document, timeUp);
  }

  /** Document, rows and hits change together: a mix of old and new would make the pane jump. */
  *#replace(document: PaneDocument, timeUp: TimeUp): Generator<void, void, void> {
    const longTexts = new LongTexts(this.longTexts.columns);
    let rows = new Rows();
    if (document.kind === "tree") {
      const job = this.#rowsJob(document.tree, document.masks, longTexts);
      while (!job.run(timeUp)) yield;
      rows = job.rows;
    }
    const hitAddress = this.tree && this.hit >= 0 ? addressOf(this.tree, this.hits.at(this.hit)) : undefined;
    this.#host.rowsWillChange();
    this.document = document;
    this.rows = rows;
    this.longTexts.adopt(longTexts);
    this.hits = new IntList();
    this.#findActive();
    this.#rowsStale = false;
    this.#hitsStale = this.query !== "";
    this.#hitAddress = hitAddress;
  }

  *#search(timeUp: TimeUp): Generator<void, void, void> {
    this.#hitsStale = false;
    const document = this.document;
    if (!document) return;
    this.searching = true;
    const job =
      document.kind === "tree"
        ? new SearchJob(document.tree, document.masks, this.query)
        : document.text.search(this.query);
    while (!(job as Job).run(timeUp)) {
      yield;
      if (this.#hitsStale || this.#documentStale) return;
    }
    this.searching = false;
    this.hits = job.hits;
    this.hit = -1;
    if (this.#goToHit) {
      this.#goToHit = false;
      this.goToHit(0);
      this.#host.showActive();
    } else if (this.#hitAddress && this.tree) {
      const { node, exact } = resolve(this.tree, this.#hitAddress);
      this.hit = exact ? this.hits.indexOf(node) : -1;
    }
    this.#hitAddress = undefined;
  }

  *#list(timeUp: TimeUp): Generator<void, void, void> {
    this.#rowsStale = false;
    const document = this.document;
    if (document?.kind !== "tree") return;
    const job = this.#rowsJob(document.tree, document.masks, this.longTexts);
    while (!job.run(timeUp)) {
      yield;
      if (this.#rowsStale || this.#documentStale) return;
    }
    this.#host.rowsWillChange();
    this.rows = job.rows;
    this.#findActive();
  }

  #rowsJob(tree: JsonTree, masks: Masks, longTexts: LongTexts): RowsJob {
    if (this.view === "raw") return new RowsJob({ tree, masks });
    const linesOf = (node: number): number => longTexts.linesOf(tree, node).length;
    return new RowsJob({ tree, masks, expansion: this.expansion, linesOf });
  }

  /** The active row by its address; where that is gone or closed, the nearest row around it. */
  #findActive(): void {
    const tree = this.tree;
    if (!tree) return;
    let { node } = resolve(tree, this.#active);
    while (node > ROOT && this.rows.indexOf(node) < 0) node = tree.parentOf(node);
    this.#activeNode = Math.max(ROOT, node);
  }

  /** The row with a node of its own at or next to a row: lines of a long text are passed over. */
  nodeRow(row: number, step: 1 | -1): number {
    let at = row;
    while (at >= 0 && at < this.rows.length && this.rows.parts.at(at) !== PART_NODE) at += step;
    return at >= 0 && at < this.rows.length ? at : NO_NODE;
  }
}
