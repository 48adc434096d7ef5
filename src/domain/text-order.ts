import { withAsciiShortcut, type TextCompare } from "./ascii-compare.js";

const compares = new Map<string, TextCompare>();

/** The order of a language. One collator each: making one costs more than sorting a small list. */
export function textCompareFor(lang = ""): TextCompare {
  let compare = compares.get(lang);
  if (!compare) {
    compare = withAsciiShortcut(makeCollator(lang).compare);
    // A host that makes tags up must not fill the memory.
    if (compares.size > 50) compares.clear();
    compares.set(lang, compare);
  }
  return compare;
}

function makeCollator(lang: string): Intl.Collator {
  const options = { numeric: true, sensitivity: "base" } as const;
  try {
    return new Intl.Collator(lang || undefined, options);
  } catch {
    return new Intl.Collator(undefined, options);
  }
}

/** Whole numbers that stand for texts in their order; texts that compare as equal have the same. */
export interface Ranking {
  /** Every text that was ranked; there may be others. */
  readonly ranks: ReadonlyMap<string, number>;
  /** All ranks are below. */
  readonly count: number;
}

interface Ranked {
  readonly compare: TextCompare;
  sorted: string[];
  ranks: Map<string, number>;
  count: number;
}

/**
 * Ranks of texts, kept per column: a list that changed a little is ranked again at the cost of its new texts. Texts
 * that are gone are forgotten once they outnumber those in use.
 */
export class TextRanks {
  readonly #columns = new Map<string, Ranked>();

  /** @param texts of one column, in any order; duplicates and `undefined` may be among them. */
  rank(column: string, texts: readonly (string | undefined)[], compare: TextCompare): Ranking {
    let ranked = this.#columns.get(column);
    if (!ranked || ranked.compare !== compare || ranked.sorted.length > 2 * texts.length + 1000) {
      ranked = { compare, sorted: [], ranks: new Map(), count: 0 };
      this.#columns.set(column, ranked);
    }
    const { ranks } = ranked;
    const fresh: string[] = [];
    for (const text of texts) {
      if (text === undefined || ranks.has(text)) continue;
      ranks.set(text, -1);
      fresh.push(text);
    }
    if (fresh.length > 0) insert(ranked, fresh.sort(compare));
    return ranked;
  }
}

function insert(ranked: Ranked, fresh: readonly string[]): void {
  const { compare, ranks } = ranked;
  const sorted = merge(ranked.sorted, fresh, compare);
  let rank = -1;
  let before: string | undefined;
  for (const text of sorted) {
    if (before === undefined || compare(before, text) !== 0) rank++;
    before = text;
    ranks.set(text, rank);
  }
  ranked.sorted = sorted;
  ranked.count = rank + 1;
}

/** Two sorted lists as one. Few into many is the usual case, so places are searched by halving. */
function merge(many: readonly string[], few: readonly string[], compare: TextCompare): string[] {
  if (many.length === 0) return [...few];
  const merged: string[] = [];
  let start = 0;
  for (const text of few) {
    let low = start;
    let high = many.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(many[middle]!, text) <= 0) low = middle + 1;
      else high = middle;
    }
    for (; start < low; start++) merged.push(many[start]!);
    merged.push(text);
  }
  for (; start < many.length; start++) merged.push(many[start]!);
  return merged;
}
