import { css, html, type TemplateResult } from "lit";
import { HandoffElement } from "../../lit/handoff-element.js";
import { property } from "lit/decorators.js";
import { LocalizeController } from "../../lit/controllers/localize-controller.js";
import { labelOf } from "../../i18n/common-strings.js";
import { VERSION } from "../../platform/version.js";
import { base } from "../../lit/styles/base.styles.js";
import { tokens } from "../../lit/styles/tokens.styles.js";
import { badgeView } from "../shared/badge/badge-view.js";
import { badge } from "../shared/badge/badge.styles.js";

/** The badge has no words but the common ones. */
const NO_STRINGS = {};

/**
 * The status of a transfer session, in colour, shape and word.
 *
 * @summary A status in colour, shape and word.
 * @csspart badge - The pill.
 * @element transfer-status-badge
 */
export class TransferStatusBadge extends HandoffElement {
  static readonly version = VERSION;
  static override styles = [
    tokens,
    base,
    badge,
    css`
      :host {
        display: inline-block;
        max-inline-size: 100%;
        vertical-align: middle;
      }
    `,
  ];

  /** `pending`, `queued`, `active`, `post_agent`, `ended`; any other text is shown raw, in neutral colours. */
  @property() status = "";

  /** Overrides of words: a partial `CommonStrings`. */
  @property({ attribute: false }) strings: unknown;

  readonly #localize = new LocalizeController(this, "", NO_STRINGS);

  protected override render(): TemplateResult {
    const status = typeof this.status === "string" ? this.status : "";
    const { common } = this.#localize;
    return html`<span class="base">${badgeView(status, labelOf(common.status, status) ?? common.unknownStatus)}</span>`;
  }
}
