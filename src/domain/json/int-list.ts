/** A list of 32-bit integers that grows: half a million numbers as an array of numbers would cost the collector. */
export class IntList {
  items: Int32Array;
  length = 0;

  constructor(capacity = 64) {
    this.items = new Int32Array(Math.max(8, capacity));
  }

  push(value: number): void {
    if (this.length === this.items.length) {
      const larger = new Int32Array(this.items.length * 2);
      larger.set(this.items);
      this.items = larger;
    }
    this.items[this.length++] = value;
  }

  /** No bounds check beyond the buffer's: callers hold a valid index. */
  at(index: number): number {
    return this.items[index]!;
  }

  indexOf(value: number): number {
    const found = this.items.indexOf(value);
    return found < this.length ? found : -1;
  }
}
