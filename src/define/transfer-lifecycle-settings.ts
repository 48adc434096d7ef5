import { TransferLifecycleSettings } from "../elements/transfer-lifecycle-settings/transfer-lifecycle-settings.element.js";
import { defineElement } from "../lit/define-element.js";

defineElement("transfer-lifecycle-settings", TransferLifecycleSettings);

declare global {
  interface HTMLElementTagNameMap {
    "transfer-lifecycle-settings": TransferLifecycleSettings;
  }
}

export { TransferLifecycleSettings };
export type * from "../events/lifecycle-events.js";
