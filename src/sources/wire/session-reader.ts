import { parseSessionId } from "../../domain/session/session-id.js";
import type { FieldIssue, TransferSession } from "../../domain/session/session.js";
import { describe, isRecord, take } from "./describe.js";
import { sessionSchema } from "./session-schema.js";
import { isBlank } from "./text.js";
import { readTime } from "./time.js";
import { readWellFormed } from "./well-formed.js";

/** A row, or the English sentence that says why it is none. */
export type SessionReading =
  | { readonly session: TransferSession; readonly rejected?: undefined }
  | { readonly session?: undefined; readonly rejected: string };

type Row = Readonly<Record<string, unknown>>;
type Fields = Record<string, unknown>;

const REQUIRED = ["provider", "channel", "status"] as const;

const FIELDS = [
  "contactId",
  "provider",
  "channel",
  "queue",
  "providerSessionId",
  "createdAt",
  "updatedAt",
  "endedAt",
  "ttlMinutes",
  "metadata",
  "providerData",
] as const;

const TIMES = ["createdAt", "updatedAt", "endedAt"] as const;

const TIME = "a time (ISO 8601 text or epoch milliseconds)";
const JSON_VALUE = "a JSON value";

/** What a field should have been, for the message; text where it is not named here. */
const EXPECTED: ReadonlyMap<string, string> = new Map([
  ...TIMES.map((field): [string, string] => [field, TIME]),
  ["ttlMinutes", "a number of minutes, 0 or more"],
  ["metadata", JSON_VALUE],
  ["providerData", JSON_VALUE],
]);

/**
 * Reads one row of a list, whatever it is. Never throws.
 *
 * Aliases: `sessionId` for `id`, `state` for `status`, `agent` (text, or `{ id, name }`) for the agent fields; each
 * counts only where the field itself is absent. Absent is what is missing or null, and blank text where text is meant.
 * Fields that the contract does not name are ignored.
 */
export function readSession(row: unknown): SessionReading {
  try {
    const session = readWellFormed(row);
    if (session) return { session };
    return isRecord(row) ? readOdd(row) : { rejected: `The record is ${describe(row)}, not an object.` };
  } catch {
    // Nothing known comes here; a list of thousands must not depend on that.
    return { rejected: "The record could not be read." };
  }
}

/** Reads a row field by field with the schema, so that a bad field costs no other. */
export function readOdd(row: Row): SessionReading {
  const own = take(row, "id");
  const id = isPresent(own) && typeof own === "string" ? own : take(row, "sessionId");
  if (typeof id !== "string" || isBlank(id)) {
    return { rejected: isPresent(own) ? `The record's id is ${describe(own)}.` : "The record has no id." };
  }

  const issues: FieldIssue[] = [];
  if (isPresent(own) && own !== id) issues.push(invalid("id", own));
  const fields = readFields(canonicalFields(row), issues);
  for (const field of TIMES) fields[field] = readTime(fields[field]);

  for (const field of REQUIRED) {
    if (isPresent(fields[field])) continue;
    if (!issues.some((issue) => issue.field === field)) {
      issues.push({ field, code: "missing", message: `${field} is missing.` });
    }
    fields[field] = (field === "channel" && parseSessionId(id)?.channel) || "";
  }

  const session: Fields = { id };
  for (const [field, value] of Object.entries(fields)) {
    if (value === undefined || value === null) continue;
    // Blank text says nothing where text is meant; as JSON it is a value like any other.
    if (EXPECTED.has(field) || isRequired(field) || isPresent(value)) session[field] = value;
  }
  if (issues.length > 0) session["issues"] = issues;
  return { session: session as unknown as TransferSession };
}

/** The row under its canonical names, in a fresh object without getters. */
function canonicalFields(row: Row): Fields {
  const fields: Fields = {};
  for (const field of FIELDS) fields[field] = take(row, field);
  fields["status"] = firstPresent(take(row, "status"), () => take(row, "state"));
  const agent = take(row, "agent");
  fields["agentName"] = firstPresent(take(row, "agentName"), () => (isRecord(agent) ? take(agent, "name") : agent));
  fields["agentId"] = firstPresent(take(row, "agentId"), () => (isRecord(agent) ? take(agent, "id") : undefined));
  return fields;
}

/** Passes the fields through the schema, leaving out those that it refuses and noting each as an issue. */
function readFields(fields: Fields, issues: FieldIssue[]): Fields {
  const schema = sessionSchema();
  const result = schema.safeParse(fields);
  if (result.success) return result.data;
  const refused = new Set(result.error.issues.map((issue) => String(issue.path[0])));
  for (const field of refused) {
    issues.push(invalid(field, fields[field]));
    delete fields[field];
  }
  // Every field is optional to the schema, so what it did not refuse passes.
  return schema.parse(fields);
}

function invalid(field: string, value: unknown): FieldIssue {
  const message = `${field} should be ${EXPECTED.get(field) ?? "text"}, but is ${describe(value)}.`;
  return { field, code: "invalid", message };
}

function firstPresent(value: unknown, alias: () => unknown): unknown {
  return isPresent(value) ? value : alias();
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null && !(typeof value === "string" && isBlank(value));
}

function isRequired(field: string): boolean {
  return (REQUIRED as readonly string[]).includes(field);
}
