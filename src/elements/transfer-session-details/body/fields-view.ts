import { html, nothing, type TemplateResult } from "lit";
import { live, type LiveValue } from "../../../lit/time/live.js";
import { durationOf } from "../../../domain/session/duration.js";
import { expiryOf, ttlMinutesOf } from "../../../domain/session/lifecycle.js";
import { parseSessionId } from "../../../domain/session/session-id.js";
import type { TransferSession } from "../../../domain/session/session.js";
import { labelOf } from "../../../i18n/common-strings.js";
import { formatDateTime, formatDuration, formatRelative, formatTime } from "../../../i18n/format.js";
import { copyIcon } from "../../shared/icons.js";
import { clip } from "../../shared/clip.js";
import { sessionBadge } from "../../shared/badge/badge-view.js";
import type { DetailsIntents } from "../details-intents.js";
import type { DetailsModel } from "../details-model.js";
import type { ShownSession } from "../session/followed-session.js";

/** Beyond it there is no date. */
const LATEST = 8.64e15;

/** Two digits wherever there may be two. */
const LONG_DATE = new Date(2028, 8, 28, 22, 58, 58).getTime();

/** Milliseconds before the expiry in which it is marked. */
const SOON = 5 * 60_000;

/** The fields of a session, each with its name. */
export function fieldsView(
  { session, left }: ShownSession,
  model: DetailsModel,
  intents: DetailsIntents,
): TemplateResult {
  const { strings, common } = model.words;
  const hasLeft = left !== undefined;
  // What decides what to do comes first; ids, which are only compared and copied, last.
  return html`<dl class="fields" part="fields">
    ${field(strings.status, sessionBadge(session.status, common))}
    ${field(strings.duration, durationValue(session, hasLeft, model))} ${agentField(session, model)}
    ${field(strings.expires, expiryValue(session, hasLeft, model))}
    ${field(strings.provider, text(labelOf(common.provider, session.provider), model))}
    ${field(strings.created, moment(session.createdAt, model))}
    ${field(strings.channel, text(labelOf(common.channel, session.channel), model))}
    ${field(strings.updated, moment(session.updatedAt, model))} ${field(strings.queue, text(session.queue, model))}
    ${field(strings.ended, moment(session.endedAt, model))}
    ${idField(strings.contactId, session.contactId, model, intents)} ${sessionIdField(session, model, intents)}
    ${idField(strings.providerSessionId, session.providerSessionId, model, intents)}
  </dl>`;
}

function field(name: string, value: unknown, wide = false): TemplateResult {
  return html`<div class="field ${wide ? "wide" : ""}">
    <dt class="field-name">${name}</dt>
    <dd class="field-value">${value}</dd>
  </div>`;
}

function none({ words: { common } }: DetailsModel): TemplateResult {
  return html`<span class="muted" role="img" aria-label=${common.noneLabel} .textContent=${common.none}></span>`;
}

function text(value: string | undefined, model: DetailsModel): TemplateResult {
  return value ? html`<bdi .textContent=${clip(value)}></bdi>` : none(model);
}

function agentField({ agentName, agentId }: TransferSession, model: DetailsModel): TemplateResult {
  const id =
    agentId && agentId !== agentName
      ? html` <bdi class="mono muted" dir="ltr" .textContent=${clip(agentId)}></bdi>`
      : nothing;
  return field(
    model.words.strings.agent,
    agentName ? html`<bdi .textContent=${clip(agentName)}></bdi>${id}` : agentId ? id : none(model),
  );
}

/** An id in full; it may wrap anywhere. */
function idValue(id: string, name: string, { words }: DetailsModel, intents: DetailsIntents): TemplateResult {
  return html`<bdi class="mono id" dir="ltr" .textContent=${clip(id)}></bdi
    ><button
      type="button"
      class="button quiet icon-only copy"
      title=${words.common.copy}
      aria-label=${words.strings.copyField(name)}
      @click=${() => intents.copy(id, name)}
    >
      ${copyIcon}
    </button>`;
}

