import type { TransferSession } from "../../../domain/session/session.js";

/** What the table needs of `<transfer-session-details>`. */
export interface DetailsElement extends HTMLElement {
  session: TransferSession | undefined;
  sessionId: string | undefined;
  show(): void;
}

const TAG = "transfer-session-details";

let define: (() => Promise<unknown>) | undefined;

/**
 * Says how `<transfer-session-details>` comes to be defined. The table opens it but knows nothing of its folder: what
 * registers the table hands this in.
 */
export function defineDetailsBy(load: () => Promise<unknown>): void {
  define = load;
}

/** Loads the details when a session is first opened: a table that is only watched pays nothing. */
export async function loadDetails(): Promise<void> {
  if (define) await define();
  else if (!customElements.get(TAG)) throw new Error(`<${TAG}> is not defined: import handoff-elements/define/${TAG}`);
}
