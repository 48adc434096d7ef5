import { html, nothing } from "lit";
import type { TransferSession } from "../../domain/session.js";
import { formatDateTime, formatTime } from "../../i18n/format.js";
import { copyIcon, warningIcon } from "../../internal/icons.js";
import type { Ending } from "../../stores/session-endings.js";
import { failureOf } from "../../sources/data-source.js";
import { sessionBadge } from "../transfer-status-badge/session-badge.js";
import { attentionMarker } from "./attention-marker.js";
import { clip } from "./clip.js";
import { linkButtons } from "./link-buttons.js";
import type { RowContext } from "./row-context.js";
import type { DisplayedRow, Muted } from "./row-list.js";
import { shortenMiddle } from "./shorten.js";

/** Text of an open list or a name: isolated, so that hostile direction marks stay in their cell. */
export function textCell(text: string | undefined, { common }: RowContext): unknown {
  if (!text) return html`<span class="muted" aria-label=${common.noneLabel} role="img">${common.none}</span>`;
  const shown = clip(text);
  return html`<bdi class="text" title=${shown}>${shown}</bdi>`;
}

export function contactCell(row: DisplayedRow, context: RowContext): unknown {
  const { contactId } = row.session;
  const { strings, common } = context;
  if (!contactId) return [textCell(undefined, context), attentionMarker(row, context), issuesMarker(row, context)];
  const shown = shortenMiddle(contactId);
  // What tells of trouble comes before what can be done: where room ends, it is the button that is cut.
  return html`<bdi class="mono id" dir="ltr" title=${clip(contactId)}>${shown}</bdi
    >${attentionMarker(row, context)}${issuesMarker(row, context)}<button
      type="button"
      class="button quiet icon-only copy"
      tabindex="-1"
      aria-label=${strings.copyContact(shown)}
      title=${common.copy}
      @click=${() => context.onCopy(contactId)}
    >
      ${copyIcon}
    </button>`;
}

/** Fields of the record that could not be read. */
function issuesMarker({ session: { issues } }: DisplayedRow, { strings, lang }: RowContext): unknown {
  if (!issues) return nothing;
  const words = clip(`${strings.fieldIssues(issues.length, lang)}: ${issues.map(({ message }) => message).join(" ")}`);
  return html`<span class="issues" role="img" aria-label=${words} title=${words}>${warningIcon}</span>`;
}

export function statusCell({ session, muted }: DisplayedRow, { common }: RowContext): unknown {
  return sessionBadge(session.status, common, hasLeft(muted) ? muted : undefined);
}

export function actionsCell(row: DisplayedRow, ending: Ending | undefined, context: RowContext): unknown {
  const { session, muted } = row;
  const { strings } = context;
  const contact = contactName(session, context);
  const links = [
    linkButtons(context.linksOf(session)),
    hasLeft(muted) ? nothing : context.rowActions.view(session, contact),
  ];
  const allowed = hasLeft(muted) || session.status === "ended" ? false : context.canEnd(session);
  if (allowed === false) return links;
  const because = typeof allowed === "string" ? allowed : undefined;
  const failed = ending?.phase === "failed";
  const busy = ending?.phase === "ending";
  const label = busy
    ? strings.endingSession(contact)
    : failed
      ? strings.retryEnd(contact)
      : strings.endSession(contact);
  // One button through all phases, so that focus stays where it is.
  return html`${
      failed
        ? html`<span
            class="end-failed"
            title=${clip(`${strings.endFailedMessage(contact)} ${failureOf(ending.error).message}`)}
            >${strings.endFailed}</span
          >`
        : nothing
    }${links}<button
      type="button"
      class="button quiet danger end"
      tabindex="-1"
      data-stop
      aria-label=${because ? `${label}: ${because}` : label}
      title=${because ?? nothing}
      aria-disabled=${because !== undefined || busy ? "true" : nothing}
      @click=${(event: Event) => {
        if (because !== undefined || busy) return;
        if (failed) context.onRetryEnd(session);
        else context.onEnd(session, event.currentTarget as HTMLElement);
      }}
    >
      ${busy ? strings.ending : failed ? context.common.retry : strings.end}
    </button>`;
}

/** Such a row shows the last record of a session that is no longer listed. */
export function hasLeft(muted: Muted | undefined): muted is "expired" | "gone" | "left" {
  return muted !== undefined && muted !== "unmatched";
}

/** A point in time: short, with the whole of it on hover. */
export function timeCell(time: number | undefined, context: RowContext): unknown {
  if (time === undefined) return textCell(undefined, context);
  return html`<span class="text" title=${formatDateTime(time, context.lang)}>${formatShort(time, context)}</span>`;
}

function formatShort(time: number, { store, lang }: RowContext): string {
  const sameDay = new Date(time).toDateString() === new Date(store.now()).toDateString();
  return sameDay ? formatTime(time, lang) : formatDateTime(time, lang);
}

/** How a session is called where its contact has to be named. */
export function contactName(session: TransferSession, { strings }: Pick<RowContext, "strings">): string {
  return session.contactId ? shortenMiddle(session.contactId) : strings.confirmUnknownContact;
}
