import { createRef, type Ref } from "lit/directives/ref.js";

/**
 * A `<dialog>` that its owner opens and closes. Its close event comes late, when it may be open again: what the owner
 * closed is told apart from what a person dismissed.
 */
export class Modal {
  /** To be put on the dialog with `ref`. */
  readonly dialog: Ref<HTMLDialogElement> = createRef();
  readonly #onDismiss: () => void;
  /** Closings by the owner whose event is still to come. */
  #closings = 0;

  /** @param onDismiss called when a person has closed it. */
  constructor(onDismiss: () => void) {
    this.#onDismiss = onDismiss;
  }

  /** To be called once the view is in the document. @returns whether that opened it. */
  show(): boolean {
    const dialog = this.dialog.value;
    // A document that is shown nowhere cannot show a dialog either.
    if (!dialog?.isConnected || !dialog.ownerDocument.defaultView || dialog.open) return false;
    dialog.showModal();
    return true;
  }

  /** @returns whether that closed it. */
  close(): boolean {
    const dialog = this.dialog.value;
    if (!dialog?.open) return false;
    this.#closings++;
    dialog.close();
    return true;
  }

  /** Closes it without an event, since its owner leaves the document and may open it again elsewhere. */
  withdraw(): void {
    this.dialog.value?.removeAttribute("open");
  }

  /** For the dialog's close event. */
  readonly onClose = (event: Event): void => {
    // In some browsers the event of a dialog inside bubbles.
    if (event.target !== event.currentTarget) return;
    if (this.#closings > 0) this.#closings--;
    else this.#onDismiss();
  };
}
