import type { SessionQuery } from "../../../domain/query/query.js";
import { cleanView, type SessionView } from "../../../domain/query/view.js";
import { warnOnce } from "../../../platform/warn-once.js";
import { readStored, writeStored } from "./view-storage.js";

const EMPTY: SessionView = cleanView({}).view;

/** The filter and sort part of a view. */
export function queryOf(view: SessionView): SessionQuery {
  const { columns: _columns, widths: _widths, density: _density, ...query } = view;
  return query;
}

/** The view of a table: what the host set, what a person changed, and, where the host asked for it, what was kept. */
export class ViewState {
  readonly #onChange: (byPerson: boolean) => void;
  #view: SessionView = EMPTY;
  #key: string | undefined;

  constructor(onChange: (byPerson: boolean) => void) {
    this.#onChange = onChange;
  }

  get view(): SessionView {
    return this.#view;
  }

  /** The host's view; what is wrong with it is dropped with a warning. */
  set(value: unknown): void {
    const { view, problems } = cleanView(value);
    for (const problem of problems) warnOnce(`view: ${problem}`);
    this.#apply(view, false);
  }

  /** A person's change of some fields; `undefined` clears one. */
  change(fields: { readonly [F in keyof SessionView]?: SessionView[F] | undefined }): void {
    this.replace({ ...this.#view, ...fields });
  }

  /** A person's choice of another view. */
  replace(value: unknown): void {
    this.#apply(cleanView(value).view, true);
    if (this.#key !== undefined) writeStored(this.#key, this.#view);
  }

  get key(): string | undefined {
    return this.#key;
  }

  /** Opts into localStorage under that key: what is kept there applies at once. */
  setKey(value: unknown): void {
    const key = value === "" || value === null ? undefined : value;
    if (key !== undefined && typeof key !== "string") {
      warnOnce("view-key must be a text; ignored.");
      return;
    }
    if (key === this.#key) return;
    this.#key = key;
    const kept = this.#key === undefined ? undefined : readStored(this.#key);
    if (kept !== undefined) this.#apply(cleanView(kept).view, false);
  }

  #apply(view: SessionView, byPerson: boolean): void {
    // Both are plain JSON with their keys in one order.
    if (JSON.stringify(view) === JSON.stringify(this.#view)) return;
    this.#view = view;
    this.#onChange(byPerson);
  }
}
