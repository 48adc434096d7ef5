import type { TemplateResult } from "lit";
import { labelOf, type CommonStrings } from "../../../i18n/common-strings.js";
import { clip } from "../clip.js";
import { badgeView } from "./badge-view.js";

/**
 * The badge of a session.
 *
 * @param status as the source says it: any text, of any length.
 * @param left how the session left the list, which then counts in place of the status.
 */
export function sessionBadge(
  status: string,
  common: CommonStrings,
  left?: "expired" | "gone" | "left" | undefined,
): TemplateResult {
  return badgeView(left ? "ended" : status, clip(labelOf(common.status, left ?? status) ?? common.unknownStatus));
}
