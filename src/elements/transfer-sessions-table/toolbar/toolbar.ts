import { html, nothing, type TemplateResult } from "lit";
import { LIST_FILTERS, type SessionView } from "../../../domain/query/view.js";
import { formatNumber } from "../../../i18n/format.js";
import { live } from "../../../lit/time/live.js";
import { roomFor } from "../../../platform/room.js";
import { isComposing, keepEscape } from "../../shared/keys.js";
import { moreIcon, pauseIcon, refreshIcon, resumeIcon, searchIcon } from "../../shared/icons.js";
import type { TableIntents } from "../table-intents.js";
import type { TableModel } from "../table-model.js";
import { statusLine, statusRoom } from "./status-line.js";

/** Whether a view hides anything. */
function isFiltering(view: SessionView): boolean {
  return Boolean(view.text?.trim()) || view.attention === true || LIST_FILTERS.some((filter) => view[filter]?.length);
}

/**
 * Title, freshness, search, Pause and Refresh. Nothing here moves for what an answer says: texts that grow have room kept
 * for them.
 *
 * @param notice takes the place of the freshness while there is something more urgent to say.
 */
export function toolbar(model: TableModel, intents: TableIntents, notice: unknown): TemplateResult {
  const { store, snapshot, strings, common, lang, view, rows, placeholder } = model;
  const line = () => {
    const text = store && snapshot ? statusLine(snapshot, store.environment, strings, lang) : "";
    return { key: text, content: text };
  };
  const total = snapshot?.total ?? snapshot?.sessions.length ?? 0;
  const pauseLabel = snapshot?.paused ? strings.resume : strings.pause;
  return html`<div class="toolbar" part="toolbar">
    <h2 class="title" id="title" tabindex="-1">
      <span class="title-text">${strings.title}</span>
      <span
        class="count room"
        translate="no"
        data-room=${store ? countText(model, roomFor(rows.matching), roomFor(total)) : nothing}
        ><bdi
          .textContent=${snapshot?.status === "ready" && placeholder !== "unread" ? countText(model, rows.matching, total) : ""}
        ></bdi
      ></span>
    </h2>
    ${
      store && snapshot
        ? html`<div class="news" translate="no">
              ${
                rows.pending > 0
                  ? html`<button type="button" class="button pending" @click=${() => intents.showUpdates()}>
                      <bdi .textContent=${strings.updates(rows.pending, lang)}></bdi>
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
                class="input"
                type="search"
                autocomplete="off"
                aria-label=${strings.search}
                placeholder=${strings.searchHint}
                .value=${view.text ?? ""}
                @input=${(event: Event) => intents.search((event.target as HTMLInputElement).value)}
                @keydown=${(event: KeyboardEvent) => onSearchKey(event, intents)}
            /></label>
            <button
              type="button"
              class="button quiet pause"
              title=${pauseLabel}
              @click=${() => intents.pause(!snapshot.paused)}
            >
              ${snapshot.paused ? resumeIcon : pauseIcon}<span
                class="button-label room"
                data-room=${`${strings.pause}\n${strings.resume}`}
                .textContent=${pauseLabel}
              ></span>
            </button>
            <button
              type="button"
              class="button refresh"
              title=${common.refresh}
              aria-busy=${model.isRefreshing ? "true" : "false"}
              @click=${() => intents.refresh()}
            >
              ${refreshIcon}<span class="button-label" .textContent=${common.refresh}></span>
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

/** The first Escape clears, in every engine. */
function onSearchKey(event: KeyboardEvent, { search }: TableIntents): void {
  const input = event.target as HTMLInputElement;
  if (event.key !== "Escape" || input.value === "" || isComposing(event)) return;
  event.preventDefault();
  keepEscape(event);
  input.value = "";
  search("");
}

/** Sessions that there are, and where a view hides some, how many it shows. */
function countText({ snapshot, strings, lang, view }: TableModel, matching: number, total: number): string {
  const all = formatNumber(total, lang);
  return isFiltering(view) || snapshot?.hasMore ? strings.matching(formatNumber(matching, lang), all) : all;
}

/**
 * The row of filters; each opens its menu. Before the first answer there is nothing to choose from: the filters only keep
 * their place. They can be used while a query is out or has failed, too: without them there would be no way back.
 */
export function filterBar(model: TableModel, intents: TableIntents): TemplateResult {
  const { snapshot, isQuerying, strings, lang, view } = model;
  const known = snapshot?.status === "ready" || isQuerying || isFiltering(view);
  return html`<div class="filters" role="group" aria-label=${strings.filterBy}>
    ${attentionChip(model, intents, known)}
    ${LIST_FILTERS.map((filter) => {
      const label = strings.filters[filter] ?? filter;
      const selected = view[filter]?.length ?? 0;
      return html`<button
        type="button"
        class="chip"
        ?disabled=${!known}
        aria-haspopup="dialog"
        aria-expanded=${model.openMenu === filter ? "true" : "false"}
        data-active=${selected > 0 ? "true" : "false"}
        @click=${(event: Event) => intents.toggleMenu(filter, event.currentTarget as HTMLElement)}
        .textContent=${selected > 0 ? strings.filterCount(label, formatNumber(selected, lang)) : label}
      ></button>`;
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

function attentionChip(
  { strings, lang, view, needing }: TableModel,
  intents: TableIntents,
  known: boolean,
): TemplateResult {
  const only = view.attention === true;
  const text = (count: number) => strings.filterCount(strings.needsAttention, formatNumber(count, lang));
  return html`<button
    type="button"
    class="chip room"
    ?disabled=${!known}
    data-room=${text(roomFor(needing))}
    aria-pressed=${only ? "true" : "false"}
    data-active=${only ? "true" : "false"}
    @click=${() => intents.changeView({ attention: !only })}
    .textContent=${needing > 0 ? text(needing) : strings.needsAttention}
  ></button>`;
}
