import { frameSink } from "../sources/frame/frame-sink.js";
import type { EmbedConfig } from "./embed-config.js";
import { askHost } from "./host-port.js";
import type { Place } from "./place.js";

const CALLS = ["agentJoined", "agentLeft", "conversationDropped", "conversationEnded"] as const;

/**
 * The tracker of the conversation that the address names (`?conversation=`). Its SDK is at the other end of a port. Who
 * joins and leaves is said by a person at its controls, or by the page around in messages,
 * `{ type: "handoff-elements", call: "agentJoined", args: [{ identity, name }] }`.
 */
export function embeddedTracker({ origins = [] }: EmbedConfig, { document, view }: Place): Element {
  const tracker = document.createElement("agent-transfer-tracker");
  const conversation = new URL(view.location.href).searchParams.get("conversation");
  if (conversation) tracker.conversationId = conversation;
  tracker.controls = true;
  const ports = askHost("sdk", origins, view);
  for (const port of ports) {
    const sink = frameSink(port);
    if (ports.length === 1) tracker.sdk = sink;
    // Of several one arrives, and its SDK is the one that comes up.
    else sink.on("ON_SOCKET_CONNECTION", () => (tracker.sdk = sink));
  }
  view.addEventListener("message", ({ data, source, origin }) => {
    if (source !== view.parent || !origins.includes(origin)) return;
    const { type, call, args } = Object(data) as { type?: unknown; call?: unknown; args?: unknown };
    const name = type === "handoff-elements" && CALLS.find((known) => known === call);
    if (name && Array.isArray(args)) (tracker[name] as (...given: unknown[]) => unknown)(...args.slice(0, 2));
  });
  return tracker;
}
