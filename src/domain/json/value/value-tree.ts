import { IntList } from "../int-list.js";
import { countChildren, forEachChild, HoleRun, isStandIn, type UnreadableMember } from "./value-children.js";
import { readValue } from "./value-kinds.js";
import { isContainer, isList, JsonKind, NO_NODE, pathOf, ROOT, type JsonKey, type JsonTree } from "../tree.js";
import { formatJsonPath } from "../json-path.js";

const UNKNOWN = -2;

/** A getter can make a value without an end; JSON of that depth is none that a person made. */
const DEEPEST = 10_000;

/**
 * Any JavaScript value as a tree. A container's children are read once, when something first asks for them, so that a
 * value as deep as a linked list or as wide as a proxy can make it costs what is looked at.
 */
export class ValueTree implements JsonTree {
  readonly #values: unknown[] = [];
  readonly #keys: JsonKey[] = [];
  readonly #texts: string[] = [];
  readonly #typeNames = new Map<number, string>();
  readonly #kinds = new IntList();
  readonly #parents = new IntList();
  readonly #depths = new IntList();
  readonly #ordinals = new IntList();
  readonly #firsts = new IntList();
  readonly #counts = new IntList();
  /** Containers met so far: only one met before can be an ancestor of itself. */
  readonly #met = new Set<unknown>();

  constructor(value: unknown) {
    this.#add(value, "", NO_NODE, 0);
  }

  get count(): number {
    return this.#values.length;
  }

  kindOf(node: number): JsonKind {
    return this.#kinds.at(node) as JsonKind;
  }

  keyOf(node: number): JsonKey {
    return this.#keys[node]!;
  }

  /** Objects have a name once; two Map keys may look the same (`1` and `"1"`). */
  occurrenceOf(node: number): number {
    const parent = this.#parents.at(node);
    if (parent === NO_NODE || this.#kinds.at(parent) !== JsonKind.map) return 0;
    let count = 0;
    for (let at = this.#firsts.at(parent); at < node; at++) if (this.#keys[at] === this.#keys[node]) count++;
    return count;
  }

  parentOf(node: number): number {
    return this.#parents.at(node);
  }

  depthOf(node: number): number {
    return this.#depths.at(node);
  }

  ordinalOf(node: number): number {
    return this.#ordinals.at(node);
  }

  childCountOf(node: number): number {
    const known = this.#counts.at(node);
    if (known !== UNKNOWN) return known;
    const count = countChildren(this.#values[node] as object, this.kindOf(node));
    this.#counts.items[node] = count;
    return count;
  }

  firstChild(node: number): number {
    const known = this.#firsts.at(node);
    if (known !== UNKNOWN) return known;
    const first = this.#values.length;
    let ordinal = 0;
    forEachChild(this.#values[node] as object, this.kindOf(node), (key, child) => {
      this.#add(child, key, node, ordinal++);
    });
    this.#counts.items[node] = ordinal;
    this.#firsts.items[node] = ordinal > 0 ? first : NO_NODE;
    return this.#firsts.at(node);
  }

  nextSibling(node: number): number {
    const parent = this.#parents.at(node);
    return parent !== NO_NODE && this.#ordinals.at(node) + 1 < this.#counts.at(parent) ? node + 1 : NO_NODE;
  }

  textOf(node: number): string {
    return this.#texts[node]!;
  }

  spellingOf(node: number): string {
    const text = this.#texts[node]!;
    switch (this.kindOf(node)) {
      case JsonKind.string:
      case JsonKind.date:
        return JSON.stringify(text);
      case JsonKind.number:
        return Number.isFinite(Number(text)) ? text : JSON.stringify(text);
      case JsonKind.boolean:
      case JsonKind.null:
      case JsonKind.bigint:
        return text;
      case JsonKind.circular:
        return JSON.stringify(`[circular: ${text}]`);
      case JsonKind.unreadable:
        return JSON.stringify(`[unreadable: ${text}]`);
      case JsonKind.hole:
        return JSON.stringify(`[empty × ${text}]`);
      default:
        return JSON.stringify(`[${text}]`);
    }
  }

  keySpellingOf(node: number): string {
    return JSON.stringify(String(this.#keys[node]));
  }

  hasNamedItems(node: number): boolean {
    const first = this.firstChild(node);
    // Named members come last.
    return first !== NO_NODE && typeof this.#keys[first + this.#counts.at(node) - 1] === "string";
  }

  typeNameOf(node: number): string {
    return this.#typeNames.get(node) ?? "";
  }

  valueOf(node: number): unknown {
    const value = this.#values[node];
    return isStandIn(value) ? undefined : value;
  }

  #add(value: unknown, key: JsonKey, parent: number, ordinal: number): void {
    const node = this.#values.length;
    const depth = parent === NO_NODE ? 0 : this.#depths.at(parent) + 1;
    let { kind, text, typeName } = isStandIn(value) ? special(value) : readValue(value);
    if (depth > DEEPEST) {
      kind = JsonKind.unreadable;
      text = "nested too deep";
    }
    const container = isContainer(kind);
    if (container && this.#met.has(value)) {
      const same = this.#ancestorWith(value, parent);
      if (same !== NO_NODE) {
        kind = JsonKind.circular;
        text = formatJsonPath(pathOf(this, same));
        typeName = "";
      }
    } else if (container) {
      this.#met.add(value);
    }
    const open = container && kind !== JsonKind.circular;
    this.#values.push(value);
    this.#keys.push(parent !== NO_NODE && !isList(this.kindOf(parent)) ? String(key) : key);
    this.#texts.push(text);
    this.#kinds.push(kind);
    this.#parents.push(parent);
    this.#depths.push(depth);
    this.#ordinals.push(ordinal);
    this.#firsts.push(open ? UNKNOWN : NO_NODE);
    this.#counts.push(open ? UNKNOWN : 0);
    if (typeName) this.#typeNames.set(node, typeName);
  }

  #ancestorWith(value: unknown, from: number): number {
    for (let at = from; at >= ROOT; at = this.#parents.at(at)) if (this.#values[at] === value) return at;
    return NO_NODE;
  }
}

function special(value: HoleRun | UnreadableMember): { kind: JsonKind; text: string; typeName: string } {
  return value instanceof HoleRun
    ? { kind: JsonKind.hole, text: String(value.length), typeName: "" }
    : { kind: JsonKind.unreadable, text: value.reason, typeName: "" };
}
