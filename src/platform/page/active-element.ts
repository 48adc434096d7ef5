/** What has the focus in a document, also deep inside other elements; `undefined` for nothing. */
export function activeElementOf(owner: Document): HTMLElement | undefined {
  let active = owner.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active && active !== owner.body ? (active as HTMLElement) : undefined;
}
