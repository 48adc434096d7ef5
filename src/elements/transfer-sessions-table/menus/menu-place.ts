import { edgesOf, scrollBoxOf } from "../../../lit/virtual/scroll-box.js";
import { isNode, scrollPlacesOf, viewOf } from "../../../platform/page/nodes.js";

/** px between a menu and the button that opened it. */
const GAP = 4;

/** px that are kept free at the edges of the window. */
const EDGE = 8;

/** px below which a side has no room for a menu. */
const LEAST = 200;

/** Puts an open menu below its button, or above it, or over it: where there is room. */
export function placeMenu(popover: HTMLElement, anchor: HTMLElement): void {
  const { style, scrollTop } = popover;
  // Where it would stand by itself there may be less room, and it would be measured too narrow.
  Object.assign(style, { left: "0", top: "0", bottom: "auto" });
  style.setProperty("--_room", "100%");
  const { left, right, top, bottom } = anchor.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  // Where the page has a CSS zoom, engines do not agree on whose pixels are whose. So the window is measured as the
  // menu is, and places are shares of it.
  Object.assign(style, { left: "100%", top: "100%" });
  const { left: windowWidth, top: windowHeight } = popover.getBoundingClientRect();
  const across = (length: number): string => `${(length / windowWidth) * 100}%`;
  const down = (length: number): string => `${(length / windowHeight) * 100}%`;
  // While somebody types in the menu its button may be out of the window.
  const inWindow = (edge: number): number => Math.max(0, Math.min(edge, windowHeight));
  const at = { left, right, top: inWindow(top), bottom: inWindow(bottom) };
  const rtl = getComputedStyle(anchor).direction === "rtl";
  const start = rtl ? at.right - width : at.left;
  const [above, below] = [at.top - GAP - EDGE, windowHeight - at.bottom - GAP - EDGE];
  const isAbove = height > below && above > below;
  const room = isAbove ? above : below;
  // Where neither side has room it lies over its button.
  const isOver = room < Math.min(height, LEAST);
  style.left = across(Math.max(EDGE, Math.min(start, windowWidth - width - EDGE)));
  // At the edge next to its button it stays, whatever is in it later; and as wide as it was opened.
  style.top = isOver ? down(EDGE) : isAbove ? "auto" : down(at.bottom + GAP);
  style.bottom = isAbove && !isOver ? down(windowHeight - at.top + GAP) : "auto";
  style.minInlineSize = across(width);
  style.setProperty("--_room", down(isOver ? windowHeight - 2 * EDGE : room));
  // While it was measured there was nothing to scroll.
  popover.scrollTop = scrollTop;
}

/**
 * Keeps a menu at its button while pages scroll and windows change their size.
 *
 * @param onGone the button has been scrolled out of sight, and nobody is typing in the menu.
 * @returns ends it.
 */
export function followButton(popover: HTMLElement, anchor: HTMLElement, onGone: () => void): () => void {
  const over = new AbortController();
  const options = { capture: true, passive: true, signal: over.signal };
  const view = viewOf(anchor);
  const follow = ({ target, type }: Event): void => {
    if (isNode(target) && popover.contains(target)) return;
    // As wide as it was opened, in another window.
    if (type === "resize") popover.style.minInlineSize = "";
    const { top, bottom } = anchor.getBoundingClientRect();
    const edges = edgesOf(scrollBoxOf(anchor));
    // A keyboard on the screen scrolls, too: who is typing keeps the menu.
    const isGone =
      (bottom < Math.max(0, edges.top) || top > Math.min(view.innerHeight, edges.bottom)) &&
      !popover.querySelector("input:focus");
    if (isGone) onGone();
    else placeMenu(popover, anchor);
  };
  for (const place of scrollPlacesOf(anchor)) place.addEventListener("scroll", follow, options);
  view.addEventListener("resize", follow, options);
  return () => over.abort();
}
