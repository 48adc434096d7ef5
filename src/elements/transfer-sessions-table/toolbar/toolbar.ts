import { html, nothing, type TemplateResult } from "lit";
import { live } from "../../../lit/time/live.js";
import { LIST_FILTERS, type ListFilter, type SessionView } from "../../../domain/query/view.js";
import type { CommonStrings } from "../../../i18n/common-strings.js";
import { formatNumber } from "../../../i18n/format.js";
import type { TableStrings } from "../../../i18n/table-strings.js";
import { moreIcon, pauseIcon, refreshIcon, resumeIcon, searchIcon } from "../../shared/icons.js";
import type { SessionStore } from "../../../stores/sessions/session-store.js";
import { statusLine } from "./status-line.js";

export interface ToolbarContext {
  readonly store: SessionStore | undefined;
  readonly strings: TableStrings;
  readonly common: CommonStrings;
  readonly lang: string;
  readonly view: SessionView;
  /** Rows that match the view. */
  readonly matching: number;
  /** Sessions that there are, as far as is known. */
  readonly total: number;
  /** Rows that wait to come, go or move. */
  readonly pending: number;
  /** Sessions that need attention. */
  readonly needing: number;
  readonly refreshing: boolean;
  isOpen(menu: string): boolean;
  onSearch(text: string): void;
  onApplyPending(): void;
  onPause(paused: boolean): void;
  onRefresh(): void;
  onFilter(filter: ListFilter, anchor: HTMLElement): void;
  onAttention(only: boolean): void;
  onClearFilters(): void;
  onMore(anchor: HTMLElement): void;
}

/** Whether a view hides anything. */
export function isFiltering(view: SessionView): boolean {
  return Boolean(view.text?.trim()) || view.attention === true || LIST_FILTERS.some((filter) => view[filter]?.length);
}

/** Title, search, freshness, Pause and Refresh; below them the filters. */
export function toolbar(context: ToolbarContext): TemplateResult {
  const { store, strings, common, lang, view, matching, total, pending } = context;
  const snapshot = store?.snapshot;
  const line = () => {
    const text = store ? statusLine(store.snapshot, store.environment, strings, lang) : "";
    return { key: text, content: text };
  };
  const count =
    snapshot?.status !== "ready"
      ? nothing
      : isFiltering(view) || snapshot.hasMore
        ? strings.matching(formatNumber(matching, lang), formatNumber(total, lang))
        : formatNumber(total, lang);
  return html`<div class="toolbar" part="toolbar">
    <h2 class="title" id="title" tabindex="-1">${strings.title} <span class="count">${count}</span></h2>
    ${
      store && snapshot
        ? html`<label class="search"
              >${searchIcon}<input
                type="search"
                aria-label=${strings.search}
                placeholder=${strings.searchHint}
                .value=${view.text ?? ""}
                @input=${(event: Event) => context.onSearch((event.target as HTMLInputElement).value)}
            /></label>
            ${
              pending > 0
                ? html`<button type="button" class="button pending" @click=${context.onApplyPending}>
                    ${strings.updates(pending, lang)}
                  </button>`
                : nothing
            }
            <span class="space"></span>
            <span class="status-line" part="status-line">${live(store.environment, line)}</span>
            <button type="button" class="button quiet pause" @click=${() => context.onPause(!snapshot.paused)}>
              ${snapshot.paused ? resumeIcon : pauseIcon}<span class="button-label"
                >${snapshot.paused ? strings.resume : strings.pause}</span
              >
            </button>
            <button
              type="button"
              class="button refresh"
              aria-busy=${context.refreshing ? "true" : "false"}
              @click=${context.onRefresh}
            >
              ${refreshIcon}<span class="button-label">${common.refresh}</span>
            </button>
            <button
              type="button"
              class="button quiet icon-only more"
              aria-label=${strings.more}
              aria-haspopup="dialog"
              aria-expanded=${context.isOpen("more") ? "true" : "false"}
              @click=${(event: Event) => context.onMore(event.currentTarget as HTMLElement)}
            >
              ${moreIcon}
            </button>`
        : nothing
    }
  </div>`;
}

/** The row of filters; each opens its menu. */
export function filterBar(context: ToolbarContext): TemplateResult {
  const { strings, lang, view } = context;
  return html`<div class="filters" role="group" aria-label=${strings.filterBy}>
    ${attentionChip(context)}
    ${LIST_FILTERS.map((filter) => {
      const label = strings.filters[filter] ?? filter;
      const selected = view[filter]?.length ?? 0;
      return html`<button
        type="button"
        class="chip"
        aria-haspopup="dialog"
        aria-expanded=${context.isOpen(filter) ? "true" : "false"}
        data-active=${selected > 0 ? "true" : "false"}
        @click=${(event: Event) => context.onFilter(filter, event.currentTarget as HTMLElement)}
      >
        ${selected > 0 ? strings.filterCount(label, formatNumber(selected, lang)) : label}
      </button>`;
    })}
    ${
      isFiltering(view)
        ? html`<button type="button" class="button quiet" @click=${context.onClearFilters}>
            ${strings.clearFilters}
          </button>`
        : nothing
    }
  </div>`;
}

function attentionChip({ strings, lang, view, needing, onAttention }: ToolbarContext): TemplateResult {
  const only = view.attention === true;
  return html`<button
    type="button"
    class="chip"
    aria-pressed=${only ? "true" : "false"}
    data-active=${only ? "true" : "false"}
    @click=${() => onAttention(!only)}
  >
    ${needing > 0 ? strings.filterCount(strings.needsAttention, formatNumber(needing, lang)) : strings.needsAttention}
  </button>`;
}
