import { completeTrackerEnvironment } from "./browser-tracker-environment.js";
import type { TrackerEnvironment } from "./tracker-environment.js";
import { TransferTracker, type AgentTransferTrackerOptions } from "./transfer-tracker.js";

export interface AgentTransferTrackerSettings extends AgentTransferTrackerOptions {
  /** Clock, timers, storage, locks …: what is left out is the browser's. */
  readonly environment?: Partial<TrackerEnvironment>;
}

/**
 * The tracker without an element: listens and sends from its construction until `release()`.
 *
 * ```js
 * const tracker = new AgentTransferTracker({ sdk: aaWindowInstance, connection: chatWindowInstance, conversationId });
 * await tracker.agentJoined({ identity: "agentId1", name: "AgentName1" });
 * ```
 */
export class AgentTransferTracker extends TransferTracker {
  constructor(settings: AgentTransferTrackerSettings = {}) {
    const { environment, ...options } = settings ?? {};
    super(completeTrackerEnvironment(environment), options);
    this.connect();
  }
}
