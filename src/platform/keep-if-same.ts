/** Whether two objects have the same fields with the very same values. */
export function sameFields<T extends object>(a: T, b: T): boolean {
  const fields = Object.keys(b) as (keyof T)[];
  return fields.length === Object.keys(a).length && fields.every((field) => Object.is(a[field], b[field]));
}

/**
 * The earlier object where nothing in it has changed, or else the later one: what is made with every update keeps its
 * identity, and whoever is drawn from it compares one reference.
 */
export function keepIfSame<T extends object>(before: T | undefined, after: T): T {
  return before !== undefined && sameFields(before, after) ? before : after;
}
