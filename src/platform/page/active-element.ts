/**
 * What has the focus in a document, also deep inside other elements; `undefined` for nothing. Behind a closed root nobody
 * can look: then it is the element that has that root, which knows where its own focus goes.
 */
export function activeElementOf(owner: Document): HTMLElement | undefined {
  let active = owner.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active && active !== owner.body ? (active as HTMLElement) : undefined;
}
