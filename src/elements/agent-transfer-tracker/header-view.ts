import { html, nothing, type TemplateResult } from "lit";
import { written } from "../../lit/written.js";
import type { TransferLogEntry } from "../../tracker/store/transfer-log.js";
import { refreshIcon } from "../shared/icons.js";
import { agentText, typeText } from "./event-words.js";
import type { TrackerIntents } from "./tracker-intents.js";
import type { TrackerModel } from "./tracker-model.js";

/**
 * Title, phase and connection; between them what waits or failed, with Retry, or else how much was sent. All of it has
 * its place, so that nothing below is moved by what happens on the line.
 */
export function headerView(model: TrackerModel, intents: TrackerIntents): TemplateResult {
  const { connection, state } = model;
  const { strings } = model.words;
  const words = { up: strings.connected, down: strings.notConnected, none: strings.noSdk };
  return html`
    <div class="head" part="header">
      <h2 class="title">${strings.title}</h2>
      <span class="phases room" data-room=${Object.values(strings.phase).join("\n")}
        ><span
          class="chip phase"
          part="phase"
          data-phase=${state.phase}
          .textContent=${strings.phase[state.phase] ?? state.phase}
        ></span
      ></span>
      ${newsView(model, intents)}
      <span
        class="connection room"
        part="connection"
        data-connection=${connection}
        data-room=${Object.values(words).join("\n")}
        ><span class="connection-word"
          ><svg class="connection-dot" viewBox="0 0 10 10" aria-hidden="true" focusable="false">
            <circle cx="5" cy="5" r="3.5"></circle></svg
          >${written(words[connection])}</span
        ></span
      >
    </div>
  `;
}

function newsView({ failed, sentCount, state, words }: TrackerModel, { retry }: TrackerIntents): TemplateResult {
  const { strings, lang } = words;
  const { outbox } = state;
  // What got no answer was handed over, and does not wait: nothing is held up by it.
  const waiting = outbox.filter(({ status }) => status !== "unconfirmed");
  if (!failed && outbox.length === 0) {
    return html`<div class="news">
      <span class="news-text muted" .textContent=${sentCount > 0 ? strings.sentCount(sentCount, lang) : ""}></span>
    </div>`;
  }
  const text = failed
    ? strings.failed(nameOf(failed, words))
    : waiting.length > 0
      ? strings.waiting(waiting.length, lang)
      : strings.unanswered(outbox.length, lang);
  const wasTried = failed !== undefined || (outbox[0]?.attempts ?? 0) > 0;
  return html`<div class="news notice" part=${failed ? "error" : "waiting"} data-kind=${failed ? "failed" : "waiting"}>
    <span class="news-text" title=${text} .textContent=${text}></span>
    ${
      wasTried
        ? html`<button class="button quiet retry" type="button" title=${strings.retryAll} @click=${retry}>
            ${refreshIcon}<span class="retry-label" .textContent=${strings.retryAll}></span>
          </button>`
        : nothing
    }
  </div>`;
}

function nameOf(entry: TransferLogEntry, { strings }: TrackerModel["words"]): string {
  return [typeText(entry, strings), agentText(entry)].filter(Boolean).join(", ");
}
