import type { SessionQuery } from "../../../domain/query/query.js";
import { cleanView, type SessionView } from "../../../domain/query/view.js";
import type { Timers } from "../../../platform/environment.js";
import { warnOnce } from "../../../platform/warn-once.js";
import { nextSort } from "../columns/next-sort.js";
import type { ViewChange } from "../table-intents.js";
import { readNamed, readStored, writeNamed, writeStored } from "./view-storage.js";

/** Milliseconds without a keystroke before a server is asked to search. */
const SEARCH_PAUSE = 300;

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
  #cancelSearch: (() => void) | undefined;

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
  change(fields: ViewChange): void {
    this.replace({ ...this.#view, ...fields });
  }

  /** A person's choice of another view. */
  replace(value: unknown): void {
    this.#apply(cleanView(value).view, true);
    if (this.#key !== undefined) writeStored(this.#key, this.#view);
  }

  /** A person types. @param timers where a server answers: it is asked when they pause. */
  search(text: string, timers: Timers | undefined): void {
    this.stopSearch();
    if (!timers) this.change({ text });
    else this.#cancelSearch = timers.after(SEARCH_PAUSE, () => this.change({ text }));
  }

  /** What was typed last is not asked for any more. */
  stopSearch(): void {
    this.#cancelSearch?.();
    this.#cancelSearch = undefined;
  }

  sort(column: string, add: boolean): void {
    this.change({ sort: nextSort(this.#view.sort ?? [], column, add) });
  }

  clearFilters(): void {
    const { sort, columns, widths, density } = this.#view;
    this.replace({ sort, columns, widths, density });
  }

  get key(): string | undefined {
    return this.#key;
  }

  /** Keeps the present view under a name. @returns whether there is a place to keep it, and the browser lets it. */
  saveAs(name: string): boolean {
    if (this.#key === undefined) return false;
    return writeNamed(this.#key, new Map([...readNamed(this.#key), [name, this.#view]]));
  }

  forget(name: string): void {
    if (this.#key === undefined) return;
    const left = new Map(readNamed(this.#key));
    left.delete(name);
    writeNamed(this.#key, left);
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
