import { LitElement, type PropertyValues, type TemplateResult } from "lit";
import { HandoffElement } from "../../lit/handoff-element.js";
import { property, state } from "lit/decorators.js";
import { DEFAULT_LIFECYCLE, effectiveLifecycle, type LifecycleSettings } from "../../domain/session/lifecycle.js";
import { TransferLifecycleSavedEvent, TransferLifecycleSaveFailedEvent } from "../../events/lifecycle-events.js";
import { lifecycleEnglish } from "../../i18n/lifecycle-strings.js";
import { lifecycleEditorFor } from "../../instances/lifecycle-editor-for.js";
import { existingSessionStores } from "../../instances/session-store-for.js";
import { LocalizeController } from "../../lit/controllers/localize-controller.js";
import { SourceController } from "../../lit/controllers/source-controller.js";
import { acceptLifecycle } from "../../lit/properties/accept-lifecycle.js";
import { keepText } from "../../lit/properties/keep-text.js";
import { base } from "../../lit/styles/base.styles.js";
import { button } from "../../lit/styles/button.styles.js";
import { tokens } from "../../lit/styles/tokens.styles.js";
import { VERSION } from "../../platform/version.js";
import type { TransferDataSource } from "../../sources/data-source.js";
import type { SaveResult } from "../../stores/lifecycle/lifecycle-editor.js";
import { formStateOf, formValueOf, textsOfState } from "./form/form-value.js";
import { UnsavedGuard } from "./form/unsaved-guard.js";
import { setValidity } from "./form/validity.js";
import type { LifecycleIntents } from "./lifecycle-intents.js";
import { lifecycleModelOf } from "./lifecycle-model.js";
import { lifecycleView } from "./lifecycle-view.js";
import { messageOf } from "./states/message-of.js";
import { lifecycle } from "./styles/lifecycle.styles.js";

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
export class TransferLifecycleSettings extends HandoffElement {
  static readonly version = VERSION;
  static readonly formAssociated = true;
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [tokens, base, button, lifecycle];

  readonly #internals = this.attachInternals();
  readonly #source = new SourceController(this);
  readonly #localize = new LocalizeController(this, "lifecycle", lifecycleEnglish);
  readonly #editor = lifecycleEditorFor(() => this.requestUpdate());
  readonly #guard = new UnsavedGuard(this, () => this.#editor.canSave && this.dirty);
  readonly #intents: LifecycleIntents = {
    refresh: () => void this.refresh(),
    type: (channel, text) => this.#editor.type(channel, text),
    leave: (channel) => this.#leave(channel),
    useTheirs: (channel) => this.#editor.takeTheirs(channel),
    restoreDefaults: () => {
      this.restoreDefaults();
      this.#dispatchChange();
    },
    discard: () => this.#discard(),
    save: () => void this.#saveByPerson(),
    submitForm: () => this.#internals.form?.requestSubmit(),
  };
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

  /** What is wrong, in words; empty if nothing is. */
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

  /** The same, and shows the person what is wrong. */
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
    const model = lifecycleModelOf(this.#editor, {
      words: this.#localize.words,
      told: new Set(this.#told),
      hasSource: this.#source.current !== undefined,
      isField: this.#internals.form !== null || this.name !== "",
      savesItself: this.#editor.canSave,
      disabled: this.disabled || this.#disabledByForm,
      announcement: this.announcement,
    });
    return lifecycleView(model, this.#intents);
  }

  #leave(channel: string): void {
    this.#told.add(channel);
    this.requestUpdate();
    this.#dispatchChange();
  }

  /** An `input` event leaves a shadow root by itself, a `change` does not. */
  #dispatchChange(): void {
    this.dispatchEvent(new Event("change", { bubbles: true }));
  }

  #discard(): void {
    this.reset();
    // Its own button is gone with the changes.
    this.renderRoot.querySelector<HTMLElement>(".minutes")?.focus();
  }

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
    // Before the first update there are no fields, and a form may ask all the same.
    const root = this.renderRoot as ParentNode | undefined;
    setValidity(this.#internals, this.#editor.state.channels, this.#localize.words, root);
  }
}
