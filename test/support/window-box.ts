/** The window in the pixels in which boxes are measured: where a page has a zoom, engines do not agree on them. */
export function windowBox(): DOMRect {
  const probe = document.body.appendChild(document.createElement("div"));
  probe.style.cssText = "position: fixed; inset: 0";
  const box = probe.getBoundingClientRect();
  probe.remove();
  return box;
}
