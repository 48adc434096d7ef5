import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "../../../lit/repeat.js";
import { facetCounts, toldCounts } from "../../../domain/query/facets.js";
import { fold } from "../../../domain/query/fold.js";
import type { ListFilter, SessionView } from "../../../domain/query/view.js";
import type { TransferSession } from "../../../domain/session/session.js";
import { labelOf } from "../../../i18n/common-strings.js";
import { formatNumber } from "../../../i18n/format.js";
import type { TableStrings } from "../../../i18n/table-strings.js";
import { keepIfSame } from "../../../platform/keep-if-same.js";
import { clip } from "../../shared/clip.js";
import type { TableIntents } from "../table-intents.js";
import type { TableModel } from "../table-model.js";
import { offeredValues } from "./offered-values.js";
import type { SeenValues } from "./seen-values.js";

/** More values than this are looked for by name. */
const FEW = 12;

/** More would cost time to draw, and nobody reads them. */
const MOST_DRAWN = 200;

/** Values and how many sessions have them; `undefined`: nobody here can count them. */
type Values = ReadonlyMap<string, number | undefined>;

/** What was counted: counting looks at every session, and most updates are about something else. */
interface Counted {
  readonly sessions: readonly TransferSession[];
  readonly view: SessionView;
}

/**
 * Values of a field to filter by, each with its count. One object for each opening: the order is that of the moment of
 * opening, so that no answer moves a value under a pointer; what comes later stands at the end.
 */
export class FilterMenu {
  readonly #filter: ListFilter;
  readonly #seen: SeenValues;
  readonly #onRedraw: () => void;
  readonly #order = new Set<string>();
  #counted: Counted | undefined;
  #counts: ReadonlyMap<string, number> = new Map();
  #hasFind: boolean | undefined;
  #find = "";

  /** @param seen what the sessions of a source that filters were seen to have. */
  constructor(filter: ListFilter, seen: SeenValues, onRedraw: () => void) {
    this.#filter = filter;
    this.#seen = seen;
    this.#onRedraw = onRedraw;
  }

  view(model: TableModel, intents: TableIntents): TemplateResult {
    const { strings, common, lang, view } = model;
    const filter = this.#filter;
    const selected = new Set(view[filter]);
    const change = (values: readonly string[]) => intents.changeView({ [filter]: values });
    const values = this.#valuesOf(model);
    this.#hasFind ??= values.size > FEW;
    // In a long list what is selected would not be found again.
    if (this.#hasFind && this.#order.size === 0) for (const value of selected) this.#order.add(value);
    for (const value of values.keys()) this.#order.add(value);
    const labels: Partial<Record<ListFilter, Readonly<Record<string, string>>>> = common;
    const nameOf = (value: string) =>
      value === "" ? strings.noValue : (labelOf(labels[filter] ?? {}, value) ?? value);
    const wanted = fold(this.#find.trim());
    const found = [...this.#order].filter((value) => wanted === "" || fold(nameOf(value)).includes(wanted));
    const rest = found.length - MOST_DRAWN;
    // Known at the opening and by now nobody's: none have it. Where nobody counts, there is no number to tell.
    const [first] = values.values();
    const isCounted = values.size === 0 || first !== undefined;
    return html`${this.#hasFind ? this.#findField(strings) : nothing}${repeat(
        found.slice(0, MOST_DRAWN),
        (value) => value,
        (value) => {
          const count = isCounted ? formatNumber(values.get(value) ?? 0, lang) : undefined;
          return choice(clip(nameOf(value)), count, selected.has(value), () => change(toggled(selected, value)));
        },
      )}
      <p class="muted menu-status" role="status">
        ${rest > 0 ? strings.quarantinedMore(rest, lang) : found.length === 0 ? strings.noFilterValues : nothing}
      </p>
      ${
        selected.size > 0
          ? html`<button type="button" class="button quiet" @click=${() => change([])}>${strings.clear}</button>`
          : nothing
      }`;
  }

  #valuesOf({ snapshot, isQuerying, view, common, lang, queryContext }: TableModel): Values {
    const filter = this.#filter;
    if (isQuerying) {
      // While the answer to another query is out, what was counted for the one before stands.
      this.#counts = toldCounts(snapshot?.facets, filter, view[filter], lang) ?? this.#counts;
      if (this.#counts.size > 0) return this.#counts;
      return offeredValues(filter, this.#seen.of(filter), view[filter] ?? [], common, lang);
    }
    const counted = keepIfSame(this.#counted, { sessions: snapshot?.sessions ?? [], view });
    // What needs attention changes without the sessions.
    if (counted !== this.#counted || view.attention) {
      this.#counts = facetCounts(counted.sessions, view, filter, queryContext);
    }
    this.#counted = counted;
    return this.#counts;
  }

  #findField({ findValue }: TableStrings): TemplateResult {
    return html`<div class="find">
      <input
        class="input"
        type="text"
        autocomplete="off"
        spellcheck="false"
        aria-label=${findValue}
        placeholder=${findValue}
        .value=${this.#find}
        @input=${(event: Event) => {
          this.#find = (event.target as HTMLInputElement).value;
          this.#onRedraw();
        }}
      />
    </div>`;
  }
}

function toggled(selected: ReadonlySet<string>, value: string): readonly string[] {
  const next = new Set(selected);
  if (!next.delete(value)) next.add(value);
  return [...next];
}

function choice(name: string, count: string | undefined, isSelected: boolean, onToggle: () => void): TemplateResult {
  return html`<label class="choice"
    ><input class="check" type="checkbox" .checked=${isSelected} @change=${onToggle} /><span
      class="choice-label"
      .textContent=${name}
    ></span
    >${count === undefined ? nothing : html`<span class="muted" .textContent=${count}></span>`}</label
  >`;
}
