import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { fold } from "../../../domain/query/fold.js";
import { formatNumber } from "../../../i18n/format.js";
import type { TableStrings } from "../../../i18n/table-strings.js";
import { clip } from "../../shared/clip.js";

export interface FilterMenuContext {
  readonly strings: TableStrings;
  readonly lang: string;
  /** Values and how many sessions have them; `undefined`: nobody here can count them. */
  readonly values: ReadonlyMap<string, number | undefined>;
  readonly selected: ReadonlySet<string>;
  labelOf(value: string): string;
  onChange(selected: readonly string[]): void;
}

/** More values than this are looked for by name. */
const FEW = 12;

/** More would cost time to draw, and nobody reads them. */
const MOST_DRAWN = 200;

/**
 * Values of a field to filter by, each with its count. One object for each opening: the order is that of the moment of
 * opening, so that no answer moves a value under a pointer; what comes later stands at the end.
 */
export class FilterMenu {
  readonly #onRedraw: () => void;
  readonly #order = new Set<string>();
  #hasFind: boolean | undefined;
  #find = "";

  constructor(onRedraw: () => void) {
    this.#onRedraw = onRedraw;
  }

  view(context: FilterMenuContext): TemplateResult {
    const { strings, lang, values, selected, labelOf, onChange } = context;
    this.#hasFind ??= values.size > FEW;
    // In a long list what is selected would not be found again.
    if (this.#hasFind && this.#order.size === 0) for (const value of selected) this.#order.add(value);
    for (const value of values.keys()) this.#order.add(value);
    const wanted = fold(this.#find.trim());
    const nameOf = (value: string) => (value === "" ? strings.noValue : labelOf(value));
    const found = [...this.#order].filter((value) => wanted === "" || fold(nameOf(value)).includes(wanted));
    const rest = found.length - MOST_DRAWN;
    // Known at the opening and by now nobody's: none have it. Where nobody counts, there is no number to tell.
    const [first] = values.values();
    const isCounted = values.size === 0 || first !== undefined;
    return html`${this.#hasFind ? this.#findField(strings) : nothing}${repeat(
        found.slice(0, MOST_DRAWN),
        (value) => value,
        (value) => choice(value, clip(nameOf(value)), isCounted, context),
      )}
      <p class="muted menu-status" role="status">
        ${rest > 0 ? strings.quarantinedMore(rest, lang) : found.length === 0 ? strings.noFilterValues : nothing}
      </p>
      ${
        selected.size > 0
          ? html`<button type="button" class="button quiet" @click=${() => onChange([])}>${strings.clear}</button>`
          : nothing
      }`;
  }

  #findField({ findValue }: TableStrings): TemplateResult {
    return html`<div class="find">
      <input
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

function choice(
  value: string,
  name: string,
  isCounted: boolean,
  { lang, values, selected, onChange }: FilterMenuContext,
): TemplateResult {
  const toggle = () => {
    const next = new Set(selected);
    if (!next.delete(value)) next.add(value);
    onChange([...next]);
  };
  return html`<label class="choice"
    ><input type="checkbox" .checked=${selected.has(value)} @change=${toggle} /><span class="choice-label">${name}</span
    >${isCounted ? html`<span class="muted">${formatNumber(values.get(value) ?? 0, lang)}</span>` : nothing}</label
  >`;
}
