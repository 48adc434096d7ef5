import type { TransferSession } from "../../domain/session/session.js";

/** What the platform's rules read of a row. */
export type RuledSession = Pick<TransferSession, "id" | "provider" | "channel" | "status"> &
  Pick<TransferSession, "createdAt" | "updatedAt" | "endedAt" | "ttlMinutes">;

/** One row of the list, simulated or given. It replaces its wire value when it changes and never edits it. */
export interface ListedRow {
  /** `undefined`: nobody can make sense of the row; it is listed and nothing else. */
  readonly session: RuledSession | undefined;
  /** What a list shows. */
  readonly wire: unknown;
  /** Whether TTL applies. */
  readonly expires: boolean;
  /** The revision of the list that last changed this row. */
  revision: number;
  /** When its expiry is looked at next, if that is planned. */
  checkAt: number | undefined;
  /** Closes the session at this time, in epoch milliseconds. */
  end(at: number): void;
}
