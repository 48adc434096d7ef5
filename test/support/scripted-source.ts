import type { ListRequest, TransferDataSource } from "../../src/sources/data-source.js";
import type { TransferSession } from "../../src/domain/session/session.js";
import { NOON } from "./fake-environment.js";

/** One request to a {@link ScriptedSource}, to be answered by the test. */
export interface PendingList {
  readonly request: ListRequest;
  answer(value: unknown): void;
  fail(error: unknown): void;
}

/** A data source whose answers a test gives by hand, or ahead as a standing answer. */
export class ScriptedSource implements TransferDataSource {
  readonly requests: PendingList[] = [];
  readonly ends: { session: TransferSession; resolve(): void; reject(error: unknown): void; signal: AbortSignal }[] =
    [];
  /** What every request gets at once; `undefined` leaves them open. A function is called for each. */
  standing: unknown;

  constructor(standing?: unknown) {
    this.standing = standing;
  }

  list = (request: ListRequest): Promise<never> =>
    new Promise((resolve, reject) => {
      const pending: PendingList = { request, answer: (value) => resolve(value as never), fail: reject };
      this.requests.push(pending);
      if (this.standing === undefined) return;
      try {
        pending.answer(typeof this.standing === "function" ? this.standing(request) : this.standing);
      } catch (error) {
        pending.fail(error);
      }
    });

  end = (session: TransferSession, { signal }: { signal: AbortSignal }): Promise<void> =>
    new Promise((resolve, reject) => {
      this.ends.push({ session, resolve, reject, signal });
    });

  get last(): PendingList {
    const last = this.requests.at(-1);
    if (!last) throw new Error("Nothing was asked.");
    return last;
  }
}

/** A well-formed wire row. */
export function wireRow(id: string, fields: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id,
    contactId: `contact-${id}`,
    agentName: "Billing Assistant",
    provider: "genesys",
    channel: "chat",
    status: "queued",
    queue: "General",
    createdAt: NOON - 120_000,
    updatedAt: NOON - 60_000,
    ...fields,
  };
}
