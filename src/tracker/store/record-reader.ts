import type { JoiningAgent } from "../rules/intent.js";
import { CLOSING_STEPS, keptMessage, type CustomFields, type OutboxMessage } from "../rules/message.js";
import { internalTransferPayload, isTransferType, type TransferType } from "../rules/payload.js";
import type { OutboxEvent } from "../rules/outbox.js";
import { TRANSFER_PHASES, type TransferAgent, type TransferState } from "../rules/state.js";
import type { CallIntent, RecordChange, TrackerCall, TrackerRecord } from "./tracker-record.js";

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
  const read = readState(state);
  const ids = new Set<string>();
  return {
    version: readVersion(version),
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

function readVersion(value: unknown): TrackerRecord["version"] {
  const [term, change, ...more] = listOf(value, count);
  if (term === undefined || change === undefined || more.length > 0) fail();
  return [term!, change!];
}

export function readChange(value: unknown): RecordChange {
  const fields = fieldsOf(value);
  const { head } = fields;
  const { outbox: added, ...rest } = readRecord({ ...fields, outbox: fields["added"] });
  const from = readVersion(fields["from"]);
  return {
    ...rest,
    added,
    gone: count(fields["gone"]),
    from,
    ...(head === undefined ? {} : { head: readEvent(head) }),
  };
}

function readState(value: unknown): TransferState {
  const { phase, agents, leaving, closed } = fieldsOf(value);
  const list = listOf(agents, readAgent);
  const state: TransferState = {
    phase: oneOf(phase, TRANSFER_PHASES),
    agents: list,
    ...(leaving === undefined ? {} : { leaving: readAgent(leaving) }),
    ...(phase === "ended" && closed === true && { closed }),
  };
  if (new Set(list.map((agent) => agent.identity)).size !== list.length) fail();
  const inConversation = state.phase === "open" || state.phase === "dropped";
  // Those whom the SDK was told out may come back to a handover, too.
  const believed = list.filter(({ out }) => !out).length;
  if (inConversation ? list.length === 0 && !state.leaving : believed > 0 || state.leaving) fail();
  if (state.leaving && believed > 0) fail();
  if (state.phase !== "handover" && !inConversation && list.length > 0) fail();
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
    ...(fields["out"] === undefined ? {} : { out: flag(fields["out"]) }),
    since: finite(fields["since"]),
    ...readCustomFields(fields),
  };
}

function readEvent(value: unknown): OutboxEvent {
  const fields = fieldsOf(value);
  const { id, status, attempts, round } = fields;
  return {
    ...keptMessage(readMessage(fields)),
    id: textOf(id),
    status: oneOf(status, ["queued", "sending", "failed", "unconfirmed"] as const),
    attempts: count(attempts),
    round: count(round),
  };
}

function readMessage(fields: Fields): OutboxMessage {
  const payload = fieldsOf(fields["payload"]);
  const participant = payload["participant"] === undefined ? {} : { participant: readParticipant(payload) };
  switch (fields["kind"]) {
    case "summary":
      return { kind: "summary", payload: readOptional(payload, "language") };
    case "end":
      return { kind: "end", payload: { reason: textOf(payload["reason"]), ...participant } };
    case "transfer":
    case undefined: {
      const transition = oneOf(payload["transition"], ["entry", "exit"] as const);
      const sent = internalTransferPayload(transferOf(payload["transfertype"]), transition, readParticipant(payload));
      return { kind: "transfer", payload: sent, ...readCustomFields(fields) };
    }
    default:
      return fail();
  }
}

function readParticipant({ participant }: Fields): { identity: string; name: string; type: "agent" } {
  const { identity, name, type } = fieldsOf(participant);
  return { identity: textOf(identity), name: textOf(name), type: type === "agent" ? type : fail() };
}

function readCustomFields({ customFields }: Fields): { readonly customFields?: CustomFields } {
  if (customFields === undefined) return {};
  const entries = Object.entries(fieldsOf(customFields));
  if (entries.some(([, field]) => !["string", "number", "boolean"].includes(typeof field))) fail();
  return { customFields: Object.fromEntries(entries) as CustomFields };
}

function readOptional<T extends string>(fields: Fields, name: T): { readonly [key in T]?: string } {
  return fields[name] === undefined ? {} : ({ [name]: textOf(fields[name]) } as { [key in T]: string });
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
      return {
        type: "end",
        ...readExit(fields),
        ...(fields["closing"] === undefined
          ? {}
          : { closing: listOf(fields["closing"], (step) => oneOf(step, CLOSING_STEPS)) }),
        ...readOptional(fields, "reason"),
        ...readOptional(fields, "language"),
      };
    case "drop":
      return { type: "drop", ...(fields["exit"] === undefined ? {} : { exit: flag(fields["exit"]) }) };
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
  const fields = fieldsOf(value);
  const { identity, transfer, announce } = fields;
  return {
    identity: textOf(identity),
    announce: flag(announce),
    ...readOptional(fields, "name"),
    ...readCustomFields(fields),
    ...(transfer === undefined ? {} : { transfer: transferOf(transfer) }),
  };
}
