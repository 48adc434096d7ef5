import { html, nothing, svg, type TemplateResult } from "lit";
import { failureOf } from "../../../sources/data-source.js";
import type { CommonStrings } from "../../../i18n/common-strings.js";
import type { TableStrings } from "../../../i18n/table-strings.js";
import { clip } from "../../shared/clip.js";
import type { TableState } from "./placeholder.js";

export interface StateContext {
  readonly strings: TableStrings;
  readonly common: CommonStrings;
  readonly error: unknown;
  /** Since when, as a text that keeps time. */
  readonly since: unknown;
  /** Checked: http(s) only. */
  readonly settingsUrl: string | undefined;
  onRetry(): void;
  onClear(): void;
}

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
export function stateView(state: Exclude<TableState, "rows">, context: StateContext): TemplateResult {
  const { strings, settingsUrl, onRetry } = context;
  switch (state) {
    case "loading":
      return html`<div class="skeleton" data-state="loading">
        <span class="visually-hidden">${strings.loading}</span>
        ${SKELETON_ROWS.map(() => html`<div class="skeleton-row" aria-hidden="true">${SKELETON_BARS}</div>`)}
      </div>`;
    case "paused":
      return message(
        state,
        QUIET,
        strings.paused,
        strings.pausedHint,
        html`<button type="button" class="button" @click=${onRetry}>${context.common.refresh}</button>`,
      );
    case "not-connected":
      return message(state, QUIET, strings.notConnected, strings.notConnectedHint, nothing);
    case "empty":
      return message(state, QUIET, strings.empty, strings.emptyHint, nothing);
    case "no-match":
      return message(
        state,
        QUIET,
        strings.noMatch,
        strings.noMatchHint,
        html`<button type="button" class="button" @click=${context.onClear}>${strings.clearFilters}</button>`,
      );
    case "no-integration":
      return message(
        state,
        QUIET,
        strings.noIntegration,
        strings.noIntegrationHint,
        settingsUrl ? html`<a class="button" href=${settingsUrl}>${strings.openSettings}</a>` : nothing,
      );
    case "unauthorized":
      return message(
        state,
        TROUBLE,
        strings.unauthorized,
        html`${context.since} ${strings.unauthorizedHint}`,
        retry(strings.tryAgain, onRetry),
      );
    case "error":
      return message(
        state,
        TROUBLE,
        strings.error,
        html`${context.since} ${strings.errorHint} <bdi>${clip(failureOf(context.error).message)}</bdi>`,
        retry(context.common.retry, onRetry),
      );
  }
}

function retry(label: string, onRetry: () => void): TemplateResult {
  return html`<button type="button" class="button" @click=${onRetry}>${label}</button>`;
}

function message(state: TableState, picture: unknown, title: string, hint: unknown, action: unknown): TemplateResult {
  const trouble = state === "error" || state === "unauthorized";
  return html`<div class="state" part=${trouble ? "error" : "empty"} data-state=${state}>
    ${picture}
    <p class="state-title">${title}</p>
    <p class="state-hint muted">${hint}</p>
    ${action}
  </div>`;
}
