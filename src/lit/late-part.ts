/** Why something could not be loaded. */
export interface LateFailure {
  readonly error: unknown;
}

/**
 * What is loaded when it is first needed. Until then it costs a page nothing; from then on it is at hand, and does at
 * once what it is asked for.
 */
export class LatePart<P> {
  readonly #load: () => Promise<P>;
  readonly #onSettled: (failure?: LateFailure) => void;
  #part: P | undefined;
  #isLoading = false;
  #waiting: ((part: P) => void)[] = [];

  /** @param onSettled is told when it has come, and when it could not be loaded though somebody waited for it. */
  constructor(load: () => Promise<P>, onSettled: (failure?: LateFailure) => void) {
    this.#load = load;
    this.#onSettled = onSettled;
  }

  /** `undefined` until it has come. */
  get part(): P | undefined {
    return this.#part;
  }

  /** Has it do something: now, or as soon as it has come. If it cannot be loaded, that is off; the next use tries again. */
  use(action: (part: P) => void): void {
    if (this.#part) {
      action(this.#part);
      return;
    }
    this.#waiting.push(action);
    if (!this.#isLoading) void this.#get();
  }

  /** What waits for it is no longer wanted. */
  forget(): void {
    this.#waiting = [];
  }

  async #get(): Promise<void> {
    this.#isLoading = true;
    let failure: LateFailure | undefined;
    try {
      this.#part = await this.#load();
    } catch (error) {
      failure = { error };
    }
    this.#isLoading = false;
    const waiting = this.#waiting;
    this.forget();
    if (!failure || waiting.length > 0) this.#onSettled(failure);
    if (this.#part) for (const action of waiting) action(this.#part);
  }
}
