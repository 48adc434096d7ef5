import { Problem } from "./http.js";

const REMEMBERED = 1000;

/** Remembers which order each idempotency key stood for, so that one sent twice is carried out once. */
export class Orders {
  readonly #done = new Map<string, { readonly order: string; readonly result: Promise<unknown> }>();

  /**
   * Carries an order out, or gives the result of the time before. What failed may be tried again.
   *
   * @throws Problem 422 where the key stood for another order.
   */
  async once<T>(key: string | undefined, order: string, carryOut: () => Promise<T>): Promise<T> {
    if (key === undefined) return carryOut();
    const before = this.#done.get(key);
    if (before) {
      if (before.order === order) return before.result as Promise<T>;
      throw new Problem(422, "key_reused", "That Idempotency-Key stood for another order.");
    }
    const result = carryOut();
    this.#done.set(key, { order, result });
    if (this.#done.size > REMEMBERED) this.#done.delete(this.#done.keys().next().value!);
    try {
      return await result;
    } catch (error) {
      this.#done.delete(key);
      throw error;
    }
  }
}
