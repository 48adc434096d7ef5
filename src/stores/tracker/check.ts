import type { JoiningAgent } from "../../domain/transfer/intent.js";
import {
  internalTransferPayload,
  isTransferType,
  keptPayload,
  type TransferType,
} from "../../domain/transfer/payload.js";
import type { OutboxEvent } from "../../domain/transfer/outbox.js";
import { TRANSFER_PHASES, type TransferAgent, type TransferState } from "../../domain/transfer/state.js";
import type { CallIntent, TrackerCall, TrackerRecord } from "./record.js";

/*
 * Readers for what comes back from storage or from another tab: each builds a value anew from the fields that it
 * knows, or throws. Stores cannot import zod; and these shapes are few.
 */
type Fields = Readonly<Record<string, unknown>>;

export class Unreadable extends Error {
  override readonly name = "Unreadable";
}

function fail(what: string): never {
  throw new Unreadable(`${what} is not what the tracker writes`);
}

export function fieldsOf(value: unknown, what: string): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : fail(what);
}

export function listOf<T>(value: unknown, what: string, read: (item: unknown) => T): T[] {
  return Array.isArray(value) ? value.map((item) => read(item)) : fail(what);
}

export function textOf(value: unknown, what: string): string {
  return typeof value === "string" && value !== "" ? value : fail(what);
}

function flag(value: unknown, what: string): boolean {
  return typeof value === "boolean" ? value : fail(what);
}

function count(value: unknown, what: string): number {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : fail(what);
}

function finite(value: unknown, what: string): number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : fail(what);
}

function oneOf<T extends string>(value: unknown, options: readonly T[], what: string): T {
  return (options as readonly unknown[]).includes(value) ? (value as T) : fail(what);
}

function transferOf(value: unknown): TransferType {
  return isTransferType(value) ? value : fail("transfer");
}

export function readRecord(value: unknown): TrackerRecord {
  const { version, state, outbox, events, seen, leavingCall } = fieldsOf(value, "record");
  const [term, change, ...more] = listOf(version, "version", (part) => count(part, "version"));
  if (term === undefined || change === undefined || more.length > 0) fail("version");
  const read = readState(state);
  const ids = new Set<string>();
  return {
    version: [term!, change!],
    state: read,
    outbox: listOf(outbox, "outbox", readEvent).map((event, index) => {
      // Only the head is ever tried, and an event twice in the box would be sent twice.
      if (ids.has(event.id) || (index > 0 && event.status !== "queued")) fail("outbox");
      ids.add(event.id);
      return event;
    }),
    events: count(events, "events"),
    seen: Object.fromEntries(Object.entries(fieldsOf(seen, "seen")).map(([id, last]) => [id, count(last, "seen")])),
    ...(read.leaving && leavingCall !== undefined ? { leavingCall: textOf(leavingCall, "leavingCall") } : {}),
  };
}

function readState(value: unknown): TransferState {
  const { phase, agents, leaving } = fieldsOf(value, "state");
  const list = listOf(agents, "agents", readAgent);
  const state: TransferState = {
    phase: oneOf(phase, TRANSFER_PHASES, "phase"),
    agents: list,
    ...(leaving === undefined ? {} : { leaving: readAgent(leaving) }),
  };
  if (new Set(list.map((agent) => agent.identity)).size !== list.length) fail("agents");
  const inConversation = state.phase === "open" || state.phase === "dropped";
  if (inConversation !== (list.length > 0 || state.leaving !== undefined)) fail("agents");
  if (state.leaving && list.length > 0) fail("leaving");
  if (state.phase === "dropped" && list.some((agent) => !agent.aside)) fail("agents");
  return state;
}

function readAgent(value: unknown): TransferAgent {
  const fields = fieldsOf(value, "agent");
  return {
    identity: textOf(fields["identity"], "identity"),
    name: textOf(fields["name"], "name"),
    remote: flag(fields["remote"], "remote"),
    aside: flag(fields["aside"], "aside"),
    handedOver: flag(fields["handedOver"], "handedOver"),
    guest: flag(fields["guest"], "guest"),
    waiting: flag(fields["waiting"], "waiting"),
    since: finite(fields["since"], "since"),
  };
}

function readEvent(value: unknown): OutboxEvent {
  const { id, payload, status, attempts, round } = fieldsOf(value, "event");
  const { transfertype, transition, participant } = fieldsOf(payload, "payload");
  const { identity, name, type } = fieldsOf(participant, "participant");
  if (type !== "agent") fail("participant");
  return {
    id: textOf(id, "id"),
    payload: keptPayload(
      internalTransferPayload(transferOf(transfertype), oneOf(transition, ["entry", "exit"] as const, "transition"), {
        identity: textOf(identity, "identity"),
        name: textOf(name, "name"),
      }),
    ),
    status: oneOf(status, ["queued", "sending", "failed"] as const, "status"),
    attempts: count(attempts, "attempts"),
    round: count(round, "round"),
  };
}

export function readCall(value: unknown): TrackerCall {
  const { id, intent, grace } = fieldsOf(value, "call");
  if (!/:[1-9]\d{0,14}$/.test(textOf(id, "id"))) fail("id");
  return { id: id as string, intent: readIntent(intent), grace: finite(grace, "grace") };
}

function readIntent(value: unknown): CallIntent {
  const fields = fieldsOf(value, "intent");
  switch (fields["type"]) {
    case "join":
      return { type: "join", ...readJoining(fields) };
    case "leave": {
      const announce = flag(fields["announce"], "announce");
      return { type: "leave", identity: textOf(fields["identity"], "identity"), announce, ...readExit(fields) };
    }
    case "end":
      return { type: "end", ...readExit(fields) };
    case "drop":
      return { type: "drop" };
    case "retry":
      return { type: "retry" };
    case "participants": {
      const { agents, ownAgent } = fields;
      return {
        type: "participants",
        agents: listOf(agents, "agents", readJoining),
        ...(ownAgent === undefined ? {} : { ownAgent: textOf(ownAgent, "ownAgent") }),
      };
    }
    default:
      return fail("intent");
  }
}

function readExit({ transfer }: Fields): { readonly transfer?: "NA" | "cold" | "warm" } {
  return transfer === undefined ? {} : { transfer: oneOf(transfer, ["NA", "cold", "warm"] as const, "transfer") };
}

function readJoining(value: unknown): JoiningAgent {
  const { identity, name, transfer, announce } = fieldsOf(value, "agent");
  return {
    identity: textOf(identity, "identity"),
    announce: flag(announce, "announce"),
    ...(name === undefined ? {} : { name: textOf(name, "name") }),
    ...(transfer === undefined ? {} : { transfer: transferOf(transfer) }),
  };
}
