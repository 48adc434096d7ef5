/** Why something could not be loaded. */
export interface LateFailure {
  readonly error: unknown;
}

/**
 * A part that is loaded when it is first needed. Until then it costs a page nothing; from then on it does what it is
 * asked for at once.
 */
export class LatePart<P> {
  readonly #load: () => Promise<P>;
  readonly #onSettled: (failure?: LateFailure) => void;
  #part: P | undefined;
  #isLoading = false;
  #waiting: ((part: P) => void)[] = [];

  /** @param onSettled called when it has been loaded, and when that failed while an action was waiting. */
  constructor(load: () => Promise<P>, onSettled: (failure?: LateFailure) => void) {
    this.#load = load;
    this.#onSettled = onSettled;
  }

  /** `undefined` until it is loaded. */
  get part(): P | undefined {
    return this.#part;
  }

  /** Lets it do something, now or once it is loaded. If loading fails, the action is dropped; the next use tries again. */
  use(action: (part: P) => void): void {
    if (this.#part) {
      action(this.#part);
      return;
    }
    this.#waiting.push(action);
    if (!this.#isLoading) void this.#get();
  }

  /** Drops the actions that wait for it. */
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
