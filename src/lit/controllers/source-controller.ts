import { ContextConsumer } from "@lit/context";
import type { ReactiveController, ReactiveElement } from "lit";
import type { TransferDataSource } from "../../sources/data-source.js";
import { keepContextRequests, sourceContext, type ProvidedSource } from "../context/source-context.js";
import { acceptDataSource } from "../properties/accept-data-source.js";

/**
 * Gives an element its data source: its own, or that of the nearest provider. It makes no store, and so makes nobody
 * poll for an element that shows no sessions.
 */
export class SourceController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #onChange: () => void;
  #own: TransferDataSource | undefined;
  #provided: ProvidedSource | undefined;

  /** @param onChange called before the element is updated for another source or other settings of the provider. */
  constructor(host: ReactiveElement, onChange: () => void = () => {}) {
    this.#host = host;
    this.#onChange = onChange;
    // Before the consumer asks: the first element of a page may come before its provider is defined.
    keepContextRequests(host.ownerDocument);
    // Before this controller, so that the provider has answered when the element is bound.
    host.addController(
      new ContextConsumer(host, {
        context: sourceContext,
        subscribe: true,
        callback: (provided) => {
          this.#provided = provided;
          this.#changed();
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

  /** What the provider above gives, if there is one. */
  get provided(): ProvidedSource | undefined {
    return this.#provided;
  }

  setOwn(value: unknown): void {
    this.#own = acceptDataSource(value, this.#own);
    this.#changed();
  }

  hostConnected(): void {
    keepContextRequests(this.#host.ownerDocument);
    this.#changed();
  }

  hostDisconnected(): void {
    // In its next place the element may have another provider, or none.
    this.#provided = undefined;
  }

  #changed(): void {
    this.#onChange();
    this.#host.requestUpdate();
  }
}
