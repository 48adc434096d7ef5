import { html, nothing, type TemplateResult } from "lit";
import type { TransferLogEntry } from "../../tracker/store/transfer-log.js";
import type { TrackerState } from "../../tracker/store/tracker-state.js";
import { refreshIcon } from "../shared/icons.js";
import type { TrackerContext } from "./tracker-context.js";

/** Title, phase and connection; then what waits or failed, with Retry. */
export function headerView(
  state: TrackerState,
  hasSdk: boolean,
  failedEntry: TransferLogEntry | undefined,
  retry: () => void,
  { strings, lang }: TrackerContext,
): TemplateResult {
  const { phase, connected, outbox } = state;
  const connection = connected ? "up" : hasSdk ? "down" : "none";
  const word = connected ? strings.connected : hasSdk ? strings.notConnected : strings.noSdk;
  return html`
    <div class="head" part="header">
      <h2>${strings.title}</h2>
      <span class="phase" part="phase" data-phase=${phase}>${strings.phase[phase] ?? phase}</span>
      <span class="connection" part="connection" data-connection=${connection}
        ><svg viewBox="0 0 10 10" aria-hidden="true" focusable="false"><circle cx="5" cy="5" r="3.5"></circle></svg
        >${word}</span
      >
    </div>
    ${
      failedEntry
        ? html`<div class="notice" part="error" data-kind="failed">
            <span>${strings.failed(nameOf(failedEntry, strings))}</span>
            <button class="button" type="button" @click=${retry}>${refreshIcon}${strings.retryAll}</button>
          </div>`
        : outbox.length > 0
          ? html`<div class="notice" part="waiting" data-kind="waiting">
              <span>${strings.waiting(outbox.length, lang)}</span>
              ${
                (outbox[0]?.attempts ?? 0) > 0
                  ? html`<button class="button" type="button" @click=${retry}>
                      ${refreshIcon}${strings.retryAll}
                    </button>`
                  : nothing
              }
            </div>`
          : nothing
    }
  `;
}

function nameOf({ payload }: TransferLogEntry, strings: TrackerContext["strings"]): string {
  return `${strings.transfer[payload.transfertype]} ${strings[payload.transition]}, ${payload.participant.name}`;
}
