import type { LitElement, ReactiveController } from "lit";
import { viewOf } from "../../../platform/page/nodes.js";

/** Rows that are printed at most. */
export const MOST_PRINTED = 1000;

/** Whether the page is being printed. Then rows are drawn that nobody sees on the screen. */
export class Printing implements ReactiveController {
  readonly #host: LitElement;
  #isOn = false;
  #over: AbortController | undefined;
  /** Where the rows stood: on paper nothing is scrolled. */
  #scrollTop = 0;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  hostConnected(): void {
    this.#over = new AbortController();
    const view = viewOf(this.#host);
    // The update comes before the browser goes on: it is a microtask.
    view.addEventListener("beforeprint", () => this.#set(true), this.#over);
    view.addEventListener("afterprint", () => this.#set(false), this.#over);
  }

  hostDisconnected(): void {
    this.#over?.abort();
    this.#isOn = false;
  }

  #set(isOn: boolean): void {
    if (isOn === this.#isOn) return;
    const scroller = this.#host.renderRoot.querySelector(".scroller");
    if (isOn) this.#scrollTop = scroller?.scrollTop ?? 0;
    this.#isOn = isOn;
    this.#host.requestUpdate();
    if (!isOn && scroller) void this.#host.updateComplete.then(() => (scroller.scrollTop = this.#scrollTop));
  }
}
