import type { FieldIssue, TransferSession } from "../../../src/domain/session/session.js";
import { readSession } from "../../../src/sources/wire/session-reader.js";

/** A record in which every field is right. */
export const ROW = {
  id: "agent_transfer:u-1:conv:88:chat",
  contactId: "c-1",
  agentName: "Billing bot",
  agentId: "bot-7",
  provider: "genesys",
  channel: "chat",
  status: "queued",
  queue: "Billing",
  providerSessionId: "g-1",
  createdAt: "2026-03-01T12:00:00Z",
  updatedAt: 1772366460000,
  endedAt: null,
  ttlMinutes: 0,
  metadata: { a: [1, { b: null }] },
  providerData: "text is JSON too",
};

const { endedAt: _none, createdAt: _created, updatedAt: _updated, ...same } = ROW;
export const SESSION: TransferSession = { ...same, createdAt: 1772366400000, updatedAt: 1772366460000 };

/** The session that a record is read as, which must be one. */
export function sessionOf(row: unknown): TransferSession {
  const { session, rejected } = readSession(row);
  if (!session) throw new Error(`rejected: ${rejected}`);
  return session;
}

export function refuse(): never {
  throw new Error("no");
}

/** What is wrong with it, each as field and code. */
export function codesOf(session: TransferSession): string[] {
  return (session.issues ?? []).map((issue: FieldIssue) => `${issue.field} ${issue.code}`);
}
