import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { MinutesProblem } from "../../../domain/session/lifecycle-minutes.js";
import { LONGEST_TTL_MINUTES } from "../../../domain/session/lifecycle.js";
import { labelOf } from "../../../i18n/common-strings.js";
import { formatMinutes, formatNumber } from "../../../i18n/format.js";
import type { LifecycleStrings } from "../../../i18n/lifecycle-strings.js";
import { warningIcon } from "../../shared/icons.js";
import type { LifecycleIntents } from "../lifecycle-intents.js";
import type { LifecycleModel } from "../lifecycle-model.js";
import type { ChannelDraft } from "../../../stores/lifecycle/lifecycle-draft.js";

/** A channel can be called anything; an id cannot. */
export function fieldId(index: number): string {
  return `minutes-${index}`;
}

/** One channel: its name, its minutes, and in words what they mean. */
export function channelField(
  draft: ChannelDraft,
  index: number,
  model: LifecycleModel,
  intents: LifecycleIntents,
): TemplateResult {
  const { strings, common, lang } = model.words;
  const label = labelOf(common.channel, draft.channel) ?? common.noneLabel;
  const id = fieldId(index);
  const problem = model.told.has(draft.channel) ? draft.problem : undefined;
  return html`<div class="channel" part="channel" data-channel=${draft.channel} ?data-edited=${draft.edited}>
    <label class="channel-label" for=${id}><bdi>${label}</bdi></label>
    <div class="channel-value">
      <input
        class="minutes"
        id=${id}
        part="input"
        type="text"
        inputmode="numeric"
        autocomplete="off"
        spellcheck="false"
        .value=${live(draft.text)}
        ?disabled=${model.disabled}
        ?readonly=${model.readOnly}
        aria-invalid=${problem === undefined ? "false" : "true"}
        aria-label=${strings.fieldLabel(label)}
        aria-describedby="${id}-meaning ${id}-note"
        @input=${(event: Event) => intents.type(draft.channel, (event.target as HTMLInputElement).value)}
        @change=${() => intents.leave(draft.channel)}
      />
      <span class="unit" aria-hidden="true">${strings.unit}</span>
    </div>
    <div class="channel-words">
      <p class="meaning" id="${id}-meaning">
        ${
          problem === undefined
            ? meaningView(draft, label, model)
            : html`<span class="problem">${warningIcon} <bdi>${problemText(problem, strings, lang)}</bdi></span>`
        }
      </p>
      <div class="note" id="${id}-note">
        ${draft.meanwhile ? meanwhileView(draft, draft.meanwhile, model, intents) : nothing}
      </div>
    </div>
  </div>`;
}

/** What is wrong with a text, in words. */
export function problemText(problem: MinutesProblem, strings: LifecycleStrings, lang: string): string {
  const most = formatNumber(LONGEST_TTL_MINUTES, lang);
  switch (problem) {
    case "empty":
      return strings.problemEmpty;
    case "too-long":
      return strings.problemLong(most);
    case "no-number":
      return strings.problemNumber(most);
  }
}

function meaningView({ channel, minutes }: ChannelDraft, label: string, { words }: LifecycleModel): unknown {
  const { strings, lang } = words;
  if (minutes === undefined) return nothing;
  if (minutes > 0) return html`<bdi>${strings.meaning(channel, label, formatMinutes(minutes, lang))}</bdi>`;
  return html`<span class="never">${warningIcon} <bdi>${strings.meaningNever(channel, label)}</bdi></span>
    <bdi>${strings.neverWarning}</bdi>`;
}

function meanwhileView(
  draft: ChannelDraft,
  { from, to }: NonNullable<ChannelDraft["meanwhile"]>,
  { words, readOnly, disabled }: LifecycleModel,
  intents: LifecycleIntents,
): unknown {
  const { strings, lang } = words;
  const inWords = (minutes: number) => (minutes === 0 ? strings.never : formatMinutes(minutes, lang));
  const text = from === undefined ? strings.meanwhileNew(inWords(to)) : strings.meanwhile(inWords(to), inWords(from));
  return html`<bdi class="meanwhile">${text}</bdi> ${
      draft.minutes === to || readOnly || disabled
        ? nothing
        : html`<button type="button" class="button" @click=${() => intents.useTheirs(draft.channel)}>
            ${strings.useTheirs(inWords(to))}
          </button>`
    }`;
}
