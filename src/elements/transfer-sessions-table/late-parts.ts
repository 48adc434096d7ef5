import { LatePart, type LateFailure } from "../../lit/late-part.js";

/** Everything of the table that is loaded when it is first needed. */
export class LateParts {
  readonly #onSettled: (failure?: LateFailure) => void;
  readonly #parts: { forget(): void }[] = [];

  /** @param onSettled is told when a part has come, and when it could not be loaded though a person waits for it. */
  constructor(onSettled: (failure?: LateFailure) => void) {
    this.#onSettled = onSettled;
  }

  part<P>(load: () => Promise<P>): LatePart<P> {
    const part = new LatePart(load, this.#onSettled);
    this.#parts.push(part);
    return part;
  }

  /** A person wants something of a part. What they wanted before, and what is still being loaded for it, comes no more. */
  want<P>(part: LatePart<P>, action: (part: P) => void): void {
    this.forget();
    part.use(action);
  }

  /** They have gone on to something else. */
  forget(): void {
    for (const part of this.#parts) part.forget();
  }
}
