import { html, nothing, type TemplateResult } from "lit";
import { LIST_FILTERS, type SessionView } from "../../../domain/query/view.js";
import { formatNumber } from "../../../i18n/format.js";
import { live } from "../../../lit/time/live.js";
import { moreIcon, pauseIcon, refreshIcon, resumeIcon, searchIcon } from "../../shared/icons.js";
import type { TableIntents } from "../table-intents.js";
import type { TableModel } from "../table-model.js";
import { statusLine } from "./status-line.js";

/** Whether a view hides anything. */
export function isFiltering(view: SessionView): boolean {
  return Boolean(view.text?.trim()) || view.attention === true || LIST_FILTERS.some((filter) => view[filter]?.length);
}

/** Title, search, freshness, Pause and Refresh; below them the filters. */
export function toolbar(model: TableModel, intents: TableIntents): TemplateResult {
  const { store, snapshot, strings, common, lang, view, rows } = model;
  const line = () => {
    const text = store && snapshot ? statusLine(snapshot, store.environment, strings, lang) : "";
    return { key: text, content: text };
  };
  return html`<div class="toolbar" part="toolbar">
    <h2 class="title" id="title" tabindex="-1">${strings.title} <span class="count">${countOf(model)}</span></h2>
    ${
      store && snapshot
        ? html`<label class="search"
              >${searchIcon}<input
                type="search"
                aria-label=${strings.search}
                placeholder=${strings.searchHint}
                .value=${view.text ?? ""}
                @input=${(event: Event) => intents.search((event.target as HTMLInputElement).value)}
            /></label>
            ${
              rows.pending > 0
                ? html`<button type="button" class="button pending" @click=${() => intents.showUpdates()}>
                    ${strings.updates(rows.pending, lang)}
                  </button>`
                : nothing
            }
            <span class="space"></span>
            <span class="status-line" part="status-line">${live(store.environment, line)}</span>
            <button type="button" class="button quiet pause" @click=${() => intents.pause(!snapshot.paused)}>
              ${snapshot.paused ? resumeIcon : pauseIcon}<span class="button-label"
                >${snapshot.paused ? strings.resume : strings.pause}</span
              >
            </button>
            <button
              type="button"
              class="button refresh"
              aria-busy=${model.isRefreshing ? "true" : "false"}
              @click=${() => intents.refresh()}
            >
              ${refreshIcon}<span class="button-label">${common.refresh}</span>
            </button>
            <button
              type="button"
              class="button quiet icon-only more"
              aria-label=${strings.more}
              aria-haspopup="dialog"
              aria-expanded=${model.openMenu === "more" ? "true" : "false"}
              @click=${(event: Event) => intents.toggleMenu("more", event.currentTarget as HTMLElement)}
            >
              ${moreIcon}
            </button>`
        : nothing
    }
  </div>`;
}

/** Sessions that there are, and where a view hides some, how many it shows. */
function countOf({ snapshot, strings, lang, view, rows }: TableModel): unknown {
  if (snapshot?.status !== "ready") return nothing;
  const total = formatNumber(snapshot.total ?? snapshot.sessions.length, lang);
  if (!isFiltering(view) && !snapshot.hasMore) return total;
  return strings.matching(formatNumber(rows.matching, lang), total);
}

/** The row of filters; each opens its menu. */
export function filterBar(model: TableModel, intents: TableIntents): TemplateResult {
  const { strings, lang, view } = model;
  return html`<div class="filters" role="group" aria-label=${strings.filterBy}>
    ${attentionChip(model, intents)}
    ${LIST_FILTERS.map((filter) => {
      const label = strings.filters[filter] ?? filter;
      const selected = view[filter]?.length ?? 0;
      return html`<button
        type="button"
        class="chip"
        aria-haspopup="dialog"
        aria-expanded=${model.openMenu === filter ? "true" : "false"}
        data-active=${selected > 0 ? "true" : "false"}
        @click=${(event: Event) => intents.toggleMenu(filter, event.currentTarget as HTMLElement)}
      >
        ${selected > 0 ? strings.filterCount(label, formatNumber(selected, lang)) : label}
      </button>`;
    })}
    ${
      isFiltering(view)
        ? html`<button type="button" class="button quiet" @click=${() => intents.clearFilters()}>
            ${strings.clearFilters}
          </button>`
        : nothing
    }
  </div>`;
}

function attentionChip({ strings, lang, view, needing }: TableModel, intents: TableIntents): TemplateResult {
  const only = view.attention === true;
  return html`<button
    type="button"
    class="chip"
    aria-pressed=${only ? "true" : "false"}
    data-active=${only ? "true" : "false"}
    @click=${() => intents.changeView({ attention: !only })}
  >
    ${needing > 0 ? strings.filterCount(strings.needsAttention, formatNumber(needing, lang)) : strings.needsAttention}
  </button>`;
}
