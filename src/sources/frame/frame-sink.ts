import { property } from "../../platform/property.js";
import { CalledPort } from "./called-port.js";
import type { Offered } from "./frame-message.js";

const CONNECTION_EVENT = "ON_SOCKET_CONNECTION";

/** What a tracker in a frame takes for its SDK, and for the connection of that. */
export interface FrameSink {
  /** Whether the SDK takes more than the guide's payload; known once the page has answered. */
  readonly extras: boolean;
  internalTransfer(...data: unknown[]): Promise<void>;
  /** This and the next are missing once the page has said that its SDK has none. */
  readonly triggerSummary: ((...data: unknown[]) => Promise<void>) | undefined;
  readonly endOfConversation: ((...data: unknown[]) => Promise<void>) | undefined;
  on(name: string, callback: () => void): void;
  off(name: string, callback: () => void): void;
}

/**
 * The SDK that the page around this frame serves at the other end of a port, with `serveSink`. It says
 * `ON_SOCKET_CONNECTION` when the SDK's own connection has been up there, and each time that it comes up.
 *
 * @param port a `MessagePort` that carries nothing else; it is started.
 * @throws TypeError where the port is none.
 */
export function frameSink(port: MessagePort): FrameSink {
  if (typeof property(port, "postMessage") !== "function") throw new TypeError("frameSink: the port is none.");
  const hearers = new Set<() => void>();
  let offer: Offered | undefined;
  let isConnected = false;
  const hear = () => {
    isConnected = true;
    for (const hearer of [...hearers]) hearer();
  };
  const called: CalledPort = new CalledPort(
    port,
    (offered) => {
      offer = offered;
      called.subscribe(true);
      if (offered.connected && !isConnected) hear();
    },
    hear,
  );
  const take =
    (method: string) =>
    async (...data: unknown[]): Promise<void> => {
      await called.call(method, data);
    };
  const triggerSummary = take("triggerSummary");
  const endOfConversation = take("endOfConversation");
  const has = (method: string) => offer?.methods.includes(method) ?? true;
  return {
    get extras() {
      return offer?.extras === true;
    },
    internalTransfer: take("internalTransfer"),
    get triggerSummary() {
      return has("triggerSummary") ? triggerSummary : undefined;
    },
    get endOfConversation() {
      return has("endOfConversation") ? endOfConversation : undefined;
    },
    on(name, callback) {
      if (name !== CONNECTION_EVENT) return;
      hearers.add(callback);
      if (isConnected) callback();
    },
    off: (_name, callback) => void hearers.delete(callback),
  };
}
