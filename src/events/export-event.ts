import { BY_PERSON_CANCELABLE, HandoffEvent } from "./handoff-event.js";

/**
 * A person asked for a file. Cancel it to hand the file over yourself, as where a frame allows no downloads; or listen
 * to keep an audit.
 */
export class TransferExportEvent extends HandoffEvent {
  static readonly type = "transfer-export";
  constructor(
    /** The file; its `type` is its media type. */
    readonly blob: Blob,
    /** The name that it is to have, with its ending. */
    readonly filename: string,
  ) {
    super(TransferExportEvent.type, BY_PERSON_CANCELABLE);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    "transfer-export": TransferExportEvent;
  }
}
