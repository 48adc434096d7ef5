interface Payload {
  readonly transfertype?: unknown;
  readonly transition?: unknown;
  readonly participant?: { readonly identity?: unknown; readonly name?: unknown; readonly type?: unknown };
}

/**
 * Behaves as the guide describes an agent-assist SDK: it says ON_SOCKET_CONNECTION whenever its socket comes up, takes
 * internal transfers, and says what is wrong with them.
 */
export class StandInSdk {
  up = false;
  readonly #listeners = new Set<(data: unknown) => void>();
  readonly #pass: (json: string, complaint: string | undefined) => void;

  /** @param pass takes what the SDK sends on to its server. */
  constructor(pass: (json: string, complaint: string | undefined) => void) {
    this.#pass = pass;
  }

  on(name: string, listener: (data: unknown) => void): void {
    if (name === "ON_SOCKET_CONNECTION") this.#listeners.add(listener);
  }

  off(_name: string, listener: (data: unknown) => void): void {
    this.#listeners.delete(listener);
  }

  internalTransfer(data: Payload): void {
    this.#pass(JSON.stringify(data), this.#complaint(data));
  }

  /** The socket comes up, again or for the first time; either way the SDK says so. */
  connect(): void {
    this.up = true;
    for (const listener of this.#listeners) listener({});
  }

  disconnect(): void {
    this.up = false;
  }

  #complaint({ transfertype, transition, participant }: Payload): string | undefined {
    if (transition === "entry" && !this.up) return "An entry came before ON_SOCKET_CONNECTION.";
    if (transition !== "entry" && transition !== "exit") return "transition must be entry or exit.";
    if (!["NA", "cold", "warm", "redial"].includes(String(transfertype))) return "transfertype is not known.";
    if (typeof participant?.identity !== "string" || participant.type !== "agent") return "participant is no agent.";
    return undefined;
  }
}
