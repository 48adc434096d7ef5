import { reasonOf } from "../../../platform/reason-of.js";
import { JsonKind, type JsonKey } from "../tree.js";

/** Our own stand-ins. Not by `instanceof`: a proxy is asked for its prototype by that, and may throw. */
const standIns = new WeakSet<object>();

/** A run of missing array elements, as a value of its own. */
export class HoleRun {
  constructor(readonly length: number) {
    standIns.add(this);
  }
}

/** Stands for a member that threw when it was read. */
export class UnreadableMember {
  constructor(readonly reason: string) {
    standIns.add(this);
  }
}

export function isStandIn(value: unknown): value is HoleRun | UnreadableMember {
  return standIns.has(value as object);
}

/** What Errors keep where enumeration does not look. */
const ERROR_FIELDS = ["name", "message", "cause", "stack"];

function read(value: object, key: PropertyKey): unknown {
  try {
    return (value as Record<PropertyKey, unknown>)[key];
  } catch (error) {
    return new UnreadableMember(reasonOf(error));
  }
}

/**
 * Calls back with each child of a container, in order. Members that throw come as {@link UnreadableMember}; a container that
 * cannot be listed at all has one such child. Never throws.
 */
export function forEachChild(value: object, kind: JsonKind, visit: (key: JsonKey, child: unknown) => void): void {
  try {
    if (kind === JsonKind.array) arrayChildren(value as readonly unknown[], visit);
    else if (kind === JsonKind.map) mapChildren(value as ReadonlyMap<unknown, unknown>, visit);
    else if (kind === JsonKind.set) setChildren(value as ReadonlySet<unknown>, visit);
    else if (kind === JsonKind.typedArray) typedChildren(value as ArrayLike<unknown>, visit);
    else objectChildren(value, visit);
  } catch (error) {
    visit("", new UnreadableMember(reasonOf(error)));
  }
}

/** How many children {@link forEachChild} would give; cheaper where that can be told without looking at each. */
export function countChildren(value: object, kind: JsonKind): number {
  try {
    if (kind === JsonKind.object && !(value instanceof Error)) {
      const symbols = Object.getOwnPropertySymbols(value);
      if (symbols.length === 0) return Object.keys(value).length;
    }
    if (kind === JsonKind.typedArray) return (value as ArrayLike<unknown>).length;
  } catch {
    return 1;
  }
  let count = 0;
  forEachChild(value, kind, () => count++);
  return count;
}

function objectChildren(value: object, visit: (key: JsonKey, child: unknown) => void): void {
  const keys = Object.keys(value);
  for (const key of keys) visit(key, read(value, key));
  if (value instanceof Error) {
    for (const key of ERROR_FIELDS) if (!keys.includes(key) && key in value) visit(key, read(value, key));
  }
  for (const symbol of Object.getOwnPropertySymbols(value)) {
    if (Object.prototype.propertyIsEnumerable.call(value, symbol)) visit(String(symbol), read(value, symbol));
  }
}

function arrayChildren(value: readonly unknown[], visit: (key: JsonKey, child: unknown) => void): void {
  const length = value.length;
  const keys = Object.keys(value);
  let index = 0;
  let place = 0;
  // Own keys come in rising order, indices first, so a gap between two of them is a run of holes. An array of a
  // thousand million holes is one row, not as many steps.
  for (; place < keys.length; place++) {
    const at = Number(keys[place]);
    if (!(Number.isInteger(at) && at >= index && at < length && String(at) === keys[place])) break;
    if (at > index) visit(index, new HoleRun(at - index));
    visit(at, read(value, at));
    index = at + 1;
  }
  if (index < length) visit(index, new HoleRun(length - index));
  for (; place < keys.length; place++) visit(keys[place]!, read(value, keys[place]!));
}

function mapChildren(value: ReadonlyMap<unknown, unknown>, visit: (key: JsonKey, child: unknown) => void): void {
  let place = 0;
  Map.prototype.forEach.call(value, (child: unknown, key: unknown) => {
    if (typeof key === "object" && key !== null) visit(`entry ${place}`, { key, value: child });
    else visit(typeof key === "string" ? key : String(key), child);
    place++;
  });
}

function setChildren(value: ReadonlySet<unknown>, visit: (key: JsonKey, child: unknown) => void): void {
  let place = 0;
  Set.prototype.forEach.call(value, (child: unknown) => visit(place++, child));
}

function typedChildren(value: ArrayLike<unknown>, visit: (key: JsonKey, child: unknown) => void): void {
  for (let index = 0; index < value.length; index++) visit(index, value[index]);
}
