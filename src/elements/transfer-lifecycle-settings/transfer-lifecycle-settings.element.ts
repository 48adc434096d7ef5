import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { existingSessionStores } from "../../instances/session-store-for.js";
import { lifecycleEditorFor } from "../../instances/lifecycle-editor-for.js";
import { LocalizeController } from "../../lit/controllers/localize-controller.js";
import { SourceController } from "../../lit/controllers/source-controller.js";
import { UnsavedGuard } from "./unsaved-guard.js";
import { DEFAULT_LIFECYCLE, effectiveLifecycle, type LifecycleSettings } from "../../domain/session/lifecycle.js";
import { TransferLifecycleSavedEvent, TransferLifecycleSaveFailedEvent } from "../../events/lifecycle-events.js";
import { lifecycleEnglish } from "../../i18n/lifecycle-strings.js";
import { checkIcon } from "../shared/icons.js";
import { acceptLifecycle } from "../../lit/properties/accept-lifecycle.js";
import { keepText } from "../../lit/properties/keep-text.js";
import { VERSION } from "../../platform/version.js";
import type { TransferDataSource } from "../../sources/data-source.js";
import type { LifecycleEditorState, SaveResult } from "../../stores/lifecycle/lifecycle-editor.js";
import { base } from "../../lit/styles/base.styles.js";
import { button } from "../../lit/styles/button.styles.js";
import { tokens } from "../../lit/styles/tokens.styles.js";
import { channelField, fieldId, problemText, type FieldContext } from "./channel-field.js";
import { formStateOf, formValueOf, textsOfState } from "./form-value.js";
import { messageOf, outcomeNotice, stateMessage } from "./notices.js";
import { lifecycleSettings } from "./transfer-lifecycle-settings.styles.js";

/**
 * Shows and changes how many minutes a session of each channel may be silent before it is removed.
 *
 * With a data source it loads and saves there. In a form, it is a field of that form as well: with a `name` it sends one
 * entry for each channel (`name.chat=30`), and takes part in its validation and its reset.
 *
 * @summary Minutes of inactivity per channel, to see and to change.
 * @element transfer-lifecycle-settings
 *
 * @csspart header - Title and introduction.
 * @csspart channel - The row of one channel.
 * @csspart input - The field of one channel.
 * @csspart actions - The buttons.
 * @csspart empty - What stands in place of fields where there are none.
 * @csspart error - What tells of a failure or a conflict.
 *
 * @fires {InputEvent} input - A person typed.
 * @fires {Event} change - A person changed a value.
 * @fires {TransferLifecycleSavedEvent} transfer-lifecycle-saved - The source has saved the settings.
 * @fires {TransferLifecycleSaveFailedEvent} transfer-lifecycle-save-failed - They were not saved; what was typed is kept.
 */
export class TransferLifecycleSettings extends LitElement {
  static readonly version = VERSION;
  static readonly formAssociated = true;
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [tokens, base, button, lifecycleSettings];

  readonly #internals = this.attachInternals();
  readonly #source = new SourceController(this);
  readonly #localize = new LocalizeController(this, "lifecycle", lifecycleEnglish);
  readonly #editor = lifecycleEditorFor(() => this.requestUpdate());
  readonly #guard = new UnsavedGuard(this, () => this.#savesItself && this.dirty);
  /** Channels whose problems are told: those that a person has left once, all after an attempt to save. */
  readonly #told = new Set<string>();
  #disabledByForm = false;

  /** What assistive technology is told next. */
  @state() private announcement = "";

  /** Where the settings are. Without one, the nearest `<transfer-sessions-provider>` gives it. */
  @property({ attribute: false })
  get dataSource(): TransferDataSource | undefined {
    return this.#source.own;
  }
  set dataSource(value: TransferDataSource | undefined) {
    this.#source.setOwn(value);
  }

  /** Name of the entries in a form. */
  @property({ reflect: true }) name = "";

  /** Nothing can be changed. */
  @property({ type: Boolean, reflect: true }) disabled = false;

  /** Overrides of words: a partial `LifecycleStrings` and `CommonStrings`. */
  @property({ attribute: false }) strings: unknown;

  /** Minutes by channel as they stand in the fields; what cannot be read is left out. Set it where no source tells. */
  @property({ attribute: false })
  get value(): LifecycleSettings {
    return this.#editor.settings;
  }
  set value(value: LifecycleSettings | undefined) {
    const before = this.#editor.settings;
    const settings = acceptLifecycle(value, before);
    if (settings === before) return;
    this.#editor.setBase(settings ?? DEFAULT_LIFECYCLE);
    this.#told.clear();
  }

  /** Whether something stands in the fields that is not saved. */
  get dirty(): boolean {
    return this.#editor.state.dirty;
  }

