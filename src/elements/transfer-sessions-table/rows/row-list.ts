import { sessionKey, type TransferSession } from "../../../domain/session/session.js";
import type { Muted, RowModel } from "./row-model.js";

/** A row as it stands in the list. */
export type ListedRow = Pick<RowModel, "key" | "session" | "muted">;

const NOBODY: ReadonlyMap<TransferSession, Muted> = new Map();

/** The rows that the table shows, in their order, drawn or not. Another object whenever any of them may differ. */
export class RowList {
  readonly sessions: readonly TransferSession[];
  readonly muted: ReadonlyMap<TransferSession, Muted>;
  /** Rows that match the view, muted ones left out. */
  readonly matching: number;
  /** Rows that wait to come, go or move. */
  readonly pending: number;
  #selectable: readonly TransferSession[] | undefined;

  constructor(
    sessions: readonly TransferSession[],
    matching: number,
    muted: ReadonlyMap<TransferSession, Muted> = NOBODY,
    pending = 0,
  ) {
    this.sessions = sessions;
    this.muted = muted;
    this.matching = matching;
    this.pending = pending;
  }

  get length(): number {
    return this.sessions.length;
  }

  /** Those that a person can select, in order: all but the muted. */
  get selectable(): readonly TransferSession[] {
    const { muted, sessions } = this;
    return (this.#selectable ??= muted.size === 0 ? sessions : sessions.filter((session) => !muted.has(session)));
  }

  at(index: number): ListedRow | undefined {
    const session = this.sessions[index];
    return session && { key: sessionKey(session), session, muted: this.muted.get(session) };
  }

  /** Where the session of that key stands; -1 for nowhere. @param near where it stood last. */
  indexOf(key: string, near = -1): number {
    const isIt = (session: TransferSession | undefined) =>
      session !== undefined && key.startsWith(session.id) && sessionKey(session) === key;
    return isIt(this.sessions[near]) ? near : this.sessions.findIndex(isIt);
  }
}
