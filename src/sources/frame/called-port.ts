import { DataSourceError, failureOf } from "../data-source.js";
import { type Answered, type Offered, post, readHostMessage } from "./frame-message.js";

interface Pending {
  resolve(answer: Answered): void;
  reject(error: unknown): void;
}

/** The frame's end of a port: calls what the page at the other end serves. */
export class CalledPort {
  readonly #port: MessagePort;
  readonly #onOffer: (offered: Offered) => void;
  readonly #onChange: () => void;
  readonly #pending = new Map<number, Pending>();
  #next = 0;
  #ended = false;

  /**
   * @param onOffer may come again: the page has served something else, or anew.
   * @param onChange the page says that something changed.
   */
  constructor(port: MessagePort, onOffer: (offered: Offered) => void, onChange: () => void) {
    this.#port = port;
    this.#onOffer = onOffer;
    this.#onChange = onChange;
    port.addEventListener("message", ({ data }) => this.#hear(data));
    port.start();
    post(port, { type: "hello" });
  }

  subscribe(on: boolean): void {
    post(this.#port, { type: on ? "subscribe" : "unsubscribe" });
  }

  /** @throws DataSourceError by the fields of what was thrown there; `aborted`; `network` where nobody serves any more. */
  call(method: string, args: readonly unknown[], signal?: AbortSignal): Promise<Answered> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(aborted());
      if (this.#ended) return reject(gone());
      const id = this.#next++;
      const onAbort = () => {
        this.#pending.delete(id);
        post(this.#port, { type: "abort", id });
        reject(aborted());
      };
      const done = () => {
        this.#pending.delete(id);
        signal?.removeEventListener("abort", onAbort);
      };
      this.#pending.set(id, {
        resolve: (answer) => {
          done();
          resolve(answer);
        },
        reject: (error) => {
          done();
          reject(error);
        },
      });
      try {
        post(this.#port, { type: "call", id, method, args });
        signal?.addEventListener("abort", onAbort);
      } catch (cause) {
        done();
        reject(new DataSourceError("What is asked for cannot be sent to another page.", { kind: "invalid", cause }));
      }
    });
  }

  #hear(data: unknown): void {
    const message = readHostMessage(data);
    switch (message?.type) {
      case "offer":
        this.#ended = false;
        return this.#onOffer(message);
      case "change":
        return this.#onChange();
      case "answer":
        return this.#pending.get(message.id)?.resolve(message);
      case "failure": {
        const { message: text, ...failure } = failureOf(message.failure);
        return this.#pending.get(message.id)?.reject(new DataSourceError(text, failure));
      }
      case "end":
        this.#ended = true;
        // Those that arrived will be answered: what was done must not be taken for undone.
        for (const [id, call] of [...this.#pending]) if (id > message.last) call.reject(gone());
    }
  }
}

function aborted(): DataSourceError {
  return new DataSourceError("The request was given up.", { kind: "aborted" });
}

function gone(): DataSourceError {
  return new DataSourceError("The page around this one has stopped serving data.", { kind: "network" });
}
