import type { MinutesProblem } from "../../../domain/session/lifecycle-minutes.js";
import type { LifecycleStrings } from "../../../i18n/lifecycle-strings.js";
import type { Words } from "../../../lit/controllers/localize-controller.js";
import type { ChannelDraft } from "../../../stores/lifecycle/lifecycle-draft.js";
import { fieldId, problemText } from "../fields/channel-field.js";

const FLAGS: Readonly<Record<MinutesProblem, ValidityStateFlags>> = {
  empty: { valueMissing: true },
  "too-long": { rangeOverflow: true },
  "no-number": { badInput: true },
};

/** Tells the form of the first field that cannot be saved. @param root what the fields are in. */
export function setValidity(
  internals: ElementInternals,
  channels: readonly ChannelDraft[],
  { strings, lang }: Words<LifecycleStrings>,
  root: ParentNode | undefined,
): void {
  const index = channels.findIndex(({ problem }) => problem !== undefined);
  const problem = channels[index]?.problem;
  if (problem === undefined) {
    internals.setValidity({});
    return;
  }
  const anchor = root?.querySelector<HTMLElement>(`#${fieldId(index)}`);
  internals.setValidity(FLAGS[problem], problemText(problem, strings, lang), anchor ?? undefined);
}
