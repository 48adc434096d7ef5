import { html, nothing, type TemplateResult } from "lit";
import { headerView } from "./columns/header-view.js";
import { copyRows } from "./grid/copy-rows.js";
import { tableWidth } from "./columns/table-width.js";
import { styleLength } from "../../lit/style-length.js";
import { departureNotice } from "./notices/departure-notice.js";
import { integrationStrip } from "./notices/integration-strip.js";
import { notLoadedNotice } from "./notices/not-loaded-notice.js";
import { placeholderView } from "./notices/placeholder-view.js";
import { quarantineNotice } from "./notices/quarantine-notice.js";
import { staleNotice } from "./notices/stale-notice.js";
import { bodyView } from "./rows/body-view.js";
import { MOST_PRINTED } from "./rows/printing.js";
import { selectionBar } from "./selection/selection-bar.js";
import type { TableIntents } from "./table-intents.js";
import { toastView } from "../shared/toast.js";
import type { TableModel } from "./table-model.js";
import type { TableParts } from "./table-parts.js";
import { filterBar, toolbar } from "./toolbar/toolbar.js";

/** Everything in the table's shadow root. */
export function tableView(model: TableModel, intents: TableIntents, parts: TableParts): TemplateResult {
  return html`<div
    class="base"
    data-density=${model.view.density ?? "comfortable"}
    data-stale=${model.snapshot?.stale ? "" : nothing}
  >
    ${toolbar(model, intents, notice(model, intents))}
    ${model.store ? html`<div class="bars" translate="no">${filterBar(model, intents)} ${selectionBar(model, intents)}</div>` : nothing}
    <div class="scroller">
      ${grid(model, intents, parts)} ${placeholderView(model, intents)} ${showMore(model, intents)} ${unprinted(model)}
    </div>
    ${quarantineNotice(model)} ${integrationStrip(model)} ${parts.overlays}
    <div class="visually-hidden" role="status" translate="no" .textContent=${model.announcement}></div>
    ${toastView(model.said)}
  </div>`;
}

/** One at a time: first the answer to what a person has just asked for. */
function notice(model: TableModel, intents: TableIntents): unknown {
  if (model.isNotLoaded) return notLoadedNotice(model, intents);
  return model.snapshot?.stale ? staleNotice(model, intents) : departureNotice(model, intents);
}

function grid(model: TableModel, intents: TableIntents, { input, drawn }: TableParts): TemplateResult {
  const { snapshot, columns, rows, shared, view } = model;
  const showsRows = model.placeholder === undefined;
  const isBusy = snapshot?.status === "loading" && snapshot.failedAt === undefined;
  // Cells of a host's own may hold anything, and links need room.
  const classes = ["grid", columns.own.size > 0 && "own", shared?.links && "links"];
  return html`<table
    role="grid"
    part="table"
    class=${classes.filter(Boolean).join(" ")}
    aria-labelledby="title"
    aria-rowcount=${(showsRows ? rows.length : 0) + 1}
    aria-colcount=${columns.shown.length}
    aria-multiselectable="true"
    aria-busy=${isBusy ? "true" : "false"}
    ${styleLength("min-inline-size", tableWidth(columns.shown, view.widths ?? {}))}
    @keydown=${input.onKeyDown}
    @focusin=${input.onFocusIn}
    @focusout=${input.onFocusOut}
  >
    <thead class="head" role="rowgroup">
      ${headerView(model, intents)}
    </thead>
    <tbody
      class="body"
      role="rowgroup"
      translate="no"
      @pointerdown=${input.onPointerDown}
      @pointermove=${input.onPointerMove}
      @pointerleave=${input.onPointerLeave}
      @click=${input.onClick}
      @copy=${copyRows}
    >
      ${showsRows ? bodyView(model, intents, drawn, input) : nothing}
    </tbody>
  </table>`;
}

/** On paper, what is not: rows beyond the most that are printed, and those that have not been asked for. */
function unprinted({ isPrinting, snapshot, rows, strings, lang }: TableModel): unknown {
  const known = snapshot?.hasMore ? (snapshot.total ?? rows.length) : rows.length;
  const left = known - Math.min(MOST_PRINTED, rows.length);
  return isPrinting && left > 0
    ? html`<p class="unprinted" .textContent=${strings.unprinted(left, lang)}></p>`
    : nothing;
}

function showMore({ snapshot, isLoadingMore, strings }: TableModel, intents: TableIntents): unknown {
  if (!snapshot?.hasMore) return nothing;
  return html`<div class="further">
    <button
      type="button"
      class="button show-more"
      aria-busy=${isLoadingMore ? "true" : "false"}
      @click=${() => intents.loadMore()}
    >
      ${isLoadingMore ? strings.loadingMore : strings.showMore}
    </button>
  </div>`;
}
