import { html, nothing, type TemplateResult } from "lit";
import type { TableStrings } from "../../i18n/table-strings.js";
import { roomFor } from "../../internal/room.js";

export interface SelectionBarContext {
  readonly strings: TableStrings;
  readonly lang: string;
  readonly count: number;
  /** The source can end sessions. */
  readonly canEnd: boolean;
  onEnd(): void;
  onCopyIds(): void;
  onExport(): void;
  onClear(): void;
}

/** What can be done with the selected sessions; where there is room it stands beside the filters, else over them. */
export function selectionBar({ strings, lang, count, canEnd, ...on }: SelectionBarContext): TemplateResult {
  const label = strings.selected(count, lang);
  return html`<div class="filters selection" role="group" aria-label=${label}>
    <span class="selected-count room" data-room=${strings.selected(roomFor(count), lang)}>${label}</span>
    ${
      canEnd
        ? html`<button type="button" class="button quiet danger" @click=${on.onEnd}>${strings.endSelected}</button>`
        : nothing
    }
    <button type="button" class="button quiet" @click=${on.onCopyIds}>${strings.copyIds}</button>
    <button type="button" class="button quiet" @click=${on.onExport}>${strings.exportCsv}</button>
    <button type="button" class="button quiet" @click=${on.onClear}>${strings.clear}</button>
  </div>`;
}
