import { createRef, type Ref } from "lit/directives/ref.js";

/**
 * A `<dialog>` that its owner opens and closes. Its close event comes late, when it may be open again: only the last one
 * can be a person's who has dismissed it and has not opened it anew.
 */
export class Modal {
  /** To be put on the dialog with `ref`. */
  readonly dialog: Ref<HTMLDialogElement> = createRef();
  readonly #onDismiss: () => void;
  /** Closings that are history when their event comes: the owner's, and those after which it was opened again. */
  #closings = 0;
  /** The one that was opened, and that nobody has closed as far as we have heard. */
  #shown: HTMLDialogElement | undefined;

  /** @param onDismiss called when a person has closed it. */
  constructor(onDismiss: () => void) {
    this.#onDismiss = onDismiss;
  }

  /** The owner wants it open, also where a person has dismissed it and the event of that is still to come. */
  want(): void {
    if (!this.#shown || this.#shown.open) return;
    this.#closings++;
    this.#shown = undefined;
  }

  /** To be called once the view is in the document. @returns whether that opened it. */
  show(): boolean {
    const dialog = this.dialog.value;
    // A document that is shown nowhere cannot show a dialog either.
    if (!dialog?.isConnected || !dialog.ownerDocument.defaultView || dialog.open) return false;
    // Dismissed: the view is only drawn again.
    if (this.#shown === dialog) return false;
    this.#shown = dialog;
    dialog.showModal();
    return true;
  }

  /** @returns whether that closed it. */
  close(): boolean {
    const dialog = this.dialog.value;
    if (!dialog?.open) return false;
    this.#closings++;
    this.#shown = undefined;
    dialog.close();
    return true;
  }

  /** Closes it without an event, since its owner leaves the document and may open it again elsewhere. */
  withdraw(): void {
    this.#shown = undefined;
    this.dialog.value?.removeAttribute("open");
  }

  /** For the dialog's close event. */
  readonly onClose = (event: Event): void => {
    // In some browsers the event of a dialog inside bubbles.
    if (event.target !== event.currentTarget) return;
    if (this.#closings > 0) {
      this.#closings--;
      return;
    }
    this.#shown = undefined;
    this.#onDismiss();
  };
}
