import { nothing, type LitElement, type ReactiveController } from "lit";
import { sentence } from "../../../i18n/isolate.js";
import { sessionKey, type TransferSession } from "../../../domain/session/session.js";
import type { LatePart } from "../../../lit/late-part.js";
import { askCanEnd } from "../../../lit/properties/can-end.js";
import { failureOf } from "../../../sources/data-source.js";
import { EndConfirmation } from "../../shared/ending/end-confirmation.js";
import { contactName } from "../cells/contact-cell.js";
import type { TableState } from "../table-state.js";
import type { BulkEndDialog } from "./bulk-end-dialog.js";
import { announceEnd, tellEnded, tellEndFailed } from "./end-events.js";

/** Ends sessions for the table: asks the person and the host, calls the store, tells what came of it. */
export class EndOrders implements ReactiveController {
  readonly #host: LitElement;
  readonly #state: TableState;
  readonly #confirmation: EndConfirmation;
  /** Many are seldom ended at once; one is what the table is for. */
  readonly #bulkDialog: LatePart<typeof BulkEndDialog>;
  #bulk: BulkEndDialog | undefined;

  constructor(host: LitElement, state: TableState) {
    this.#host = host;
    this.#state = state;
    this.#bulkDialog = state.late.part(async () => (await import("./bulk-end-dialog.js")).BulkEndDialog);
    this.#confirmation = new EndConfirmation(
      (session) => this.request(session),
      () => {
        const { isOpen } = this.#confirmation;
        state.person.opened("confirmation", isOpen);
        if (!isOpen) state.focus.expectLoss();
        host.requestUpdate();
      },
    );
    host.addController(this);
  }

  /** Asks the person. @param from what was pressed; focus returns to it. */
  ask(session: TransferSession, from: HTMLElement): void {
    this.#state.late.forget();
    this.#confirmation.ask(session, from);
  }

  /** Ends a session that a person has confirmed, unless the host prevents it. */
  request(session: TransferSession): void {
    const { store } = this.#state.data;
    if (!store || !announceEnd(this.#host, session)) return;
    void store.end(session).then((result) => {
      if (result.ended) {
        tellEnded(this.#host, this.#state, session);
        return;
      }
      tellEndFailed(this.#host, session, result.error);
      const { strings } = this.#state.words;
      const reason = failureOf(result.error).message;
      this.#state.announcer.say(
        sentence`${strings.endFailedMessage(contactName(session, { strings }))} ${reason}`.trim(),
      );
    });
  }

  /** Asks for all that are selected at once, leaving out those that cannot be ended. */
  askForSelected(): void {
    const { data, late, selection, toast, words, canEnd } = this.#state;
    const { store } = data;
    const selected = this.#state.selected;
    if (!store || this.#bulk || selected.length === 0) return;
    const sessions = selected.filter((session) => session.status !== "ended" && askCanEnd(canEnd, session) === true);
    const excluded = selected.length - sessions.length;
    if (sessions.length === 0) {
      late.forget();
      toast.say(words.strings.bulkExcluded(excluded, words.lang));
      return;
    }
    const asked = new Set(selected.map(sessionKey));
    late.want(this.#bulkDialog, (Dialog) => {
      // Another source may have been set, or other sessions selected, while it was loaded.
      if (data.store !== store || !isSelection(selection.sessions, asked)) return;
      const question = { store, sessions, excluded, holdsAll: !data.isQuerying };
      this.#bulk = new Dialog(this.#host, this.#state, question, () => {
        this.#bulk = undefined;
        this.#host.requestUpdate();
      });
      this.#host.requestUpdate();
    });
  }

  /** Both dialogs. */
  view(): unknown {
    const { snapshot, isQuerying, strings, common } = this.#state.model;
    return [
      // A source that filters may hold a session that the list does not.
      this.#confirmation.view(snapshot?.sessions ?? [], { strings, common }, !isQuerying),
      this.#bulk?.view() ?? nothing,
    ];
  }

  hostUpdated(): void {
    this.#confirmation.show();
    this.#bulk?.show();
  }

  hostDisconnected(): void {
    this.#confirmation.close();
    this.#bulk?.close();
  }
}

function isSelection(selected: ReadonlyMap<string, unknown>, keys: ReadonlySet<string>): boolean {
  return selected.size === keys.size && [...keys].every((key) => selected.has(key));
}
