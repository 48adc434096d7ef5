import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { sessionKey, type TransferSession } from "../../../domain/session/session.js";
import { labelOf, type CommonStrings } from "../../../i18n/common-strings.js";
import type { EndConfirmationStrings } from "../../../i18n/end-confirmation-strings.js";
import { clip } from "../clip.js";
import { keepEscape } from "../keys.js";
import { Modal } from "../modal.js";

export interface ConfirmationWords {
  readonly strings: EndConfirmationStrings;
  readonly common: CommonStrings;
}

/**
 * Asks a person whether a session is to be ended. The question stays about that very session, whatever a refresh brings:
 * when it is over, the dialog says so instead of ending another.
 */
export class EndConfirmation {
  readonly #modal = new Modal(() => this.close());
  readonly #onConfirm: (session: TransferSession) => void;
  readonly #onChange: () => void;
  #session: TransferSession | undefined;
  #from: HTMLElement | undefined;

  /** @param onChange it opens or closes. When it closes, that is before the focus goes back. */
  constructor(onConfirm: (session: TransferSession) => void, onChange: () => void) {
    this.#onConfirm = onConfirm;
    this.#onChange = onChange;
  }

  get isOpen(): boolean {
    return this.#session !== undefined;
  }

  /** @param from what was pressed; focus returns to it, also where a press does not focus a button (Safari). */
  ask(session: TransferSession, from: HTMLElement): void {
    this.#session = session;
    this.#from = from;
    this.#modal.want();
    this.#onChange();
  }

  close(): void {
    if (!this.#session) return;
    this.#session = undefined;
    this.#onChange();
    this.#modal.close();
    if (this.#from?.isConnected) this.#from.focus();
    this.#from = undefined;
  }

  /** To be called once the view is in the document. */
  show(): void {
    if (this.#session) this.#modal.show();
  }

  /**
   * @param sessions what the list holds now, to tell whether the session is still there.
   * @param holdsAll the list is the whole of it, so that a session that is not there has left.
   */
  view(sessions: readonly TransferSession[], { strings, common }: ConfirmationWords, holdsAll = true): TemplateResult {
    const asked = this.#session;
    const key = asked && sessionKey(asked);
    const present = asked && sessions.find((session) => sessionKey(session) === key);
    const over =
      asked &&
      (!present && holdsAll ? strings.confirmLeft : present?.status === "ended" ? strings.confirmOver : undefined);
    // Without a contact, the id tells it from others.
    const contact = clip(asked?.contactId ?? `${strings.confirmUnknownContact} (${asked?.id})`);
    const provider = (asked && labelOf(common.provider, asked.provider)) ?? strings.confirmUnknownProvider;
    const confirm = () => {
      if (over !== undefined) return;
      this.close();
      this.#onConfirm(present ?? asked!);
    };
    return html`<dialog
      class="question confirmation"
      translate="no"
      aria-labelledby="confirm-title"
      aria-describedby="confirm-message"
      @close=${this.#modal.onClose}
      @keydown=${keepEscape}
      ${ref(this.#modal.dialog)}
    >
      ${
        asked
          ? html`<h3 class="question-title" id="confirm-title">${strings.confirmTitle}</h3>
              <div class="question-said">
                <p
                  class="question-text"
                  id="confirm-message"
                  ?data-over=${over !== undefined}
                  .textContent=${strings.confirmMessage(contact, clip(provider))}
                ></p>
                <p class="question-over" role="status" data-room=${longer(strings.confirmLeft, strings.confirmOver)}>
                  <span .textContent=${over ?? ""}></span>
                </p>
              </div>
              <div class="question-buttons">
                <button type="button" class="button" @click=${() => this.close()}>${common.cancel}</button>
                <button
                  type="button"
                  class="button solid danger"
                  aria-disabled=${over === undefined ? nothing : "true"}
                  @click=${confirm}
                >
                  ${strings.confirmEnd}
                </button>
              </div>`
          : nothing
      }
    </dialog>`;
  }
}

const longer = (one: string, other: string): string => (one.length > other.length ? one : other);
