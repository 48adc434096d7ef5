import type { JsonPath } from "../domain/json/tree.js";
import { BY_PERSON_CANCELABLE, HandoffEvent } from "./handoff-event.js";

/**
 * A person asks to see a masked value. Cancel it to forbid that; listen to keep an audit. It does not carry the value.
 */
export class TransferJsonRevealEvent extends HandoffEvent {
  static readonly type = "transfer-json-reveal";
  constructor(
    /** Where the value is: member names, and indices as numbers. */
    readonly path: JsonPath,
    /** The same as JSONPath: `$.auth.accessToken`. */
    readonly jsonPath: string,
    /** The pane's label. */
    readonly label: string,
  ) {
    super(TransferJsonRevealEvent.type, BY_PERSON_CANCELABLE);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    "transfer-json-reveal": TransferJsonRevealEvent;
  }
}
