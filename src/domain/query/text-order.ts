import { asciiWeights, type TextCompare } from "./ascii-weights.js";
import { mergeSorted, sortTexts, type TextOrder } from "./sort-texts.js";

const orders = new Map<string, TextOrder>();

/** The order of a language: numbers by value, case and accents do not count. One collator each: making one costs more than sorting a small list. */
export function textOrderFor(lang = ""): TextOrder {
  let order = orders.get(lang);
  if (!order) {
    const { compare } = makeCollator(lang);
    const weights = asciiWeights(compare);
    order = weights ? { compare, weights } : { compare };
    // A host that makes tags up must not fill the memory.
    if (orders.size > 50) orders.clear();
    orders.set(lang, order);
  }
  return order;
}

export function textCompareFor(lang?: string): TextCompare {
  return textOrderFor(lang).compare;
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
  readonly order: TextOrder;
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
  rank(column: string, texts: readonly (string | undefined)[], order: TextOrder): Ranking {
    let ranked = this.#columns.get(column);
    if (!ranked || ranked.order !== order || ranked.sorted.length > 2 * texts.length + 1000) {
      ranked = { order, sorted: [], ranks: new Map(), count: 0 };
      this.#columns.set(column, ranked);
    }
    const { ranks } = ranked;
    const fresh: string[] = [];
    for (const text of texts) {
      if (text === undefined || ranks.has(text)) continue;
      ranks.set(text, -1);
      fresh.push(text);
    }
    if (fresh.length > 0) insert(ranked, sortTexts(fresh, order));
    return ranked;
  }
}

function insert(ranked: Ranked, fresh: readonly string[]): void {
  const {
    order: { compare },
    ranks,
  } = ranked;
  const sorted = mergeSorted(ranked.sorted, fresh, compare);
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
