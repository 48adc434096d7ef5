import { html, nothing, type TemplateResult } from "lit";
import { formatNumber } from "../../../i18n/format.js";
import type { TableStrings } from "../../../i18n/table-strings.js";
import { clip } from "../clip.js";

export interface FilterMenuContext {
  readonly strings: TableStrings;
  readonly lang: string;
  /** Values and how many sessions have them. */
  readonly values: ReadonlyMap<string, number>;
  readonly selected: ReadonlySet<string>;
  labelOf(value: string): string;
  onChange(selected: readonly string[]): void;
}

/** Values of a field to filter by, each with its count. */
export function filterMenu({ strings, lang, values, selected, labelOf, onChange }: FilterMenuContext): TemplateResult {
  const toggle = (value: string) => {
    const next = new Set(selected);
    if (!next.delete(value)) next.add(value);
    onChange([...next]);
  };
  return html`${
    values.size === 0
      ? html`<p class="muted">${strings.noFilterValues}</p>`
      : [...values].map(
          ([value, count]) =>
            html`<label class="choice"
              ><input type="checkbox" .checked=${selected.has(value)} @change=${() => toggle(value)} /><span
                class="choice-label"
                >${value === "" ? strings.noValue : clip(labelOf(value))}</span
              ><span class="muted">${formatNumber(count, lang)}</span></label
            >`,
        )
  }${
    selected.size > 0
      ? html`<button type="button" class="button quiet" @click=${() => onChange([])}>${strings.clear}</button>`
      : nothing
  }`;
}
