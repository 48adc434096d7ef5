import type { TransferSession } from "../../../src/domain/session/session.js";
import type { Found } from "./session-index.js";

/** Results that are kept for whoever turns a page; each is a list of references. */
const MOST_KEPT = 16;

/** A result that old is a new question, though nothing changed: waits grow. Milliseconds. */
const FRESH = 1000;

export interface Result extends Found {
  readonly name: string;
  /** What was asked, and by whom. */
  readonly key: string;
  readonly revision: number;
  readonly at: number;
}

/** Where a page begins, in which result. */
interface PageToken {
  readonly name: string;
  readonly from: number;
}

/** Keeps results, so that no row is on two pages, or on none, because another one came or moved meanwhile. */
export class ResultPages {
  /** The oldest first. */
  readonly #kept = new Map<string, Result>();
  #made = 0;

  /** The result as it is now. */
  current(key: string, revision: number, at: number, find: () => Found): Result {
    for (const result of this.#kept.values()) {
      if (result.key === key && result.revision === revision && at - result.at < FRESH && at >= result.at)
        return result;
    }
    const result = { ...find(), name: (++this.#made).toString(36), key, revision, at };
    this.#kept.set(result.name, result);
    if (this.#kept.size > MOST_KEPT) this.#kept.delete(this.#kept.keys().next().value!);
    return result;
  }

  /** @returns `undefined` for a result that is kept no more, or was another's. */
  kept({ name }: PageToken, key: string): Result | undefined {
    const result = this.#kept.get(name);
    return result?.key === key ? result : undefined;
  }
}

export function writePageToken({ name }: Result, from: number): string {
  return `${name}.${from}`;
}

/** @returns `undefined` for a text that is none. */
export function readPageToken(text: string): PageToken | undefined {
  const [, name, from] = /^([0-9a-z]{1,10})\.(\d{1,9})$/.exec(text) ?? [];
  return name === undefined ? undefined : { name, from: Number(from) };
}

/** One page, and where the next one begins; `undefined` after the last. */
export function cut(
  { sessions }: Found,
  from: number,
  size: number,
): { readonly sessions: readonly TransferSession[]; readonly next: number | undefined } {
  const to = from + size;
  return { sessions: sessions.slice(from, to), next: to < sessions.length ? to : undefined };
}
