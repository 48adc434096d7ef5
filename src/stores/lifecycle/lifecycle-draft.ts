import { readMinutes, type MinutesProblem } from "../../domain/session/lifecycle-minutes.js";
import { DEFAULT_LIFECYCLE, type LifecycleSettings } from "../../domain/session/lifecycle.js";

/** The setting of one channel, as a person has it before them. */
export interface ChannelDraft {
  readonly channel: string;
  /** What is in the field, as it was typed. */
  readonly text: string;
  /** What the text means; absent where it means nothing. */
  readonly minutes?: number;
  readonly problem?: MinutesProblem;
  /** What is saved, as far as is known. */
  readonly saved?: number;
  /** Whether the field says something else than what is saved. */
  readonly edited: boolean;
  /** What somebody else has saved meanwhile: `from` stood there before. Kept until the next save, or until dismissed. */
  readonly meanwhile?: { readonly from: number | undefined; readonly to: number };
}

interface Field {
  text: string;
  saved: number | undefined;
  meanwhile?: { readonly from: number | undefined; readonly to: number };
}

/** What a person types over settings that others may change. Knows no source and no time. */
export class LifecycleDraft {
  readonly #fields = new Map<string, Field>();

  constructor() {
    this.reset(DEFAULT_LIFECYCLE);
  }

  get channels(): readonly ChannelDraft[] {
    return [...this.#fields].map(([channel, field]) => toDraft(channel, field));
  }

  get dirty(): boolean {
    return this.channels.some(({ edited }) => edited);
  }

  get valid(): boolean {
    return this.channels.every(({ problem }) => problem === undefined);
  }

  /** Minutes by channel; what means nothing is left out. */
  get settings(): LifecycleSettings {
    return Object.fromEntries(
      this.channels.flatMap(({ channel, minutes }) => (minutes === undefined ? [] : [[channel, minutes]])),
    );
  }

  /** Begins anew with what is saved. Channels that are not named are shown with the default, where they have one. */
  reset(saved: LifecycleSettings): void {
    this.#fields.clear();
    for (const [channel, minutes] of Object.entries({ ...DEFAULT_LIFECYCLE, ...saved })) {
      this.#fields.set(channel, { text: String(minutes), saved: minutes });
    }
  }

  /** Learns what is saved for the first time: nobody has changed it meanwhile. What was typed stays. */
  rebase(saved: LifecycleSettings): void {
    const typed = this.channels.filter(({ edited }) => edited);
    this.reset(saved);
    for (const { channel, text } of typed) this.type(channel, text);
  }

  type(channel: string, text: string): void {
    const field = this.#fields.get(channel);
    if (field) field.text = text;
  }

  /** Fills in settings as if they were typed; other channels stay as they are. */
  fill(settings: LifecycleSettings): void {
    for (const [channel, minutes] of Object.entries(settings)) this.type(channel, String(minutes));
  }

  /** Back to what is saved. */
  discard(): void {
    for (const field of this.#fields.values()) {
      if (field.saved !== undefined) field.text = String(field.saved);
      delete field.meanwhile;
    }
  }

  /** Takes for one channel what somebody else has saved. */
  takeTheirs(channel: string): void {
    const field = this.#fields.get(channel);
    if (!field?.meanwhile) return;
    field.text = String(field.meanwhile.to);
    delete field.meanwhile;
  }

  /**
   * Learns what is saved now. What the person has not touched follows; what they have typed stays, and what was saved
   * instead is noted beside it.
   *
   * @returns whether anything was saved by somebody else.
   */
  learn(saved: LifecycleSettings): boolean {
    let changed = false;
    for (const [channel, minutes] of Object.entries(saved)) {
      const field = this.#fields.get(channel);
      if (!field) {
        this.#fields.set(channel, {
          text: String(minutes),
          saved: minutes,
          meanwhile: { from: undefined, to: minutes },
        });
        changed = true;
      } else if (field.saved !== minutes) {
        const untouched = field.text.trim() === String(field.saved);
        field.meanwhile = { from: field.saved, to: minutes };
        field.saved = minutes;
        if (untouched) field.text = String(minutes);
        changed = true;
      }
    }
    return changed;
  }

  /** What was sent has been saved. What was typed since then stays. */
  settle(sent: ReadonlyMap<string, string>, saved: LifecycleSettings): void {
    for (const [channel, minutes] of Object.entries(saved)) {
      const field = this.#fields.get(channel);
      if (!field) {
        this.#fields.set(channel, { text: String(minutes), saved: minutes });
        continue;
      }
      field.saved = minutes;
      if (field.text === sent.get(channel)) field.text = String(minutes);
      delete field.meanwhile;
    }
  }

  /** The texts as they stand. */
  texts(): ReadonlyMap<string, string> {
    return new Map([...this.#fields].map(([channel, { text }]) => [channel, text]));
  }
}

function toDraft(channel: string, { text, saved, meanwhile }: Field): ChannelDraft {
  const untouched = saved !== undefined && text.trim() === String(saved);
  // What stands there already is the source's own affair: it must not keep a person from changing the rest.
  const { minutes, problem } = untouched ? { minutes: saved, problem: undefined } : readMinutes(text);
  return {
    channel,
    text,
    edited: saved === undefined ? text !== "" : minutes !== saved,
    ...(minutes === undefined ? undefined : { minutes }),
    ...(problem === undefined ? undefined : { problem }),
    ...(saved === undefined ? undefined : { saved }),
    ...(meanwhile === undefined ? undefined : { meanwhile }),
  };
}
