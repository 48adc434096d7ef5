import { html, nothing, type TemplateResult } from "lit";
import { formatDuration } from "../../../i18n/format.js";
import { written } from "../../../lit/written.js";
import { live, type LiveValue } from "../../../lit/time/live.js";
import type { SessionStore } from "../../../stores/sessions/session-store.js";
import { filterButton } from "../filter/filter-button.js";
import type { SummaryFilter } from "../filter/filtered-table.js";
import type { SummaryIntents } from "../summary-intents.js";
import type { SummaryModel } from "../summary-model.js";
import { unknownValue } from "./tile-parts.js";

/** Those who have not reached a human agent. */
const WAITING: SummaryFilter = { kind: "status", status: ["pending", "queued"], longestFirst: true };

/** How long the longest has waited, now and within the last hour. */
export function waitTile(model: SummaryModel, intents: SummaryIntents): TemplateResult {
  const { store, floor, holdsAll, words } = model;
  const { strings, lang } = words;
  const body = html`<span class="label">${strings.longestWait}</span>
    <span class="figure">${store ? live(store.environment, () => figure(store, model)) : unknownValue(model)}</span>
    <span class="detail"
      >${
        store
          ? html`<bdi
              >${written(strings.waiting(floor.waiting, lang))}${
                holdsAll ? html` · ${live(store.environment, () => lastHour(store, model))}` : nothing
              }</bdi
            >`
          : nothing
      }</span
    >`;
  return html`<div class="tile" part="tile">${filterButton(WAITING, body, "whole", model, intents)}</div>`;
}

function figure(store: SessionStore, model: SummaryModel): LiveValue {
  const { floor, thresholds, words } = model;
  const wait = waitNow(store, floor);
  // Nobody here has seen those who wait, or they do not say since when.
  if (wait === undefined && floor.waiting > 0) return { key: "unknown", content: unknownValue(model) };
  if (wait === undefined) {
    return { key: "none", content: html`<span class="calm" .textContent=${words.strings.nobodyWaits}></span>` };
  }
  const seconds = wait / 1000;
  const level =
    thresholds && seconds > thresholds.waitingCritical
      ? "critical"
      : thresholds && seconds > thresholds.waitingWarning
        ? "warning"
        : "";
  const text = formatDuration(wait, words.lang);
  return {
    key: `${level} ${text}`,
    content: html`<span class="wait" data-level=${level} .textContent=${text}></span>`,
  };
}

function lastHour(store: SessionStore, { floor, words }: SummaryModel): LiveValue {
  const { strings, lang } = words;
  const longest = Math.max(store.waits.longest(store.now()) ?? -1, waitNow(store, floor) ?? -1);
  const told = store.waits.knowsAnHour(store.now()) ? strings.lastHour : strings.sinceOpened;
  const text = longest < 0 ? strings.lastHourUnknown : told(formatDuration(longest, lang));
  return { key: text, content: text };
}

function waitNow(store: SessionStore, { waitingSince }: SummaryModel["floor"]): number | undefined {
  return waitingSince === undefined ? undefined : Math.max(0, store.now() - waitingSince);
}
