import { html, type LitElement, type TemplateResult } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import type { TransferSession } from "../../../domain/session/session.js";
import { defineElement } from "../../../lit/define-element.js";
import type { SessionLinks } from "../../../lit/properties/session-links.js";
import type { TransferDataSource } from "../../../sources/data-source.js";
import { TransferJsonPane } from "../../transfer-json-pane/transfer-json-pane.element.js";
import { TransferSessionDetails } from "../../transfer-session-details/transfer-session-details.element.js";

/** What the details view gets from the table around it. */
export interface OpenerContext {
  readonly dataSource: TransferDataSource | undefined;
  /** The rows in their present order. */
  readonly order: readonly TransferSession[];
  readonly canEnd: ((session: TransferSession) => boolean | string) | undefined;
  readonly sessionLinks: SessionLinks | undefined;
}

/** Gets the session that was shown last: a person may have gone on from the one that was opened. */
export type OnClosed = (last: TransferSession | undefined) => void;

/** The details dialog of the table. Loaded when a session is first opened: a table that is only watched pays nothing. */
export class SessionOpener {
  readonly #host: LitElement;
  readonly #context: () => OpenerContext;
  readonly #details = createRef<TransferSessionDetails>();
  /** What is to be shown as soon as the dialog is in the document. */
  #subject: TransferSession | string | undefined;
  #onClosed: OnClosed | undefined;

  constructor(host: LitElement, context: () => OpenerContext) {
    this.#host = host;
    this.#context = context;
    defineElement("transfer-json-pane", TransferJsonPane);
    defineElement("transfer-session-details", TransferSessionDetails);
  }

  /** @param subject a session, or an id that the list does not hold (yet): it is waited for, or nobody knows it. */
  open(subject: TransferSession | string, onClosed: OnClosed): void {
    this.#subject = subject;
    this.#onClosed = onClosed;
    this.#host.requestUpdate();
  }

  view(): TemplateResult {
    const { dataSource, order, canEnd, sessionLinks } = this.#context();
    return html`<transfer-session-details
      .dataSource=${dataSource}
      .order=${order}
      .canEnd=${canEnd}
      .sessionLinks=${sessionLinks}
      @close=${this.#onClose}
      ${ref(this.#details)}
    ></transfer-session-details>`;
  }

  /** To be called once the view is in the document. */
  updated(): void {
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
