/**
 * What a node of the pane is. The first six are JSON; the rest is what only a JavaScript value can hold. Numbers, not
 * names: a 10 MB text has half a million nodes, and one byte each keeps them small.
 */
export const JsonKind = {
  object: 0,
  array: 1,
  string: 2,
  number: 3,
  boolean: 4,
  null: 5,
  undefined: 6,
  bigint: 7,
  date: 8,
  symbol: 9,
  function: 10,
  /** A run of missing array elements. */
  hole: 11,
  /** An object that contains itself: shown as a reference to where it is shown already. */
  circular: 12,
  /** Reading it threw. */
  unreadable: 13,
  map: 14,
  set: 15,
  typedArray: 16,
  /** Anything else with a text of its own: a RegExp, a URL, an ArrayBuffer. */
  other: 17,
} as const;

export type JsonKind = (typeof JsonKind)[keyof typeof JsonKind];

/** A step from a container to one of its children: a member name, or an index of an array. */
export type JsonKey = string | number;

/** From the root to a node. The root's path is empty. */
export type JsonPath = readonly JsonKey[];

/** Returned instead of a node where there is none. */
export const NO_NODE = -1;

/** The root's number in every tree. */
export const ROOT = 0;

/**
 * A JSON document as numbered nodes, whatever it was made from: a text that was scanned, or a value that is walked as
 * people open it. Nothing here throws, however hostile the value.
 */
export interface JsonTree {
  kindOf(node: number): JsonKind;
  /** Member name, decoded, or index. The root's is `""`. */
  keyOf(node: number): JsonKey;
  /** How many earlier siblings have the same key: a text may name a member twice. */
  occurrenceOf(node: number): number;
  parentOf(node: number): number;
  /** 0 for the root. */
  depthOf(node: number): number;
  /** Place among its siblings, from 0. */
  ordinalOf(node: number): number;
  childCountOf(node: number): number;
  firstChild(node: number): number;
  nextSibling(node: number): number;
  /** What a leaf says, without quotes: a string's characters, a number's digits as written, a note for the rest. */
  textOf(node: number): string;
  /** A leaf as JSON, spelled as in the text; what JSON cannot say becomes a string that names it. */
  spellingOf(node: number): string;
  /** The key as JSON, spelled as in the text. */
  keySpellingOf(node: number): string;
  /** Whether a list has members with names beside its items, as a JavaScript array can. */
  hasNamedItems(node: number): boolean;
  /** A short word for a container that is no plain object or array (`Map`, `Uint8Array`, a class's name), or `""`. */
  typeNameOf(node: number): string;
  /** The JavaScript value, for a host's `redact`. A number of a text loses the digits that JavaScript cannot hold. */
  valueOf(node: number): unknown;
}

export function isContainer(kind: JsonKind): boolean {
  return (
    kind === JsonKind.object ||
    kind === JsonKind.array ||
    kind === JsonKind.map ||
    kind === JsonKind.set ||
    kind === JsonKind.typedArray
  );
}

/** Whether the children are counted, not named. */
export function isList(kind: JsonKind): boolean {
  return kind === JsonKind.array || kind === JsonKind.set || kind === JsonKind.typedArray;
}

export function pathOf(tree: JsonTree, node: number): JsonPath {
  const path: JsonKey[] = [];
  for (let at = node; at > ROOT; at = tree.parentOf(at)) path.push(tree.keyOf(at));
  return path.toReversed();
}

/** One step of an {@link Address}. */
export interface AddressStep {
  readonly key: JsonKey;
  readonly occurrence: number;
}

/** A path that also tells members of the same name apart, so that a node is found again in a newer document. */
export type Address = readonly AddressStep[];

export function addressOf(tree: JsonTree, node: number): Address {
  const address: AddressStep[] = [];
  for (let at = node; at > ROOT; at = tree.parentOf(at)) {
    address.push({ key: tree.keyOf(at), occurrence: tree.occurrenceOf(at) });
  }
  return address.toReversed();
}

/** One text for an address; the same only for the same address. */
export function addressKey(address: Address): string {
  return JSON.stringify(address.flatMap(({ key, occurrence }) => (occurrence ? [key, [occurrence]] : [key])));
}

function childAt(tree: JsonTree, parent: number, step: AddressStep): number {
  for (let child = tree.firstChild(parent); child !== NO_NODE; child = tree.nextSibling(child)) {
    if (tree.keyOf(child) === step.key && tree.occurrenceOf(child) === step.occurrence) return child;
  }
  return NO_NODE;
}

/**
 * Finds the node at an address.
 *
 * @returns the node, and whether the whole address was there; else the deepest node on the way to it.
 */
export function resolve(tree: JsonTree, address: Address): { readonly node: number; readonly exact: boolean } {
  let node: number = ROOT;
  for (const step of address) {
    const child = childAt(tree, node, step);
    if (child === NO_NODE) return { node, exact: false };
    node = child;
  }
  return { node, exact: true };
}
