import { branchOf, type Branch, type Expansion } from "./expansion.js";
import { IntList } from "./int-list.js";
import type { Job, TimeUp } from "../../platform/job.js";
import type { Masks } from "./masks/masks.js";
import { isContainer, JsonKind, NO_NODE, ROOT, type JsonTree } from "./tree.js";

/** A row's part: its node itself, the end of a container (raw view only), or line 1, 2 … of a string shown in full. */
export const PART_NODE = 0;
export const PART_END = -1;

/** No document needs more rows than a person could read; a value can be made to unfold without end. */
export const MOST_ROWS = 2_000_000;
const STRIDE = 1024;

/** What is on each row: a node, and which part of it. */
export class Rows {
  readonly nodes = new IntList(256);
  readonly parts = new IntList(256);
  /** There would have been more than {@link MOST_ROWS}. */
  cut = false;

  get length(): number {
    return this.nodes.length;
  }

  push(node: number, part: number): void {
    this.nodes.push(node);
    this.parts.push(part);
  }

  /** The row of a node, or -1. */
  indexOf(node: number): number {
    return this.nodes.indexOf(node);
  }
}

export interface RowsOptions {
  readonly tree: JsonTree;
  readonly masks: Masks;
  /** What is open; without it, everything is, and each container has an end row (the raw view). */
  readonly expansion?: Expansion;
  /** How many further lines a string has that is shown in full. */
  readonly linesOf?: (node: number) => number;
  /** Only this node and what is below it. */
  readonly from?: number;
}

/** Lists the rows that the open containers make, in slices. */
export class RowsJob implements Job {
  readonly rows = new Rows();
  readonly #options: RowsOptions;
  readonly #from: number;
  /** By depth: what was opened and closed around the node that is next. */
  readonly #branches: (Branch | undefined)[] = [];
  #next: number;

  constructor(options: RowsOptions) {
    this.#options = options;
    this.#from = options.from ?? ROOT;
    this.#next = this.#from;
  }

  run(timeUp: TimeUp): boolean {
    do {
      for (let step = 0; step < STRIDE && this.#next !== NO_NODE; step++) this.#step(this.#next);
      if (this.rows.length >= MOST_ROWS) {
        this.rows.cut = this.#next !== NO_NODE;
        this.#next = NO_NODE;
      }
    } while (this.#next !== NO_NODE && !timeUp());
    return this.#next === NO_NODE;
  }

  #step(node: number): void {
    const { tree, masks, expansion } = this.#options;
    const kind = tree.kindOf(node);
    this.rows.push(node, PART_NODE);
    if (!expansion) {
      const child = isContainer(kind) && !masks.isHidden(node) ? tree.firstChild(node) : NO_NODE;
      this.#next = child === NO_NODE ? this.#after(node) : child;
      return;
    }
    if (isContainer(kind)) {
      const depth = tree.depthOf(node);
      const branch = node === ROOT ? expansion.root : branchOf(this.#branches[depth - 1], tree, node);
      this.#branches[depth] = branch;
      if ((branch?.open ?? depth < expansion.depth) && !masks.isHidden(node)) {
        const child = tree.firstChild(node);
        this.#next = child === NO_NODE ? this.#after(node) : child;
        return;
      }
    } else if (kind === JsonKind.string) {
      this.#addLines(node);
    }
    this.#next = this.#after(node);
  }

  #addLines(node: number): void {
    const { tree, masks, expansion, linesOf } = this.#options;
    const depth = tree.depthOf(node);
    const branch = depth === 0 ? expansion!.root : branchOf(this.#branches[depth - 1], tree, node);
    if (!branch?.full || !linesOf || masks.isHidden(node)) return;
    const lines = linesOf(node);
    for (let line = 1; line <= lines; line++) this.rows.push(node, line);
  }

  #after(node: number): number {
    const { tree, expansion } = this.#options;
    for (let at = node; at !== this.#from;) {
      const next = tree.nextSibling(at);
      if (next !== NO_NODE) return next;
      at = tree.parentOf(at);
      if (!expansion) this.rows.push(at, PART_END);
    }
    return NO_NODE;
  }
}
