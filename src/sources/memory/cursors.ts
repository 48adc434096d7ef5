import { hashSeed } from "./random.js";

/** Cursors of one source: a revision, under a name by which it knows its own from those of an earlier life. */
export class Cursors {
  readonly #name: string;

  /** @param startedAt epoch milliseconds. */
  constructor(seed: number | string, startedAt: number) {
    this.#name = hashSeed(seed, startedAt).toString(36);
  }

  write(revision: number): string {
    return `${this.#name}.${revision.toString(36)}`;
  }

  /** @returns the revision, or `undefined` for a cursor that is not one of these. */
  read(cursor: string): number | undefined {
    const [name, revision, ...rest] = String(cursor).split(".");
    if (name !== this.#name || !revision || rest.length > 0 || !/^[0-9a-z]{1,10}$/.test(revision)) return undefined;
    return parseInt(revision, 36);
  }
}
