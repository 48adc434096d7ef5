import type { ReactiveController, ReactiveElement } from "lit";
import { keepIfSame } from "../../platform/keep-if-same.js";

/**
 * The base of controllers that bind an element to something that changes. The element is subscribed to one thing at a
 * time, while it is in a document, and to another as soon as {@link wanted} says so.
 */
export abstract class BoundController<Binding extends object> implements ReactiveController {
  protected readonly host: ReactiveElement;
  #binding: Binding | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(host: ReactiveElement) {
    this.host = host;
  }

  /** What the element is or, while it is in no document, was bound to. */
  protected get binding(): Binding | undefined {
    return this.#binding;
  }

  /** What the element is to be bound to now, and all that the subscription depends on. */
  protected abstract wanted(): Binding;

  /**
   * Subscribes the element.
   *
   * @returns what ends the subscription; `undefined` where there is nothing to subscribe to.
   */
  protected abstract subscribe(binding: Binding, before: Binding | undefined): (() => void) | undefined;

  hostConnected(): void {
    this.bind();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  /** Looks again at what the element is to be bound to. */
  protected bind(): void {
    if (!this.host.isConnected) return;
    const before = this.#binding;
    const binding = keepIfSame(before, this.wanted());
    if (this.#unsubscribe && binding === before) return;
    this.#unsubscribe?.();
    // Before the subscription: what it tells at once is of the new one.
    this.#binding = binding;
    this.#unsubscribe = this.subscribe(binding, before);
  }
}
