import { sessionKey } from "../../../domain/session/session.js";
import type { Environment } from "../../../platform/environment.js";
import type { SessionChanges } from "../../../stores/sessions/session-ledger.js";
import type { Mark } from "./row-model.js";

/** Milliseconds that a mark stays; its tint has faded by then. */
const MARKED_FOR = 1_200;

/** More than this at once is no news of a row but of the list. */
const MOST_MARKED = 200;

/** Marks what an answer has just changed, for the eye that looks elsewhere. */
export class RowMarks {
  readonly #onChange: () => void;
  #marks: ReadonlyMap<string, Mark> = new Map();
  #cancelTimer: (() => void) | undefined;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** By session key. Another map whenever another row is marked. */
  get marks(): ReadonlyMap<string, Mark> {
    return this.#marks;
  }

  take({ added, changed }: SessionChanges, { timers }: Environment): void {
    const moved = changed.filter(({ before, after }) => before.status !== after.status);
    const count = added.length + moved.length;
    if (count === 0 || count > MOST_MARKED) return;
    this.#cancelTimer?.();
    this.#marks = new Map([
      ...added.map((session): [string, Mark] => [sessionKey(session), "new"]),
      ...moved.map(({ after }): [string, Mark] => [sessionKey(after), "changed"]),
    ]);
    this.#cancelTimer = timers.after(MARKED_FOR, () => this.clear());
  }

  clear(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    if (this.#marks.size === 0) return;
    this.#marks = new Map();
    this.#onChange();
  }
}
