/**
 * Which row of the document shows which session. A session that stays keeps its row, and with it focus, hover and
 * whatever a person is about to press. Between two that stay, the rows of those that go are given to those that come: to
 * rewrite a row where it differs costs a fraction of a new one. None that stays is moved for that, since a row that is
 * moved loses focus; and none is given on that a person is about to press, since the press would be another session's.
 */
export class RowSlots {
  /** In the order in which they stand. */
  #keys: readonly string[] = [];
  #slots: ReadonlyMap<string, number> = new Map();
  #made = 0;

  /**
   * @param keys of the rows to be drawn, in order.
   * @param held keys of rows that are not to be given on.
   * @returns what each of them is to be told apart by.
   */
  assign(keys: readonly string[], held: ReadonlySet<string | null | undefined>): readonly number[] {
    const before = this.#keys;
    const places = new Map(before.map((key, place) => [key, place]));
    const limits = limitsOf(keys, places);
    let place = 0;
    const slots = new Map<string, number>();
    let index = 0;
    for (const key of keys) {
      const stood = places.get(key);
      if (stood !== undefined) place = stood + 1;
      const limit = stood === undefined ? limits[index]! : 0;
      index++;
      while (place < limit && held.has(before[place])) place++;
      const given = place < limit ? before[place++]! : key;
      slots.set(key, this.#slots.get(given) ?? this.#made++);
    }
    this.#keys = keys;
    this.#slots = slots;
    return [...slots.values()];
  }
}

/** For each row, up to which place the rows before may be given on: to the next that stays. None, where some change places. */
function limitsOf(keys: readonly string[], places: ReadonlyMap<string, number>): readonly number[] {
  const limits: number[] = [];
  let limit = places.size;
  for (let index = keys.length - 1; index >= 0; index--) {
    const stood = places.get(keys[index]!);
    if (stood !== undefined && stood > limit) return keys.map(() => 0);
    limit = stood ?? limit;
    limits[index] = limit;
  }
  return limits;
}
