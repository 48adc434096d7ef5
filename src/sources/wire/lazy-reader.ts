import { readIntegrations } from "./integrations-reader.js";
import { readLifecycle } from "./lifecycle-reader.js";
import { readList } from "./list-reader.js";
import { sameRow } from "./same-row.js";
import type { SessionReading } from "./session-reader.js";
import { readWellFormed } from "./well-formed.js";

let readSession: ((row: unknown) => SessionReading) | undefined;

/**
 * Reads like `wireReader`, and keeps nobody waiting for the schema library: only records with something wrong in them
 * need that, and most feeds never have one.
 */
export const lazyReader = {
  readList,
  sameRow,
  readIntegrations,
  readLifecycle,

  readSession(row: unknown): SessionReading | undefined {
    if (readSession) return readSession(row);
    const session = readWellFormed(row);
    return session && { session };
  },

  prepare(): Promise<boolean> {
    return import("./session-reader.js").then(
      (module) => {
        readSession = module.readSession;
        return true;
      },
      // Offline, or the file is not there any more. Such records are told of as unread, and it is tried again with them.
      () => false,
    );
  },
} as const;
