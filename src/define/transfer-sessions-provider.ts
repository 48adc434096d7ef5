import { TransferSessionsProvider } from "../elements/transfer-sessions-provider/transfer-sessions-provider.element.js";
import { defineElement } from "../lit/define-element.js";

defineElement("transfer-sessions-provider", TransferSessionsProvider);

declare global {
  interface HTMLElementTagNameMap {
    "transfer-sessions-provider": TransferSessionsProvider;
  }
}

export { TransferSessionsProvider };
