import { html, nothing } from "lit";
import { sentence } from "../../../i18n/isolate.js";
import type { TransferSession } from "../../../domain/session/session.js";
import { clip } from "../../shared/clip.js";
import { copyIcon, warningIcon } from "../../shared/icons.js";
import type { RowModel } from "../rows/row-model.js";
import type { TableIntents } from "../table-intents.js";
import type { TableWords } from "../table-words.js";
import { attentionMarker } from "./attention-marker.js";
import { shortenMiddle } from "./shorten-middle.js";
import { textCell } from "./text-cell.js";

export function contactCell(row: RowModel, intents: TableIntents): unknown {
  const { session, shared } = row;
  const { strings, common } = shared;
  const { contactId } = session;
  if (!contactId) return [textCell(undefined, shared), attentionMarker(row), issuesMarker(row)];
  const shown = shortenMiddle(contactId);
  // What tells of trouble comes before what can be done: where room ends, it is the button that is cut.
  return html`<bdi class="mono id" dir="ltr" title=${clip(contactId)} .textContent=${shown}></bdi
    >${attentionMarker(row)}${issuesMarker(row)}<button
      type="button"
      class="button quiet icon-only copy"
      tabindex="-1"
      aria-label=${strings.copyContact(shown)}
      title=${common.copy}
      @click=${() => intents.copy(contactId)}
    >
      ${copyIcon}
    </button>`;
}

/** Fields of the record that could not be read. */
function issuesMarker({ session: { issues }, shared: { strings, lang } }: RowModel): unknown {
  if (!issues) return nothing;
  const words = sentence`${strings.fieldIssues(issues.length, lang)}: ${clip(issues.map(({ message }) => message).join(" "))}`;
  return html`<span class="issues" role="img" aria-label=${words} title=${words}>${warningIcon}</span>`;
}

/** How a session is called where its contact has to be named: without one, its id tells it from others. */
export function contactName({ id, contactId }: TransferSession, { strings }: Pick<TableWords, "strings">): string {
  return contactId ? shortenMiddle(contactId) : `${strings.confirmUnknownContact} (${shortenMiddle(id)})`;
}
