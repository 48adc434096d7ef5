/**
 * Comparing and copying what a source hands out. It is JSON nearly always, but a source may be a plain JavaScript
 * object, so it may also be circular, very deep, or changed in place behind our back.
 */

/** Recursion past this is kept by reference: no honest record is that deep, and the stack must not overflow. */
const DEEPEST = 200;

/** From here on a walk looks out for circles; before, that would only cost. */
const SUSPICIOUS = 16;

type Pairs = [unknown, unknown][];

/** Whether two values are the same data. Functions, dates and instances of classes are the same only if identical. */
export function sameValue(a: unknown, b: unknown): boolean {
  return same(a, b, 0, undefined);
}

function same(a: unknown, b: unknown, depth: number, above: Pairs | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) {
    return typeof a === "number" && typeof b === "number" && Number.isNaN(a) && Number.isNaN(b);
  }
  if (depth >= DEEPEST) return false;
  let pairs = above;
  if (depth >= SUSPICIOUS) {
    pairs = above ?? [];
    if (pairs.some(([x, y]) => x === a && y === b)) return true;
    pairs.push([a, b]);
  }
  const equal = Array.isArray(a)
    ? Array.isArray(b) && sameArray(a, b, depth, pairs)
    : !Array.isArray(b) && isPlain(a) && isPlain(b) && sameRecord(a, b, depth, pairs);
  if (depth >= SUSPICIOUS) pairs?.pop();
  return equal;
}

function sameArray(a: unknown[], b: unknown[], depth: number, pairs: Pairs | undefined): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) {
    if (!same(a[index], b[index], depth + 1, pairs)) return false;
  }
  return true;
}

function sameRecord(a: object, b: object, depth: number, pairs: Pairs | undefined): boolean {
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  let count = 0;
  for (const key in left) {
    const value = right[key];
    if (!same(left[key], value, depth + 1, pairs)) return false;
    if (value === undefined && !Object.hasOwn(right, key)) return false;
    count++;
  }
  for (const _ in right) count--;
  return count === 0;
}

/** A record as JSON makes them: what can be copied field by field without losing anything. */
export function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/**
 * A deep copy of plain data, so that a source that changes its records in place is still seen to have changed them.
 * Circles stay circles; instances of classes, and what lies too deep, are kept by reference.
 */
export function copyValue<T>(value: T): T {
  return copy(value, 0, new Map()) as T;
}

function copy(value: unknown, depth: number, copies: Map<object, unknown>): unknown {
  if (typeof value !== "object" || value === null || depth >= DEEPEST) return value;
  const known = copies.get(value);
  if (known !== undefined) return known;
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    copies.set(value, list);
    list.length = value.length;
    for (let index = 0; index < value.length; index++) {
      // A hole stays a hole.
      if (index in value) list[index] = copy(value[index], depth + 1, copies);
    }
    return list;
  }
  if (!isPlain(value)) return value;
  const record: Record<string, unknown> = {};
  copies.set(value, record);
  for (const key of Object.keys(value)) {
    const field = copy((value as Record<string, unknown>)[key], depth + 1, copies);
    if (key === "__proto__") {
      // Assigning would set the prototype instead of making a field.
      Object.defineProperty(record, key, { value: field, enumerable: true, configurable: true, writable: true });
    } else {
      record[key] = field;
    }
  }
  return record;
}
