import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "../../lit/repeat.js";
import { written } from "../../lit/written.js";
import { formatTimeToSecond } from "../../i18n/format.js";
import type { TransferLogEntry } from "../../tracker/store/transfer-log.js";
import { isEntry } from "../../tracker/rules/message.js";
import { agentText, typeText } from "./event-words.js";
import type { TrackerIntents } from "./tracker-intents.js";
import type { TrackerModel } from "./tracker-model.js";

/** The newest events that this document saw, oldest first, each with the very payload that the SDK gets. */
export function logView(model: TrackerModel, intents: TrackerIntents): TemplateResult {
  const { log, logWindow } = model;
  const { strings, lang } = model.words;
  const earlier = Math.max(0, log.length - logWindow);
  if (log.length === 0) return html`<p class="muted note" .textContent=${model.words.strings.logEmpty}></p>`;
  return html`${
      earlier > 0
        ? html`<button class="button quiet" type="button" @click=${() => intents.showEarlier()}>
            ${strings.earlier(earlier, lang)}
          </button>`
        : nothing
    }
    <ol class="list" part="log" role="list">
      ${repeat(
        log.slice(earlier),
        (entry) => entry.id,
        (entry) => entryView(entry, model, intents),
      )}
    </ol>`;
}

function entryView(
  entry: TransferLogEntry,
  { state, words, opened }: TrackerModel,
  { openEvent }: TrackerIntents,
): TemplateResult {
  const { strings, lang } = words;
  const { payload, status, attempts, error } = entry;
  const held = status === "queued" && attempts === 0 && isEntry(entry) && !state.connected;
  const time = entry.sentAt ?? entry.decidedAt;
  return html`
    <li class="event" part="event" data-status=${status}>
      <details
        class="event-details"
        @toggle=${(event: Event) => (event.currentTarget as HTMLDetailsElement).open && openEvent(entry.id)}
      >
        <summary class="event-summary">
          <time
            class="event-time muted"
            datetime=${new Date(time).toISOString()}
            .textContent=${formatTimeToSecond(time, lang)}
          ></time>
          <span class="event-type" .textContent=${typeText(entry, strings)}></span>
          <bdi class="event-agent" .textContent=${agentText(entry)}></bdi>
          <span class="event-outcome" data-status=${status}
            >${written(held ? strings.waitsForConnection : (strings.outcome[status] ?? status))}${
              attempts > 1 || (attempts > 0 && status !== "sent")
                ? html` <span class="muted">· ${strings.attempts(attempts, lang)}</span>`
                : nothing
            }</span
          >
        </summary>
        ${error && status !== "sent" ? html`<p class="event-error" dir="auto" .textContent=${error}></p>` : nothing}
        ${
          opened.has(entry.id)
            ? html`<transfer-json-pane
                class="event-payload"
                part="payload"
                expand-depth="2"
                .label=${strings.payload}
                .text=${JSON.stringify(payload, null, 2)}
              ></transfer-json-pane>`
            : nothing
        }
      </details>
    </li>
  `;
}
