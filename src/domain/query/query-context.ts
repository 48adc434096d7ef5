import type { LifecycleSettings } from "../session/lifecycle.js";
import type { TransferSession } from "../session/session.js";
import type { TextRanks } from "./text-order.js";

/** What a query needs to know besides the sessions. */
export interface QueryContext {
  /** The server's clock, in epoch milliseconds: durations are compared as they are shown. */
  readonly now: number;
  /** BCP 47 tag whose rules order texts; default: the browser's own language. A tag that is none counts as absent. */
  readonly lang?: string;
  /** Minutes of inactivity by channel, for the column `expires`. */
  readonly lifecycle?: LifecycleSettings;
  /**
   * Sort value of a column of the host's own: a number, a text, a boolean or a Date; anything else, an empty text and a
   * throw count as missing.
   */
  value?(column: string, session: TransferSession): unknown;
  /** Built-in columns that the host has replaced: their sort values come from {@link QueryContext.value} too. */
  readonly replaced?: ReadonlySet<string>;
  /** Whether a session passes the filter `attention`; without it that filter hides nothing. */
  needsAttention?(session: TransferSession): boolean;
  /**
   * Keeps the ranks of texts from one sort to the next, which makes all but the first much cheaper. One per table: it
   * holds the texts that were sorted last.
   */
  readonly ranks?: TextRanks;
}
