/**
 * Which row of the document shows which session. A session that stays keeps its row, and with it focus, hover and
 * whatever a person is about to press. Where none stays (another sort or filter, a far scroll), the rows of those that go
 * are given to those that come: to rewrite a row where it differs costs a fraction of a new one. Not where some stay:
 * those would have to be moved among the others, and a row that is moved loses focus.
 */
export class RowSlots {
  #slots: ReadonlyMap<string, number> = new Map();
  #made = 0;

  /** @param keys of the rows to be drawn, in order. @returns what each of them is to be told apart by. */
  assign(keys: readonly string[]): readonly number[] {
    const before = this.#slots;
    const free = keys.some((key) => before.has(key)) ? [] : [...before.values()];
    let next = 0;
    const assigned = keys.map((key) => before.get(key) ?? free[next++] ?? this.#made++);
    this.#slots = new Map(keys.map((key, place) => [key, assigned[place]!]));
    return assigned;
  }
}
