import type { ChildPart } from "lit";
import { AsyncDirective, directive, type DirectiveResult } from "lit/async-directive.js";
import { environmentIn } from "../../platform/browser-environment.js";
import type { Environment } from "../../platform/environment.js";
import { written } from "../written.js";
import { tickerFor } from "./ticker.js";

/** A value that changes as time passes. It is written to the page only when its `key` changes. */
export interface LiveValue {
  readonly key: string;
  /** Text, or a template. */
  readonly content: unknown;
}

const shown = (content: unknown): unknown => (typeof content === "string" ? written(content) : content);

class LiveDirective extends AsyncDirective {
  #environment: Environment | undefined;
  /** The element that shows it. */
  #host: Node | undefined;
  #read: (() => LiveValue) | undefined;
  #key: string | undefined;
  #unsubscribe: (() => void) | undefined;

  render(_environment: Environment, read: () => LiveValue): unknown {
    return shown(read().content);
  }

  override update({ options }: ChildPart, [environment, read]: [Environment, () => LiveValue]): unknown {
    this.#read = read;
    this.#host = options?.host as Node | undefined;
    if (environment !== this.#environment) {
      this.disconnected();
      this.#environment = environment;
      if (this.isConnected) this.reconnected();
    }
    // Even with the same key: words may have changed. Lit does not write what is equal.
    const { key, content } = read();
    this.#key = key;
    return shown(content);
  }

  override disconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  override reconnected(): void {
    if (!this.#environment) return;
    const environment = environmentIn(this.#host?.ownerDocument ?? document, this.#environment);
    this.#unsubscribe ??= tickerFor(environment).subscribe(() => this.#tick());
  }

  #tick(): void {
    const value = this.#read?.();
    if (!value || value.key === this.#key) return;
    this.#key = value.key;
    this.setValue(shown(value.content));
  }
}

/**
 * Shows a value that changes with time, each second at most, without a render of its element.
 *
 * @example html`<td>${live(environment, () => ({ key: text, content: text }))}</td>`
 */
export const live: (environment: Environment, read: () => LiveValue) => DirectiveResult = directive(LiveDirective);
