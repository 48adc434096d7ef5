import { isElement, isShadowRoot, viewOf } from "../../platform/page/nodes.js";
/**
 * The box that scrolls an element: the nearest one around it, out through shadow roots, that has something to scroll up
 * and down, or else the page.
 */
export function scrollBoxOf(element: Element): Element {
  const page = pageOf(element);
  for (let box = around(element); box && box !== page; box = around(box)) {
    if (box.scrollHeight > box.clientHeight && scrolls(box)) return box;
  }
  return page;
}

/** Top and bottom of what such a box shows, in the window's coordinates. */
export function edgesOf(box: Element): { readonly top: number; readonly bottom: number } {
  if (isPage(box)) return { top: 0, bottom: viewOf(box).innerHeight };
  const { top, bottom } = box.getBoundingClientRect();
  const scale = scaleOf(box);
  return { top: top + box.clientTop * scale, bottom };
}

/**
 * How many of the window's pixels one of an element's own takes on the block axis: not 1 under a `transform: scale()` or
 * CSS `zoom`.
 */
export function scaleOf(element: Element): number {
  // None has a box that is no HTML element, such as a drawing.
  const own = (element as Partial<HTMLElement>).offsetHeight ?? 0;
  const { height } = element.getBoundingClientRect();
  // The own height comes in whole pixels.
  return own === 0 || Math.abs(height - own) < 1 ? 1 : height / own;
}

function around(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const parent = element.parentNode;
  return isShadowRoot(parent) ? parent.host : isElement(parent) ? parent : null;
}

function scrolls(box: Element): boolean {
  const { overflowY } = getComputedStyle(box);
  if (overflowY !== "auto" && overflowY !== "scroll") return false;
  // The body's own setting is the page's, unless the root element has one.
  const { body, documentElement } = box.ownerDocument;
  return box !== body || getComputedStyle(documentElement).overflowY !== "visible";
}

function pageOf({ ownerDocument: { scrollingElement, documentElement } }: Element): Element {
  return scrollingElement ?? documentElement;
}

/** Whether a box is the page, which the window itself shows. */
export function isPage(box: Element): boolean {
  return box === pageOf(box) || box === box.ownerDocument.documentElement;
}
