import { html, nothing, type TemplateResult } from "lit";
import { sessionKey } from "../../../domain/session/session.js";
import { repeat } from "../../../lit/repeat.js";
import type { DetailsIntents } from "../details-intents.js";
import type { DetailsModel } from "../details-model.js";
import { fieldsView } from "./fields-view.js";
import { linksView } from "./links-view.js";
import { issuesView, noticesView } from "./notices-view.js";
import { panesView } from "./panes-view.js";
import { placeholderView } from "./placeholder-view.js";
import { timelineView } from "./timeline-view.js";

/**
 * All below the header: the session, or what stands in its place. What may come at any time is told at the end, where it
 * moves nothing that somebody is about to press.
 */
export function bodyView(model: DetailsModel, intents: DetailsIntents): TemplateResult {
  const { shown } = model;
  return html`<div class="body">
      ${
        shown
          ? html`${issuesView(shown.session, model)} ${fieldsView(shown, model, intents)} ${linksView(model)}
            ${timelineView(model)}
            ${
              // Another session is another document: what was opened or revealed in one must not be in the other.
              repeat([shown.session], sessionKey, (session) => panesView(session, model))
            }`
          : placeholderView(model, intents)
      }
    </div>
    ${shown ? noticesView(shown, model, intents) : nothing}`;
}
