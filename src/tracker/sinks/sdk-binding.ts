import { isEmitter, listen, type ConnectionEmitter } from "./connection.js";
import { isUsable, sinkKind } from "./sink.js";

/**
 * What became of the SDK. `fresh`: its connection spoke, or there is a new sink, so what was given up may be tried
 * again. `connection`: it is up or down now.
 */
export type SdkChange = "fresh" | "connection";

/** The connections that are up, as far as any conversation of this document knows: one socket may serve several. */
const knownUp = new WeakSet<object>();

/** The SDK of one conversation: where events go, and what says that entries may go. */
export class SdkBinding {
  readonly #warn: (message: string) => void;
  readonly #onChange: (change: SdkChange) => void;
  #sink: unknown;
  #connection: ConnectionEmitter | undefined;
  /** While there is nothing to do the SDK is not kept alive, only recognised if it comes back. */
  #lastConnection: WeakRef<object> | undefined;
  #stop: (() => void) | undefined;
  #connected = false;
  #resting = false;
  readonly #kinds = new Set<"sdk" | "hooks">();

  constructor(warn: (message: string) => void, onChange: (change: SdkChange) => void) {
    this.#warn = warn;
    this.#onChange = onChange;
  }

  get sink(): unknown {
    return this.#sink;
  }

  get connected(): boolean {
    return this.#connected;
  }

  /** `bindConnection` sets the connection that belongs to the sink, before anything is sent to it. */
  setSink(sink: unknown, bindConnection: () => void): void {
    const changed = sink !== this.#sink;
    this.#sink = sink;
    bindConnection();
    if (!changed) return;
    if (isUsable(sink)) this.#kinds.add(sinkKind(sink));
    this.#warnOfBoth();
    this.#onChange("fresh");
  }

  /**
   * Listens from now on, synchronously. Another connection starts unconnected, unless it is known to be up; the first
   * keeps what a host said.
   */
  setConnection(connection: unknown): void {
    const emitter = isEmitter(connection) ? connection : undefined;
    if (emitter === this.#connection) return;
    this.#stop?.();
    this.#stop = undefined;
    const before = this.#connection ?? this.#lastConnection?.deref();
    this.#connection = emitter;
    if (emitter) this.#lastConnection = new WeakRef(emitter);
    const isOther = before !== undefined && before !== emitter;
    this.setConnected((this.#connected && !isOther) || (emitter !== undefined && knownUp.has(emitter)));
    if (emitter && !this.#resting) this.#listen(emitter);
    // An SDK that is only the connection may tell the server too.
    if (emitter && isUsable(emitter)) this.#kinds.add(sinkKind(emitter));
    this.#warnOfBoth();
  }

  setConnected(connected: boolean): void {
    if (this.#connection && connected) knownUp.add(this.#connection);
    else if (this.#connection) knownUp.delete(this.#connection);
    if (connected === this.#connected) return;
    this.#connected = connected;
    this.#onChange(connected ? "fresh" : "connection");
  }

  /** Lets the SDK go until {@link resume} or a new one. */
  rest(): void {
    this.#resting = true;
    this.#stop?.();
    this.#stop = undefined;
    this.#connection = undefined;
    this.#sink = undefined;
  }

  resume(): void {
    this.#resting = false;
    if (this.#connection && !this.#stop) this.#listen(this.#connection);
  }

  #listen(emitter: ConnectionEmitter): void {
    let heard = true;
    // Set first: an emitter may fire within `on`.
    this.#stop = () => (heard = false);
    const stop = listen(emitter, () => heard && this.#heard(), this.#warn);
    this.#stop = () => {
      heard = false;
      stop();
    };
  }

  #heard(): void {
    this.#connected = true;
    if (this.#connection) knownUp.add(this.#connection);
    this.#onChange("fresh");
  }

  #warnOfBoth(): void {
    if (this.#kinds.size < 2) return;
    this.#warn("SDK and hooks both tell the server, twice.");
  }
}
