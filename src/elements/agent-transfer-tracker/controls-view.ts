import { html, type TemplateResult } from "lit";
import type { AgentDraft, TrackerIntents } from "./tracker-intents.js";
import type { ControlsModel, TrackerModel } from "./tracker-model.js";

/** For desktops that tell the tracker by hand, and for demonstrations. */
export function controlsView(
  { draft, can }: ControlsModel,
  { strings }: TrackerModel["words"],
  intents: TrackerIntents,
): TemplateResult {
  const field = (label: string, key: keyof AgentDraft) => html`
    <label class="field"
      ><span class="muted" .textContent=${label}></span
      ><input
        class="input"
        type="text"
        autocomplete="off"
        spellcheck="false"
        .value=${draft[key]}
        @input=${(event: InputEvent) => intents.type({ [key]: (event.currentTarget as HTMLInputElement).value })}
    /></label>
  `;
  const action = (name: keyof ControlsModel["can"], danger = false) => html`
    <button
      class="button ${danger ? "danger" : ""}"
      type="button"
      ?disabled=${!can[name]}
      @click=${() => intents[name]()}
    >
      ${strings[name]}
    </button>
  `;
  return html`
    <div class="controls" part="controls" role="group" aria-label=${strings.controls}>
      <div class="control-group fields">${field(strings.agentId, "identity")}${field(strings.agentName, "name")}</div>
      <div class="control-group">${action("accept")}${action("add")}${action("handOver")}</div>
      <div class="control-group end">${action("drop")}${action("end", true)}</div>
    </div>
  `;
}
