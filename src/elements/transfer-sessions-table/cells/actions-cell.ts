import { html, nothing } from "lit";
import { sentence } from "../../../i18n/isolate.js";
import { askCanEnd } from "../../../lit/properties/can-end.js";
import { linksOf } from "../../../lit/properties/session-links.js";
import { failureOf } from "../../../sources/data-source.js";
import { clip } from "../../shared/clip.js";
import { hasLeft, type RowModel } from "../rows/row-model.js";
import type { TableIntents } from "../table-intents.js";
import { contactName } from "./contact-cell.js";
import { linkButtons } from "./link-buttons.js";
import { rowActionButtons } from "./row-action-buttons.js";

/** Links, the host's own actions, and End. */
export function actionsCell(row: RowModel, intents: TableIntents): unknown {
  const { session, muted, ending, shared } = row;
  const { strings, common } = shared;
  const contact = contactName(session, shared);
  const links = [
    linkButtons(linksOf(session, shared.links, document.baseURI)),
    hasLeft(muted) ? nothing : rowActionButtons(row, contact, intents),
  ];
  const isOver = hasLeft(muted) || session.status === "ended" || !shared.canSourceEnd;
  const allowed = isOver ? false : askCanEnd(shared.canEnd, session);
  const failed = ending?.phase === "failed";
  const failure = failed
    ? html`<span
        class="end-failed"
        title=${sentence`${strings.endFailedMessage(contact)} ${clip(failureOf(ending.error).message)}`}
        .textContent=${strings.endFailed}
      ></span>`
    : nothing;
  if (allowed === false) return [failure, links];
  const because = typeof allowed === "string" ? allowed : undefined;
  const busy = ending?.phase === "ending";
  const label = busy
    ? strings.endingSession(contact)
    : failed
      ? strings.retryEnd(contact)
      : strings.endSession(contact);
  // One button through all phases, so that focus stays where it is.
  return html`${failure}${links}<button
      type="button"
      class="button quiet danger end"
      tabindex="-1"
      data-stop
      aria-label=${because ? sentence`${label}: ${because}` : label}
      title=${because ?? nothing}
      aria-disabled=${because !== undefined || busy ? "true" : nothing}
      @click=${(event: Event) => {
        if (because !== undefined || busy) return;
        if (failed) intents.retryEnd(session);
        else intents.end(session, event.currentTarget as HTMLElement);
      }}
      .textContent=${busy ? strings.ending : failed ? common.retry : strings.end}
    ></button>`;
}
