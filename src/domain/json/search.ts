import { IntList } from "./int-list.js";
import type { Job, TimeUp } from "../../platform/job.js";
import type { Masks } from "./masks/masks.js";
import { MOST_ROWS } from "./rows.js";
import { isContainer, isList, NO_NODE, ROOT, type JsonTree } from "./tree.js";

const STRIDE = 512;

/**
 * Finds the nodes whose key or value holds a text, case apart, in the order of the document and in slices. What is
 * masked is not looked into: a search that finds a secret tells it.
 */
export class SearchJob implements Job {
  readonly hits = new IntList();
  readonly #tree: JsonTree;
  readonly #masks: Masks;
  readonly #query: string;
  #next: number = ROOT;
  #seen = 0;

  constructor(tree: JsonTree, masks: Masks, query: string) {
    this.#tree = tree;
    this.#masks = masks;
    this.#query = query.toLowerCase();
    if (this.#query === "") this.#next = NO_NODE;
  }

  run(timeUp: TimeUp): boolean {
    while (this.#next !== NO_NODE) {
      for (let step = 0; step < STRIDE && this.#next !== NO_NODE; step++) this.#next = this.#visit(this.#next);
      if (++this.#seen * STRIDE > MOST_ROWS) this.#next = NO_NODE;
      if (timeUp()) break;
    }
    return this.#next === NO_NODE;
  }

  #visit(node: number): number {
    const tree = this.#tree;
    const container = isContainer(tree.kindOf(node));
    if (
      this.#keyHit(node) ||
      (container ? this.#masks.mayReplace && this.#replacementHit(node) : this.#textHit(node))
    ) {
      this.hits.push(node);
    }
    if (container && !this.#masks.isHidden(node)) {
      const child = tree.firstChild(node);
      if (child !== NO_NODE) return child;
    }
    for (let at = node; at !== ROOT; at = tree.parentOf(at)) {
      const next = tree.nextSibling(at);
      if (next !== NO_NODE) return next;
    }
    return NO_NODE;
  }

  #keyHit(node: number): boolean {
    if (node === ROOT || isList(this.#tree.kindOf(this.#tree.parentOf(node)))) return false;
    return String(this.#tree.keyOf(node)).toLowerCase().includes(this.#query);
  }

  /** The cheap question first: masks are asked only about what would be a hit, or what a host may have replaced. */
  #textHit(node: number): boolean {
    const found = this.#tree.textOf(node).toLowerCase().includes(this.#query);
    if (found && !this.#masks.isHidden(node)) return true;
    return (found || this.#masks.mayReplace) && this.#replacementHit(node);
  }

  /** What stands in the place of a hidden value may be found; what it stands for may not. */
  #replacementHit(node: number): boolean {
    const masks = this.#masks;
    if (!masks.isHidden(node) || masks.isMasked(node)) return false;
    return masks.replacementOf(node)!.toLowerCase().includes(this.#query);
  }
}
