import { html, nothing, type TemplateResult } from "lit";
import { checkIcon } from "../../shared/icons.js";
import type { LifecycleIntents } from "../lifecycle-intents.js";
import type { LifecycleModel } from "../lifecycle-model.js";

/** For Save, and for Enter in a field, which presses it. A sandboxed frame submits no form, so none is waited for. */
export function save(event: Event, model: LifecycleModel, intents: LifecycleIntents): void {
  event.preventDefault();
  if (model.savesItself && model.edit.phase !== "saving" && model.edit.dirty && !model.disabled) intents.save();
}

/** The buttons below the fields, and in one line how they stand. */
export function actionsView(model: LifecycleModel, intents: LifecycleIntents): TemplateResult {
  const { edit, disabled, savesItself, words } = model;
  const { strings } = words;
  const saving = edit.phase === "saving";
  return html`<div class="actions" part="actions">
    <button type="button" class="button quiet restore" ?disabled=${disabled} @click=${intents.restoreDefaults}>
      ${strings.restoreDefaults}
    </button>
    <span class="state-line">${stateLine(model)}</span>
    ${
      edit.dirty
        ? html`<button type="button" class="button quiet" ?disabled=${saving || disabled} @click=${intents.discard}>
            ${strings.discard}
          </button>`
        : nothing
    }
    ${
      savesItself
        ? html`<button
            type="submit"
            class="button solid save"
            @click=${(event: Event) => save(event, model, intents)}
            aria-busy=${saving ? "true" : "false"}
            aria-disabled=${saving || !edit.dirty ? "true" : nothing}
            ?disabled=${disabled}
          >
            ${saving ? strings.saving : strings.save}
          </button>`
        : nothing
    }
  </div>`;
}

function stateLine({ edit, told, words }: LifecycleModel): TemplateResult | typeof nothing {
  const { strings, lang } = words;
  const wrong = edit.channels.filter(({ channel, problem }) => problem !== undefined && told.has(channel)).length;
  if (wrong > 0) return html`<span class="problem">${strings.invalid(wrong, lang)}</span>`;
  if (edit.dirty) return html`<span class="unsaved">${strings.unsaved}</span>`;
  return edit.outcome === "saved" ? html`<span class="saved">${checkIcon} ${strings.saved}</span>` : nothing;
}
