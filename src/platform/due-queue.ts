/** Something that is due at a time, in epoch milliseconds. */
export interface Due {
  readonly at: number;
}

interface Entry<E> {
  readonly event: E;
  /** What was added first comes first among those due at the same time. */
  readonly order: number;
}

/** A binary heap of what is to happen, earliest first. */
export class EventQueue<E extends Due> {
  #heap: Entry<E>[] = [];
  #added = 0;

  get size(): number {
    return this.#heap.length;
  }

  /** The earliest event. */
  get next(): E | undefined {
    return this.#heap[0]?.event;
  }

  add(event: E): void {
    const heap = this.#heap;
    heap.push({ event, order: this.#added++ });
    let child = heap.length - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!this.#before(child, parent)) break;
      this.#swap(child, parent);
      child = parent;
    }
  }

  /** Takes the earliest event out, if it is due at `now` or before. */
  takeDue(now: number): E | undefined {
    const heap = this.#heap;
    const first = heap[0];
    if (!first || first.event.at > now) return undefined;
    const last = heap.pop()!;
    if (heap.length > 0) {
      heap[0] = last;
      this.#sink();
    }
    return first.event;
  }

  /** Forgets the events that `unwanted` picks; the others keep their order. */
  drop(unwanted: (event: E) => boolean): void {
    this.#heap = this.#heap
      .filter(({ event }) => !unwanted(event))
      .sort((a, b) => a.event.at - b.event.at || a.order - b.order);
  }

  #sink(): void {
    const size = this.#heap.length;
    let parent = 0;
    for (;;) {
      let least = parent;
      for (const child of [2 * parent + 1, 2 * parent + 2]) {
        if (child < size && this.#before(child, least)) least = child;
      }
      if (least === parent) return;
      this.#swap(least, parent);
      parent = least;
    }
  }

  #before(a: number, b: number): boolean {
    const one = this.#heap[a]!;
    const other = this.#heap[b]!;
    return one.event.at < other.event.at || (one.event.at === other.event.at && one.order < other.order);
  }

  #swap(a: number, b: number): void {
    const kept = this.#heap[a]!;
    this.#heap[a] = this.#heap[b]!;
    this.#heap[b] = kept;
  }
}
