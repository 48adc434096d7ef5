/**
 * The box that scrolls an element: the nearest one around it, out through shadow roots, that has something to scroll up
 * and down, or else the page.
 */
export function scrollBoxOf(element: Element): Element {
  const page = document.scrollingElement ?? document.documentElement;
  for (let box = around(element); box && box !== page; box = around(box)) {
    if (box.scrollHeight > box.clientHeight && scrolls(box)) return box;
  }
  return page;
}

/** Top and bottom of what such a box shows, in the window's coordinates. */
export function edgesOf(box: Element): { readonly top: number; readonly bottom: number } {
  if (box === document.scrollingElement || box === document.documentElement) {
    return { top: 0, bottom: window.innerHeight };
  }
  const { top, bottom } = box.getBoundingClientRect();
  const scale = box instanceof HTMLElement ? scaleOf(box) : 1;
  return { top: top + box.clientTop * scale, bottom };
}

/**
 * How many of the window's pixels one of an element's own takes on the block axis: not 1 under a `transform: scale()` or
 * CSS `zoom`.
 */
export function scaleOf(element: HTMLElement): number {
  const own = element.offsetHeight;
  const { height } = element.getBoundingClientRect();
  // The own height comes in whole pixels.
  return own === 0 || Math.abs(height - own) < 1 ? 1 : height / own;
}

function around(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const parent = element.parentNode;
  return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
}

function scrolls(box: Element): boolean {
  const { overflowY } = getComputedStyle(box);
  if (overflowY !== "auto" && overflowY !== "scroll") return false;
  // The body's own setting is the page's, unless the root element has one.
  return box !== document.body || getComputedStyle(document.documentElement).overflowY !== "visible";
}
