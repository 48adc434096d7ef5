import { readControl, RETRY_AFTER, WELL, type Control } from "./control.js";
import { Problem } from "./http.js";

/** How busy a floor is. */
export interface Pace {
  /** New sessions per minute. */
  readonly rate: number;
  setRate(rate: number): void;
}

/** What is wrong with the endpoint at the moment, as somebody has ordered. */
export class Trouble {
  readonly #pace: Pace;
  readonly #onLook: () => void;
  #control: Omit<Control, "rate"> = WELL;

  /** @param onLook called when the same sessions begin to look different. */
  constructor(pace: Pace, onLook: () => void) {
    this.#pace = pace;
    this.#onLook = onLook;
  }

  get control(): Control {
    return { ...this.#control, rate: this.#pace.rate };
  }

  /** @throws Problem 422 for what cannot be ordered; then nothing changes. */
  change(body: Readonly<Record<string, unknown>>): Control {
    const { rate, ...rest } = readControl(body);
    const before = this.#control;
    this.#control = { ...before, ...rest };
    if (rate !== undefined) this.#pace.setRate(rate);
    if ((["list", "integrations", "clock"] as const).some((name) => this.#control[name] !== before[name]))
      this.#onLook();
    return this.control;
  }

  /** @throws Problem where requests are to fail. */
  check(): void {
    switch (this.#control.answer) {
      case "error":
        throw new Problem(500, "internal", "The runtime is down. This is a demonstration.");
      case "busy":
        throw new Problem(503, "busy", "Too much is going on. This is a demonstration.", {
          "Retry-After": String(RETRY_AFTER),
        });
      case "unauthorized":
        throw new Problem(401, "unauthorized", "The login has expired. This is a demonstration.", {
          "WWW-Authenticate": "Bearer",
        });
    }
  }
}
