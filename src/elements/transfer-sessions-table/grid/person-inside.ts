import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Environment } from "../../../platform/environment.js";

/** A pointer that rests longer than this is nobody's. */
const POINTER_RESTS = 60_000;

/** Milliseconds after which the click of a finger that was lifted has come. */
const TAP = 500;

/**
 * Knows whether a person is at the rows: the pointer is over one and has moved in the last minute, focus is in one, or a
 * menu or a question is open. The toolbar does not count.
 */
export class PersonInside implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #environment: () => Environment | undefined;
  #pointer = false;
  #focus = false;
  readonly #open = new Set<string>();
  #cancelTimer: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, environment: () => Environment | undefined) {
    this.#host = host;
    this.#environment = environment;
    host.addController(this);
  }

  get isInside(): boolean {
    return this.#pointer || this.#focus || this.#open.size > 0;
  }

  hostDisconnected(): void {
    this.#cancelTimer?.();
    this.#pointer = false;
    this.#focus = false;
    this.#open.clear();
  }

  /** The pointer moved over a row of data. */
  pointerMoved(): void {
    this.#leaveAfter(POINTER_RESTS);
    this.#set(() => (this.#pointer = true));
  }

  /** A finger was lifted from the rows. */
  pointerLifted(): void {
    if (this.#pointer) this.#leaveAfter(TAP);
  }

  pointerLeft(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    this.#set(() => (this.#pointer = false));
  }

  /** Focus is in a row of data, or is not. */
  focusIn(inside: boolean): void {
    this.#set(() => (this.#focus = inside));
  }

  /** Something that a person has to deal with is open, or has closed. */
  opened(name: string, open: boolean): void {
    this.#set(() => (open ? this.#open.add(name) : this.#open.delete(name)));
  }

  #leaveAfter(delay: number): void {
    this.#cancelTimer?.();
    this.#cancelTimer = this.#environment()?.timers.after(delay, () => this.pointerLeft());
  }

  #set(change: () => unknown): void {
    const before = this.isInside;
    change();
    if (this.isInside !== before) this.#host.requestUpdate();
  }
}
