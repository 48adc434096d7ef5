import { html, nothing, type LitElement, type TemplateResult } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import { sessionKey, type TransferSession } from "../../domain/session.js";
import { TransferSessionOpenEvent } from "../../events/session-events.js";
import { defineElement } from "../../internal/define-element.js";
import type { TransferDataSource } from "../../sources/data-source.js";
import type { SessionLink } from "../transfer-session-details/details-context.js";
import type { TransferSessionDetails } from "../transfer-session-details/transfer-session-details.element.js";

/** What the details view gets from the table around it. */
export interface OpenerContext {
  readonly dataSource: TransferDataSource | undefined;
  /** The rows in their present order. */
  readonly order: readonly TransferSession[];
  readonly canEnd: ((session: TransferSession) => boolean | string) | undefined;
  readonly sessionLinks: ((session: TransferSession) => readonly SessionLink[]) | undefined;
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

/** Whether a click on a row is meant for something in it, or ends the selection of text. */
function isMeantForRow(event: Event, row: Element): boolean {
  for (const target of event.composedPath()) {
    if (target === row) break;
    if (target instanceof Element && target.matches("a, button, input, label, select, summary, textarea")) return false;
  }
  return String(document.getSelection() ?? "") === "";
}

/** Opens sessions from the table: says so, then shows the details dialog, and brings the focus back to the row. */
export class SessionOpener {
  readonly #host: LitElement;
  readonly #context: () => OpenerContext;
  readonly #find: (key: string) => TransferSession | undefined;
  readonly #details = createRef<TransferSessionDetails>();
  #loaded = false;
  #session: TransferSession | undefined;
  #id: string | undefined;
  #open = false;

  /** @param find the displayed session of a row's key. */
  constructor(host: LitElement, context: () => OpenerContext, find: (key: string) => TransferSession | undefined) {
    this.#host = host;
    this.#context = context;
    this.#find = find;
  }

  /** Opens a session, unless the host prevents it. */
  open(session: TransferSession): void {
    if (!this.#host.dispatchEvent(new TransferSessionOpenEvent(session)) || this.#context().openOn === "event") return;
    this.#show(session, undefined);
  }

  /** Opens an id that the list does not hold (yet): the dialog waits for it, or says that nobody knows it. */
  openId(id: string): void {
    if (this.#context().openOn === "dialog") this.#show(undefined, id);
  }

  readonly onClick = (event: MouseEvent): void => {
    const row = (event.target as Element).closest<HTMLElement>("[data-key]");
    const session = row && isMeantForRow(event, row) ? this.#find(row.dataset["key"]!) : undefined;
    if (session) this.open(session);
  };

  readonly onKey = (event: KeyboardEvent): void => {
    const row = event.target as HTMLElement;
    if (event.key !== "Enter" || row.dataset["key"] === undefined) return;
    const session = this.#find(row.dataset["key"]);
    if (!session) return;
    event.preventDefault();
    this.open(session);
  };

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

  #show(session: TransferSession | undefined, id: string | undefined): void {
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
    if (!session) return;
    const key = sessionKey(session);
    for (const row of this.#host.renderRoot.querySelectorAll<HTMLElement>("[data-key]")) {
      if (row.dataset["key"] === key) row.focus();
    }
  };
}
