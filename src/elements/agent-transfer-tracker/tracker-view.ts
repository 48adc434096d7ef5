import { html, nothing, type TemplateResult } from "lit";
import { controlsView } from "./controls-view.js";
import { headerView } from "./header-view.js";
import { lanesView } from "./lanes-view.js";
import { logView } from "./log-view.js";
import { rosterView } from "./roster-view.js";
import type { TrackerIntents } from "./tracker-intents.js";
import type { TrackerModel } from "./tracker-model.js";

/** The whole view. */
export function trackerView(model: TrackerModel, intents: TrackerIntents): TemplateResult {
  const { strings, dir } = model.words;
  return html`
    <section class="base panel" translate="no" dir=${dir} aria-label=${strings.title}>
      ${headerView(model, intents)} ${model.controls ? controlsView(model.controls, model.words, intents) : nothing}
      <div class="body">
        <section class="part" aria-label=${strings.agents}>
          <h3 class="part-title">${strings.agents}</h3>
          ${rosterView(model, intents)}
        </section>
        <section class="part timeline" aria-label=${strings.timeline}>
          <h3 class="part-title">${strings.timeline}</h3>
          ${lanesView(model)}
        </section>
        <section class="part events" aria-label=${strings.log}>
          <h3 class="part-title">${strings.log}</h3>
          ${logView(model, intents)}
        </section>
      </div>
      <p class="visually-hidden" role="status" .textContent=${model.announcement}></p>
    </section>
  `;
}
