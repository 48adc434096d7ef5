import { ContextConsumer } from "@lit/context";
import type { ReactiveController, ReactiveElement } from "lit";
import { acceptDataSource } from "../properties/accept-data-source.js";
import { keepContextRequests, sourceContext, type ProvidedSource } from "../context/source-context.js";
import type { TransferDataSource } from "../../sources/data-source.js";

/**
 * Gives an element its data source, its own or that of the nearest provider, without a store: for an element that shows
 * no sessions, and so shall make nobody poll.
 */
export class SourceController implements ReactiveController {
  readonly #host: ReactiveElement;
  #own: TransferDataSource | undefined;
  #provided: ProvidedSource | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
    // Before the consumer asks: the first element of a page may come before its provider is defined.
    keepContextRequests(host.ownerDocument);
    host.addController(
      new ContextConsumer(host, {
        context: sourceContext,
        subscribe: true,
        callback: (provided) => {
          this.#provided = provided;
          host.requestUpdate();
        },
      }),
    );
    host.addController(this);
  }

  /** The source that counts. */
  get current(): TransferDataSource | undefined {
    return this.#own ?? this.#provided?.dataSource;
  }

  get own(): TransferDataSource | undefined {
    return this.#own;
  }

  get provided(): ProvidedSource | undefined {
    return this.#provided;
  }

  setOwn(value: unknown): void {
    this.#own = acceptDataSource(value, this.#own);
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    keepContextRequests(this.#host.ownerDocument);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    // In its next place the element may have another provider, or none.
    this.#provided = undefined;
  }
}
