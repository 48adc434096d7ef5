import type { TransferSession } from "../../domain/session/session.js";
import type { LifecycleSettings } from "../../domain/session/lifecycle.js";
import type { CommonStrings } from "../../i18n/common-strings.js";
import type { SessionDetailsStrings } from "../../i18n/session-details-strings.js";
import type { Environment } from "../../platform/environment.js";

/** All that the parts of a details view need besides the session. */
export interface DetailsContext {
  readonly environment: Environment;
  /** The server's clock, epoch milliseconds. */
  now(): number;
  readonly lifecycle: LifecycleSettings | undefined;
  readonly lang: string;
  readonly strings: SessionDetailsStrings;
  readonly common: CommonStrings;
  onCopy(text: string, field: string): void;
}

export type { SessionLink } from "../../lit/properties/session-links.js";

/** How the session stands in the list. */
export interface Presence {
  readonly session: TransferSession;
  /** Set once it has left the list. */
  readonly left: "expired" | "gone" | undefined;
  /** When that was seen, epoch milliseconds by the server's clock. */
  readonly leftAt: number | undefined;
}
