/**
 * Remembers which list its caller holds, so that the next request may ask for it only if it changed.
 *
 * A 304 must never answer a caller who does not hold that list. So the ETag is kept only of a list that was delivered
 * (read in full and found to be one, and no page of one, since the next page may fail), only for the very address that
 * it answered (the cursor is part of that), and only while the request that brought it stands unaborted: a caller who
 * replaces a request aborts it and ignores its answer. One who holds no list at all says so with `whole`. Callers that
 * poll side by side and each hold a list of their own need a source each: nothing in a request tells them apart.
 */
export class ListValidator {
  #held: { readonly url: string; readonly etag: string; readonly signal: AbortSignal } | undefined;

  /** The ETag to ask with, or `undefined` for the whole answer. */
  etagFor(url: string): string | undefined {
    if (this.#held?.signal.aborted) this.#held = undefined;
    return this.#held?.url === url ? this.#held.etag : undefined;
  }

  /** A list came and is about to be delivered. One without an ETag replaces what was held, too. */
  hold(url: string, etag: string | null, signal: AbortSignal): void {
    this.#held = etag ? { url, etag, signal } : undefined;
  }

  forget(): void {
    this.#held = undefined;
  }
}
