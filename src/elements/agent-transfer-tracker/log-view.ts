import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { TransferLogEntry } from "../../tracker/store/transfer-log.js";
import { clockTime, type TrackerContext } from "./tracker-context.js";

/** Every event that this document saw, oldest first, each with the very payload that the SDK gets. */
export function logView(
  entries: readonly TransferLogEntry[],
  connected: boolean,
  context: TrackerContext,
): TemplateResult {
  if (entries.length === 0) return html`<p class="muted note">${context.strings.logEmpty}</p>`;
  return html`<ol class="log" part="log" role="list">
    ${repeat(
      entries,
      (entry) => entry.id,
      (entry) => entryView(entry, connected, context),
    )}
  </ol>`;
}

function entryView(entry: TransferLogEntry, connected: boolean, { strings, lang }: TrackerContext): TemplateResult {
  const { payload, status, attempts, error } = entry;
  const { transfertype, transition, participant } = payload;
  const held = status === "queued" && attempts === 0 && transition === "entry" && !connected;
  return html`
    <li class="event" part="event" data-status=${status}>
      <details>
        <summary>
          <time class="muted" datetime=${new Date(entry.sentAt ?? entry.decidedAt).toISOString()}
            >${clockTime(entry.sentAt ?? entry.decidedAt, lang)}</time
          >
          <span class="type" data-transfer=${transfertype}
            >${strings.transfer[transfertype]} ${strings[transition]}</span
          >
          <span class="event-agent">${participant.name}</span>
          <span class="outcome" data-status=${status}
            >${held ? strings.waitsForConnection : (strings.outcome[status] ?? status)}${
              attempts > 1 || (attempts > 0 && status !== "sent")
                ? html` <span class="muted">· ${strings.attempts(attempts, lang)}</span>`
                : nothing
            }</span
          >
        </summary>
        ${error && status !== "sent" ? html`<p class="error-text" dir="auto">${error}</p>` : nothing}
        <transfer-json-pane
          part="payload"
          expand-depth="2"
          .label=${strings.payload}
          .text=${JSON.stringify(payload, null, 2)}
        ></transfer-json-pane>
      </details>
    </li>
  `;
}
