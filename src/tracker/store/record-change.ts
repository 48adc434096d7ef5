import { outboxChange, type OutboxChange } from "../rules/outbox.js";
import type { TransferAgent, TransferState } from "../rules/state.js";
import type { TrackerRecord } from "./tracker-record.js";

/** Up to so many agents, waiting events and open calls a record is stored and passed on whole. */
const WHOLE_LIMIT = 8;

/** Who went, by identity; and who is different or came, the latter in order behind the others. */
export interface AgentsChange {
  readonly out: readonly string[];
  readonly put: readonly TransferAgent[];
}

/** How one record became the next. What is absent is as it was, but for `leavingCall`. */
export interface RecordChange extends OutboxChange, Pick<TrackerRecord, "version" | "events" | "leavingCall"> {
  unconfirmed?: TrackerRecord["unconfirmed"];
  seen?: TrackerRecord["seen"];
  skipped?: readonly string[];
  /** The version of the record before. */
  readonly from: TrackerRecord["version"];
  /** A list, where they are told anew. */
  readonly state: Omit<TransferState, "agents"> & { readonly agents?: AgentsChange | readonly TransferAgent[] };
}

/**
 * @param calls that nobody has decided, where they are told with the record.
 * @returns `undefined` where the next record is better told whole.
 */
export function recordChange(before: TrackerRecord, after: TrackerRecord, calls = 0): RecordChange | undefined {
  const { outbox, state, ...rest } = after;
  const { agents, ...others } = state;
  if (outbox.length + agents.length + rest.unconfirmed.length + calls <= WHOLE_LIMIT) return undefined;
  const change = outboxChange(before.outbox, outbox);
  if (!change) return undefined;
  const told: Omit<RecordChange, keyof OutboxChange | "from" | "state"> = rest;
  for (const name of ["unconfirmed", "seen", "skipped"] as const) if (after[name] === before[name]) delete told[name];
  const { agents: known } = before.state;
  const changed = agents !== known && { agents: agentsChange(known, agents) };
  return { ...told, ...change, state: { ...others, ...changed }, from: before.version };
}

/** @returns the record after a change; `undefined` where the change is none of this record. */
export function changedBy(record: TrackerRecord, change: RecordChange): TrackerRecord | undefined {
  const { from, gone, head, added, state, ...rest } = change;
  if (String(from) !== String(record.version)) return undefined;
  const outbox = record.outbox.slice(gone);
  if (head) outbox[0] = head;
  const { leavingCall: _, ...before } = record;
  const agents = agentsAfter(before.state.agents, state.agents);
  return { ...before, ...rest, state: { ...state, agents }, outbox: added.length > 0 ? outbox.concat(added) : outbox };
}

/** Those who stay keep their order, so that one walk along both lists finds who is missing. */
function agentsChange(before: readonly TransferAgent[], after: readonly TransferAgent[]): AgentsChange {
  let at = 0;
  const out: string[] = [];
  const put: TransferAgent[] = [];
  for (const old of before) {
    const agent = after[at];
    if (agent?.identity !== old.identity) {
      out.push(old.identity);
      continue;
    }
    if (agent !== old) put.push(agent);
    at += 1;
  }
  return { out, put: [...put, ...after.slice(at)] };
}

function agentsAfter(
  before: readonly TransferAgent[],
  change: RecordChange["state"]["agents"],
): readonly TransferAgent[] {
  if (!change) return before;
  if (!("put" in change)) return change;
  const put = new Map(change.put.map((agent) => [agent.identity, agent]));
  const out = new Set(change.out);
  const kept = before.flatMap((old) => {
    if (out.has(old.identity)) return [];
    const agent = put.get(old.identity) ?? old;
    put.delete(old.identity);
    return agent;
  });
  return [...kept, ...put.values()];
}
