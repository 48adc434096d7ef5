import { html, nothing, type TemplateResult } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import { keepEscape } from "../../shared/keys.js";

/** px between a menu and the button that opened it. */
const GAP = 4;

/** px that are kept free at the edges of the window. */
const EDGE = 8;

/** px below which a side has no room for a menu. */
const LEAST = 200;

const CONTROLS = "input:enabled, select:enabled, button:enabled";

/** One menu at a time, below the button that opened it, in the top layer: no clipping, no z-index. */
export class MenuPopover<Name extends string> {
  readonly #popover = createRef<HTMLElement>();
  readonly #onChange: (open: Name | undefined) => void;
  #name: Name | undefined;
  #anchor: HTMLElement | undefined;
  #content: (() => unknown) | undefined;
  /** What in the menu had the focus before an update, and which of its controls that was. */
  #focused: { readonly element: HTMLElement; readonly place: number } | undefined;

  /** @param onChange is told which menu is open now. */
  constructor(onChange: (open: Name | undefined) => void) {
    this.#onChange = onChange;
  }

  /** The name of the menu that is open. */
  get open(): Name | undefined {
    return this.#name;
  }

  /** Opens a menu, or closes it where it is open. @param content what is drawn in it with each update. */
  toggle(name: Name, anchor: HTMLElement, content: () => unknown): void {
    if (this.#name === name) {
      this.close();
      return;
    }
    this.#name = name;
    this.#anchor = anchor;
    this.#content = content;
    this.#onChange(name);
  }

  close(): void {
    if (this.#name === undefined) return;
    this.#name = undefined;
    this.#content = undefined;
    const popover = this.#popover.value;
    // In a document that is shown nowhere it is not open any more.
    if (popover?.ownerDocument.defaultView) popover.hidePopover?.();
    const anchor = this.#anchor;
    this.#anchor = undefined;
    // Only if focus was in the menu, or nowhere: a click elsewhere has taken it.
    const active = anchor && (anchor.getRootNode() as Partial<DocumentOrShadowRoot>).activeElement;
    this.#focused = undefined;
    if (anchor?.isConnected && (!active || popover?.contains(active))) anchor.focus();
    this.#onChange(undefined);
  }

  /** To be called before each update. */
  willUpdate(): void {
    const popover = this.#popover.value;
    const active = popover && activeIn(popover);
    this.#focused = active && { element: active, place: controlsOf(popover).indexOf(active) };
  }

  /** To be called after each update. */
  settle(): void {
    const popover = this.#popover.value;
    if (!popover?.ownerDocument.defaultView || !this.#content || !this.#anchor) return;
    if (popover.matches(":popover-open")) {
      this.#keepFocus(popover);
      return;
    }
    popover.style.minInlineSize = "";
    popover.showPopover();
    this.#place(popover, this.#anchor);
    controlsOf(popover)[0]?.focus();
  }

  /** What was pressed may have moved, have nothing more to do, or be gone: focus stays with it, or next to it. */
  #keepFocus(popover: HTMLElement): void {
    const before = this.#focused;
    if (!before) return;
    const { element, place } = before;
    if (popover.contains(element) && element.matches(":enabled")) {
      if (activeIn(popover) !== element) element.focus();
      return;
    }
    const controls = controlsOf(popover);
    const beside = controls.find((other) => other.matches("button") && other.parentElement === element.parentElement);
    (beside ?? controls[Math.min(place, controls.length - 1)])?.focus();
  }

  view(label: string): TemplateResult {
    return html`<div
      class="menu"
      popover="auto"
      role="dialog"
      aria-label=${label}
      @keydown=${keepEscape}
      @toggle=${(event: ToggleEvent) => event.newState === "closed" && this.close()}
      ${ref(this.#popover)}
    >
      ${this.#content?.() ?? nothing}
    </div>`;
  }

  #place(popover: HTMLElement, anchor: HTMLElement): void {
    const { style } = popover;
    // Where it would stand by itself there may be less room, and it would be measured too narrow.
    Object.assign(style, { left: "0", top: "0", bottom: "auto" });
    style.setProperty("--_room", "100%");
    const at = anchor.getBoundingClientRect();
    const { width, height } = popover.getBoundingClientRect();
    // Where the page has a CSS zoom, engines do not agree on whose pixels are whose. So the window is measured as the
    // menu is, and places are shares of it.
    Object.assign(style, { left: "100%", top: "100%" });
    const { left: windowWidth, top: windowHeight } = popover.getBoundingClientRect();
    const across = (length: number): string => `${(length / windowWidth) * 100}%`;
    const down = (length: number): string => `${(length / windowHeight) * 100}%`;
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
  }
}

function controlsOf(popover: HTMLElement): HTMLElement[] {
  return [...popover.querySelectorAll<HTMLElement>(CONTROLS)];
}

function activeIn(popover: HTMLElement): HTMLElement | undefined {
  const active = (popover.getRootNode() as Partial<DocumentOrShadowRoot>).activeElement;
  return active && popover.contains(active) ? (active as HTMLElement) : undefined;
}
