import { sessionKey, type TransferSession } from "../../../domain/session/session.js";

/** What follows the id in most keys. An id that ends alike is looked for both with and without it. */
const CREATION = /\n[^\n]+$/;

type Records = ReadonlyMap<string, TransferSession>;

/** Which sessions are selected: by key, so that it survives updates and filters. */
export class Selection {
  /** With the record seen last: a page of a server's answer may not hold them all. */
  #keys = new Map<string, TransferSession>();
  /** Where a range with Shift starts. */
  #anchor: string | undefined;
  /** What {@link of} found last: asked with each render, and mostly of the same. */
  #last:
    | {
        readonly keys: Records;
        readonly sessions: readonly TransferSession[];
        readonly found: readonly TransferSession[];
      }
    | undefined;
  /** Ids that sessions of these keys may have, and perhaps some more. */
  #ids: { readonly of: Records; readonly ids: ReadonlySet<string> } | undefined;

  /** Another object whenever another row is selected. */
  get version(): object {
    return this.#keys;
  }

  get size(): number {
    return this.#keys.size;
  }

  /** The record of each that was seen last. */
  get sessions(): readonly TransferSession[] {
    return [...this.#keys.values()];
  }

  has(key: string): boolean {
    return this.#keys.has(key);
  }

  toggle(session: TransferSession): void {
    const key = sessionKey(session);
    const keys = new Map(this.#keys);
    if (!keys.delete(key)) keys.set(key, session);
    this.#keys = keys;
    this.#anchor = key;
  }

  /** Selects all from the one that was toggled last to this one. @param rows those that can be selected, in order. */
  extendTo(session: TransferSession, rows: readonly TransferSession[]): void {
    const places = rows.map(sessionKey);
    const to = places.indexOf(sessionKey(session));
    const from = this.#anchor === undefined ? to : places.indexOf(this.#anchor);
    if (from < 0 || to < 0) return this.toggle(session);
    const range = rows.slice(Math.min(from, to), Math.max(from, to) + 1);
    this.#keys = new Map([...this.#keys, ...range.map((one) => [sessionKey(one), one] as const)]);
  }

  /** Selects all of these, or none where all are selected already. */
  toggleAll(rows: readonly TransferSession[]): void {
    const keys = new Map(this.#keys);
    const places = rows.map(sessionKey);
    if (places.every((key) => keys.has(key))) for (const key of places) keys.delete(key);
    else places.forEach((key, index) => keys.set(key, rows[index]!));
    this.#keys = keys;
  }

  clear(): void {
    this.#keys = new Map();
    this.#anchor = undefined;
  }

  /** The selected ones among these. */
  of(sessions: readonly TransferSession[]): readonly TransferSession[] {
    if (this.#keys.size === 0) return [];
    const last = this.#last;
    if (last?.keys === this.#keys && last.sessions === sessions) return last.found;
    const ids = this.#idsOf(this.#keys);
    // A key is made of a text and a number: not for each of many thousand rows with each answer.
    const found = sessions.filter((session) => ids.has(session.id) && this.#keys.has(sessionKey(session)));
    this.#last = { keys: this.#keys, sessions, found };
    return found;
  }

  #idsOf(keys: Records): ReadonlySet<string> {
    if (this.#ids?.of !== keys) {
      this.#ids = { of: keys, ids: new Set([...keys.keys()].flatMap((key) => [key, key.replace(CREATION, "")])) };
    }
    return this.#ids.ids;
  }

  /** Takes the present records of those that are listed; the others stay as they were seen last. */
  renew(sessions: readonly TransferSession[]): void {
    for (const session of this.of(sessions)) this.#keys.set(sessionKey(session), session);
  }

  /** Forgets those that are no longer listed. @returns whether any was. */
  keepOnly(sessions: readonly TransferSession[]): boolean {
    if (this.#keys.size === 0) return false;
    const kept = this.of(sessions);
    if (kept.length === this.#keys.size) return false;
    this.#keys = new Map(kept.map((session) => [sessionKey(session), session]));
    return true;
  }

  /** Forgets one. @returns whether it was selected. */
  forget(session: TransferSession): boolean {
    const keys = new Map(this.#keys);
    if (!keys.delete(sessionKey(session))) return false;
    this.#keys = keys;
    return true;
  }
}
