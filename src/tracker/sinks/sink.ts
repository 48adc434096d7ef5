import { property } from "../../platform/property.js";
import type { ConversationEnd, CustomFields, OutboxMessage, SummaryRequest } from "../rules/message.js";
import type { InternalTransferPayload } from "../rules/payload.js";

/** The agent-assist SDK, or whatever else takes the events. */
export interface InternalTransferSink {
  /** Whether `internalTransfer` takes more than the guide's payload. */
  readonly extras?: boolean;
  internalTransfer(data: InternalTransferPayload, extras?: { readonly customFields: CustomFields }): unknown;
  /** Asks for the summary of a conversation after its last exit. */
  triggerSummary?(data: SummaryRequest): unknown;
  /** The very last of a conversation. */
  endOfConversation?(data: ConversationEnd): unknown;
}

type SinkAnswer =
  | { readonly kind: "taken" }
  | { readonly kind: "refused"; readonly error: unknown }
  | { readonly kind: "later"; readonly settled: PromiseLike<unknown> }
  | { readonly kind: "missing"; readonly method: string };

const METHODS = { transfer: "internalTransfer", summary: "triggerSummary", end: "endOfConversation" } as const;

/** Marks a sink of this package, so that a tracker notices two ways to one server. */
export const SINK_KIND = Symbol.for("handoff-elements.sink-kind");

/** Whether the sink can take events now; an SDK may grow its method later. */
export function isUsable(sink: unknown): sink is InternalTransferSink {
  return typeof property(sink, METHODS.transfer) === "function";
}

/** Hands one event over: copies of what is kept, since a sink may alter them. Never throws. */
export function deliver(sink: InternalTransferSink, message: OutboxMessage): SinkAnswer {
  const method = METHODS[message.kind];
  if (typeof property(sink, method) !== "function") return { kind: "missing", method };
  const { payload } = message;
  const fields = message.kind === "transfer" && property(sink, "extras") === true ? message.customFields : undefined;
  try {
    // As JSON: a sandbox of the host's may wrap objects, and nothing wrapped can be cloned otherwise.
    const taken = JSON.parse(JSON.stringify(fields ? [payload, { customFields: fields }] : [payload])) as unknown[];
    const answer: unknown = Reflect.apply(sink[method]!, sink, taken);
    if (typeof property(answer, "then") !== "function") return { kind: "taken" };
    return { kind: "later", settled: answer as PromiseLike<unknown> };
  } catch (error) {
    return { kind: "refused", error };
  }
}

/** `hooks` for the server twin, `sdk` for everything else. */
export function sinkKind(sink: unknown): "sdk" | "hooks" {
  return property(sink, SINK_KIND) === "hooks" ? "hooks" : "sdk";
}
