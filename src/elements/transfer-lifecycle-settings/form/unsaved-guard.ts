import type { ReactiveController, ReactiveControllerHost } from "lit";

/**
 * Lets the browser ask before a page is left with unsaved changes. It listens only while there are some: a page with
 * such a listener cannot be kept for the way back.
 */
export class UnsavedGuard implements ReactiveController {
  readonly #isUnsaved: () => boolean;
  #listening = false;

  constructor(host: ReactiveControllerHost, isUnsaved: () => boolean) {
    this.#isUnsaved = isUnsaved;
    host.addController(this);
  }

  /** Looks again. */
  update(): void {
    const listen = this.#isUnsaved();
    if (listen === this.#listening) return;
    this.#listening = listen;
    if (listen) addEventListener("beforeunload", this.#ask);
    else removeEventListener("beforeunload", this.#ask);
  }

  hostConnected(): void {
    this.update();
  }

  hostDisconnected(): void {
    this.#listening = false;
    removeEventListener("beforeunload", this.#ask);
  }

  readonly #ask = (event: BeforeUnloadEvent): void => {
    event.preventDefault();
  };
}