  /** The form that it belongs to. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  /** What it is called among the fields of a form. */
  get type(): string {
    return "transfer-lifecycle-settings";
  }

  /** What keeps the fields from being saved, as for a native field. */
  get validity(): ValidityState {
    this.#validate();
    return this.#internals.validity;
  }

  /** What is wrong, in words; empty where nothing is. */
  get validationMessage(): string {
    this.#validate();
    return this.#internals.validationMessage;
  }

  /** Whether a form asks it before it is sent. */
  get willValidate(): boolean {
    return this.#internals.willValidate;
  }

  /** Whether all fields can be saved; an `invalid` event says no. */
  checkValidity(): boolean {
    this.#validate();
    return this.#internals.checkValidity();
  }

  /** The same, and tells a person what is wrong. */
  reportValidity(): boolean {
    this.#tellAll();
    this.#validate();
    return this.#internals.reportValidity();
  }

  /** Asks the source again; what was typed stays. Settles when the answer is on the page or has failed; never rejects. */
  async refresh(): Promise<void> {
    await this.#editor.load();
    if (this.isConnected) await this.updateComplete;
  }

  /** Saves through the source. Never rejects: the result says how it went. */
  async save(): Promise<SaveResult> {
    this.#tellAll();
    const source = this.#editor.source;
    const result = await this.#editor.save();
    const { strings } = this.#localize;
    if (result.saved) {
      this.#told.clear();
      if (source) for (const store of existingSessionStores(source)) store.adoptLifecycle(result.settings);
      this.announcement = strings.saved;
      this.dispatchEvent(new TransferLifecycleSavedEvent(result.settings));
    } else if (result.reason === "conflict" || result.reason === "failed") {
      this.announcement =
        result.reason === "conflict"
          ? `${strings.conflict} ${strings.conflictHint}`
          : `${strings.saveFailed} ${messageOf(result.error)} ${strings.kept}`;
      this.dispatchEvent(new TransferLifecycleSaveFailedEvent(result.reason, result.error));
    }
    return result;
  }

  /** Fills in the defaults: the provider element's, then the documented ones. They are saved like anything typed. */
  restoreDefaults(): void {
    this.#editor.fill(effectiveLifecycle(undefined, this.#source.provided?.lifecycle));
  }

  /** Back to what is saved. */
  reset(): void {
    this.#told.clear();
    this.#editor.discard();
  }

  formResetCallback(): void {
    this.reset();
  }

  formDisabledCallback(disabled: boolean): void {
    this.#disabledByForm = disabled;
    this.requestUpdate();
  }

  /** The browser gives back what was typed before a reload. */
  formStateRestoreCallback(state: unknown): void {
    for (const [channel, text] of textsOfState(state)) this.#editor.type(channel, text);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#editor.abandon();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    keepText(this, changed, "name");
    this.disabled = Boolean(this.disabled);
    if (this.isConnected) this.#editor.setSource(this.#source.current);
  }

  protected override updated(): void {
    const { channels } = this.#editor.state;
    this.#internals.setFormValue(formValueOf(this.name, this.value), formStateOf(channels));
    this.#validate();
    this.#guard.update();
  }

  protected override render(): TemplateResult {
    const { strings } = this.#localize;
    return html`<div class="base">
      <div class="header" part="header">
        <h2 class="title" id="title">${strings.title}</h2>
        <p class="muted"><bdi>${strings.intro}</bdi></p>
      </div>
      ${this.#body(this.#editor.state)}
      <div class="visually-hidden" role="status">${this.announcement}</div>
    </div>`;
  }

