import { nothing, type LitElement } from "lit";
import type { TransferSession } from "../../../domain/session/session.js";
import {
  TransferSessionEndedEvent,
  TransferSessionEndFailedEvent,
  TransferSessionEndRequestEvent,
} from "../../../events/session-events.js";
import type { CommonStrings } from "../../../i18n/common-strings.js";
import type { TableStrings } from "../../../i18n/table-strings.js";
import { askCanEnd, type CanEnd } from "../../../lit/properties/can-end.js";
import type { LatePart } from "../../../lit/late-part.js";
import { failureOf } from "../../../sources/data-source.js";
import type { SessionStore } from "../../../stores/sessions/session-store.js";
import type { Announcer } from "../notices/announcer.js";
import type { BulkEndDialog } from "./bulk-end-dialog.js";
import { contactName } from "../cells/cells.js";
import { EndConfirmation } from "../../shared/ending/end-confirmation.js";
import type { PersonInside } from "../grid/person-inside.js";

export interface OrdersContext {
  readonly store: SessionStore | undefined;
  readonly canEnd: CanEnd | undefined;
  /** The source filters: a session that the list does not hold may be elsewhere. */
  readonly isQuerying: boolean;
  readonly strings: TableStrings;
  readonly common: CommonStrings;
  readonly lang: string;
}

/** What the table does about it. */
export interface OrdersHooks {
  /** A question is about to close, and with it what has the focus. */
  closing(): void;
  ended(session: TransferSession): void;
}

/** Ends sessions for the table: asks the person and the host, calls the store, tells what came of it. */
export class EndOrders {
  readonly #host: LitElement;
  readonly #presence: PersonInside;
  readonly #announcer: Announcer;
  readonly #context: () => OrdersContext;
  readonly #hooks: OrdersHooks;
  readonly #confirmation: EndConfirmation;
  /** Many are seldom ended at once; one is what the table is for. */
  readonly #bulkDialog: LatePart<typeof BulkEndDialog>;
  #bulk: BulkEndDialog | undefined;

  constructor(
    host: LitElement,
    presence: PersonInside,
    announcer: Announcer,
    context: () => OrdersContext,
    hooks: OrdersHooks,
    late: <P>(load: () => Promise<P>) => LatePart<P>,
  ) {
    this.#host = host;
    this.#presence = presence;
    this.#announcer = announcer;
    this.#context = context;
    this.#hooks = hooks;
    this.#bulkDialog = late(async () => (await import("./bulk-end-dialog.js")).BulkEndDialog);
    this.#confirmation = new EndConfirmation(
      (session) => this.request(session),
      () => {
        presence.opened("confirmation", this.#confirmation.isOpen);
        host.requestUpdate();
      },
      () => hooks.closing(),
    );
  }

  /** Asks the person. @param from what was pressed; focus returns to it. */
  ask(session: TransferSession, from: HTMLElement): void {
    this.#confirmation.ask(session, from);
  }

  /** Ends a session that a person has confirmed, unless the host prevents it. */
  request(session: TransferSession): void {
    const { store } = this.#context();
    if (!store || !this.#host.dispatchEvent(new TransferSessionEndRequestEvent(session))) return;
    void store.end(session).then((result) => {
      if (result.ended) {
        this.#ended(session);
        return;
      }
      this.#host.dispatchEvent(new TransferSessionEndFailedEvent(session, result.error));
      const { strings } = this.#context();
      const reason = failureOf(result.error).message;
      this.#announcer.say(`${strings.endFailedMessage(contactName(session, { strings }))} ${reason}`.trim());
    });
  }

  /** Asks for many at once, leaving out those that cannot be ended. */
  askForAll(selected: readonly TransferSession[]): void {
    const { store, canEnd, isQuerying, strings, lang } = this.#context();
    if (!store || this.#bulk || selected.length === 0) return;
    const sessions = selected.filter((session) => session.status !== "ended" && askCanEnd(canEnd, session) === true);
    if (sessions.length === 0) {
      this.#announcer.say(strings.bulkExcluded(selected.length, lang));
      return;
    }
    this.#bulkDialog.use((Dialog) => {
      // Another source may have been set meanwhile.
      if (this.#context().store !== store) return;
      this.#presence.opened("bulk", true);
      this.#bulk = new Dialog({
        store,
        sessions,
        excluded: selected.length - sessions.length,
        holdsAll: !isQuerying,
        mayEnd: (session) => this.#host.dispatchEvent(new TransferSessionEndRequestEvent(session)),
        onEnded: (session) => this.#ended(session),
        onFailed: (session, error) => this.#host.dispatchEvent(new TransferSessionEndFailedEvent(session, error)),
        onChange: () => this.#host.requestUpdate(),
        onClosing: () => this.#hooks.closing(),
        onClose: () => {
          this.#bulk = undefined;
          this.#presence.opened("bulk", false);
          this.#host.requestUpdate();
        },
      });
      this.#host.requestUpdate();
    });
  }

  #ended(session: TransferSession): void {
    this.#host.dispatchEvent(new TransferSessionEndedEvent(session));
    this.#hooks.ended(session);
  }

  /** Both dialogs. */
  view(): unknown {
    const { store, isQuerying, strings, common, lang } = this.#context();
    return [
      this.#confirmation.view(store?.snapshot.sessions ?? [], { strings, common }, !isQuerying),
      this.#bulk?.view(strings, common, lang) ?? nothing,
    ];
  }

  /** To be called once the view is in the document. */
  updated(): void {
    this.#confirmation.show();
    this.#bulk?.show();
  }

  /** A question that is still being loaded is not asked any more. */
  forget(): void {
    this.#bulkDialog.forget();
  }

  close(): void {
    this.#confirmation.close();
    this.#bulk?.close();
  }
}
