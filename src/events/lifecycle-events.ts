import type { LifecycleSettings } from "../domain/session/lifecycle.js";
import { BY_PERSON, HandoffEvent } from "./handoff-event.js";

/** The source has saved the settings that a person asked for. */
export class TransferLifecycleSavedEvent extends HandoffEvent {
  static readonly type = "transfer-lifecycle-saved";
  constructor(
    /** Minutes per channel, as they hold now. */
    readonly settings: LifecycleSettings,
  ) {
    super(TransferLifecycleSavedEvent.type, BY_PERSON);
  }
}

/** The settings were not saved; what the person typed is kept. */
export class TransferLifecycleSaveFailedEvent extends HandoffEvent {
  static readonly type = "transfer-lifecycle-save-failed";
  constructor(
    /** `conflict`: somebody else has changed them in the meantime. `failed`: the source refused, or did not answer. */
    readonly reason: "conflict" | "failed",
    /** What the source threw, if it did. */
    readonly error: unknown,
  ) {
    super(TransferLifecycleSaveFailedEvent.type, BY_PERSON);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    "transfer-lifecycle-saved": TransferLifecycleSavedEvent;
    "transfer-lifecycle-save-failed": TransferLifecycleSaveFailedEvent;
  }
}