  #body(state: LifecycleEditorState): unknown {
    const { strings, common } = this.#localize;
    if (!this.#source.current && !this.#isField) {
      return stateMessage(strings.notConnected, strings.notConnectedHint, nothing, false);
    }
    if (state.phase === "loading" && !this.#editor.loaded) {
      return html`<div class="skeleton" aria-busy="true">
        <span class="visually-hidden">${strings.loading}</span>
        ${state.channels.map(() => html`<div class="skeleton-row" aria-hidden="true"><i></i><i></i><i></i></div>`)}
      </div>`;
    }
    if (state.loadError !== undefined && !this.#editor.loaded && !state.dirty) {
      const retry = html`<button type="button" class="button" @click=${() => void this.refresh()}>
        ${common.retry}
      </button>`;
      return stateMessage(strings.loadFailed, html`<bdi>${messageOf(state.loadError)}</bdi>`, retry, true);
    }
    return this.#form(state);
  }

  #form(state: LifecycleEditorState): TemplateResult {
    const { strings, common, lang } = this.#localize;
    const context: FieldContext = {
      strings,
      common,
      lang,
      disabled: this.#isDisabled,
      readOnly: this.#isReadOnly,
      tells: (channel) => this.#told.has(channel),
      onInput: (channel, text) => this.#editor.type(channel, text),
      onChange: (channel) => this.#onChange(channel),
      onUseTheirs: (channel) => this.#editor.takeTheirs(channel),
    };
    return html`<form novalidate aria-labelledby="title" @submit=${this.#onSubmit} @keydown=${this.#onKeydown}>
      ${outcomeNotice(state, { strings, common, onRetry: () => void this.#saveByPerson() })}
      <div class="channels">
        ${repeat(
          state.channels,
          ({ channel }) => channel,
          (draft, index) => channelField(draft, index, context),
        )}
      </div>
      ${this.#isReadOnly ? html`<p class="footnote muted">${strings.readOnly}</p>` : this.#actions(state)}
    </form>`;
  }

  #actions(state: LifecycleEditorState): TemplateResult {
    const { strings, lang } = this.#localize;
    const saving = state.phase === "saving";
    const wrong = state.channels.filter(
      ({ channel, problem }) => problem !== undefined && this.#told.has(channel),
    ).length;
    return html`<div class="actions" part="actions">
      <button
        type="button"
        class="button quiet restore"
        ?disabled=${this.#isDisabled}
        @click=${() => {
          this.restoreDefaults();
          this.#dispatchChange();
        }}
      >
        ${strings.restoreDefaults}
      </button>
      <span class="state-line"
        >${
          wrong > 0
            ? html`<span class="problem">${strings.invalid(wrong, lang)}</span>`
            : state.dirty
              ? html`<span class="unsaved">${strings.unsaved}</span>`
              : state.outcome === "saved"
                ? html`<span class="saved">${checkIcon} ${strings.saved}</span>`
                : nothing
        }</span
      >
      ${
        state.dirty
          ? html`<button
              type="button"
              class="button quiet"
              ?disabled=${saving || this.#isDisabled}
              @click=${this.#onDiscard}
            >
              ${strings.discard}
            </button>`
          : nothing
      }
      ${
        this.#savesItself
          ? html`<button
              type="submit"
              class="button solid save"
              aria-busy=${saving ? "true" : "false"}
              aria-disabled=${saving || !state.dirty ? "true" : nothing}
              ?disabled=${this.#isDisabled}
            >
              ${saving ? strings.saving : strings.save}
            </button>`
          : nothing
      }
    </div>`;
  }

  /** Whether it has a Save of its own. */
  get #savesItself(): boolean {
    return this.#editor.canSave;
  }

  /** Whether a form takes what is typed. */
  get #isField(): boolean {
    return this.#internals.form !== null || this.name !== "";
  }

  get #isDisabled(): boolean {
    return this.disabled || this.#disabledByForm;
  }

  get #isReadOnly(): boolean {
    return !this.#savesItself && !this.#isField;
  }

  #onChange(channel: string): void {
    this.#told.add(channel);
    this.requestUpdate();
    this.#dispatchChange();
  }

  /** An `input` event leaves a shadow root by itself, a `change` does not. */
  #dispatchChange(): void {
    this.dispatchEvent(new Event("change", { bubbles: true }));
  }

  readonly #onDiscard = (): void => {
    this.reset();
    // Its own button is gone with the changes.
    this.renderRoot.querySelector<HTMLElement>("input")?.focus();
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const { phase, dirty } = this.#editor.state;
    if (this.#savesItself && phase !== "saving" && dirty && !this.#isDisabled) void this.#saveByPerson();
  };

  /** Without a Save of its own, Enter in a field asks the host's form, as it would in any of that form's own fields. */
  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (this.#savesItself || event.key !== "Enter" || event.isComposing) return;
    if (event.target instanceof HTMLInputElement) this.#internals.form?.requestSubmit();
  };

  async #saveByPerson(): Promise<void> {
    const result = await this.save();
    if (result.saved || result.reason !== "invalid") return;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }

  #tellAll(): void {
    for (const { channel } of this.#editor.state.channels) this.#told.add(channel);
    this.requestUpdate();
  }

  #validate(): void {
    const { channels } = this.#editor.state;
    const { strings, lang } = this.#localize;
    const index = channels.findIndex(({ problem }) => problem !== undefined);
    if (index < 0) {
      this.#internals.setValidity({});
      return;
    }
    const { problem } = channels[index]!;
    const flags =
      problem === "empty"
        ? { valueMissing: true }
        : problem === "too-long"
          ? { rangeOverflow: true }
          : { badInput: true };
    const anchor = this.renderRoot?.querySelector<HTMLElement>(`#${fieldId(index)}`);
    this.#internals.setValidity(flags, problemText(problem!, strings, lang), anchor ?? undefined);
  }
}
