import { readIntegrations } from "./integrations-reader.js";
import { readLifecycle } from "./lifecycle-reader.js";
import { readList } from "./list-reader.js";
import { sameRow } from "./same-row.js";
import { readSession } from "./session-reader.js";

/** Turns what a source returns into what the rest can trust. The stores state the same need as their `WireReader`. */
export const wireReader = { readList, readSession, sameRow, readIntegrations, readLifecycle } as const;
