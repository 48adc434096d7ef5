import type { TransferDataSource } from "handoff-elements";

export interface Crossing {
  readonly at: number;
  readonly what: string;
  /** How often, one after the other. */
  readonly times: number;
}

/** How many are kept. */
const KEPT = 8;

/** What crossed the frames last, the newest first. */
export class Crossings {
  kept: readonly Crossing[] = [];
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  write(what: string): void {
    const [last, ...before] = this.kept;
    const at = Date.now();
    this.kept =
      last?.what === what
        ? [{ at, what, times: last.times + 1 }, ...before]
        : [{ at, what, times: 1 }, ...this.kept].slice(0, KEPT);
    this.#onChange();
  }
}

/** The same source, which says what it is asked for. */
export function toldOf(source: TransferDataSource, crossings: Crossings): TransferDataSource {
  return {
    ...source,
    list(request) {
      crossings.write("The list was asked for");
      return source.list(request);
    },
    async end(session, request) {
      crossings.write(`End of ${session.id}`);
      await source.end!(session, request);
    },
  };
}
