import type { Job, TimeUp } from "../../platform/job.js";
import type { Masks } from "./masks/masks.js";
import { PART_END, RowsJob } from "./rows.js";
import { isContainer, isList, NO_NODE, ROOT, type JsonTree } from "./tree.js";

/** Deeper lines are indented no further: a text may nest a hundred thousand levels. */
const DEEPEST_INDENT = 60;

/** One line of the raw view, in the pieces that are shown differently. */
export interface RawLine {
  readonly indent: number;
  /** The key as spelled, with its quotes, or `""`. */
  readonly key: string;
  readonly value: string;
  readonly comma: boolean;
}

/** The line of a row of {@link RowsJob} without expansion. */
export function rawLine(tree: JsonTree, masks: Masks, node: number, part: number, from: number = ROOT): RawLine {
  const kind = tree.kindOf(node);
  const parent = node === from ? NO_NODE : tree.parentOf(node);
  const comma = parent !== NO_NODE && tree.nextSibling(node) !== NO_NODE;
  const indent = Math.min(DEEPEST_INDENT, tree.depthOf(node) - tree.depthOf(from));
  if (part === PART_END) return { indent, key: "", value: isListOfItems(tree, node) ? "]" : "}", comma };
  const key = parent !== NO_NODE && !isListOfItems(tree, parent) ? tree.keySpellingOf(node) : "";
  const hidden = masks.replacementOf(node);
  if (hidden !== undefined) return { indent, key, value: JSON.stringify(hidden), comma };
  if (!isContainer(kind)) return { indent, key, value: tree.spellingOf(node), comma };
  const opening = isListOfItems(tree, node) ? "[" : "{";
  if (tree.firstChild(node) !== NO_NODE) return { indent, key, value: opening, comma: false };
  return { indent, key, value: opening === "[" ? "[]" : "{}", comma };
}

/** An array with named members can only be written as an object. */
function isListOfItems(tree: JsonTree, node: number): boolean {
  return isList(tree.kindOf(node)) && !tree.hasNamedItems(node);
}

/** Writes a node and what is below it as indented JSON, spelled as in the text, with what is hidden masked. */
export class RawTextJob implements Job {
  readonly #rows: RowsJob;
  readonly #tree: JsonTree;
  readonly #masks: Masks;
  readonly #from: number;
  readonly #pieces: string[] = [];
  #at = 0;

  constructor(tree: JsonTree, masks: Masks, from: number = ROOT) {
    this.#tree = tree;
    this.#masks = masks;
    this.#from = from;
    this.#rows = new RowsJob({ tree, masks, from });
  }

  /** The text, once {@link run} has answered `true`. */
  get text(): string {
    return this.#pieces.join("\n");
  }

  run(timeUp: TimeUp): boolean {
    if (!this.#rows.run(timeUp)) return false;
    const { nodes, parts, length } = this.#rows.rows;
    for (; this.#at < length; this.#at++) {
      if (this.#at % 512 === 511 && timeUp()) return false;
      const line = rawLine(this.#tree, this.#masks, nodes.at(this.#at), parts.at(this.#at), this.#from);
      const key = line.key ? `${line.key}: ` : "";
      this.#pieces.push(`${"  ".repeat(line.indent)}${key}${line.value}${line.comma ? "," : ""}`);
    }
    return true;
  }
}
