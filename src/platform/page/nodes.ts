// Nodes of any document: those of a pop-up or a frame are no instances of this window's classes.

export function isNode(value: unknown): value is Node {
  if (typeof value !== "object" || value === null) return false;
  const { nodeType, getRootNode } = value as Partial<Node>;
  return typeof nodeType === "number" && typeof getRootNode === "function";
}

export function isElement(node: EventTarget | null | undefined): node is Element {
  return (node as Node | null | undefined)?.nodeType === 1;
}

export function isShadowRoot(node: Node | null | undefined): node is ShadowRoot {
  return node?.nodeType === 11 && "host" in node;
}

/** The window that a node is seen in. */
export function viewOf(node: Node): Window & typeof globalThis {
  return node.ownerDocument?.defaultView ?? window;
}

/**
 * Where to hear of what scrolls around a node, in each tree on the way up, since scroll events do not leave theirs: the
 * document, and of a shadow tree its outermost element. Shadow roots that a host emulates take no options for a listener.
 */
export function scrollPlacesOf(node: Element): Node[] {
  const places: Node[] = [];
  let inner = node;
  let root = inner.getRootNode();
  for (; isShadowRoot(root); root = inner.getRootNode()) {
    while (inner.parentElement) inner = inner.parentElement;
    places.push(inner);
    inner = root.host;
  }
  return [...places, root];
}
