import { internalTransferPayload, type InternalTransferPayload } from "./payload.js";

/** What may follow the last exit: the request for a summary, and the end of the conversation. */
export type ClosingStep = "summary" | "end";

export const CLOSING_STEPS: readonly ClosingStep[] = ["summary", "end"];

/** What a server may want to know of an agent beside the guide's fields, such as `queueId`. */
export type CustomFields = Readonly<Record<string, string | number | boolean>>;

/** Whether a value can be one of an agent's own fields. */
export function isField(value: unknown): boolean {
  return ["string", "number", "boolean"].includes(typeof value);
}

/** What a sink's `triggerSummary` takes. */
export interface SummaryRequest {
  readonly language?: string;
}

/** What a sink's `endOfConversation` takes. */
export interface ConversationEnd {
  /** `agent_initiated`, or what the host said. */
  readonly reason: string;
  /** Who left last; absent where nobody was known. */
  readonly participant?: InternalTransferPayload["participant"];
}

/** One thing that the SDK has to be told: which method, and what it takes. */
export type OutboxMessage =
  | { readonly kind: "transfer"; readonly payload: InternalTransferPayload; readonly customFields?: CustomFields }
  | { readonly kind: "summary"; readonly payload: SummaryRequest }
  | { readonly kind: "end"; readonly payload: ConversationEnd };

/** The same, frozen, to keep and to show. A sink gets a copy. */
export function keptMessage<T extends OutboxMessage>(message: T): T {
  const { payload } = message;
  if ("participant" in payload) Object.freeze(payload.participant);
  Object.freeze(payload);
  return message;
}

export function isEntry<T extends OutboxMessage>(message: T): message is Extract<T, { kind: "transfer" }> {
  return message.kind === "transfer" && message.payload.transition === "entry";
}

/** An exit said twice does no harm; an entry said twice opens a second segment, so it is said as a redial. */
export function repeated<T extends OutboxMessage>(message: T): T {
  if (message.kind !== "transfer" || message.payload.transition === "exit") return message;
  return keptMessage({ ...message, payload: internalTransferPayload("redial", "entry", message.payload.participant) });
}
