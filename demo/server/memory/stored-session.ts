import type { TransferSession } from "../../../src/domain/session/session.js";

/** One session as it was at one time; a later state is another object. */
export interface StoredSession {
  readonly wire: unknown;
  readonly session: TransferSession;
  /** Grows in the order in which sessions came. */
  readonly place: number;
  /** Of each list filter the number under which an index knows its value. */
  readonly values: readonly number[];
}
