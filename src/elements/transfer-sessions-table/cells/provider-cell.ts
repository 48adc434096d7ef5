import { html } from "lit";
import { labelOf } from "../../../i18n/common-strings.js";
import { warningIcon } from "../../shared/icons.js";
import { textCell } from "./cells.js";
import type { RowContext } from "../rows/row-model.js";
import type { DisplayedRow } from "../rows/row-list.js";

/** The provider by its name; marked where the project has no connection to it, so far as that is known. */
export function providerCell({ session }: DisplayedRow, context: RowContext): unknown {
  const { common, strings, connected } = context;
  const name = textCell(labelOf(common.provider, session.provider), context);
  const unconfigured = session.provider !== "" && connected !== undefined && !connected.has(session.provider);
  if (!unconfigured) return name;
  return html`<span class="unconfigured"
    >${name}<span class="issues" role="img" aria-label=${strings.notConfigured} title=${strings.notConfigured}
      >${warningIcon}</span
    ></span
  >`;
}
