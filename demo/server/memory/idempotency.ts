import { KeyReused } from "../session-repository.js";

const REMEMBERED = 1000;

/** Remembers which order each idempotency key stood for, so that one sent twice is carried out once. */
export class Orders {
  readonly #done = new Map<string, { readonly order: string; readonly result: Promise<unknown> }>();

  /**
   * Carries an order out, or gives the result of the time before. What failed, or found nothing, may be tried again.
   *
   * @throws KeyReused where the key stood for another order.
   */
  async once<T>(key: string | undefined, order: string, carryOut: () => Promise<T>): Promise<T> {
    if (key === undefined) return carryOut();
    const before = this.#done.get(key);
    if (before) {
      if (before.order === order) return before.result as Promise<T>;
      throw new KeyReused();
    }
    const result = carryOut();
    this.#done.set(key, { order, result });
    if (this.#done.size > REMEMBERED) this.#done.delete(this.#done.keys().next().value!);
    try {
      const done = await result;
      if (done === undefined) this.#done.delete(key);
      return done;
    } catch (error) {
      this.#done.delete(key);
      throw error;
    }
  }
}
