import { property } from "../../platform/property.js";
import { reasonOf } from "../../platform/reason-of.js";

/** The event by which the SDK says that entries may come. It may repeat on every reconnect. */
export const CONNECTION_EVENT = "ON_SOCKET_CONNECTION";

/** An emitter as SDKs have it. `off` and `removeListener` may both be missing. */
export interface ConnectionEmitter {
  on(name: string, callback: (...data: unknown[]) => void): unknown;
  off?(name: string, callback: (...data: unknown[]) => void): unknown;
  removeListener?(name: string, callback: (...data: unknown[]) => void): unknown;
}

interface Relay {
  readonly hearers: Set<() => void>;
  readonly callback: () => void;
}

/** One listener per emitter: one that cannot remove a listener would collect them. */
const relays = new WeakMap<object, Relay>();

export function isEmitter(value: unknown): value is ConnectionEmitter {
  return typeof property(value, "on") === "function";
}

/**
 * Listens for the connection, synchronously from now on, even to an emitter that fires within `on`.
 *
 * @returns what ends it. From then on nothing is heard, whatever the emitter still calls.
 */
export function listen(
  emitter: ConnectionEmitter,
  onConnected: () => void,
  warn: (message: string) => void,
): () => void {
  const known = relays.get(emitter);
  const relay = known ?? makeRelay();
  const hearer = () => onConnected();
  relay.hearers.add(hearer);
  if (!known) {
    relays.set(emitter, relay);
    // Called at once; that it throws, or gives a promise that rejects, comes out the same way.
    new Promise((done) => done(emitter.on(CONNECTION_EVENT, relay.callback))).catch((error: unknown) => {
      relays.delete(emitter);
      warn(`could not listen to the connection: ${reasonOf(error)}`);
    });
  }
  return () => {
    if (!relay.hearers.delete(hearer) || relay.hearers.size > 0) return;
    if (forget(emitter, relay.callback)) relays.delete(emitter);
  };
}

function makeRelay(): Relay {
  const hearers = new Set<() => void>();
  const callback = () => {
    for (const hearer of [...hearers]) hearer();
  };
  return { hearers, callback };
}

/** @returns whether the emitter has a way to remove a listener. Whether it then does so cannot be seen. */
function forget(emitter: ConnectionEmitter, callback: () => void): boolean {
  for (const method of ["off", "removeListener"] as const) {
    if (typeof property(emitter, method) !== "function") continue;
    try {
      emitter[method]!(CONNECTION_EVENT, callback);
      return true;
    } catch {
      // The other one may work.
    }
  }
  return false;
}
