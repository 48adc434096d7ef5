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
    bindTo(this);
    this.connect();
  }
}

/**
 * Gives a tracker its members as its own, bound: a framework's proxy around it passes itself as `this`, and has no access
 * to what is private.
 */
function bindTo(tracker: AgentTransferTracker): void {
  for (const name of Object.getOwnPropertyNames(TransferTracker.prototype)) {
    if (name === "constructor") continue;
    const member = { ...memberOf(tracker, name), configurable: true };
    for (const part of ["value", "get", "set"] as const) {
      if (typeof member[part] === "function") member[part] = member[part].bind(tracker);
    }
    Object.defineProperty(tracker, name, member);
  }
}

/** The nearest of a name: a subclass may have its own. */
function memberOf(tracker: object, name: string): PropertyDescriptor {
  let type: object = Object.getPrototypeOf(tracker);
  while (!Object.hasOwn(type, name)) type = Object.getPrototypeOf(type);
  return Object.getOwnPropertyDescriptor(type, name)!;
}
