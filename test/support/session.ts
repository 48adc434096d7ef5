import type { TransferSession } from "../../src/domain/session/session.js";

/** A session with what each one has, and what a test wants of it. */
export const session = (fields: Partial<TransferSession> = {}): TransferSession => ({
  id: "s",
  provider: "genesys",
  channel: "chat",
  status: "active",
  ...fields,
});
