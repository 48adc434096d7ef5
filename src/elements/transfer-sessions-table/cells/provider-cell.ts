import { html } from "lit";
import { labelOf } from "../../../i18n/common-strings.js";
import { warningIcon } from "../../shared/icons.js";
import type { RowModel } from "../rows/row-model.js";
import { textCell } from "./text-cell.js";

/** The provider by its name; marked where the project has no connection to it, so far as that is known. */
export function providerCell({ session, shared }: RowModel): unknown {
  const { common, strings, connected } = shared;
  const name = textCell(labelOf(common.provider, session.provider), shared);
  const unconfigured = session.provider !== "" && connected !== undefined && !connected.has(session.provider);
  if (!unconfigured) return name;
  return html`<span class="unconfigured"
    >${name}<span class="issues" role="img" aria-label=${strings.notConfigured} title=${strings.notConfigured}
      >${warningIcon}</span
    ></span
  >`;
}
