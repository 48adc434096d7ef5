import { html, nothing, type TemplateResult } from "lit";
import type { TransferLogEntry } from "../../tracker/store/transfer-log.js";
import { refreshIcon } from "../shared/icons.js";
import { agentText, typeText } from "./event-words.js";
import type { TrackerIntents } from "./tracker-intents.js";
import type { TrackerModel } from "./tracker-model.js";

/** Title, phase and connection; then what waits or failed, with Retry. */
export function headerView(model: TrackerModel, intents: TrackerIntents): TemplateResult {
  const { connection, state } = model;
  const { strings } = model.words;
  const word = { up: strings.connected, down: strings.notConnected, none: strings.noSdk }[connection];
  return html`
    <div class="head" part="header">
      <h2 class="title">${strings.title}</h2>
      <span class="chip phase" part="phase" data-phase=${state.phase}
        >${strings.phase[state.phase] ?? state.phase}</span
      >
      <span class="connection" part="connection" data-connection=${connection}
        ><svg class="connection-dot" viewBox="0 0 10 10" aria-hidden="true" focusable="false">
          <circle cx="5" cy="5" r="3.5"></circle></svg
        >${word}</span
      >
    </div>
    ${noticeView(model, intents)}
  `;
}

function noticeView(
  { failed, state, words }: TrackerModel,
  { retry }: TrackerIntents,
): TemplateResult | typeof nothing {
  const { strings, lang } = words;
  const { outbox } = state;
  if (!failed && outbox.length === 0) return nothing;
  const wasTried = failed !== undefined || (outbox[0]?.attempts ?? 0) > 0;
  return html`<div class="notice" part=${failed ? "error" : "waiting"} data-kind=${failed ? "failed" : "waiting"}>
    <span>${failed ? strings.failed(nameOf(failed, words)) : strings.waiting(outbox.length, lang)}</span>
    ${
      wasTried
        ? html`<button class="button" type="button" @click=${retry}>${refreshIcon}${strings.retryAll}</button>`
        : nothing
    }
  </div>`;
}

function nameOf(entry: TransferLogEntry, { strings }: TrackerModel["words"]): string {
  return [typeText(entry, strings), agentText(entry)].filter(Boolean).join(", ");
}
