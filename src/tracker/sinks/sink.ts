import { property } from "../../platform/property.js";
import type { InternalTransferPayload } from "../rules/payload.js";

/** The agent-assist SDK, or whatever else takes the events. */
export interface InternalTransferSink {
  internalTransfer(data: InternalTransferPayload): unknown;
}

type SinkAnswer =
  | { readonly kind: "taken" }
  | { readonly kind: "refused"; readonly error: unknown }
  | { readonly kind: "later"; readonly settled: PromiseLike<unknown> };

/** Marks a sink of this package, so that a tracker notices two ways to one server. */
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
