import type { JoiningAgent } from "../rules/intent.js";
import { internalTransferPayload, isTransferType, keptPayload, type TransferType } from "../rules/payload.js";
import type { OutboxEvent } from "../rules/outbox.js";
import { TRANSFER_PHASES, type TransferAgent, type TransferState } from "../rules/state.js";
import type { CallIntent, TrackerCall, TrackerRecord } from "./tracker-record.js";

/*
 * Readers for what comes back from storage or from another tab: each makes a new value from the fields that it knows,
 * or throws. By hand, since they are needed before anything can be shown: zod would make a tracker a quarter larger.
 */
type Fields = Readonly<Record<string, unknown>>;

export class NotOurs extends Error {
  override readonly name = "NotOurs";
}

/** The message says no more: the caller takes a value whole or not at all. */
export function fail(): never {
  throw new NotOurs("not what the tracker writes");
}

export function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : fail();
}

export function listOf<T>(value: unknown, read: (item: unknown) => T): T[] {
  return Array.isArray(value) ? value.map((item) => read(item)) : fail();
}

export function textOf(value: unknown): string {
  return typeof value === "string" && value !== "" ? value : fail();
}

function flag(value: unknown): boolean {
  return typeof value === "boolean" ? value : fail();
}

function count(value: unknown): number {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : fail();
}

function finite(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : fail();
}

function oneOf<T extends string>(value: unknown, options: readonly T[]): T {
  return (options as readonly unknown[]).includes(value) ? (value as T) : fail();
}

function transferOf(value: unknown): TransferType {
  return isTransferType(value) ? value : fail();
}

export function readRecord(value: unknown): TrackerRecord {
  const { version, state, outbox, unconfirmed = [], events, seen, leavingCall } = fieldsOf(value);
  const [term, change, ...more] = listOf(version, count);
  if (term === undefined || change === undefined || more.length > 0) fail();
  const read = readState(state);
  const ids = new Set<string>();
  return {
    version: [term!, change!],
    state: read,
    outbox: listOf(outbox, readEvent).map((event, index) => {
      // Only the head is ever tried, and an event twice in the box would be sent twice.
      if (ids.has(event.id) || event.status === "unconfirmed" || (index > 0 && event.status !== "queued")) fail();
      ids.add(event.id);
      return event;
    }),
    unconfirmed: listOf(unconfirmed, readEvent).map((event) => {
      if (ids.has(event.id) || (event.status !== "unconfirmed" && event.status !== "failed")) fail();
      ids.add(event.id);
      return event;
    }),
    events: count(events),
    seen: Object.fromEntries(Object.entries(fieldsOf(seen)).map(([id, last]) => [id, count(last)])),
    ...(read.leaving && leavingCall !== undefined ? { leavingCall: textOf(leavingCall) } : {}),
  };
}

function readState(value: unknown): TransferState {
  const { phase, agents, leaving } = fieldsOf(value);
  const list = listOf(agents, readAgent);
  const state: TransferState = {
    phase: oneOf(phase, TRANSFER_PHASES),
    agents: list,
    ...(leaving === undefined ? {} : { leaving: readAgent(leaving) }),
  };
  if (new Set(list.map((agent) => agent.identity)).size !== list.length) fail();
  const inConversation = state.phase === "open" || state.phase === "dropped";
  if (inConversation !== (list.length > 0 || state.leaving !== undefined)) fail();
  if (state.leaving && list.length > 0) fail();
  if (state.phase === "dropped" && list.some((agent) => !agent.aside)) fail();
  return state;
}

function readAgent(value: unknown): TransferAgent {
  const fields = fieldsOf(value);
  return {
    identity: textOf(fields["identity"]),
    name: textOf(fields["name"]),
    remote: flag(fields["remote"]),
    aside: flag(fields["aside"]),
    handedOver: flag(fields["handedOver"]),
    guest: flag(fields["guest"]),
    waiting: flag(fields["waiting"]),
    since: finite(fields["since"]),
  };
}

function readEvent(value: unknown): OutboxEvent {
  const { id, payload, status, attempts, round } = fieldsOf(value);
  const { transfertype, transition, participant } = fieldsOf(payload);
  const { identity, name, type } = fieldsOf(participant);
  if (type !== "agent") fail();
  return {
    id: textOf(id),
    payload: keptPayload(
      internalTransferPayload(transferOf(transfertype), oneOf(transition, ["entry", "exit"] as const), {
        identity: textOf(identity),
        name: textOf(name),
      }),
    ),
    status: oneOf(status, ["queued", "sending", "failed", "unconfirmed"] as const),
    attempts: count(attempts),
    round: count(round),
  };
}

export function readCall(value: unknown): TrackerCall {
  const { id, intent, grace } = fieldsOf(value);
  if (!/:[1-9]\d{0,14}$/.test(textOf(id))) fail();
  return { id: id as string, intent: readIntent(intent), grace: finite(grace) };
}

function readIntent(value: unknown): CallIntent {
  const fields = fieldsOf(value);
  switch (fields["type"]) {
    case "join":
      return { type: "join", ...readJoining(fields) };
    case "leave": {
      const announce = fields["announce"] === undefined ? {} : { announce: flag(fields["announce"]) };
      return { type: "leave", identity: textOf(fields["identity"]), ...announce, ...readExit(fields) };
    }
    case "end":
      return { type: "end", ...readExit(fields) };
    case "drop":
      return { type: "drop" };
    case "retry":
      return { type: "retry" };
    case "participants": {
      const { agents, ownAgent, settling } = fields;
      return {
        type: "participants",
        agents: listOf(agents, readJoining),
        ...(ownAgent === undefined ? {} : { ownAgent: textOf(ownAgent) }),
        ...(settling === undefined ? {} : { settling: flag(settling) }),
      };
    }
    default:
      return fail();
  }
}

function readExit({ transfer }: Fields): { readonly transfer?: "NA" | "cold" | "warm" } {
  return transfer === undefined ? {} : { transfer: oneOf(transfer, ["NA", "cold", "warm"] as const) };
}

function readJoining(value: unknown): JoiningAgent {
  const { identity, name, transfer, announce } = fieldsOf(value);
  return {
    identity: textOf(identity),
    announce: flag(announce),
    ...(name === undefined ? {} : { name: textOf(name) }),
    ...(transfer === undefined ? {} : { transfer: transferOf(transfer) }),
  };
}
