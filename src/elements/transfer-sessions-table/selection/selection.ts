import { sessionKey, type TransferSession } from "../../../domain/session/session.js";
import type { RowList } from "../rows/row-list.js";
import { hasLeft } from "../rows/row-model.js";

/** The record of each that was seen last, by key: a page of a server's answer may not hold them all. */
export type SelectedSessions = ReadonlyMap<string, TransferSession>;

/** What follows the id in most keys. An id that ends alike is looked for both with and without it. */
const CREATION = /\n[^\n]+$/;

/** Which sessions are selected: by key, so that it survives updates and filters. */
export class Selection {
  /** @param byPerson not because one of them has left. */
  readonly #onChange: (byPerson: boolean) => void;
  #sessions: SelectedSessions = new Map();
  /** Where a range with Shift starts. */
  #anchor: string | undefined;
  /** What {@link of} found last: asked with each render, and mostly of the same. */
  #last:
    | {
        readonly selected: SelectedSessions;
        readonly sessions: readonly TransferSession[];
        readonly found: readonly TransferSession[];
      }
    | undefined;
  /** Ids that sessions of these keys may have, and perhaps some more. */
  #ids: { readonly of: SelectedSessions; readonly ids: ReadonlySet<string> } | undefined;

  constructor(onChange: (byPerson: boolean) => void) {
    this.#onChange = onChange;
  }

  /** Another object whenever another row is selected. */
  get sessions(): SelectedSessions {
    return this.#sessions;
  }

  /** Selects one, or lets it go. @param extend all from the one that was toggled last to this one. */
  select(session: TransferSession, extend: boolean, rows: RowList): void {
    // A row that no longer matches is in the list all the same.
    if (hasLeft(rows.muted.get(session))) return;
    if (extend) this.#extendTo(session, rows.selectable);
    else this.#toggle(session);
    this.#onChange(true);
  }

  #toggle(session: TransferSession): void {
    const key = sessionKey(session);
    const selected = new Map(this.#sessions);
    if (!selected.delete(key)) selected.set(key, session);
    this.#sessions = selected;
    this.#anchor = key;
  }

  #extendTo(session: TransferSession, rows: readonly TransferSession[]): void {
    const places = rows.map(sessionKey);
    const to = places.indexOf(sessionKey(session));
    const from = this.#anchor === undefined ? to : places.indexOf(this.#anchor);
    if (from < 0 || to < 0) return this.#toggle(session);
    const range = rows.slice(Math.min(from, to), Math.max(from, to) + 1);
    this.#sessions = new Map([...this.#sessions, ...range.map((one) => [sessionKey(one), one] as const)]);
  }

  /** Selects every row that can be selected, or none where all are selected already. */
  selectAll({ selectable }: RowList): void {
    const selected = new Map(this.#sessions);
    const keys = selectable.map(sessionKey);
    if (keys.every((key) => selected.has(key))) for (const key of keys) selected.delete(key);
    else keys.forEach((key, index) => selected.set(key, selectable[index]!));
    this.#sessions = selected;
    this.#onChange(true);
  }

  clear(): void {
    this.#sessions = new Map();
    this.#anchor = undefined;
    this.#onChange(true);
  }

  /** Whether all, some or none of the rows are selected. */
  share({ selectable, matching }: RowList): boolean | "mixed" {
    const count = this.of(selectable).length;
    return count === 0 ? false : count < matching ? "mixed" : true;
  }

  /** The selected ones among these. */
  of(sessions: readonly TransferSession[]): readonly TransferSession[] {
    const selected = this.#sessions;
    if (selected.size === 0) return [];
    const last = this.#last;
    if (last?.selected === selected && last.sessions === sessions) return last.found;
    const ids = this.#idsOf(selected);
    // A key is made of a text and a number: not for each of many thousand rows with each answer.
    const found = sessions.filter((session) => ids.has(session.id) && selected.has(sessionKey(session)));
    this.#last = { selected, sessions, found };
    return found;
  }

  #idsOf(selected: SelectedSessions): ReadonlySet<string> {
    if (this.#ids?.of !== selected) {
      const ids = new Set([...selected.keys()].flatMap((key) => [key, key.replace(CREATION, "")]));
      this.#ids = { of: selected, ids };
    }
    return this.#ids.ids;
  }

  /** Whether all of these are selected. */
  hasAll(sessions: readonly TransferSession[]): boolean {
    return sessions.every((session) => this.#sessions.has(sessionKey(session)));
  }

  /** Takes the present records of those that are listed; the others stay as they were seen last. */
  renew(sessions: readonly TransferSession[]): void {
    const fresh = this.of(sessions).filter((session) => this.#sessions.get(sessionKey(session)) !== session);
    if (fresh.length === 0) return;
    this.#sessions = new Map([...this.#sessions, ...fresh.map((session) => [sessionKey(session), session] as const)]);
  }

  /** Forgets those that are no longer listed. */
  keepOnly(sessions: readonly TransferSession[]): void {
    if (this.#sessions.size === 0) return;
    const kept = this.of(sessions);
    if (kept.length === this.#sessions.size) return;
    this.#sessions = new Map(kept.map((session) => [sessionKey(session), session]));
    this.#onChange(false);
  }

  /** Forgets one. */
  forget(session: TransferSession): void {
    const selected = new Map(this.#sessions);
    if (!selected.delete(sessionKey(session))) return;
    this.#sessions = selected;
    this.#onChange(false);
  }
}
