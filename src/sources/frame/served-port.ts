import { property } from "../../platform/property.js";
import { DataSourceError, failureOf } from "../data-source.js";
import {
  type Answered,
  type FrameMessage,
  type HostMessage,
  type Offered,
  post,
  readFrameMessage,
} from "./frame-message.js";

type Call = Extract<FrameMessage, { type: "call" }>;

/** What is served at the page's end of a port. */
export interface Service {
  /** What can be called; asked with each call. */
  methods(): readonly string[];
  /** What else a frame is told, each time that it says hello. */
  offer(): Omit<Offered, "methods">;
  /** Does what is called. @throws what goes to the frame by its fields. */
  run(method: string, args: readonly unknown[], signal: AbortSignal): unknown;
  /** The answer as it is sent; `plain`: without what no port takes. What it throws, too, goes to the frame. */
  pack(value: unknown, method: string, plain: boolean): Answered;
  /** The frame wants to know of changes. @returns what ends that. */
  subscribe?(onChange: () => void): () => void;
  /** Nothing is served any more. */
  leave?(): void;
}

/**
 * Serves at a port until told to stop, or until the other end is closed, where the browser tells of that.
 *
 * @returns what stops it: calls that have arrived are still answered.
 */
export function serveAt(port: MessagePort, service: Service): () => void {
  const calls = new Map<number, AbortController>();
  let last = -1;
  let unsubscribe: (() => void) | undefined;
  let isServing = true;

  const say = (message: HostMessage) => post(port, message);
  const sayOffer = () => say({ type: "offer", methods: service.methods(), ...service.offer() });

  const answer = async ({ id, method, args }: Call) => {
    const controller = new AbortController();
    calls.set(id, controller);
    last = Math.max(last, id);
    try {
      if (!service.methods().includes(method)) {
        throw new DataSourceError(`"${method}" is not offered here.`, { kind: "invalid" });
      }
      const value = await service.run(method, args, controller.signal);
      if (controller.signal.aborted) return;
      try {
        say({ type: "answer", id, ...service.pack(value, method, false) });
      } catch {
        // A function or the like is in it.
        say({ type: "answer", id, ...service.pack(value, method, true) });
      }
    } catch (error) {
      if (!controller.signal.aborted) say({ type: "failure", id, failure: failureOf(error) });
    } finally {
      calls.delete(id);
    }
  };

  const hear = ({ data }: MessageEvent) => {
    const message = readFrameMessage(data);
    switch (message?.type) {
      case "hello":
        return sayOffer();
      case "call":
        return void answer(message);
      case "abort":
        return calls.get(message.id)?.abort();
      case "subscribe":
        unsubscribe ??= service.subscribe?.(() => say({ type: "change" }));
        return;
      case "unsubscribe":
        unsubscribe?.();
        unsubscribe = undefined;
    }
  };

  const leave = () => {
    if (!isServing) return false;
    isServing = false;
    port.removeEventListener("message", hear);
    port.removeEventListener("close", close);
    unsubscribe?.();
    service.leave?.();
    return true;
  };
  const close = () => {
    if (!leave()) return;
    for (const call of calls.values()) call.abort();
  };

  port.addEventListener("message", hear);
  port.addEventListener("close", close);
  port.start();
  // For a frame that said hello to whoever served here before.
  sayOffer();
  return () => void (leave() && say({ type: "end", last }));
}

/** Which of these an object has as methods now. */
export function methodsOf(object: unknown, names: readonly string[]): string[] {
  return names.filter((name) => typeof property(object, name) === "function");
}
