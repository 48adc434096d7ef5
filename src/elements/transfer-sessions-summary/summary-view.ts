import { html, nothing, type TemplateResult } from "lit";
import type { SummaryIntents } from "./summary-intents.js";
import type { SummaryModel } from "./summary-model.js";
import { attentionTile } from "./tiles/attention-tile.js";
import { providerTile } from "./tiles/provider-tile.js";
import { statusTile } from "./tiles/status-tile.js";
import { waitTile } from "./tiles/wait-tile.js";

export function summaryView(model: SummaryModel, intents: SummaryIntents): TemplateResult {
  const { known, connected, loading, words } = model;
  const { strings } = words;
  return html`<section class="base" translate="no" aria-label=${strings.title} aria-busy=${loading ? "true" : "false"}>
    <div class="tiles">
      ${statusTile(model, intents)} ${waitTile(model, intents)} ${attentionTile(model, intents)}
      ${providerTile(model, intents)}
    </div>
    <div class="visually-hidden">${known || !connected ? nothing : loading ? strings.loading : strings.unknown}</div>
  </section>`;
}
