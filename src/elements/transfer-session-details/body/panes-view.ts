import { html, type TemplateResult } from "lit";
import type { TransferSession } from "../../../domain/session/session.js";
import { wireTextOf } from "../../../domain/session/wire-text.js";
import type { DetailsModel } from "../details-model.js";

/** Metadata and provider data, each in a JSON pane. */
export function panesView({ metadata, providerData }: TransferSession, model: DetailsModel): TemplateResult {
  const { strings } = model.words;
  return html`<div class="panes">
    ${pane(strings.metadata, metadata, strings.noMetadata, model)}
    ${pane(strings.providerData, providerData, strings.noProviderData, model)}
  </div>`;
}

function pane(label: string, value: unknown, none: string, { loading, words, redact }: DetailsModel): TemplateResult {
  if (value === undefined || value === null) {
    return html`<p class="no-data muted">
      <strong class="no-data-name" .textContent=${label}></strong> ${loading.pending ? words.strings.loadingFull : none}
    </p>`;
  }
  return html`<transfer-json-pane
    .label=${label}
    .value=${value}
    .text=${wireTextOf(value)}
    .redact=${redact}
  ></transfer-json-pane>`;
}
