import { sameWireText } from "../../domain/session/wire-text.js";

/**
 * Comparing and copying what a source hands out. It is JSON nearly always, but a source may be a plain JavaScript
 * object, so it may also be circular, very deep, or changed in place behind our back.
 */

/** No recursion goes past this: the stack must not overflow. A copy keeps what is deeper by reference. */
const DEEPEST = 200;

/** A walk past so many objects, or so deep, looks out for those it has met: it may be in a circle. */
const MANY = 500;
const DEEP = 16;

interface Walk {
  objects: number;
  /** Pairs met so far. Kept from a point on only, since for an honest record it would be wasted. */
  met?: Map<object, Set<object>>;
}

/** Whether two values are the same data. Functions, dates and instances of classes are the same only if identical. */
export function sameValue(a: unknown, b: unknown): boolean {
  return same(a, b, 0, { objects: 0 });
}

function same(a: unknown, b: unknown, depth: number, walk: Walk): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) {
    return typeof a === "number" && typeof b === "number" && Number.isNaN(a) && Number.isNaN(b);
  }
  // A row, or its data: what is deeper is part of the spelling of those.
  if (depth < 2 && !sameWireText(a, b)) return false;
  if (depth >= DEEPEST) return sameDeep(a, b, walk);
  walk.objects++;
  if ((walk.objects > MANY || depth > DEEP) && isMet(a, b, walk)) return true;
  return Array.isArray(a)
    ? Array.isArray(b) && sameArray(a, b, depth, walk)
    : !Array.isArray(b) && isPlain(a) && isPlain(b) && sameRecord(a, b, depth, walk);
}

/** The same without recursion. */
function sameDeep(a: object, b: object, walk: Walk): boolean {
  const pairs: [unknown, unknown][] = [[a, b]];
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    const [left, right] = pair;
    if (!isCopied(left) || !isCopied(right)) {
      if (left !== right && !(Number.isNaN(left) && Number.isNaN(right))) return false;
      continue;
    }
    if (left === right || isMet(left, right, walk)) continue;
    const keys = Object.keys(left);
    if (Array.isArray(left) !== Array.isArray(right) || keys.length !== Object.keys(right).length) return false;
    for (const key of keys) {
      if (!Object.hasOwn(right, key)) return false;
      pairs.push([(left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key]]);
    }
  }
  return true;
}

/**
 * A pair met before is either equal or still being compared. The first difference ends the whole walk, so it may be
 * taken for equal.
 */
function isMet(a: object, b: object, walk: Walk): boolean {
  const met = (walk.met ??= new Map());
  const partners = met.get(a);
  if (partners?.has(b)) return true;
  if (partners) partners.add(b);
  else met.set(a, new Set([b]));
  return false;
}

function sameArray(a: unknown[], b: unknown[], depth: number, walk: Walk): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) {
    if (!same(a[index], b[index], depth + 1, walk)) return false;
  }
  return true;
}

function sameRecord(a: object, b: object, depth: number, walk: Walk): boolean {
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  let count = 0;
  for (const key in left) {
    // An old library of the host's may have put something on every object.
    if (!Object.hasOwn(left, key)) continue;
    const value = right[key];
    if (!same(left[key], value, depth + 1, walk)) return false;
    // What was read may have been inherited; JSON can hold only two values that are: undefined and `__proto__`.
    if ((value === undefined || key === "__proto__") && !Object.hasOwn(right, key)) return false;
    count++;
  }
  for (const key in right) if (Object.hasOwn(right, key)) count--;
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
  const walk: Walk = { objects: 0 };
  const tree = copyTree(value, walk);
  // Too many for a record, or a circle: once more, with an eye on what was met.
  return (walk.objects <= MANY ? tree : copyGraph(value, 0, new Map())) as T;
}

/** The cheap way: no book is kept of what was copied. Breaks off after {@link MANY} objects. */
function copyTree(value: unknown, walk: Walk): unknown {
  if (!isCopied(value) || ++walk.objects > MANY) return value;
  const copy = copyOuter(value);
  for (const key in copy) {
    if (!Object.hasOwn(copy, key)) continue;
    const field = copy[key];
    if (typeof field === "object" && field !== null) copy[key] = copyTree(field, walk);
  }
  return copy;
}

function copyGraph(value: unknown, depth: number, copies: Map<object, unknown>): unknown {
  if (!isCopied(value) || depth >= DEEPEST) return value;
  const known = copies.get(value);
  if (known !== undefined) return known;
  const copy = copyOuter(value);
  copies.set(value, copy);
  for (const key in copy) if (Object.hasOwn(copy, key)) copy[key] = copyGraph(copy[key], depth + 1, copies);
  return copy;
}

function isCopied(value: unknown): value is object {
  return typeof value === "object" && value !== null && (Array.isArray(value) || isPlain(value));
}

/** Copies the outermost level. A key `__proto__` stays a field, a hole in a list stays a hole. */
function copyOuter(value: object): Record<string, unknown> {
  return (Array.isArray(value) ? value.slice() : { ...value }) as Record<string, unknown>;
}
