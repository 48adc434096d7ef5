import { sessionKey, type TransferSession } from "../../../domain/session/session.js";
import type { SessionStore } from "../../../stores/sessions/session-store.js";

/** The session that is shown, and how it stands in the list. */
export interface ShownSession {
  readonly session: TransferSession;
  /** Set once it has left the list. */
  readonly left: "expired" | "gone" | undefined;
  /** When that was seen, epoch milliseconds by the server's clock. */
  readonly leftAt: number | undefined;
}

/**
 * The one session that a details view is about. Given by a record or by an id, it is found in the list again after each
 * answer; once it has left, its last record stays.
 */
export class FollowedSession {
  #id: string | undefined;
  #key: string | undefined;
  #last: TransferSession | undefined;
  /** It was in a list, so its absence means something. */
  #wasListed = false;
  #left: "expired" | "gone" | undefined;
  #leftAt: number | undefined;
  /** The record when {@link follow} was last called. */
  #seen: TransferSession | undefined;

  get id(): string | undefined {
    return this.#id;
  }

  /** The last record of the list, or the one that was given. */
  get last(): TransferSession | undefined {
    return this.#last;
  }

  setSession(session: TransferSession | undefined): void {
    const key = session && sessionKey(session);
    if (key !== undefined && key === this.#key) {
      this.#last = session;
      return;
    }
    this.#clear();
    this.#id = session?.id;
    this.#key = key;
    this.#last = session;
  }

  /** An id alone means the latest session of that id. */
  setId(id: string | undefined): void {
    if (id === this.#id) return;
    this.#clear();
    this.#id = id;
  }

  /**
   * Looks the session up in the list, as it is now.
   *
   * @returns whether its record is another one than at the last look.
   */
  follow(store: SessionStore | undefined): boolean {
    this.#lookUp(store);
    const before = this.#seen;
    this.#seen = this.#last;
    return (
      before !== undefined && this.#last !== undefined && this.#last !== before && isSameSession(this.#last, before)
    );
  }

  #lookUp(store: SessionStore | undefined): void {
    if (!store || this.#id === undefined) return;
    const { sessions, lingering, status } = store.snapshot;
    const latest = store.find(this.#id);
    const present =
      this.#key === undefined || (latest && sessionKey(latest) === this.#key)
        ? latest
        : sessions.find((session) => sessionKey(session) === this.#key);
    if (present) {
      this.#last = present;
      this.#key = sessionKey(present);
      this.#wasListed = true;
      this.#left = this.#leftAt = undefined;
      return;
    }
    // The list is only a page: a session that is not on it may still exist.
    if (store.source.queries) return;
    if (this.#left !== undefined || status !== "ready" || this.#key === undefined) return;
    const lingers = lingering.find(({ session }) => sessionKey(session) === this.#key);
    if (!lingers && !this.#wasListed) return;
    // A session that had ended leaves as expected: nothing to report.
    if (!lingers && this.#last?.status === "ended") return;
    this.#left = lingers?.reason ?? "gone";
    this.#leftAt = (this.#last && store.history.of(this.#last)?.leftAt) ?? store.now();
  }

  /** @param session the record to show; it may be fuller than the list's. */
  presence(session: TransferSession): ShownSession {
    return { session, left: this.#left, leftAt: this.#leftAt };
  }

  #clear(): void {
    this.#id = this.#key = this.#last = this.#left = this.#leftAt = undefined;
    this.#wasListed = false;
  }
}

function isSameSession(a: TransferSession, b: TransferSession): boolean {
  return sessionKey(a) === sessionKey(b);
}
