import { LiveQuery } from "../../../domain/query/live-query.js";
import type { SessionQuery } from "../../../domain/query/query.js";
import { querySessions, type QueryContext } from "../../../domain/query/query-sessions.js";
import type { SessionView } from "../../../domain/query/view.js";
import type { LifecycleSettings } from "../../../domain/session/lifecycle.js";
import { sessionKey, type TransferSession } from "../../../domain/session/session.js";
import { keepIfSame } from "../../../platform/keep-if-same.js";
import type { TransferDataSource } from "../../../sources/data-source.js";
import type { LingeringSession } from "../../../stores/sessions/lingering.js";
import type { TransferColumn } from "../columns/transfer-column.js";
import { countMoved } from "./count-moved.js";
import { placeLingering } from "./place-lingering.js";
import { RowList } from "./row-list.js";
import type { Muted } from "./row-model.js";

/** What the rows are made of: while all of it is the same, so are they. */
export interface RowsInput {
  readonly source: TransferDataSource | undefined;
  readonly sessions: readonly TransferSession[];
  readonly lingering: readonly LingeringSession[];
  readonly view: SessionView;
  /** What of the view is still to be done: nothing where the source has filtered and sorted. */
  readonly query: SessionQuery;
  readonly ownColumns: ReadonlyMap<string, TransferColumn>;
  readonly lang: string;
  /** Another number whenever other sessions need attention; `undefined` where the view does not ask for it. */
  readonly attention: number | undefined;
  readonly lifecycle: LifecycleSettings | undefined;
}

/**
 * Stands between an answer and the person: while somebody is at the rows, they change in place, and what would come, go
 * or move waits and is counted.
 */
export class CalmRows {
  readonly #query = new LiveQuery();
  #list = new RowList([], 0);
  #input: RowsInput | undefined;
  #wasInside = false;
  #showsNow = false;

  get list(): RowList {
    return this.#list;
  }

  /** What waits is shown with the next update, whoever is at the rows. */
  showNow(): void {
    this.#showsNow = true;
  }

  /**
   * @param isInside a person is at the rows.
   * @returns the same list until something is to be shown otherwise.
   */
  update(next: RowsInput, isInside: boolean, context: QueryContext): RowList {
    const hasLeft = this.#wasInside && !isInside && this.#list.pending > 0;
    this.#wasInside = isInside;
    const before = this.#input;
    const input = keepIfSame(before, next);
    if (input === before && !this.#showsNow && !hasLeft) return this.#list;
    // A change of view is a person's or the host's will: it does not wait.
    const isCalm = isInside && !this.#showsNow && input.view === before?.view && this.#list.length > 0;
    this.#showsNow = false;
    this.#input = input;
    const target = this.#query.run(input.sessions, input.query, context);
    this.#list = isCalm ? inPlace(this.#list, input, target) : inOrder(this.#list, input, target, context);
    return this.#list;
  }
}

/** Everything where it belongs. */
function inOrder(
  before: RowList,
  { lingering, query }: RowsInput,
  target: readonly TransferSession[],
  context: QueryContext,
): RowList {
  if (lingering.length === 0) return new RowList(target, target.length);
  const left = querySessions(
    lingering.map(({ session }) => session),
    { ...query, sort: [] },
    context,
  );
  const reasons = new Map(lingering.map(({ session, reason }) => [session, reason]));
  const muted = new Map<TransferSession, Muted>(left.map((session) => [session, reasons.get(session) ?? "gone"]));
  return new RowList(placeLingering(before.sessions, target, left), target.length, muted);
}

/** The rows that are there, each with its present record. */
function inPlace(before: RowList, { sessions, lingering }: RowsInput, target: readonly TransferSession[]): RowList {
  if (sameRows(before.sessions, target)) return new RowList(target, target.length);
  const current = new Set(sessions);
  const known = new Set(before.sessions);
  // Most rows are the very same objects; only the others have to be matched by key.
  const fresh = new Map<string, TransferSession>();
  for (const session of sessions) if (!known.has(session)) fresh.set(sessionKey(session), session);
  const reasons = new Map(lingering.map(({ session, reason }) => [sessionKey(session), reason]));
  const places = new Map(target.map((session, place) => [session, place]));

  const muted = new Map<TransferSession, Muted>();
  const order: number[] = [];
  const shown = before.sessions.map((session) => {
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
  const pending = target.length - order.length + muted.size + countMoved(order);
  const isSame = shown.every((session, index) => session === before.sessions[index]);
  return new RowList(isSame ? before.sessions : shown, target.length, muted, pending);
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
