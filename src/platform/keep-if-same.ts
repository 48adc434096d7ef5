/**
 * The earlier object where each field of the later one is the same in it, else the later one: what is made with every
 * update keeps its identity until something in it changes.
 */
export function keepIfSame<T extends object>(before: T | undefined, after: T): T {
  if (before === undefined) return after;
  const names = Object.keys(after) as (keyof T)[];
  return names.length === Object.keys(before).length && names.every((name) => Object.is(before[name], after[name]))
    ? before
    : after;
}
