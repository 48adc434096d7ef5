import type { LifecycleSettings } from "../../domain/session/lifecycle.js";
import type { QuarantinedRecord, TransferSession } from "../../domain/session/session.js";
import type { Facets, Integration } from "../../sources/data-source.js";
import type { LingeringSession } from "./lingering.js";
import type { MassDeparture } from "./mass-departure.js";
import type { Ending } from "./session-endings.js";

/** What a store knows at one moment. A new object each time; what did not change keeps its identity. */
export interface SessionSnapshot {
  /** `loading` until the first good answer, also while the first one keeps failing; then `ready` for good. */
  readonly status: "idle" | "loading" | "ready";
  /** In the source's order. */
  readonly sessions: readonly TransferSession[];
  /** Sessions that there are, where the source says so: it may hold more than it has sent. */
  readonly total?: number;
  /** What a source that answers queries has counted: see `WholeList`. Unread. */
  readonly facets?: Facets;
  /** The source has further pages; see `SessionStore.loadMore`. */
  readonly hasMore?: true;
  /** Rows that left the list a moment ago; not part of `sessions`. */
  readonly lingering: readonly LingeringSession[];
  /** Records of the last answer that could not become rows. */
  readonly quarantined: readonly QuarantinedRecord[];
  /** What the last poll failed with; absent after a good one. */
  readonly error?: unknown;
  /** The rows are older than they should be, since the last poll failed. */
  readonly stale: boolean;
  /** Epoch milliseconds, local clock: the last good answer. */
  readonly updatedAt?: number;
  /** Epoch milliseconds, local clock: the last failed poll; absent after a good one. */
  readonly failedAt?: number;
  /** Epoch milliseconds, local clock; absent while no poll is planned (paused, hidden, offline, signed out). */
  readonly nextPollAt?: number;
  readonly paused: boolean;
  /** A request is under way. */
  readonly polling: boolean;
  /** 401 or 403: polling has stopped until a refresh. */
  readonly unauthorized: boolean;
  /** Ends that are under way or have failed, by session key. */
  readonly endings: ReadonlyMap<string, Ending>;
  /** Absent = unknown, never "none". */
  readonly integrations?: readonly Integration[];
  /** Minutes per channel that the source supplied; absent = unknown. */
  readonly lifecycle?: LifecycleSettings;
  /** The list fell from many to none at once; kept until it is dismissed or rows return. */
  readonly departure?: MassDeparture;
}

/** Records have come, and not one could be read: nobody knows what there is. */
export function isUnread({ sessions, quarantined }: SessionSnapshot): boolean {
  return sessions.length === 0 && quarantined.length > 0;
}
