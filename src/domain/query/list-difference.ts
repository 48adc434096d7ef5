/** One that is in the new list only, and where. */
export interface Fresh<T> {
  readonly item: T;
  readonly place: number;
}

export interface ListDifference<T> {
  /** In the old list only; one that moved is both gone and fresh. */
  readonly gone: readonly T[];
  /** In the order of the new list. */
  readonly fresh: readonly Fresh<T>[];
}

/** How far ahead is looked for the place where two lists agree again. */
const AHEAD = 8;

/**
 * What parts two lists of nearly the same objects. One pass, comparing references: what both hold, and is named
 * neither gone nor fresh, stands in the same order in both.
 *
 * @param most more differences than that, and nothing is said: a list made anew is cheaper then.
 */
export function listDifference<T>(
  before: readonly T[],
  after: readonly T[],
  most: number,
): ListDifference<T> | undefined {
  const gone: T[] = [];
  const fresh: Fresh<T>[] = [];
  let old = 0;
  let place = 0;
  while (old < before.length || place < after.length) {
    if (old < before.length && place < after.length && before[old] === after[place]) {
      old++;
      place++;
      continue;
    }
    const [leave, come] = seam(before, old, after, place);
    for (let count = 0; count < leave; count++) gone.push(before[old++]!);
    for (let count = 0; count < come; count++) fresh.push({ item: after[place]!, place: place++ });
    if (gone.length + fresh.length > most) return undefined;
  }
  return { gone, fresh };
}

/** How many to pass over in each list until they agree again; the fewest, as far as is looked. */
function seam<T>(before: readonly T[], old: number, after: readonly T[], place: number): [number, number] {
  const [left, right] = [before.length - old, after.length - place];
  for (let steps = 1; steps <= AHEAD; steps++) {
    for (let leave = 0; leave <= steps; leave++) {
      const come = steps - leave;
      if (leave <= left && come <= right && agree(before, old + leave, after, place + come)) return [leave, come];
    }
  }
  return [Math.min(left, AHEAD), Math.min(right, AHEAD)];
}

function agree<T>(before: readonly T[], old: number, after: readonly T[], place: number): boolean {
  const [ends, alsoEnds] = [old === before.length, place === after.length];
  return ends || alsoEnds ? ends && alsoEnds : before[old] === after[place];
}
