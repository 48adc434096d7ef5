import type { OutboxEvent } from "../rules/outbox.js";
import { leadOf, type TransferAgent, type TransferPhase, type TransferState } from "../rules/state.js";
import { EMPTY_RECORD, type TrackerRecord } from "./tracker-record.js";
import type { TransferLog, TransferLogEntry, TransferMoment } from "./transfer-log.js";

/** An agent, as `state` shows one. */
export interface RosterAgent {
  readonly identity: string;
  readonly name: string;
  /** The only one to run dialog tasks: the earliest who is not being handed over. */
  readonly lead: boolean;
  /** Announced by another desktop. */
  readonly remote: boolean;
}

/** A transfer, the request for a summary, or the end of the conversation, with what the SDK's method gets. */
export type WaitingEvent = Pick<OutboxEvent, "kind" | "payload" | "status" | "attempts">;

/** What `state` shows of a conversation: a new object after each change, never altered. */
export interface TrackerState {
  readonly phase: TransferPhase;
  readonly connected: boolean;
  /** Present, in order of joining. */
  readonly roster: readonly RosterAgent[];
  /** Those in whom the SDK still believes: they may come back by a redial. */
  readonly aside: readonly RosterAgent[];
  /** What the SDK has yet to be told, in order; before it, what it was told and did not answer. */
  readonly outbox: readonly WaitingEvent[];
}

/** All that can be seen of a conversation in this document, at one moment. */
export interface TrackerSnapshot {
  readonly state: TrackerState;
  /** The events that this document saw, oldest first. */
  readonly log: readonly TransferLogEntry[];
  readonly moments: readonly TransferMoment[];
  /** Epoch milliseconds of each known agent's entry, for a timeline that began before this document. */
  readonly since: ReadonlyMap<string, number>;
  /** Identities of those who are being handed over. */
  readonly handedOver: ReadonlySet<string>;
}

export function trackerSnapshot(
  record: TrackerRecord,
  connected: boolean,
  { entries, moments }: Pick<TransferLog, "entries" | "moments">,
): TrackerSnapshot {
  const { agents } = record.state;
  return {
    state: trackerState(record, connected),
    log: entries,
    moments,
    since: new Map(agents.map((agent) => [agent.identity, agent.since])),
    handedOver: new Set(agents.filter((agent) => agent.handedOver).map((agent) => agent.identity)),
  };
}

/** A conversation before anything is known about it. */
export function emptySnapshot(connected: boolean): TrackerSnapshot {
  return trackerSnapshot(EMPTY_RECORD, connected, { entries: [], moments: [] });
}

function trackerState({ state, outbox, unconfirmed }: TrackerRecord, connected: boolean): TrackerState {
  const lead = leadOf(state.agents);
  const show = (agent: TransferAgent): RosterAgent =>
    Object.freeze({ identity: agent.identity, name: agent.name, lead: agent === lead, remote: agent.remote });
  // Frozen: the same object is handed out until something changes.
  return Object.freeze({
    phase: state.phase,
    connected,
    roster: Object.freeze(state.agents.filter((agent) => !agent.aside).map(show)),
    aside: Object.freeze(state.agents.filter((agent) => agent.aside).map(show)),
    outbox: Object.freeze(
      [...unconfirmed, ...outbox].map(({ kind, payload, status, attempts }) =>
        Object.freeze({ kind, payload, status, attempts }),
      ),
    ),
  });
}

/** Whether two states show other people, or the same in another role. */
export function rosterDiffers(a: TransferState, b: TransferState): boolean {
  if (a.phase !== b.phase || a.agents.length !== b.agents.length) return true;
  const [leadOfA, leadOfB] = [leadOf(a.agents), leadOf(b.agents)];
  return a.agents.some((one, index) => {
    const other = b.agents[index]!;
    return (
      one.identity !== other.identity ||
      one.name !== other.name ||
      one.aside !== other.aside ||
      one.remote !== other.remote ||
      (one === leadOfA) !== (other === leadOfB)
    );
  });
}
