import { html, type TemplateResult } from "lit";
import type { Timers } from "../../platform/environment.js";

/** How long it stands, in ms. */
const STANDS = 2500;

/** Says for a moment, to the eye and to the ear, what came of what a person did. Nothing moves for it. */
export class Toast {
  readonly #timers: () => Timers;
  readonly #onChange: () => void;
  #text = "";
  #cancel: (() => void) | undefined;

  constructor(timers: () => Timers, onChange: () => void) {
    this.#timers = timers;
    this.#onChange = onChange;
  }

  get text(): string {
    return this.#text;
  }

  say(text: string): void {
    this.#cancel?.();
    // Only what changes is read out: the same words a second time differ by a space.
    this.#text = text !== "" && text === this.#text ? `${text}\u00A0` : text;
    this.#cancel = text === "" ? undefined : this.#timers().after(STANDS, () => this.say(""));
    this.#onChange();
  }

  /** Says it after a while, unless something else is said by then. @param text asked for when it is due. */
  sayAfter(delay: number, text: () => string): void {
    this.#cancel?.();
    this.#cancel = this.#timers().after(delay, () => this.say(text()));
  }

  /** Takes it away, for the next update. */
  clear(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#text = "";
  }
}

export const toastView = (text: string): TemplateResult =>
  html`<div class="toast-place" translate="no">
    <div class="toast" role="status" .textContent=${text}></div>
  </div>`;
