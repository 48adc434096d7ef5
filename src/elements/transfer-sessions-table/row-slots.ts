/** Rows are given on where fewer than one in so many stay: the view is another one. */
const FEW = 4;

/**
 * Which row of the document shows which session. A session that stays keeps its row, and with it focus, hover and
 * whatever a person is about to press. Where hardly any stays (another sort or filter, a far scroll), the rows of those
 * that go are given to those that come: to rewrite a row where it differs costs a fraction of a new one.
 */
export class RowSlots {
  #slots: ReadonlyMap<string, number> = new Map();
  #made = 0;

  /** @param keys of the rows to be drawn, in order. @returns what each of them is to be told apart by. */
  assign(keys: readonly string[]): readonly number[] {
    const before = this.#slots;
    const stay = keys.reduce((count, key) => count + (before.has(key) ? 1 : 0), 0);
    const wanted = new Set(keys);
    // In the order in which they stand: where all rows are others, none has to be moved.
    const free = stay * FEW < keys.length ? [...before].filter(([key]) => !wanted.has(key)) : [];
    let next = 0;
    const slots = new Map<string, number>();
    for (const key of keys) slots.set(key, before.get(key) ?? free[next++]?.[1] ?? this.#made++);
    this.#slots = slots;
    return keys.map((key) => slots.get(key)!);
  }
}
