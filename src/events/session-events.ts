import type { TransferSession } from "../domain/session.js";
import { BY_PERSON, BY_PERSON_CANCELABLE, HandoffEvent } from "./handoff-event.js";

/** A person opened a session. Cancel it to show the session in a place of your own. */
export class TransferSessionOpenEvent extends HandoffEvent {
  static readonly type = "transfer-session-open";
  constructor(readonly session: TransferSession) {
    super(TransferSessionOpenEvent.type, BY_PERSON_CANCELABLE);
  }
}

/** A person confirmed that a session is to end; the source has not been called yet. Cancel it to end it yourself. */
export class TransferSessionEndRequestEvent extends HandoffEvent {
  static readonly type = "transfer-session-end-request";
  constructor(readonly session: TransferSession) {
    super(TransferSessionEndRequestEvent.type, BY_PERSON_CANCELABLE);
  }
}

/** The source accepted the end of a session. */
export class TransferSessionEndedEvent extends HandoffEvent {
  static readonly type = "transfer-session-ended";
  constructor(readonly session: TransferSession) {
    super(TransferSessionEndedEvent.type, BY_PERSON);
  }
}

/** The source refused to end a session, or did not answer in 60 s. */
export class TransferSessionEndFailedEvent extends HandoffEvent {
  static readonly type = "transfer-session-end-failed";
  constructor(
    readonly session: TransferSession,
    /** What the source threw. */
    readonly error: unknown,
  ) {
    super(TransferSessionEndFailedEvent.type, BY_PERSON);
  }
}

/** An answer changed the list: how many rows came, changed and left. */
export class TransferSessionsUpdatedEvent extends HandoffEvent {
  static readonly type = "transfer-sessions-updated";
  constructor(
    readonly added: number,
    readonly changed: number,
    readonly removed: number,
  ) {
    super(TransferSessionsUpdatedEvent.type);
  }
}

/** The source answered 401 or 403. Polling has stopped until `refresh()` or a new source. */
export class TransferAuthRequiredEvent extends HandoffEvent {
  static readonly type = "transfer-auth-required";
  constructor(
    /** What the source threw. */
    readonly error: unknown,
  ) {
    super(TransferAuthRequiredEvent.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    "transfer-session-open": TransferSessionOpenEvent;
    "transfer-session-end-request": TransferSessionEndRequestEvent;
    "transfer-session-ended": TransferSessionEndedEvent;
    "transfer-session-end-failed": TransferSessionEndFailedEvent;
    "transfer-sessions-updated": TransferSessionsUpdatedEvent;
    "transfer-auth-required": TransferAuthRequiredEvent;
  }
}
