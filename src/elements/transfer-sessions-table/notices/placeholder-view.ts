import { html, nothing, svg, type TemplateResult } from "lit";
import { formatDuration } from "../../../i18n/format.js";
import { live } from "../../../lit/time/live.js";
import { failureOf } from "../../../sources/data-source.js";
import { clip } from "../../shared/clip.js";
import type { TableIntents } from "../table-intents.js";
import type { TableModel } from "../table-model.js";
import type { Placeholder } from "./placeholder.js";

/** Two speech bubbles and an arrow: a conversation that changes hands. Struck out where something is wrong. */
function drawing(content: TemplateResult<2>): TemplateResult {
  return html`<svg class="drawing" viewBox="0 0 64 48" aria-hidden="true" focusable="false">
    <path d="M4 6h24a3 3 0 0 1 3 3v13a3 3 0 0 1-3 3H15l-7 6v-6H4a3 3 0 0 1-3-3V9a3 3 0 0 1 3-3z"></path>
    ${content}
  </svg>`;
}
const OTHER_BUBBLE = svg`<path d="M36 18h24a3 3 0 0 1 3 3v13a3 3 0 0 1-3 3h-4v6l-7-6H36a3 3 0 0 1-3-3V21a3 3 0 0 1 3-3z" stroke-dasharray="3 3"></path>`;
const QUIET = drawing(OTHER_BUBBLE);
const TROUBLE = drawing(svg`${OTHER_BUBBLE}<path class="mark" d="M44 23l9 9M53 23l-9 9"></path>`);

const SKELETON_ROWS = [0, 1, 2, 3, 4];
/** A bar for each column of the first view but the actions. */
const SKELETON_BARS = [0, 1, 2, 3, 4, 5, 6].map(() => html`<i></i>`);

/** What stands where the rows would: what is so, and one thing to do. */
export function placeholderView(model: TableModel, intents: TableIntents): TemplateResult | typeof nothing {
  const { placeholder, snapshot, strings, common, settingsUrl, lang } = model;
  switch (placeholder) {
    case undefined:
      return nothing;
    case "loading":
      return html`<div class="skeleton" data-state="loading">
        <span class="visually-hidden">${strings.loading}</span>
        ${SKELETON_ROWS.map(() => html`<div class="skeleton-row" aria-hidden="true">${SKELETON_BARS}</div>`)}
      </div>`;
    case "paused":
      return message(
        placeholder,
        strings.paused,
        strings.pausedHint,
        button(common.refresh, () => intents.refresh()),
      );
    case "not-connected":
      return message(placeholder, strings.notConnected, strings.notConnectedHint);
    case "empty":
      return message(placeholder, strings.empty, strings.emptyHint);
    case "unread":
      return message(placeholder, strings.quarantined(snapshot!.quarantined.length, lang), nothing);
    case "no-match":
      return message(
        placeholder,
        strings.noMatch,
        strings.noMatchHint,
        button(strings.clearFilters, () => intents.clearFilters()),
      );
    case "no-integration":
      return message(
        placeholder,
        strings.noIntegration,
        strings.noIntegrationHint,
        settingsUrl ? html`<a class="button" href=${settingsUrl}>${strings.openSettings}</a>` : nothing,
      );
    case "unauthorized":
      return message(
        placeholder,
        strings.unauthorized,
        html`${failedAgo(model)} ${strings.unauthorizedHint}`,
        button(strings.tryAgain, () => intents.refresh()),
      );
    case "error":
      return message(
        placeholder,
        strings.error,
        html`${failedAgo(model)} ${strings.errorHint}
          <bdi .textContent=${clip(failureOf(snapshot?.error).message)}></bdi>`,
        button(common.retry, () => intents.refresh()),
      );
  }
}

/** How long ago the last try failed. */
function failedAgo({ store, snapshot, strings, lang }: TableModel): unknown {
  const failedAt = snapshot?.failedAt;
  if (!store || failedAt === undefined) return nothing;
  const { environment } = store;
  return live(environment, () => {
    const text = strings.failedAgo(formatDuration(Math.max(1_000, environment.clock.now() - failedAt), lang));
    return { key: text, content: text };
  });
}

function button(label: string, onClick: () => void): TemplateResult {
  return html`<button type="button" class="button" @click=${onClick}>${label}</button>`;
}

function message(placeholder: Placeholder, title: string, hint: unknown, action: unknown = nothing): TemplateResult {
  const isTrouble = placeholder === "error" || placeholder === "unauthorized" || placeholder === "unread";
  return html`<div class="state" part=${isTrouble ? "error" : "empty"} data-state=${placeholder}>
    ${isTrouble ? TROUBLE : QUIET}
    <p class="state-title" .textContent=${title}></p>
    <p class="state-hint muted">${hint}</p>
    ${action}
  </div>`;
}
