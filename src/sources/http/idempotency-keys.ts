import { sessionKey, type TransferSession } from "../../domain/session/session.js";
import { failureOf } from "../data-source.js";

/** More than are ever open at once; it bounds what sessions that are never tried again leave behind. */
const MOST = 1000;

/** Answers that do not say that the order was refused for good. */
const NOT_FINAL: ReadonlySet<number | undefined> = new Set([401, 403, 408, 409, 425, 429]);

/**
 * One key for each order to end a session, until its outcome is known: a try after a timeout carries the key of the
 * first, so that the server can tell that it is the same order.
 */
export class IdempotencyKeys {
  readonly #open = new Map<string, string>();

  /** Runs one try. Its success, or a refusal that is final, closes the order: the next try is a new one. */
  async run<T>(session: TransferSession, attempt: (key: string) => Promise<T>): Promise<T> {
    const order = sessionKey(session);
    const key = this.#open.get(order) ?? randomKey();
    this.#open.set(order, key);
    if (this.#open.size > MOST) this.#open.delete(this.#open.keys().next().value!);
    try {
      const result = await attempt(key);
      this.#close(order, key);
      return result;
    } catch (thrown) {
      if (isFinal(thrown)) this.#close(order, key);
      throw thrown;
    }
  }

  /** Only if it still is this order: another try may have closed it, and a new one be open. */
  #close(order: string, key: string): void {
    if (this.#open.get(order) === key) this.#open.delete(order);
  }
}

function isFinal(thrown: unknown): boolean {
  const { status } = failureOf(thrown);
  return status !== undefined && status >= 400 && status < 500 && !NOT_FINAL.has(status);
}

/** Not `crypto.randomUUID`, which a page has only when it came over a secure connection. */
function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
