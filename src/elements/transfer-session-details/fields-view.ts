import { html, nothing, type TemplateResult } from "lit";
import { live } from "../../lit/time/live.js";
import { durationOf } from "../../domain/session/duration.js";
import { expiryOf, ttlMinutesOf } from "../../domain/session/lifecycle.js";
import { parseSessionId } from "../../domain/session/session-id.js";
import type { TransferSession } from "../../domain/session/session.js";
import { labelOf } from "../../i18n/common-strings.js";
import { formatDateTime, formatDuration, formatRelative, formatTime } from "../../i18n/format.js";
import { copyIcon } from "../shared/icons.js";
import { clip } from "../shared/clip.js";
import { sessionBadge } from "../shared/badge/session-badge.js";
import type { DetailsContext } from "./details-context.js";

/** Beyond it there is no date. */
const LATEST = 8.64e15;

/** The fields of a session, each with its name. */
export function fieldsView(session: TransferSession, left: boolean, context: DetailsContext): TemplateResult {
  const { strings, common } = context;
  // What decides what to do comes first; ids, which are only compared and copied, last.
  return html`<dl class="fields" part="fields">
    ${field(strings.status, sessionBadge(session.status, common))}
    ${field(strings.duration, durationValue(session, left, context))} ${agentField(session, context)}
    ${field(strings.expires, expiryValue(session, left, context))}
    ${field(strings.provider, text(labelOf(common.provider, session.provider), context))}
    ${field(strings.created, moment(session.createdAt, context))}
    ${field(strings.channel, text(labelOf(common.channel, session.channel), context))}
    ${field(strings.updated, moment(session.updatedAt, context))} ${field(strings.queue, text(session.queue, context))}
    ${session.endedAt === undefined ? nothing : field(strings.ended, moment(session.endedAt, context))}
    ${idField(strings.contactId, session.contactId, context)} ${sessionIdField(session, context)}
    ${idField(strings.providerSessionId, session.providerSessionId, context)}
  </dl>`;
}

function field(name: string, value: unknown, wide = false): TemplateResult {
  return html`<div class="field ${wide ? "wide" : ""}">
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

function none({ common }: DetailsContext): TemplateResult {
  return html`<span class="muted" role="img" aria-label=${common.noneLabel}>${common.none}</span>`;
}

function text(value: string | undefined, context: DetailsContext): TemplateResult {
  return value ? html`<bdi>${clip(value)}</bdi>` : none(context);
}

function agentField(session: TransferSession, context: DetailsContext): TemplateResult {
  const { agentName, agentId } = session;
  const id =
    agentId && agentId !== agentName ? html` <bdi class="mono muted" dir="ltr">${clip(agentId)}</bdi>` : nothing;
  return field(
    context.strings.agent,
    agentName ? html`<bdi>${clip(agentName)}</bdi>${id}` : agentId ? id : none(context),
  );
}

/** An id in full; it may wrap anywhere. */
function idValue(id: string, name: string, context: DetailsContext): TemplateResult {
  return html`<bdi class="mono id" dir="ltr">${clip(id)}</bdi
    ><button
      type="button"
      class="button quiet icon-only copy"
      title=${context.common.copy}
      aria-label=${context.strings.copyField(name)}
      @click=${() => context.onCopy(id, name)}
    >
      ${copyIcon}
    </button>`;
}

function idField(name: string, id: string | undefined, context: DetailsContext): TemplateResult {
  return field(name, id ? idValue(id, name, context) : none(context), true);
}

function sessionIdField(session: TransferSession, context: DetailsContext): TemplateResult {
  const { strings, common } = context;
  const parts = parseSessionId(session.id);
  const part = (name: string, value: string, copied: boolean): TemplateResult =>
    html`<div class="part">
      <dt>${name}</dt>
      <dd>${copied ? idValue(value, name, context) : html`<bdi>${clip(value)}</bdi>`}</dd>
    </div>`;
  return field(
    strings.sessionId,
    html`${idValue(session.id, strings.sessionId, context)}${
      parts
        ? html`<dl class="parts">
            ${part(strings.uuid, parts.uuid, true)} ${part(strings.conversation, parts.conversationId, true)}
            ${part(strings.channel, labelOf(common.channel, parts.channel) ?? parts.channel, false)}
          </dl>`
        : nothing
    }`,
    true,
  );
}

/** Date, time and zone; how long ago it was ticks beside it. */
function moment(time: number | undefined, context: DetailsContext): TemplateResult {
  if (time === undefined || !(Math.abs(time) <= LATEST)) return none(context);
  const { lang, environment } = context;
  const ago = (): { key: string; content: string } => {
    const words = formatRelative(time - context.now(), lang);
    return { key: words, content: words };
  };
  return html`<time datetime=${new Date(time).toISOString()}><bdi>${formatDateTime(time, lang)}</bdi></time>
    <span class="muted relative"><bdi>${live(environment, ago)}</bdi></span>`;
}

function durationValue(session: TransferSession, left: boolean, context: DetailsContext): unknown {
  const read = (): { key: string; content: string } => {
    const duration = durationOf(session, context.now());
    const words = duration === undefined ? context.common.none : formatDuration(duration, context.lang);
    return { key: words, content: words };
  };
  return left || session.status === "ended" ? read().content : live(context.environment, read);
}

/** The time that is left; counted down, since each message sets it back. */
function expiryValue(session: TransferSession, left: boolean, context: DetailsContext): unknown {
  const { strings, lang, lifecycle } = context;
  const ttl = ttlMinutesOf(session, lifecycle);
  const expiry = expiryOf(session, lifecycle);
  if (session.status === "ended" || left) return none(context);
  if (ttl === 0) return strings.never;
  if (expiry === undefined || !(Math.abs(expiry) <= LATEST)) return none(context);
  const rest = (): { key: string; content: unknown } => {
    const remaining = expiry - context.now();
    const words = remaining <= 0 ? strings.expired : formatDuration(remaining, lang);
    const level = remaining <= 5 * 60_000 ? "warning" : "";
    return { key: words, content: html`<bdi class="rest" data-level=${level}>${words}</bdi>` };
  };
  return html`${live(context.environment, rest)} <span class="muted">· <bdi>${formatTime(expiry, lang)}</bdi></span>`;
}
