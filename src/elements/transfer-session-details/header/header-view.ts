import { html, nothing, svg, type TemplateResult } from "lit";
import type { TransferSession } from "../../../domain/session/session.js";
import { closeIcon, refreshIcon } from "../../shared/icons.js";
import { sessionBadge } from "../../shared/badge/badge-view.js";
import type { DetailsIntents } from "../details-intents.js";
import type { DetailsModel } from "../details-model.js";

const chevron = (path: TemplateResult<2>): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${path}</svg>`;
const UP = chevron(svg`<path d="M4 10l4-4 4 4"></path>`);
const DOWN = chevron(svg`<path d="M4 6l4 4 4-4"></path>`);

/** Title, status, the way to the neighbours, and what can be done. */
export function headerView(model: DetailsModel, intents: DetailsIntents): TemplateResult {
  const { shown, neighbours } = model;
  const { strings, common } = model.words;
  return html`<header class="header" part="header">
    <h2 class="title" id="title" tabindex="-1">${strings.title}</h2>
    ${shown ? sessionBadge(shown.session.status, common, shown.left) : nothing}
    <span class="space"></span>
    ${
      // First, and held by what follows: it comes and goes with the session, and is the one whose words change.
      shown && model.mayEnd !== false ? endButton(shown.session, model, intents) : nothing
    }
    ${step(strings.previous, "k", UP, neighbours.previous, intents)}
    ${step(strings.next, "j", DOWN, neighbours.next, intents)}
    ${
      model.snapshot
        ? html`<button
            type="button"
            class="button quiet refresh"
            aria-busy=${model.refreshing ? "true" : "false"}
            @click=${intents.refresh}
          >
            ${refreshIcon}<span class="button-label" .textContent=${common.refresh}></span>
          </button>`
        : nothing
    }
    ${
      model.inline
        ? nothing
        : html`<button
            type="button"
            class="button quiet icon-only"
            title=${common.close}
            aria-label=${common.close}
            @click=${intents.close}
          >
            ${closeIcon}
          </button>`
    }
  </header>`;
}

function step(
  label: string,
  key: string,
  icon: TemplateResult,
  neighbour: TransferSession | undefined,
  { show }: DetailsIntents,
): TemplateResult {
  // Not `disabled`: the focus would be lost at the end of the list.
  return html`<button
    type="button"
    class="button quiet icon-only"
    title=${`${label} (${key})`}
    aria-label=${label}
    aria-keyshortcuts=${key}
    aria-disabled=${neighbour ? nothing : "true"}
    @click=${() => neighbour && show(neighbour)}
  >
    ${icon}
  </button>`;
}

function endButton(
  session: TransferSession,
  { mayEnd, ending, words }: DetailsModel,
  intents: DetailsIntents,
): TemplateResult {
  const { strings, common } = words;
  const because = typeof mayEnd === "string" ? mayEnd : undefined;
  const busy = ending?.phase === "ending";
  const failed = ending?.phase === "failed";
  return html`<button
    type="button"
    class="button danger end"
    title=${because ?? nothing}
    aria-disabled=${because !== undefined || busy ? "true" : nothing}
    @click=${(event: Event) => {
      if (because !== undefined || busy) return;
      if (failed) intents.end(session);
      else intents.askEnd(session, event.currentTarget as HTMLElement);
    }}
  >
    <bdi .textContent=${busy ? strings.ending : failed ? common.retry : strings.end}></bdi>${
      because === undefined ? nothing : html`<span class="visually-hidden">: <bdi .textContent=${because}></bdi></span>`
    }
  </button>`;
}
