import { html, nothing } from "lit";
import { labelOf } from "../../../i18n/common-strings.js";
import { attentionIcon } from "../../shared/icons.js";
import type { RowModel } from "../rows/row-model.js";

/** RowMarks a session that needs attention, with the reasons in words. Unreadable fields have a mark of their own. */
export function attentionMarker({ session, shared: { monitor, strings, common } }: RowModel): unknown {
  // Of what has left the list, the monitor knows nothing any more.
  const attention = monitor?.of(session).filter(({ rule }) => rule !== "unreadable");
  if (!attention?.length) return nothing;
  const reasons = attention.map(({ rule }) => labelOf(common.attention, rule) ?? rule).join(", ");
  const level = attention.some((one) => one.level === "critical") ? "critical" : "warning";
  const words = strings.needsAttentionBecause(reasons);
  return html`<span class="attention" data-level=${level} role="img" aria-label=${words} title=${words}
    >${attentionIcon}</span
  >`;
}
