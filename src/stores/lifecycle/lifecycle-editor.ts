import type { LifecycleSettings } from "../../domain/session/lifecycle.js";
import { failureOf, type TransferDataSource } from "../../sources/data-source.js";
import { isNotOffered, isWithheld, offers } from "../../sources/offers.js";
import { readLifecycle } from "../../sources/wire/lifecycle-reader.js";
import { inTime } from "../in-time.js";
import { LifecycleDraft, type ChannelDraft } from "./lifecycle-draft.js";
import type { Timers } from "../../platform/environment.js";

/** What became of a request to save. */
export type SaveResult =
  | { readonly saved: true; readonly settings: LifecycleSettings }
  /** `invalid`: a field cannot be read. `busy`: a request is under way. `unsupported`: the source saves nothing. */
  | {
      readonly saved: false;
      readonly reason: "invalid" | "busy" | "unsupported" | "abandoned";
      readonly error?: undefined;
    }
  /** `conflict`: somebody else has saved other settings meanwhile. `failed`: the source refused or did not answer. */
  | { readonly saved: false; readonly reason: "conflict" | "failed"; readonly error: unknown };

export interface LifecycleEditorState {
  /** `idle`: there is nothing to load from. */
  readonly phase: "idle" | "loading" | "ready" | "saving";
  readonly channels: readonly ChannelDraft[];
  readonly dirty: boolean;
  readonly valid: boolean;
  /** What the last attempt to load threw; absent after a good one. */
  readonly loadError?: unknown;
  /** How the last save ended, until something is typed or saved again. */
  readonly outcome?: "saved" | "conflict" | "failed";
  /** What the last save threw, with the outcome `failed`. */
  readonly saveError?: unknown;
}

export interface LifecycleEditorOptions {
  readonly timers: Timers;
  onChange(): void;
}

/**
 * Loads, edits and saves the lifecycle settings of a source. Nothing that a person typed is ever lost: neither to a
 * failed save, nor to what somebody else saved, nor to an answer that comes while they go on typing.
 */
export class LifecycleEditor {
  readonly #options: LifecycleEditorOptions;
  readonly #draft = new LifecycleDraft();
  #source: TransferDataSource | undefined;
  #phase: LifecycleEditorState["phase"] = "idle";
  #loaded = false;
  #loadError: unknown;
  #loadFailed = false;
  #outcome: LifecycleEditorState["outcome"];
  #saveError: unknown;
  #controller: AbortController | undefined;

  constructor(options: LifecycleEditorOptions) {
    this.#options = options;
  }

