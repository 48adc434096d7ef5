import { html, type TemplateResult } from "lit";
import { repeat } from "../../lit/repeat.js";
import { isComposing } from "../shared/keys.js";
import { actionsView, save } from "./fields/actions-view.js";
import { channelField } from "./fields/channel-field.js";
import type { LifecycleIntents } from "./lifecycle-intents.js";
import type { LifecycleModel } from "./lifecycle-model.js";
import { outcomeNotice } from "./states/outcome-notice.js";
import { stateView } from "./states/state-view.js";

export function lifecycleView(model: LifecycleModel, intents: LifecycleIntents): TemplateResult {
  const { strings } = model.words;
  return html`<div class="base">
    <div class="header" part="header">
      <h2 class="title" id="title">${strings.title}</h2>
      <p class="intro muted"><bdi>${strings.intro}</bdi></p>
    </div>
    ${model.body === "form" ? formView(model, intents) : stateView(model, intents)}
    <div class="visually-hidden" role="status">${model.announcement}</div>
  </div>`;
}

function formView(model: LifecycleModel, intents: LifecycleIntents): TemplateResult {
  /** Without a Save of its own, Enter in a field asks the host's form, as it would in any of that form's own fields. */
  const onKeydown = (event: KeyboardEvent): void => {
    if (model.savesItself || event.key !== "Enter" || isComposing(event)) return;
    if ((event.target as Element).localName === "input") intents.submitForm();
  };
  return html`<form
    class="form"
    novalidate
    aria-labelledby="title"
    @submit=${(event: Event) => save(event, model, intents)}
    @keydown=${onKeydown}
  >
    ${outcomeNotice(model, intents)}
    <div class="channels">
      ${repeat(
        model.edit.channels,
        ({ channel }) => channel,
        (draft, index) => channelField(draft, index, model, intents),
      )}
    </div>
    ${
      model.readOnly ? html`<p class="footnote muted">${model.words.strings.readOnly}</p>` : actionsView(model, intents)
    }
  </form>`;
}
