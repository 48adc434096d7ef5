import type { Timers } from "../environment.js";

/** Locks among all documents of the origin, as in the Web Locks API. */
export interface TabLocks {
  /**
   * Runs `held` while the lock is held; it is let go when the promise of `held` settles.
   *
   * @returns settles when the lock was let go; rejects when `signal` was aborted before, when the lock was stolen, or
   *   when there are no locks. `steal` takes it from its holder, and ignores `signal`.
   */
  request(
    name: string,
    options: { readonly shared?: boolean; readonly steal?: boolean; readonly signal?: AbortSignal },
    held: () => Promise<void>,
  ): Promise<void>;
  /** How many documents hold this lock. */
  count(name: string): Promise<number>;
}

/** A channel to all other documents of the origin that opened the same name. */
export interface TabChannel {
  post(message: unknown): void;
  close(): void;
}

/** What documents need to find each other. If any of it is missing or throws, each document is alone. */
export interface TabsEnvironment {
  readonly timers: Timers;
  /** Tells a developer of something odd, once per message. */
  warn(message: string): void;
  locks(): TabLocks | undefined;
  openChannel(name: string, onMessage: (message: unknown) => void): TabChannel | undefined;
  /** Text that no other document has. */
  uniqueId(): string;
}
