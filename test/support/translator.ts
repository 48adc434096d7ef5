/**
 * Translates a page as browsers' translators do: each text gives way to a `font` with another text in it, in open shadow
 * trees, too.
 *
 * @param isRude it heeds no `translate="no"`.
 */
export function translate(root: Node, isRude: boolean): void {
  for (const child of root.childNodes) {
    if (child.nodeType === Node.TEXT_NODE && child.textContent!.trim() !== "") {
      const font = document.createElement("font");
      font.append(document.createElement("font"));
      font.firstElementChild!.textContent = `«${child.textContent!.trim()}»`;
      child.replaceWith(font);
      continue;
    }
    if (!(child instanceof Element) || child.localName === "style") continue;
    if (!isRude && child.getAttribute("translate") === "no") continue;
    if (child.shadowRoot) translate(child.shadowRoot, isRude);
    translate(child, isRude);
  }
}
