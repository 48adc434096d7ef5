import { html, nothing, type LitElement, type TemplateResult } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import type { TransferSession } from "../../domain/session.js";
import { TransferSessionOpenEvent } from "../../events/session-events.js";
import type { SessionLinks } from "../../internal/session-links.js";
import { activeElement } from "../../internal/active-element.js";
import { defineElement } from "../../internal/define-element.js";
import type { TransferDataSource } from "../../sources/data-source.js";
import type { TransferSessionDetails } from "../transfer-session-details/transfer-session-details.element.js";

/** What the details view gets from the table around it. */
export interface OpenerContext {
  readonly dataSource: TransferDataSource | undefined;
  /** The rows in their present order. */
  readonly order: readonly TransferSession[];
  readonly canEnd: ((session: TransferSession) => boolean | string) | undefined;
  readonly sessionLinks: SessionLinks | undefined;
  /** `event`: the host shows the session itself. */
  readonly openOn: "dialog" | "event";
}

/** Loaded when a session is first opened: a table that is only watched pays nothing for it. */
async function loadDetails(): Promise<void> {
  const [{ TransferSessionDetails }, { TransferJsonPane }] = await Promise.all([
    import("../transfer-session-details/transfer-session-details.element.js"),
    import("../transfer-json-pane/transfer-json-pane.element.js"),
  ]);
  defineElement("transfer-json-pane", TransferJsonPane);
  defineElement("transfer-session-details", TransferSessionDetails);
}

/** Opens sessions from the table: says so, then shows the details dialog, which is loaded when it is first needed. */
export class SessionOpener {
  readonly #host: LitElement;
  readonly #context: () => OpenerContext;
  readonly #onClosed: (session: TransferSession) => void;
  readonly #details = createRef<TransferSessionDetails>();
  #loaded = false;
  #session: TransferSession | undefined;
  #id: string | undefined;
  #open = false;
  #byHost = false;
  /** What had the focus when the host opened a session. */
  #from: HTMLElement | undefined;

  /** @param onClosed gets the session that was shown last: a person may have gone on from the one that was opened. */
  constructor(host: LitElement, context: () => OpenerContext, onClosed: (session: TransferSession) => void) {
    this.#host = host;
    this.#context = context;
    this.#onClosed = onClosed;
  }

  /** A person opens a session, unless the host prevents it. */
  open(session: TransferSession): void {
    this.#openFor(session, false);
  }

  /** The host opens a session, for whatever a person did elsewhere: focus returns there. */
  openForHost(session: TransferSession): void {
    this.#openFor(session, true);
  }

  #openFor(session: TransferSession, byHost: boolean): void {
    if (!this.#host.dispatchEvent(new TransferSessionOpenEvent(session)) || this.#context().openOn === "event") return;
    this.#show(session, undefined, byHost);
  }

  /** Opens an id that the list does not hold (yet): the dialog waits for it, or says that nobody knows it. */
  openId(id: string): void {
    if (this.#context().openOn === "dialog") this.#show(undefined, id, true);
  }

  view(): TemplateResult | typeof nothing {
    if (!this.#loaded) return nothing;
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
    if (!details || !this.#open) return;
    this.#open = false;
    if (this.#session) details.session = this.#session;
    else details.sessionId = this.#id;
    details.show();
  }

  #show(session: TransferSession | undefined, id: string | undefined, byHost: boolean): void {
    this.#byHost = byHost;
    this.#from = byHost ? activeElement() : undefined;
    this.#session = session;
    this.#id = id;
    this.#open = true;
    if (this.#loaded) {
      this.#host.requestUpdate();
      return;
    }
    void loadDetails().then(() => {
      this.#loaded = true;
      this.#host.requestUpdate();
    });
  }

  readonly #onClose = (): void => {
    const session = this.#details.value?.session;
    if (this.#byHost) this.#from?.focus();
    else if (session) this.#onClosed(session);
  };
}
