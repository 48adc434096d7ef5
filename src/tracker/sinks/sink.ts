import type { InternalTransferPayload } from "../rules/payload.js";

/** The agent-assist SDK, or whatever else takes the events. */
export interface InternalTransferSink {
  internalTransfer(data: InternalTransferPayload): unknown;
}

export type SinkAnswer =
  | { readonly kind: "taken" }
  | { readonly kind: "refused"; readonly error: unknown }
  | { readonly kind: "later"; readonly settled: PromiseLike<unknown> };

/** What a sink of this package says of itself, so that a tracker can tell two ways to one server apart. */
export const SINK_KIND = Symbol.for("handoff-elements.sink-kind");

/** Whether the sink can take events now; an SDK may grow its method later. */
export function isUsable(sink: unknown): sink is InternalTransferSink {
  return typeof property(sink, "internalTransfer") === "function";
}

/** Hands one event over. Never throws. */
export function deliver(sink: InternalTransferSink, payload: InternalTransferPayload): SinkAnswer {
  try {
    const answer = sink.internalTransfer(payload);
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

/** Reads a property of a foreign object, whose getter may throw. */
export function property(object: unknown, key: PropertyKey): unknown {
  if ((typeof object !== "object" || object === null) && typeof object !== "function") return undefined;
  try {
    return (object as Record<PropertyKey, unknown>)[key];
  } catch {
    return undefined;
  }
}
