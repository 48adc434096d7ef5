import type { LitElement } from "lit";
import { sessionKey, type TransferSession } from "../../../domain/session/session.js";
import type { LatePart } from "../../../lit/late-part.js";
import { activeElementOf } from "../../../platform/page/active-element.js";
import type { GridInput } from "../grid/grid-input.js";
import type { TableState } from "../table-state.js";
import type { DetailsDialog } from "./details-dialog.js";
import { loadDetails } from "./details-element.js";

/** Opens sessions in the details dialog, which is loaded for the first of them, and leads focus back. */
export class SessionOpener {
  readonly #host: LitElement;
  readonly #state: TableState;
  readonly #input: GridInput;
  readonly #dialog: LatePart<DetailsDialog>;

  constructor(host: LitElement, state: TableState, input: GridInput) {
    this.#host = host;
    this.#state = state;
    this.#input = input;
    this.#dialog = state.late.part(async () => {
      const [{ DetailsDialog }] = await Promise.all([import("./details-dialog.js"), loadDetails()]);
      return new DetailsDialog(host, state);
    });
  }

  /** @param subject a session, or an id that the list does not hold. @param byHost focus returns to where it was. */
  open(subject: TransferSession | string, byHost: boolean): void {
    const { data, late } = this.#state;
    const from = byHost ? activeElementOf(this.#host.ownerDocument) : undefined;
    const source = data.store?.source;
    late.want(this.#dialog, (dialog) => {
      // Another source knows nothing of it.
      if (source && source !== data.store?.source) return;
      dialog.open(subject, (last) => {
        if (byHost) from?.focus();
        else if (last) void this.#input.focusRow(sessionKey(last));
      });
    });
  }

  view(): unknown {
    return this.#dialog.part?.view();
  }
}
