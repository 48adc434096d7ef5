import { parseSessionId } from "../../domain/session/session-id.js";
import type { FieldIssue, TransferSession } from "../../domain/session/session.js";
import { describe, isRecord } from "../../platform/describe.js";
import { idText, isBlank } from "./text.js";
import { readTime } from "./time.js";
import { guarded, type WireAgent, type WireRow } from "./wire-row.js";

/** A session, or the English sentence that says why the record is none. */
export type SessionReading =
  | { readonly session: TransferSession; readonly rejected?: undefined }
  | { readonly session?: undefined; readonly rejected: string };

type Building = { -readonly [Field in keyof TransferSession]: TransferSession[Field] };

/**
 * Reads one row of a list, whatever it is. Never throws.
 *
 * Aliases: `sessionId` for `id`, `state` for `status`, `agent` (text, or `{ id, name }`) for the agent fields; each
 * counts only where the field itself is absent. Absent is what is missing or null, and blank text where text is meant.
 * Ids may be whole numbers. A field that cannot be read is left out and told as an issue, so that it costs no other.
 * Fields that the contract does not name are ignored.
 *
 * It runs for every row of every first list, so it goes over the row once and names each field: a loop over a table of
 * fields costs several times as much. It keeps nothing between two rows, so a long list may be read in slices, with a
 * pause after any row. And it reads values, not text: a source that has the text can give it more digits than a number
 * holds, by putting a long id in as the text of its digits, and by keeping the spelling of `metadata` and
 * `providerData` beside the row object, whose values come out of here as the same objects.
 */
export function readSession(row: unknown): SessionReading {
  if (!isRecord(row)) return { rejected: `The record is ${describe(row)}, not an object.` };
  try {
    return readFields(row);
  } catch {
    // A getter threw; what the others give is read all the same.
    return readFields(guarded(row));
  }
}

/** @throws what a getter of the row throws. */
function readFields(row: WireRow): SessionReading {
  const ownId = row.id;
  const id = idText(ownId) ?? idText(row.sessionId);
  if (id === undefined) {
    return { rejected: isAbsent(ownId) ? "The record has no id." : `The record's id is ${describe(ownId)}.` };
  }
  const issues: FieldIssue[] = [];
  // Only where the id is that of `sessionId`.
  readId("id", ownId, issues);

  const { provider, channel, status } = row;
  const session: Building = {
    id,
    provider: readText("provider", provider, issues) ?? "",
    channel: readText("channel", isAbsent(channel) ? parseSessionId(id)?.channel : channel, issues) ?? "",
    status: readText("status", isAbsent(status) ? row.state : status, issues) ?? "",
  };

  const contactId = readId("contactId", row.contactId, issues);
  if (contactId !== undefined) session.contactId = contactId;

  let { agentName, agentId } = row;
  if (isAbsent(agentName) || isAbsent(agentId)) {
    const { agent } = row;
    const parts: WireAgent | undefined = isRecord(agent) ? agent : undefined;
    if (isAbsent(agentName)) agentName = parts ? parts.name : agent;
    if (isAbsent(agentId)) agentId = parts?.id;
  }
  const nameOfAgent = readText("agentName", agentName, issues);
  if (nameOfAgent !== undefined) session.agentName = nameOfAgent;
  const idOfAgent = readId("agentId", agentId, issues);
  if (idOfAgent !== undefined) session.agentId = idOfAgent;

  const queue = readText("queue", row.queue, issues);
  if (queue !== undefined) session.queue = queue;
  const providerSessionId = readId("providerSessionId", row.providerSessionId, issues);
  if (providerSessionId !== undefined) session.providerSessionId = providerSessionId;

  const createdAt = readMoment("createdAt", row.createdAt, issues);
  if (createdAt !== undefined) session.createdAt = createdAt;
  const updatedAt = readMoment("updatedAt", row.updatedAt, issues);
  if (updatedAt !== undefined) session.updatedAt = updatedAt;
  const endedAt = readMoment("endedAt", row.endedAt, issues);
  if (endedAt !== undefined) session.endedAt = endedAt;
  const ttlMinutes = readMinutes("ttlMinutes", row.ttlMinutes, issues);
  if (ttlMinutes !== undefined) session.ttlMinutes = ttlMinutes;

  const metadata = readJson("metadata", row.metadata, issues);
  if (metadata !== undefined) session.metadata = metadata;
  const providerData = readJson("providerData", row.providerData, issues);
  if (providerData !== undefined) session.providerData = providerData;

  if (issues.length > 0) session.issues = issues;
  return { session };
}

function readText(field: string, value: unknown, issues: FieldIssue[]): string | undefined {
  if (typeof value === "string") return isBlank(value) ? undefined : value;
  return isNothing(value) ? undefined : refuse(field, "text", value, issues);
}

function readId(field: string, value: unknown, issues: FieldIssue[]): string | undefined {
  const id = idText(value);
  return id !== undefined || isAbsent(value) ? id : refuse(field, "text", value, issues);
}

function readMoment(field: string, value: unknown, issues: FieldIssue[]): number | undefined {
  if (isNothing(value)) return undefined;
  return readTime(value) ?? refuse(field, "a time (ISO 8601 text or epoch milliseconds)", value, issues);
}

function readMinutes(field: string, value: unknown, issues: FieldIssue[]): number | undefined {
  if (isNothing(value)) return undefined;
  if (typeof value === "number" && value >= 0 && value < Infinity) return value;
  return refuse(field, "a number of minutes, 0 or more", value, issues);
}

/** Only the value itself is looked at, so that a large or circular tree costs nothing here; who shows it must cope. */
function readJson(field: string, value: unknown, issues: FieldIssue[]): unknown {
  if (isNothing(value)) return undefined;
  const isJson = typeof value !== "function" && typeof value !== "symbol";
  return isJson ? value : refuse(field, "a JSON value", value, issues);
}

function refuse(field: string, expected: string, value: unknown, issues: FieldIssue[]): undefined {
  issues.push({ field, code: "invalid", message: `${field} should be ${expected}, but is ${describe(value)}.` });
}

/** Says nothing where text is meant. */
function isAbsent(value: unknown): boolean {
  return typeof value === "string" ? isBlank(value) : isNothing(value);
}

function isNothing(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}
