import { LiveQuery } from "../../../domain/query/live-query.js";
import type { SessionQuery } from "../../../domain/query/query.js";
import { querySessions, type QueryContext } from "../../../domain/query/session-query.js";
import { sessionKey, type TransferSession } from "../../../domain/session/session.js";
import type { LingeringSession } from "../../../stores/sessions/lingering.js";
import { countMoved } from "./count-moved.js";
import { placeLingering } from "./place-lingering.js";

/** Why a row is muted: it has left the list (`expired`, `gone`, `left`), or no longer matches the view. */
export type Muted = LingeringSession["reason"] | "left" | "unmatched";

/** A row as the table shows it. */
export interface DisplayedRow {
  readonly key: string;
  readonly session: TransferSession;
  readonly muted?: Muted | undefined;
}

export interface RowListInput {
  readonly sessions: readonly TransferSession[];
  readonly lingering: readonly LingeringSession[];
  readonly query: SessionQuery;
  readonly context: QueryContext;
  /** A person is at the rows: they change in place, but none comes, goes or moves. */
  readonly calm: boolean;
}

const NOBODY: ReadonlyMap<TransferSession, Muted> = new Map();

/**
 * The rows that the table shows, in their order. It is what stands between an answer and the person: while somebody is
 * at the rows, what would move them waits and is counted.
 */
export class RowList {
  readonly #query = new LiveQuery();
  #shown: readonly TransferSession[] = [];
  #muted: ReadonlyMap<TransferSession, Muted> = NOBODY;
  #matching = 0;
  #pending = 0;
  #selectable: readonly TransferSession[] | undefined;
  /** Where a session was found last. */
  #found = -1;
  #version = 0;

  /** Another number with each update. */
  get version(): number {
    return this.#version;
  }

  get length(): number {
    return this.#shown.length;
  }

  /** Rows that match the view, muted ones left out. */
  get matching(): number {
    return this.#matching;
  }

  /** Rows that wait to come, go or move. */
  get pending(): number {
    return this.#pending;
  }

  get sessions(): readonly TransferSession[] {
    return this.#shown;
  }

  /** Those that a person can select, in order: all but the muted. */
  get selectable(): readonly TransferSession[] {
    const muted = this.#muted;
    return (this.#selectable ??= muted.size === 0 ? this.#shown : this.#shown.filter((session) => !muted.has(session)));
  }

  row(index: number): DisplayedRow | undefined {
    const session = this.#shown[index];
    return session && { key: sessionKey(session), session, muted: this.#muted.get(session) };
  }

  /** Why the row of a session is muted; `undefined` where it is not. */
  mutedAs(session: TransferSession): Muted | undefined {
    return this.#muted.get(session);
  }

  /** Where the session of that key stands; -1 for nowhere. */
  indexOf(key: string): number {
    const isIt = (session: TransferSession | undefined) =>
      session !== undefined && key.startsWith(session.id) && sessionKey(session) === key;
    // Nearly always the row of the keyboard, which stands where it stood.
    if (!isIt(this.#shown[this.#found])) this.#found = this.#shown.findIndex(isIt);
    return this.#found;
  }

  update(input: RowListInput): void {
    this.#version++;
    this.#selectable = undefined;
    const target = this.#query.run(input.sessions, input.query, input.context);
    if (input.calm && this.#shown.length > 0) this.#updateInPlace(input, target);
    else this.#show(input, target);
  }

  #show({ lingering, query, context }: RowListInput, target: readonly TransferSession[]): void {
    this.#pending = 0;
    this.#matching = target.length;
    if (lingering.length === 0) {
      this.#shown = target;
      this.#muted = NOBODY;
      return;
    }
    const left = querySessions(
      lingering.map(({ session }) => session),
      { ...query, sort: [] },
      context,
    );
    const reasons = new Map(lingering.map(({ session, reason }) => [session, reason]));
    this.#muted = new Map(left.map((session) => [session, reasons.get(session) ?? "gone"]));
    this.#shown = placeLingering(this.#shown, target, left);
  }

  #updateInPlace({ sessions, lingering }: RowListInput, target: readonly TransferSession[]): void {
    if (sameRows(this.#shown, target)) {
      this.#shown = target;
      this.#matching = target.length;
      this.#muted = NOBODY;
      this.#pending = 0;
      return;
    }
    const current = new Set(sessions);
    const before = new Set(this.#shown);
    // Most rows are the very same objects; only the others have to be matched by key.
    const fresh = new Map<string, TransferSession>();
    for (const session of sessions) if (!before.has(session)) fresh.set(sessionKey(session), session);
    const reasons = new Map(lingering.map(({ session, reason }) => [sessionKey(session), reason]));
    const places = new Map(target.map((session, place) => [session, place]));

    const muted = new Map<TransferSession, Muted>();
    const order: number[] = [];
    const shown = this.#shown.map((session) => {
      const now = current.has(session) ? session : fresh.get(sessionKey(session));
      if (!now) {
        muted.set(session, reasons.get(sessionKey(session)) ?? "left");
        return session;
      }
      const place = places.get(now);
      if (place === undefined) muted.set(now, "unmatched");
      else order.push(place);
      return now;
    });
    this.#pending = target.length - order.length + muted.size + countMoved(order);
    this.#matching = target.length;
    this.#muted = muted;
    if (shown.some((session, index) => session !== this.#shown[index])) this.#shown = shown;
  }
}

/** Whether two lists show the same sessions in the same places. By far the most frequent case, so it is seen cheaply. */
function sameRows(a: readonly TransferSession[], b: readonly TransferSession[]): boolean {
  return (
    a.length === b.length &&
    a.every((session, place) => {
      const other = b[place]!;
      return session === other || (session.id === other.id && session.createdAt === other.createdAt);
    })
  );
}
