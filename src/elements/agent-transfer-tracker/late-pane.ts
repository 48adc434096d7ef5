import { defineElement } from "../../lit/define-element.js";

let loading: Promise<void> | undefined;

/**
 * Loads what shows the payload of an event. Called with the first event, when nobody can have opened it yet: a tracker
 * that waits for its conversation pays nothing for it.
 */
export function loadPane(): void {
  loading ??= import("../transfer-json-pane/transfer-json-pane.element.js").then(
    ({ TransferJsonPane }) => defineElement("transfer-json-pane", TransferJsonPane),
    () => {
      // The next event tries again.
      loading = undefined;
    },
  );
}
