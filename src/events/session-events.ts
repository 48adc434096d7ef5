import type { TransferSession } from "../domain/session/session.js";
import type { SessionView } from "../domain/query/view.js";
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

/** A person changed the view: filter, sort, columns, widths or density. */
export class TransferViewChangeEvent extends HandoffEvent {
  static readonly type = "transfer-view-change";
  constructor(
    /** Plain JSON, to be stored or routed, and set again as `view`. */
    readonly view: SessionView,
  ) {
    super(TransferViewChangeEvent.type, BY_PERSON);
  }
}

/** Other sessions are selected: by a person, or, without bubbling, since one of them has left. */
export class TransferSelectionChangeEvent extends HandoffEvent {
  static readonly type = "transfer-selection-change";
  constructor(
    /** In the order of the list. */
    readonly sessions: readonly TransferSession[],
    byPerson = true,
  ) {
    super(TransferSelectionChangeEvent.type, byPerson ? BY_PERSON : {});
  }
}

declare global {
  /** Of elements, the document and the window. */
  interface GlobalEventHandlersEventMap {
    "transfer-session-open": TransferSessionOpenEvent;
    "transfer-session-end-request": TransferSessionEndRequestEvent;
    "transfer-session-ended": TransferSessionEndedEvent;
    "transfer-session-end-failed": TransferSessionEndFailedEvent;
    "transfer-view-change": TransferViewChangeEvent;
    "transfer-selection-change": TransferSelectionChangeEvent;
  }
  interface HTMLElementEventMap {
    "transfer-sessions-updated": TransferSessionsUpdatedEvent;
    "transfer-auth-required": TransferAuthRequiredEvent;
  }
}
