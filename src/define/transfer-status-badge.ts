import { TransferStatusBadge } from "../elements/transfer-status-badge/transfer-status-badge.element.js";
import { defineElement } from "../lit/define-element.js";

defineElement("transfer-status-badge", TransferStatusBadge);

declare global {
  interface HTMLElementTagNameMap {
    "transfer-status-badge": TransferStatusBadge;
  }
}

export { TransferStatusBadge };
