import { html, nothing, svg, type TemplateResult } from "lit";
import type { TransferSession } from "../../domain/session/session.js";
import { refreshIcon } from "../shared/icons.js";
import { closeIcon } from "../shared/menu-icons.js";
import { failureOf } from "../../sources/data-source.js";
import type { Ending } from "../../stores/sessions/session-endings.js";
import { clip } from "../shared/clip.js";
import { sessionBadge } from "../shared/badge/session-badge.js";
import type { DetailsContext, Presence } from "./details-context.js";
import type { Neighbours } from "./neighbours.js";

export interface HeaderContext {
  readonly presence: Presence | undefined;
  readonly context: DetailsContext;
  readonly neighbours: Neighbours;
  /** `true`; `false`: no End is offered; text: why not. */
  readonly allowed: boolean | string;
  readonly ending: Ending | undefined;
  readonly refreshing: boolean;
  readonly canRefresh: boolean;
  readonly closable: boolean;
  onStep(neighbour: TransferSession): void;
  onEnd(from: HTMLElement): void;
  onRetryEnd(): void;
  onRefresh(): void;
  onClose(): void;
}

const chevron = (path: TemplateResult<2>): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${path}</svg>`;
const UP = chevron(svg`<path d="M4 10l4-4 4 4"></path>`);
const DOWN = chevron(svg`<path d="M4 6l4 4 4-4"></path>`);

export function headerView(header: HeaderContext): TemplateResult {
  const { presence, context, neighbours } = header;
  const { strings, common } = context;
  return html`<header class="header" part="header">
    <h2 id="title" tabindex="-1">${strings.title}</h2>
    ${presence ? sessionBadge(presence.session.status, common, presence.left) : nothing}
    <span class="space"></span>
    ${step(strings.previous, "k", UP, neighbours.previous, header)}
    ${step(strings.next, "j", DOWN, neighbours.next, header)}
    ${
      header.canRefresh
        ? html`<button
            type="button"
            class="button quiet refresh"
            aria-busy=${header.refreshing ? "true" : "false"}
            @click=${header.onRefresh}
          >
            ${refreshIcon}<span class="button-label">${common.refresh}</span>
          </button>`
        : nothing
    }
    ${endButton(header)}
    ${
      header.closable
        ? html`<button
            type="button"
            class="button quiet icon-only"
            title=${common.close}
            aria-label=${common.close}
            @click=${header.onClose}
          >
            ${closeIcon}
          </button>`
        : nothing
    }
  </header>`;
}

function step(
  label: string,
  key: string,
  icon: TemplateResult,
  neighbour: TransferSession | undefined,
  { onStep }: HeaderContext,
): TemplateResult {
  // Not `disabled`: the focus would be lost at the end of the list.
  return html`<button
    type="button"
    class="button quiet icon-only"
    title=${`${label} (${key})`}
    aria-label=${label}
    aria-keyshortcuts=${key}
    aria-disabled=${neighbour ? nothing : "true"}
    @click=${() => neighbour && onStep(neighbour)}
  >
    ${icon}
  </button>`;
}

function endButton({ allowed, ending, context, onEnd, onRetryEnd }: HeaderContext): TemplateResult | typeof nothing {
  if (allowed === false) return nothing;
  const { strings, common } = context;
  const because = typeof allowed === "string" ? allowed : undefined;
  const busy = ending?.phase === "ending";
  const failed = ending?.phase === "failed";
  return html`${
      failed
        ? html`<span class="end-failed" role="alert" title=${clip(failureOf(ending.error).message)}
            >${strings.endFailed}</span
          >`
        : nothing
    }<button
      type="button"
      class="button danger end"
      title=${because ?? nothing}
      aria-disabled=${because !== undefined || busy ? "true" : nothing}
      @click=${(event: Event) => {
        if (because !== undefined || busy) return;
        if (failed) onRetryEnd();
        else onEnd(event.currentTarget as HTMLElement);
      }}
    >
      <bdi>${busy ? strings.ending : failed ? common.retry : strings.end}</bdi>${
        because === undefined ? nothing : html`<span class="visually-hidden">: ${because}</span>`
      }
    </button>`;
}
