import type { LifecycleSettings } from "../../../domain/session/lifecycle.js";
import type { ChannelDraft } from "../../../stores/lifecycle/lifecycle-draft.js";

/**
 * What a form sends: one entry for each channel, `name.channel` = minutes, so that a server without JSON can read it.
 * An element without a name sends nothing, like any other field.
 */
export function formValueOf(name: string, settings: LifecycleSettings): FormData | null {
  if (name === "") return null;
  const data = new FormData();
  for (const [channel, minutes] of Object.entries(settings)) data.append(`${name}.${channel}`, String(minutes));
  return data;
}

/** What the browser keeps for a reload, and gives back: the texts as they were typed. */
export function formStateOf(channels: readonly ChannelDraft[]): FormData {
  const data = new FormData();
  for (const { channel, text, edited } of channels) if (edited) data.append(channel, text);
  return data;
}

/** The texts of a kept state; anything else in it is passed over. */
export function textsOfState(state: unknown): [channel: string, text: string][] {
  if (!(state instanceof FormData)) return [];
  return [...state].filter((entry): entry is [string, string] => typeof entry[1] === "string");
}
