import { html, type LitElement, type ReactiveController, type TemplateResult } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import type { TransferSession } from "../../../domain/session/session.js";
import type { TableState } from "../table-state.js";
import type { DetailsElement } from "./details-element.js";

/** Gets the session that was shown last: a person may have gone on from the one that was opened. */
export type OnClosed = (last: TransferSession | undefined) => void;

/** The details dialog of the table. */
export class DetailsDialog implements ReactiveController {
  readonly #host: LitElement;
  readonly #state: TableState;
  readonly #details = createRef<DetailsElement>();
  /** What is to be shown as soon as the dialog is in the document. */
  #subject: TransferSession | string | undefined;
  #onClosed: OnClosed | undefined;

  constructor(host: LitElement, state: TableState) {
    this.#host = host;
    this.#state = state;
    host.addController(this);
  }

  /** @param subject a session, or an id that the list does not hold (yet): it is waited for, or nobody knows it. */
  open(subject: TransferSession | string, onClosed: OnClosed): void {
    this.#subject = subject;
    this.#onClosed = onClosed;
    this.#host.requestUpdate();
  }

  view(): TemplateResult {
    const { store, rows, canEnd, sessionLinks } = this.#state.model;
    return html`<transfer-session-details
      class="details"
      .dataSource=${store?.source}
      .order=${rows.sessions}
      .canEnd=${canEnd}
      .sessionLinks=${sessionLinks}
      @close=${this.#onClose}
      ${ref(this.#details)}
    ></transfer-session-details>`;
  }

  hostUpdated(): void {
    const details = this.#details.value;
    const subject = this.#subject;
    if (!details || subject === undefined) return;
    this.#subject = undefined;
    if (typeof subject === "string") details.sessionId = subject;
    else details.session = subject;
    details.show();
  }

  readonly #onClose = (): void => {
    this.#onClosed?.(this.#details.value?.session);
  };
}
