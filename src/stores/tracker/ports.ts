import type { Clock, Timers } from "../ports.js";
import type { TrackerStore } from "./tracker-store.js";

/** The part of the Web Storage interface that the tracker uses; a host may hand over its own. */
export interface TrackerStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** Locks among all documents of the origin, as in the Web Locks API. */
export interface TrackerLocks {
  /**
   * Runs `held` while the lock is held; it is let go when the promise of `held` settles.
   *
   * @returns settles when the lock was let go; rejects when `signal` was aborted before, or locks are not to be had.
   */
  request(
    name: string,
    options: { readonly shared?: boolean; readonly signal?: AbortSignal },
    held: () => Promise<void>,
  ): Promise<void>;
  /** How many documents hold this lock. */
  count(name: string): Promise<number>;
}

/** A channel to all other documents of the origin that opened the same name. */
export interface TrackerChannel {
  post(message: unknown): void;
  close(): void;
}

/** What the tracker needs of the world. Whatever is missing or throws makes the tracker live in memory. */
export interface TrackerEnvironment {
  readonly clock: Clock;
  readonly timers: Timers;
  /** Tells a developer of something odd, once per message. */
  warn(message: string): void;
  /** Storage that lives as long as the tab. */
  sessionStorage(): TrackerStorage | undefined;
  locks(): TrackerLocks | undefined;
  openChannel(name: string, onMessage: (message: unknown) => void): TrackerChannel | undefined;
  /** Text that no other document has. */
  uniqueId(): string;
  /** The stores of this document by conversation id, shared by all copies of the package in it. */
  readonly stores: Map<string, TrackerStore>;
}
