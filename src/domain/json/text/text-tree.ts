import { decodeLiteral } from "./string-literal.js";
import type { TextTape } from "./text-tape.js";
import { isContainer, JsonKind, NO_NODE, type JsonKey, type JsonTree } from "../tree.js";

/** A JSON text as a tree. Strings and keys are decoded when they are asked for. */
export class TextTree implements JsonTree {
  readonly #text: string;
  readonly #tape: TextTape;
  /** Parsed containers, so that a host's `redact` costs one parse of the text and not one per node. */
  readonly #parsed = new Map<number, unknown>();
  readonly #keys = new Map<string, string>();
  /** By parent: the members whose name stood there before. */
  readonly #repeats = new Map<number, ReadonlyMap<number, number>>();

  constructor(text: string, tape: TextTape) {
    this.#text = text;
    this.#tape = tape;
  }

  get text(): string {
    return this.#text;
  }

  /** How many nodes there are; they are numbered in the order of the text. */
  get count(): number {
    return this.#tape.count;
  }

  kindOf(node: number): JsonKind {
    return this.#tape.kind[node] as JsonKind;
  }

  keyOf(node: number): JsonKey {
    const start = this.#tape.keyStart[node]!;
    if (start === -1) return node === 0 ? "" : this.#tape.ordinal[node]!;
    const literal = this.#text.slice(start, this.#tape.keyStop[node]);
    // Few names, many members: one text per name keeps a search from making half a million of them.
    let key = this.#keys.get(literal);
    if (key === undefined) {
      key = decodeLiteral(literal);
      if (this.#keys.size < 5000) this.#keys.set(literal, key);
    }
    return key;
  }

  occurrenceOf(node: number): number {
    const parent = this.#tape.parent[node]!;
    if (parent === -1 || this.#tape.keyStart[node] === -1) return 0;
    let repeats = this.#repeats.get(parent);
    if (!repeats) {
      repeats = this.#countRepeats(parent);
      this.#repeats.set(parent, repeats);
    }
    return repeats.get(node) ?? 0;
  }

  parentOf(node: number): number {
    return this.#tape.parent[node]!;
  }

  depthOf(node: number): number {
    return this.#tape.depth[node]!;
  }

  ordinalOf(node: number): number {
    return this.#tape.ordinal[node]!;
  }

  childCountOf(node: number): number {
    return this.#tape.children[node]!;
  }

  firstChild(node: number): number {
    return this.#tape.children[node]! > 0 ? node + 1 : NO_NODE;
  }

  nextSibling(node: number): number {
    const parent = this.#tape.parent[node]!;
    if (parent === -1) return NO_NODE;
    const next = this.#tape.next[node]!;
    return next < this.#tape.next[parent]! ? next : NO_NODE;
  }

  textOf(node: number): string {
    const spelling = this.spellingOf(node);
    return this.#tape.kind[node] === JsonKind.string ? decodeLiteral(spelling) : spelling;
  }

  spellingOf(node: number): string {
    return this.#text.slice(this.#tape.start[node], this.#tape.stop[node]);
  }

  keySpellingOf(node: number): string {
    return this.#text.slice(this.#tape.keyStart[node], this.#tape.keyStop[node]);
  }

  hasNamedItems(): boolean {
    return false;
  }

  typeNameOf(): string {
    return "";
  }

  valueOf(node: number): unknown {
    const tape = this.#tape;
    const parent = tape.parent[node]!;
    if (!isContainer(this.kindOf(node))) return JSON.parse(this.spellingOf(node));
    if (this.#parsed.has(node)) return this.#parsed.get(node);
    let value: unknown;
    const whole = parent === -1 ? undefined : this.#parsed.get(parent);
    const key = this.keyOf(node);
    if (typeof whole === "object" && whole !== null && this.#hasEveryChild(whole, parent)) {
      value = (whole as Record<JsonKey, unknown>)[key];
    } else {
      value = JSON.parse(this.spellingOf(node));
    }
    this.#parsed.set(node, value);
    return value;
  }

  #countRepeats(parent: number): ReadonlyMap<number, number> {
    const counts = new Map<JsonKey, number>();
    const repeats = new Map<number, number>();
    for (let child = this.firstChild(parent); child !== NO_NODE; child = this.nextSibling(child)) {
      const key = this.keyOf(child);
      const count = counts.get(key) ?? 0;
      if (count > 0) repeats.set(child, count);
      counts.set(key, count + 1);
    }
    return repeats;
  }

  /** Where a name stands twice the parsed object lacks one of the two. */
  #hasEveryChild(parsed: object, node: number): boolean {
    return Array.isArray(parsed) || Object.keys(parsed).length === this.#tape.children[node];
  }
}
