import type { TransferConnection, TransferSdk } from "../../domain/transfer/sdk.js";
import { property } from "../../platform/property.js";
import { DataSourceError } from "../data-source.js";
import { methodsOf, serveAt } from "./served-port.js";

const CONNECTION_EVENT = "ON_SOCKET_CONNECTION";
const MORE_METHODS = ["triggerSummary", "endOfConversation"] as const;

export interface ServeSinkOptions {
  /** What says `ON_SOCKET_CONNECTION`; default the SDK itself. */
  readonly connection?: TransferConnection;
  /** True where the connection has been up before: what was said by then was not heard here. */
  readonly connected?: boolean;
}

/** Connections that have been up: a frame that comes later must know. */
const heardOf = new WeakSet<object>();

/**
 * Serves an agent-assist SDK to a tracker in a frame: see `frameSink`. Each event arrives once, in order, and its promise
 * there settles as the SDK's does here.
 *
 * @param port a `MessagePort` that carries nothing else; it is started.
 * @returns what stops it: events that have arrived are still handed over, and answered.
 * @throws TypeError where the SDK is no object, or the port is none.
 */
export function serveSink(
  sdk: TransferSdk,
  port: MessagePort,
  { connection = sdk, connected = false }: ServeSinkOptions = {},
): () => void {
  if (typeof sdk !== "object" || sdk === null) throw new TypeError("serveSink: the SDK is no object.");
  if (typeof property(port, "start") !== "function") throw new TypeError("serveSink: the port is none.");
  if (connected) heardOf.add(connection);
  let onUp: (() => void) | undefined;
  let isKnown = false;
  // From now on, not only once a frame asks: it may come up in between.
  const stopListening = listen(connection, () => {
    heardOf.add(connection);
    onUp?.();
  });
  return serveAt(port, {
    // internalTransfer may come with the connection.
    methods: () => ["internalTransfer", ...methodsOf(sdk, MORE_METHODS)],
    offer() {
      isKnown = heardOf.has(connection);
      return { ...(property(sdk, "extras") === true && { extras: true }), connected: isKnown };
    },
    run(method, args) {
      const take: unknown = property(sdk, method);
      if (methodsOf(sdk, [method]).length === 0) {
        throw new DataSourceError(`The SDK has no ${method}.`, { kind: "invalid" });
      }
      return Reflect.apply(take as (...data: unknown[]) => unknown, sdk, args);
    },
    // What the SDK answers means nothing to a tracker but that it did.
    pack: () => ({}),
    subscribe(onChange) {
      onUp = onChange;
      if (heardOf.has(connection) && !isKnown) onChange();
      return () => {
        onUp = undefined;
      };
    },
    leave: stopListening,
  });
}

/** @returns what ends it, as far as the emitter has a way to. */
function listen(emitter: object, hear: () => void): () => void {
  let isListening = true;
  const callback = () => isListening && hear();
  const call = (name: string): boolean => {
    const method: unknown = property(emitter, name);
    if (typeof method !== "function") return false;
    try {
      Reflect.apply(method as (...data: unknown[]) => unknown, emitter, [CONNECTION_EVENT, callback]);
      return true;
    } catch {
      return false;
    }
  };
  call("on");
  return () => {
    isListening = false;
    if (!call("off")) call("removeListener");
  };
}
