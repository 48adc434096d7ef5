import type { LitElement } from "lit";
import type { TransferSession } from "../../../domain/session/session.js";
import {
  TransferSessionEndedEvent,
  TransferSessionEndFailedEvent,
  TransferSessionEndRequestEvent,
} from "../../../events/session-events.js";
import type { TableState } from "../table-state.js";

/** Tells the host that a session is about to be ended. @returns `false`: the host sees to it itself. */
export function announceEnd(host: LitElement, session: TransferSession): boolean {
  return host.dispatchEvent(new TransferSessionEndRequestEvent(session));
}

export function tellEnded(host: LitElement, { data, selection }: TableState, session: TransferSession): void {
  host.dispatchEvent(new TransferSessionEndedEvent(session));
  // Where the list holds all, it says so itself.
  if (data.isQuerying) selection.forget(session);
}

export function tellEndFailed(host: LitElement, session: TransferSession, error: unknown): void {
  host.dispatchEvent(new TransferSessionEndFailedEvent(session, error));
}
