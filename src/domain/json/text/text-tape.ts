/**
 * The columns that a scan of a text fills: one entry per node, in the order of the text, so that a node's first child
 * is the next entry and everything below it lies between it and `next`.
 */
export class TextTape {
  count = 0;
  /** Offsets of the value in the text; `stop` is past its last character. */
  start: Int32Array;
  stop: Int32Array;
  /** Offset of the opening quote of the key, or -1. */
  keyStart: Int32Array;
  keyStop: Int32Array;
  parent: Int32Array;
  depth: Int32Array;
  ordinal: Int32Array;
  children: Int32Array;
  /** The entry after everything below this one. */
  next: Int32Array;
  kind: Uint8Array;

  constructor(capacity: number) {
    const size = Math.max(16, capacity);
    this.start = new Int32Array(size);
    this.stop = new Int32Array(size);
    this.keyStart = new Int32Array(size);
    this.keyStop = new Int32Array(size);
    this.parent = new Int32Array(size);
    this.depth = new Int32Array(size);
    this.ordinal = new Int32Array(size);
    this.children = new Int32Array(size);
    this.next = new Int32Array(size);
    this.kind = new Uint8Array(size);
  }

  /** Makes room for one more entry. */
  reserve(): void {
    if (this.count < this.kind.length) return;
    const size = this.kind.length * 2;
    const grown = (column: Int32Array): Int32Array => {
      const larger = new Int32Array(size);
      larger.set(column);
      return larger;
    };
    this.start = grown(this.start);
    this.stop = grown(this.stop);
    this.keyStart = grown(this.keyStart);
    this.keyStop = grown(this.keyStop);
    this.parent = grown(this.parent);
    this.depth = grown(this.depth);
    this.ordinal = grown(this.ordinal);
    this.children = grown(this.children);
    this.next = grown(this.next);
    const kinds = new Uint8Array(size);
    kinds.set(this.kind);
    this.kind = kinds;
  }
}
