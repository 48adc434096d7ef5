import { expiryOf } from "../../domain/session/lifecycle.js";
import { parseSessionId } from "../../domain/session/session-id.js";
import { iso } from "./record.js";
import type { ListedRow, RuledSession } from "./listed-row.js";

type Fields = Readonly<Record<string, unknown>>;

/**
 * A row that the host gave. It is listed exactly as it came, whatever it is, and does not move by itself; it can be
 * ended, and it expires like any other, except where its time was up when it was given: then it was meant to be seen.
 */
export class GivenRow implements ListedRow {
  readonly expires: boolean;
  revision = 0;
  checkAt: number | undefined;
  session: RuledSession | undefined;
  wire: unknown;

  /** @param now epoch milliseconds. */
  constructor(wire: unknown, now: number) {
    this.wire = wire;
    this.session = readRuled(wire);
    const expiry = this.session && expiryOf(this.session);
    this.expires = expiry === undefined || expiry > now;
  }

  end(at: number): void {
    if (!this.session) return;
    const fields = this.wire as Fields;
    const spelled = Object.hasOwn(fields, "state") && !Object.hasOwn(fields, "status") ? "state" : "status";
    this.wire = { ...fields, [spelled]: "ended", updatedAt: iso(at), endedAt: iso(at) };
    this.session = { ...this.session, status: "ended", updatedAt: at, endedAt: at };
  }
}

/** Reads what the rules need, by the names and aliases that a wire row may use. */
function readRuled(wire: unknown): RuledSession | undefined {
  if (typeof wire !== "object" || wire === null || Array.isArray(wire)) return undefined;
  const fields = wire as Fields;
  const id = text(fields.id) ?? text(fields.sessionId);
  if (!id) return undefined;
  const createdAt = time(fields.createdAt);
  const updatedAt = time(fields.updatedAt);
  const { ttlMinutes } = fields;
  return {
    id,
    provider: text(fields.provider) ?? "",
    channel: text(fields.channel) ?? parseSessionId(id)?.channel ?? "",
    status: text(fields.status) ?? text(fields.state) ?? "",
    ...(createdAt === undefined ? {} : { createdAt }),
    ...(updatedAt === undefined ? {} : { updatedAt }),
    ...(typeof ttlMinutes === "number" && ttlMinutes >= 0 ? { ttlMinutes } : {}),
  };
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** Epoch milliseconds of ISO 8601 text or of a number that is that already. */
function time(value: unknown): number | undefined {
  const read = typeof value === "string" ? Date.parse(value) : value;
  return typeof read === "number" && Number.isFinite(read) ? read : undefined;
}
