import type { Outgoing } from "./http.js";

/** Lets requests wait, and forgets those whose sender has gone. */
export class Patience {
  readonly #silent = new Set<() => void>();

  /** @returns whether the other side is still there after so many milliseconds. */
  async wait(milliseconds: number, response: Outgoing): Promise<boolean> {
    if (milliseconds > 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        response.on("close", () => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
    return !response.destroyed;
  }

  /** @returns whether the other side is still there when {@link release} is called. */
  async keepSilent(response: Outgoing): Promise<boolean> {
    if (response.destroyed) return false;
    await new Promise<void>((resolve) => {
      this.#silent.add(resolve);
      response.on("close", () => {
        this.#silent.delete(resolve);
        resolve();
      });
    });
    return !response.destroyed;
  }

  /** Lets those go on who were kept waiting for good. */
  release(): void {
    for (const resolve of this.#silent) resolve();
    this.#silent.clear();
  }
}
