import { property } from "../../platform/property.js";
import { isRecord, UNREADABLE } from "../../platform/describe.js";
import { sameValue } from "./wire-value.js";

/** A row by the names that it is read by, aliases too. */
export interface WireRow {
  readonly id?: unknown;
  readonly sessionId?: unknown;
  readonly contactId?: unknown;
  readonly agentName?: unknown;
  readonly agentId?: unknown;
  readonly agent?: unknown;
  readonly provider?: unknown;
  readonly channel?: unknown;
  readonly status?: unknown;
  readonly state?: unknown;
  readonly queue?: unknown;
  readonly providerSessionId?: unknown;
  readonly createdAt?: unknown;
  readonly updatedAt?: unknown;
  readonly endedAt?: unknown;
  readonly ttlMinutes?: unknown;
  readonly metadata?: unknown;
  readonly providerData?: unknown;
}

/** `agent`, where it is no text. */
export interface WireAgent {
  readonly id?: unknown;
  readonly name?: unknown;
}

/**
 * Whether two rows read the same; what changes most comes first. Spelled out, and no loop over the names: each poll
 * asks it of every row, and so it costs a third.
 */
export function sameRow(a: WireRow, b: WireRow): boolean {
  return (
    sameField(a.updatedAt, b.updatedAt) &&
    sameField(a.status, b.status) &&
    sameField(a.state, b.state) &&
    sameField(a.id, b.id) &&
    sameField(a.sessionId, b.sessionId) &&
    sameField(a.contactId, b.contactId) &&
    sameField(a.agentName, b.agentName) &&
    sameField(a.agentId, b.agentId) &&
    sameField(a.agent, b.agent) &&
    sameField(a.provider, b.provider) &&
    sameField(a.channel, b.channel) &&
    sameField(a.queue, b.queue) &&
    sameField(a.providerSessionId, b.providerSessionId) &&
    sameField(a.createdAt, b.createdAt) &&
    sameField(a.endedAt, b.endedAt) &&
    sameField(a.ttlMinutes, b.ttlMinutes) &&
    sameField(a.metadata, b.metadata) &&
    sameField(a.providerData, b.providerData)
  );
}

function sameField(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === "object" && sameValue(a, b));
}

/** A row of which nothing that is read throws: {@link UNREADABLE} stands for what a getter would have given. */
export function guarded(row: WireRow): WireRow {
  return new Proxy<WireRow>(
    {},
    {
      get(_, name) {
        const value = property(row, name, UNREADABLE);
        return name === "agent" && isRecord(value) ? guarded(value) : value;
      },
    },
  );
}
