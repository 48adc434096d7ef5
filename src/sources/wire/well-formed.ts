import type { TransferSession } from "../../domain/session/session.js";
import { isRecord } from "./describe.js";
import { isJson } from "./json.js";
import { isText } from "./text.js";
import { readTime } from "./time.js";

type Row = Readonly<Record<string, unknown>>;
type Building = { -readonly [Field in keyof TransferSession]: TransferSession[Field] };

/**
 * The cheap look before the schema: reads a row in which every field is right, and passes on any other. What it returns
 * equals what the schema would make of the same row (a property test holds it to that); it is here because nearly all
 * rows are right and the schema costs ten times as much.
 *
 * @returns `undefined` for anything that needs the schema. Never throws.
 */
export function readWellFormed(row: unknown): TransferSession | undefined {
  try {
    return isRecord(row) ? readFields(row) : undefined;
  } catch {
    // A getter of the row.
    return undefined;
  }
}

function readFields(row: Row): TransferSession | undefined {
  const id = row["id"] ?? row["sessionId"];
  const { provider, channel } = row;
  const status = row["status"] ?? row["state"];
  if (!isText(id) || !isText(provider) || !isText(channel) || !isText(status)) return undefined;

  let { agentName, agentId } = row;
  if (isAbsent(agentName) || isAbsent(agentId)) {
    const { agent } = row;
    if (typeof agent === "string") {
      agentName ??= agent;
    } else if (!isAbsent(agent)) {
      if (typeof agent !== "object" || Array.isArray(agent)) return undefined;
      agentName ??= (agent as Record<string, unknown>)["name"];
      agentId ??= (agent as Record<string, unknown>)["id"];
    }
  }

  const session: Building = { id, provider, channel, status };

  const { contactId, queue, providerSessionId } = row;
  if (isText(contactId)) session.contactId = contactId;
  else if (!isAbsent(contactId)) return undefined;
  if (isText(agentName)) session.agentName = agentName;
  else if (!isAbsent(agentName)) return undefined;
  if (isText(agentId)) session.agentId = agentId;
  else if (!isAbsent(agentId)) return undefined;
  if (isText(queue)) session.queue = queue;
  else if (!isAbsent(queue)) return undefined;
  if (isText(providerSessionId)) session.providerSessionId = providerSessionId;
  else if (!isAbsent(providerSessionId)) return undefined;

  const { createdAt, updatedAt, endedAt } = row;
  if (!isAbsent(createdAt)) {
    const time = readTime(createdAt);
    if (time === undefined) return undefined;
    session.createdAt = time;
  }
  if (!isAbsent(updatedAt)) {
    const time = readTime(updatedAt);
    if (time === undefined) return undefined;
    session.updatedAt = time;
  }
  if (!isAbsent(endedAt)) {
    const time = readTime(endedAt);
    if (time === undefined) return undefined;
    session.endedAt = time;
  }

  const { ttlMinutes, metadata, providerData } = row;
  if (!isAbsent(ttlMinutes)) {
    if (typeof ttlMinutes !== "number" || !(ttlMinutes >= 0 && ttlMinutes < Infinity)) return undefined;
    session.ttlMinutes = ttlMinutes;
  }
  if (!isAbsent(metadata)) {
    if (!isJson(metadata)) return undefined;
    session.metadata = metadata;
  }
  if (!isAbsent(providerData)) {
    if (!isJson(providerData)) return undefined;
    session.providerData = providerData;
  }
  return session;
}

function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}
