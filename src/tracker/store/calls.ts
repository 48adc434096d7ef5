import { splitCallId, type CallIntent, type TrackerCall } from "./tracker-record.js";
import type { TransferResult } from "./results.js";

/** The calls of one document: those that nobody has decided yet, and the promises of those not settled. */
export class Calls {
  readonly #document: string;
  #made = 0;
  #undecided = new Map<string, TrackerCall>();
  /** Made since they were last asked for. */
  #fresh: TrackerCall[] = [];
  readonly #promises = new Map<string, (result: TransferResult) => void>();
  /** Calls of ours that another document has decided; only that one can tell what became of them. */
  readonly #elsewhere = new Set<string>();

  constructor(document: string) {
    this.#document = document;
  }

  /** `left`: undecided calls of the document before this one in the same tab; they come first. */
  restore(left: readonly TrackerCall[]): void {
    const own = this.undecided.filter(({ id }) => this.isOwn(id));
    this.#undecided = new Map([...left, ...own].map((call) => [call.id, call]));
  }

  get undecided(): readonly TrackerCall[] {
    return [...this.#undecided.values()];
  }

  /** How many are undecided. */
  get size(): number {
    return this.#undecided.size;
  }

  /** The calls made since this was last asked for. */
  takeFresh(): readonly TrackerCall[] {
    const fresh = this.#fresh;
    this.#fresh = [];
    return fresh;
  }

  make(intent: CallIntent, grace: number): { readonly call: TrackerCall; readonly result: Promise<TransferResult> } {
    this.#made += 1;
    const call: TrackerCall = { id: `${this.#document}:${this.#made}`, intent, grace };
    this.#undecided.set(call.id, call);
    this.#fresh.push(call);
    const result = new Promise<TransferResult>((resolve) => this.#promises.set(call.id, resolve));
    return { call, result };
  }

  /** @returns whether this document made the call and it was still open. */
  decided(id: string): boolean {
    return this.#undecided.delete(id);
  }

  /** Another document has decided the call; its answer is still to come. @returns like {@link decided}. */
  decidedElsewhere(id: string): boolean {
    if (this.#promises.has(id)) this.#elsewhere.add(id);
    return this.decided(id);
  }

  /** @returns whether the call was made by this document. */
  settle(id: string, result: TransferResult): boolean {
    this.#promises.get(id)?.(result);
    this.#promises.delete(id);
    this.#elsewhere.delete(id);
    return this.isOwn(id);
  }

  isOwn(id: string): boolean {
    return splitCallId(id)[0] === this.#document;
  }

  /**
   * Whoever decided our calls is gone without a last word. What was decided is in the outbox or was sent; a promise
   * must not stay open for it.
   */
  orphaned(): void {
    for (const id of [...this.#promises.keys()]) {
      if (!this.#undecided.has(id)) this.settle(id, { status: "queued", payloads: [] });
    }
  }

  /** This document has taken over from the one that decided them: what it had not sent is in the outbox. */
  inherited(): void {
    for (const id of [...this.#elsewhere]) this.settle(id, { status: "queued", payloads: [] });
  }
}
