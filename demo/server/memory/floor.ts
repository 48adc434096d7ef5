import type { LifecycleSettings } from "../../../src/domain/session/lifecycle.js";
import type { Integration } from "../../../src/sources/data-source.js";
import type { SessionRows } from "./session-rows.js";

/** Where the sessions really happen: at the providers, or in a simulation of them. */
export interface Floor {
  /** Epoch milliseconds. */
  now(): number;
  /** Writes down what happened since the last time. */
  advance(rows: SessionRows): Promise<void>;
  /** Has a session ended; the next {@link advance} tells of it. */
  end(id: string, reason: string | undefined): Promise<void>;
  integrations(): Promise<readonly Integration[]>;
  lifecycle(): Promise<LifecycleSettings>;
  saveLifecycle(settings: LifecycleSettings): Promise<LifecycleSettings>;
}
