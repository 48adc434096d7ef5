import { html, nothing, type TemplateResult } from "lit";
import { live } from "../../controllers/live.js";
import { LIST_FILTERS, type ListFilter, type SessionView } from "../../domain/view.js";
import type { CommonStrings } from "../../i18n/common-strings.js";
import { formatNumber } from "../../i18n/format.js";
import type { TableStrings } from "../../i18n/table-strings.js";
import { moreIcon, pauseIcon, refreshIcon, resumeIcon, searchIcon } from "../../internal/icons.js";
import { roomFor } from "../../internal/room.js";
import type { SessionStore } from "../../stores/session-store.js";
import { statusLine, statusRoom } from "./status-line.js";

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

/**
 * Title, freshness, search, Pause and Refresh. Nothing here has another place for what an answer says: texts that grow
 * have room kept for them.
 *
 * @param notice takes the place of the freshness while there is something more urgent to say.
 */
export function toolbar(context: ToolbarContext, notice: unknown): TemplateResult {
  const { store, strings, common, lang, view, matching, total, pending } = context;
  const snapshot = store?.snapshot;
  const line = () => {
    const text = store ? statusLine(store.snapshot, store.environment, strings, lang) : "";
    return { key: text, content: text };
  };
  const count = (some: number, all: number) =>
    isFiltering(view) || snapshot?.hasMore
      ? strings.matching(formatNumber(some, lang), formatNumber(all, lang))
      : formatNumber(all, lang);
  const pauseLabel = snapshot?.paused ? strings.resume : strings.pause;
  return html`<div class="toolbar" part="toolbar">
    <h2 class="title" id="title" tabindex="-1">
      <span class="title-text">${strings.title}</span>
      <span class="count room" data-room=${store ? count(roomFor(matching), roomFor(total)) : nothing}
        ><bdi>${snapshot?.status === "ready" ? count(matching, total) : nothing}</bdi></span
      >
    </h2>
    ${
      store && snapshot
        ? html`<div class="news">
              ${
                pending > 0
                  ? html`<button type="button" class="button pending" @click=${context.onApplyPending}>
                      <bdi>${strings.updates(pending, lang)}</bdi>
                    </button>`
                  : nothing
              }
              <span class="status-line room" part="status-line" data-room=${statusRoom(strings, lang)}
                ><bdi>${live(store.environment, line)}</bdi></span
              >
              ${notice}
            </div>
            <label class="search"
              >${searchIcon}<input
                type="search"
                aria-label=${strings.search}
                placeholder=${strings.searchHint}
                .value=${view.text ?? ""}
                @input=${(event: Event) => context.onSearch((event.target as HTMLInputElement).value)}
            /></label>
            <button
              type="button"
              class="button quiet pause"
              title=${pauseLabel}
              @click=${() => context.onPause(!snapshot.paused)}
            >
              ${snapshot.paused ? resumeIcon : pauseIcon}<span
                class="button-label room"
                data-room=${`${strings.pause}\n${strings.resume}`}
                >${pauseLabel}</span
              >
            </button>
            <button
              type="button"
              class="button refresh"
              title=${common.refresh}
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

/**
 * The row of filters; each opens its menu.
 *
 * @param known there is something to choose from: before the first answer the filters only keep their place.
 */
export function filterBar(context: ToolbarContext, known: boolean): TemplateResult {
  const { strings, lang, view } = context;
  return html`<div class="filters" role="group" aria-label=${strings.filterBy}>
    ${attentionChip(context, known)}
    ${LIST_FILTERS.map((filter) => {
      const label = strings.filters[filter] ?? filter;
      const selected = view[filter]?.length ?? 0;
      return html`<button
        type="button"
        class="chip"
        ?disabled=${!known}
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

function attentionChip({ strings, lang, view, needing, onAttention }: ToolbarContext, known: boolean): TemplateResult {
  const only = view.attention === true;
  const text = (count: number) => strings.filterCount(strings.needsAttention, formatNumber(count, lang));
  return html`<button
    type="button"
    class="chip room"
    ?disabled=${!known}
    aria-pressed=${only ? "true" : "false"}
    data-active=${only ? "true" : "false"}
    data-room=${text(roomFor(needing))}
    @click=${() => onAttention(!only)}
  >
    ${needing > 0 ? text(needing) : strings.needsAttention}
  </button>`;
}
