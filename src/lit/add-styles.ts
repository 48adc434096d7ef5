import type { CSSResult, ReactiveElement } from "lit";

/** Gives an element the styles of a part that is loaded late. */
export function addStyles(host: ReactiveElement, { styleSheet }: CSSResult): void {
  const { adoptedStyleSheets } = host.shadowRoot!;
  if (styleSheet && !adoptedStyleSheets.includes(styleSheet)) adoptedStyleSheets.push(styleSheet);
}