  get state(): LifecycleEditorState {
    return {
      phase: this.#phase,
      channels: this.#draft.channels,
      dirty: this.#draft.dirty,
      valid: this.#draft.valid,
      ...(this.#loadFailed ? { loadError: this.#loadError } : undefined),
      ...(this.#outcome === undefined ? undefined : { outcome: this.#outcome }),
      ...(this.#outcome === "failed" ? { saveError: this.#saveError } : undefined),
    };
  }

  /** Minutes by channel as they stand in the fields; what cannot be read is left out. */
  get settings(): LifecycleSettings {
    return this.#draft.settings;
  }

  get source(): TransferDataSource | undefined {
    return this.#source;
  }

  /** Whether the source has said what is saved, or cannot say. */
  get loaded(): boolean {
    return this.#loaded;
  }

  get canSave(): boolean {
    const source = this.#source;
    return typeof source?.saveLifecycle === "function" && !isWithheld(source, "lifecycle");
  }

  /** Binds it to a source, or to none. Settings of another source are no base for what was typed. */
  setSource(source: TransferDataSource | undefined): void {
    if (source === this.#source) {
      // It was taken out of the document while it loaded.
      if (source && !this.#loaded && !this.#loadFailed && this.#phase === "ready") void this.load();
      return;
    }
    this.#source = source;
    this.#loaded = false;
    this.#loadFailed = false;
    this.#outcome = undefined;
    this.abandon();
    if (source) void this.load();
    else this.#change("idle");
  }

  /** Sets what counts as saved, where no source tells it. */
  setBase(settings: LifecycleSettings): void {
    this.#draft.reset(settings);
    this.#change(this.#phase);
  }

  /** Asks the source for what is saved. What was typed already stays. Never rejects. */
  async load(): Promise<void> {
    const source = this.#source;
    if (this.#phase === "saving") return;
    if (!source || !offers(source, "lifecycle")) {
      this.#loaded = true;
      this.#change(source ? "ready" : "idle");
      return;
    }
    const controller = this.#begin("loading");
    try {
      const saved = await this.#read(source, controller);
      if (this.#controller !== controller) return;
      if (this.#loaded) this.#draft.learn(saved);
      else this.#draft.rebase(saved);
      this.#loaded = true;
      this.#loadFailed = false;
    } catch (error) {
      if (this.#controller !== controller) return;
      this.#loadError = error;
      this.#loadFailed = !isNotOffered(source, "lifecycle", error);
      this.#loaded ||= !this.#loadFailed;
    }
    this.#controller = undefined;
    this.#change("ready");
  }

  type(channel: string, text: string): void {
    this.#draft.type(channel, text);
    this.#typed();
  }

  /** Fills in settings, to be saved like anything typed. */
  fill(settings: LifecycleSettings): void {
    this.#draft.fill(settings);
    this.#typed();
  }

  discard(): void {
    this.#draft.discard();
    this.#outcome = undefined;
    this.#change(this.#phase);
  }

  takeTheirs(channel: string): void {
    this.#draft.takeTheirs(channel);
    this.#change(this.#phase);
  }

  /**
   * Saves what stands in the fields, unless somebody else has saved something meanwhile: then it says so, and a second
   * call saves. Never rejects.
   */
  async save(): Promise<SaveResult> {
    const source = this.#source;
    if (!source?.saveLifecycle || !this.canSave) return { saved: false, reason: "unsupported" };
    if (this.#phase === "saving") return { saved: false, reason: "busy" };
    if (!this.#draft.valid) return { saved: false, reason: "invalid" };
    const controller = this.#begin("saving");
    this.#outcome = undefined;
    const sent = this.#draft.texts();
    const settings = this.#draft.settings;
    let result: SaveResult;
    try {
      if (offers(source, "lifecycle")) {
        const current = await this.#read(source, controller);
        if (this.#controller !== controller) return { saved: false, reason: "abandoned" };
        this.#loaded = true;
        this.#loadFailed = false;
        if (this.#draft.learn(current)) return this.#end({ saved: false, reason: "conflict", error: undefined });
      }
      const answer: unknown = await this.#ask(controller, (signal) => source.saveLifecycle!(settings, { signal }));
      if (this.#controller !== controller) return { saved: false, reason: "abandoned" };
      const saved = { ...settings, ...this.#readAnswer(answer) };
      this.#draft.settle(sent, saved);
      result = { saved: true, settings: saved };
    } catch (error) {
      if (this.#controller !== controller) return { saved: false, reason: "abandoned" };
      result = await this.#refused(error, source, controller);
      if (this.#controller !== controller) return { saved: false, reason: "abandoned" };
    }
    return this.#end(result);
  }

  /** Aborts what is under way; its answer will change nothing. */
  abandon(): void {
    this.#controller?.abort();
    this.#controller = undefined;
    if (this.#phase === "loading" || this.#phase === "saving") this.#change(this.#source ? "ready" : "idle");
  }

  /** 409 and 412 are how a server says that somebody was faster: what they saved is fetched, to be shown. */
  async #refused(error: unknown, source: TransferDataSource, controller: AbortController): Promise<SaveResult> {
    const { status } = failureOf(error);
    if ((status === 409 || status === 412) && offers(source, "lifecycle")) {
      try {
        this.#draft.learn(await this.#read(source, controller));
        return { saved: false, reason: "conflict", error };
      } catch {
        // What they saved cannot be shown; that it was not saved can.
      }
    }
    return { saved: false, reason: "failed", error };
  }

  #end(result: SaveResult): SaveResult {
    this.#controller = undefined;
    if (result.saved) this.#outcome = "saved";
    else if (result.reason === "conflict" || result.reason === "failed") {
      this.#outcome = result.reason;
      this.#saveError = result.error;
    }
    this.#change("ready");
    return result;
  }

  async #read(source: TransferDataSource, controller: AbortController): Promise<LifecycleSettings> {
    return readLifecycle(await this.#ask(controller, (signal) => source.lifecycle!({ signal })));
  }

  /** Some sources answer a save with nothing, or with something else. */
  #readAnswer(answer: unknown): LifecycleSettings {
    try {
      return readLifecycle(answer);
    } catch {
      return {};
    }
  }

  /** A lost promise must not block the form for good. */
  #ask<T>({ signal }: AbortController, request: (signal: AbortSignal) => Promise<T>): Promise<T> {
    return inTime(request, { timers: this.#options.timers, caller: signal });
  }

  #begin(phase: "loading" | "saving"): AbortController {
    this.#controller?.abort();
    const controller = new AbortController();
    this.#controller = controller;
    this.#change(phase);
    return controller;
  }

  #typed(): void {
    if (this.#outcome === "saved") this.#outcome = undefined;
    this.#change(this.#phase);
  }

  #change(phase: LifecycleEditorState["phase"]): void {
    this.#phase = phase;
    this.#options.onChange();
  }
}
