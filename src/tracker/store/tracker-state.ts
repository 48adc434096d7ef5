import type { OutboxStatus } from "../rules/outbox.js";
import type { InternalTransferPayload } from "../rules/payload.js";
import { leadOf, type TransferAgent, type TransferPhase } from "../rules/state.js";
import type { TrackerRecord } from "./tracker-record.js";

/** An agent as `state` shows him. */
export interface RosterAgent {
  readonly identity: string;
  readonly name: string;
  /** The only one to run dialog tasks: the earliest who is not being handed over. */
  readonly lead: boolean;
  /** Announced by another desktop. */
  readonly remote: boolean;
}

/** What `state` shows of a conversation. Built anew when something changes; never altered. */
export interface TrackerState {
  readonly phase: TransferPhase;
  readonly connected: boolean;
  /** Present, in order of joining. */
  readonly roster: readonly RosterAgent[];
  /** Those in whom the SDK still believes: they may come back by a redial. */
  readonly aside: readonly RosterAgent[];
  /** What the SDK has yet to be told, in order. */
  readonly outbox: readonly {
    readonly payload: InternalTransferPayload;
    readonly status: OutboxStatus;
    readonly attempts: number;
  }[];
}

export function trackerState({ state, outbox }: TrackerRecord, connected: boolean): TrackerState {
  const lead = leadOf(state.agents);
  const show = (agent: TransferAgent): RosterAgent =>
    Object.freeze({ identity: agent.identity, name: agent.name, lead: agent === lead, remote: agent.remote });
  // Frozen, since it is handed out again until something changes.
  return Object.freeze({
    phase: state.phase,
    connected,
    roster: Object.freeze(state.agents.filter((agent) => !agent.aside).map(show)),
    aside: Object.freeze(state.agents.filter((agent) => agent.aside).map(show)),
    outbox: Object.freeze(
      outbox.map(({ payload, status, attempts }) => Object.freeze({ payload: frozenCopy(payload), status, attempts })),
    ),
  });
}

function frozenCopy(payload: InternalTransferPayload): InternalTransferPayload {
  return Object.freeze({ ...payload, participant: Object.freeze({ ...payload.participant }) });
}

/** Whether two states show other people, or the same in another role. */
export function rosterDiffers(a: TrackerState, b: TrackerState): boolean {
  return a.phase !== b.phase || listDiffers(a.roster, b.roster) || listDiffers(a.aside, b.aside);
}

function listDiffers(a: readonly RosterAgent[], b: readonly RosterAgent[]): boolean {
  if (a.length !== b.length) return true;
  return a.some((one, index) => {
    const other = b[index]!;
    return (
      one.identity !== other.identity ||
      one.name !== other.name ||
      one.lead !== other.lead ||
      one.remote !== other.remote
    );
  });
}
