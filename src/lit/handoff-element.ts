import { LitElement, supportsAdoptingStyleSheets } from "lit";
import { adoptStyles } from "./styles/element-styles.js";

/** The base of all elements. Its styles go with it into another document, such as that of a pop-up, and back. */
export class HandoffElement extends LitElement {
  /** As Lit's own, but for the sheets: Lit's belong to the document that has loaded it, and another refuses them. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    if (!supportsAdoptingStyleSheets) return super.createRenderRoot();
    const { shadowRootOptions } = this.constructor as typeof LitElement;
    const root = this.shadowRoot ?? this.attachShadow(shadowRootOptions);
    this.renderOptions.renderBefore ??= root.firstChild;
    adoptStyles(this, root);
    return root;
  }

  adoptedCallback(): void {
    if (supportsAdoptingStyleSheets && this.renderRoot) adoptStyles(this, this.renderRoot as ShadowRoot);
  }
}