function idField(name: string, id: string | undefined, model: DetailsModel, intents: DetailsIntents): TemplateResult {
  return field(name, id ? idValue(id, name, model, intents) : none(model), true);
}

function sessionIdField({ id }: TransferSession, model: DetailsModel, intents: DetailsIntents): TemplateResult {
  const { strings, common } = model.words;
  const parts = parseSessionId(id);
  const copied = (name: string, value: string) => part(name, idValue(value, name, model, intents));
  return field(
    strings.sessionId,
    html`${idValue(id, strings.sessionId, model, intents)}${
      parts
        ? html`<dl class="parts">
            ${copied(strings.uuid, parts.uuid)} ${copied(strings.conversation, parts.conversationId)}
            ${part(strings.channel, html`<bdi .textContent=${clip(labelOf(common.channel, parts.channel) ?? parts.channel)}></bdi>`)}
          </dl>`
        : nothing
    }`,
    true,
  );
}

function part(name: string, value: TemplateResult): TemplateResult {
  return html`<div class="part">
    <dt class="field-name">${name}</dt>
    <dd class="field-value">${value}</dd>
  </div>`;
}

/** Date, time and zone; how long ago it was ticks below it. As high before it has come as the longest date will be. */
function moment(time: number | undefined, model: DetailsModel): TemplateResult {
  const { environment, words } = model;
  const room = `${formatDateTime(LONG_DATE, words.lang)}\n—`;
  if (time === undefined || !(Math.abs(time) <= LATEST)) {
    return html`<div class="moment" data-room=${room}>${none(model)}</div>`;
  }
  const ago = (): LiveValue => {
    const key = formatRelative(time - model.now(), words.lang);
    return { key, content: key };
  };
  return html`<div class="moment" data-room=${room}>
    <div>
      <time datetime=${new Date(time).toISOString()}><bdi .textContent=${formatDateTime(time, words.lang)}></bdi></time>
      <span class="muted relative"><bdi>${live(environment, ago)}</bdi></span>
    </div>
  </div>`;
}

function durationValue(session: TransferSession, hasLeft: boolean, model: DetailsModel): unknown {
  const { common, lang } = model.words;
  const read = (): LiveValue => {
    const duration = durationOf(session, model.now());
    const key = duration === undefined ? common.none : formatDuration(duration, lang);
    return { key, content: key };
  };
  return hasLeft || session.status === "ended" ? read().content : live(model.environment, read);
}

/** The time that is left; counted down, since each message sets it back. */
/** As high from the start as when its time is up, and when it has ended. */
function expiryValue(session: TransferSession, hasLeft: boolean, model: DetailsModel): TemplateResult {
  const { strings, lang } = model.words;
  const room = `${strings.expired} · ${formatTime(LONG_DATE, lang)}`;
  return html`<div class="moment expiry" data-room=${room}><div>${expiryText(session, hasLeft, model)}</div></div>`;
}

function expiryText(session: TransferSession, hasLeft: boolean, model: DetailsModel): unknown {
  const { lifecycle, environment } = model;
  const { strings, lang } = model.words;
  const expiry = expiryOf(session, lifecycle);
  if (session.status === "ended" || hasLeft) return none(model);
  if (ttlMinutesOf(session, lifecycle) === 0) return strings.never;
  if (expiry === undefined || !(Math.abs(expiry) <= LATEST)) return none(model);
  const rest = (): LiveValue => {
    const remaining = expiry - model.now();
    const key = remaining <= 0 ? strings.expired : formatDuration(remaining, lang);
    const level = remaining <= SOON ? "warning" : "";
    return { key, content: html`<bdi class="rest" data-level=${level} .textContent=${key}></bdi>` };
  };
  return html`${live(environment, rest)}
    <span class="muted">· <bdi .textContent=${formatTime(expiry, lang)}></bdi></span>`;
}
