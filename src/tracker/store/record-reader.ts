import { CLOSING_STEPS, isField, keptMessage, type CustomFields, type OutboxMessage } from "../rules/message.js";
import type { InternalTransferPayload, TransferType } from "../rules/payload.js";
import type { OutboxEvent } from "../rules/outbox.js";
import { TRANSFER_PHASES, type TransferAgent, type TransferState } from "../rules/state.js";
import { count, fail, fieldsOf, finite, flag, list, oneOf, shape, text, variant, type Reader } from "./readers.js";
import type { RecordChange } from "./record-change.js";
import type { CallIntent, TrackerCall, TrackerRecord } from "./tracker-record.js";

const transfer = oneOf<TransferType>("NA", "cold", "warm", "redial");
const exitTransfer = oneOf("NA", "cold", "warm");

const customFields: Reader<CustomFields> = (value) => {
  const fields = fieldsOf(value);
  return Object.values(fields).every(isField) ? ({ ...fields } as CustomFields) : fail();
};

const participant = shape({ identity: text, name: text, type: oneOf("agent") });

// In the order of the SDK's keys.
const transferPayload: Reader<InternalTransferPayload> = shape({
  transfertype: transfer,
  transition: oneOf("entry", "exit"),
  participant,
});

const message: Reader<OutboxMessage> = variant("kind", {
  transfer: shape({ payload: transferPayload }, { customFields }),
  summary: shape({ payload: shape({}, { language: text }) }),
  end: shape({ payload: shape({ reason: text }, { participant }) }),
});

const place = shape({
  id: text,
  status: oneOf("queued", "sending", "failed", "unconfirmed"),
  attempts: count,
  round: count,
});

/** Before there were other kinds none was told. */
const event: Reader<OutboxEvent> = (value) => ({
  ...keptMessage(message({ kind: "transfer", ...fieldsOf(value) })),
  ...place(value),
});

const agent: Reader<TransferAgent> = shape(
  {
    identity: text,
    name: text,
    remote: flag,
    aside: flag,
    handedOver: flag,
    guest: flag,
    waiting: flag,
    since: finite,
  },
  { out: flag, customFields },
);

const phase = oneOf(...TRANSFER_PHASES);
const stateMore = { leaving: agent, closed: flag };

const version: Reader<TrackerRecord["version"]> = (value) => {
  const [term, change, ...more] = list(count)(value);
  return change === undefined || more.length > 0 ? fail() : [term!, change];
};

const seen: Reader<TrackerRecord["seen"]> = (value) =>
  Object.fromEntries(Object.entries(fieldsOf(value)).map(([id, last]) => [id, count(last)]));

const common = { version, events: count };
const remembered = { unconfirmed: list(event), skipped: list(text), leavingCall: text };

const record = shape(
  { ...common, state: shape({ phase, agents: list(agent) }, stateMore), outbox: list(event), seen },
  remembered,
);

export const readRecord: Reader<TrackerRecord> = (value) => checkedRecord({ unconfirmed: [], ...record(value) });

/** Refuses a record whose parts are well, but contradict each other. */
export function checkedRecord(record: TrackerRecord): TrackerRecord {
  const { outbox, unconfirmed } = record;
  if (!isConsistent(record.state)) fail();
  // Only the head is ever tried, and an event twice in the box would be sent twice.
  if (outbox.some(({ status }, index) => status === "unconfirmed" || (index > 0 && status !== "queued"))) fail();
  if (unconfirmed.some(({ status }) => status !== "unconfirmed" && status !== "failed")) fail();
  const ids = new Set([...outbox, ...unconfirmed].map(({ id }) => id));
  if (ids.size < outbox.length + unconfirmed.length) fail();
  return record;
}

/** Whether a conversation can be so. */
export function isConsistent({ phase, agents, leaving }: TransferState): boolean {
  // Those whom the SDK was told out may come back to a handover, too.
  const believed = agents.some(({ out }) => !out);
  if (new Set(agents.map(({ identity }) => identity)).size < agents.length || (leaving && believed)) return false;
  if (phase === "dropped" && agents.some(({ aside }) => !aside)) return false;
  if (phase === "open" || phase === "dropped") return agents.length > 0 || leaving !== undefined;
  return !believed && !leaving && (phase === "handover" || agents.length === 0);
}

const agentsChange = shape({ out: list(text), put: list(agent) });

/** A list: told before there were changes of agents. */
const agentsTold = (value: unknown) => (Array.isArray(value) ? list(agent)(value) : agentsChange(value));

/** What a change need not tell is absent. */
export const readChange: Reader<RecordChange> = shape(
  {
    ...common,
    state: shape({ phase }, { ...stateMore, agents: agentsTold }),
    from: version,
    gone: count,
    added: list(event),
  },
  { ...remembered, seen, head: event },
);

const callId: Reader<string> = (value) => (/:[1-9]\d{0,14}$/.test(text(value)) ? (value as string) : fail());

const joining = { identity: text, announce: flag };
const joiningMore = { name: text, customFields, transfer };

const intent: Reader<CallIntent> = variant("type", {
  join: shape(joining, joiningMore),
  leave: shape({ identity: text }, { announce: flag, transfer: exitTransfer }),
  end: shape({}, { transfer: exitTransfer, closing: list(oneOf(...CLOSING_STEPS)), reason: text, language: text }),
  drop: shape({}, { exit: flag }),
  retry: shape({}),
  participants: shape({ agents: list(shape(joining, joiningMore)) }, { ownAgent: text, settling: flag }),
});

export const readCall: Reader<TrackerCall> = shape({ id: callId, intent, grace: finite });
