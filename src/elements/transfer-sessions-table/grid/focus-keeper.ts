import type { ReactiveElement } from "lit";

/** How focus came to where it was: only a keyboard needs to be led on to a row. */
type Way = "keyboard" | "pointer";

/**
 * Keeps focus inside the element where an update takes away what had it: a person with a keyboard must not start over
 * at the top of the page.
 */
export class FocusKeeper {
  readonly #host: ReactiveElement;
  #way: Way | undefined;
  #expected = false;

  constructor(host: ReactiveElement) {
    this.#host = host;
  }

  /** What has the focus is about to close, outside of an update. */
  expectLoss(): void {
    this.#way = this.#current() ?? "keyboard";
    this.#expected = true;
  }

  /** The element is taken away, and with it whatever had the focus. */
  forget(): void {
    this.#way = undefined;
    this.#expected = false;
  }

  /** To be called before each update. */
  willUpdate(): void {
    if (!this.#expected) this.#way = this.#current();
  }

  /**
   * To be called after each update, when all others have settled.
   *
   * @param focusGrid goes to where the keyboard is in the grid; `false` where there is no row to go to.
   */
  updated(focusGrid: () => boolean): void {
    const way = this.#way;
    this.forget();
    const root = this.#host.renderRoot as ShadowRoot;
    if (!way || root.activeElement || !isNowhere(root.ownerDocument)) return;
    const dialog = root.querySelector("dialog:modal");
    if (dialog) {
      dialog.querySelector<HTMLElement>("button:not([aria-disabled=true])")?.focus();
      return;
    }
    // Focus in a row would hold back the rows that a pointer has just asked for, and in a field open a keyboard.
    if (way === "pointer") root.querySelector<HTMLElement>(".title")?.focus({ preventScroll: true });
    else if (!focusGrid()) root.querySelector<HTMLElement>(".search input")?.focus();
  }

  #current(): Way | undefined {
    const active = (this.#host.renderRoot as ShadowRoot).activeElement;
    if (!active) return undefined;
    return active.matches(":focus-visible") ? "keyboard" : "pointer";
  }
}

function isNowhere({ activeElement, body, documentElement }: Document): boolean {
  return activeElement === null || activeElement === body || activeElement === documentElement;
}
