import { html, nothing, type TemplateResult } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import { keepEscape } from "../../shared/keys.js";
import { followButton, placeMenu } from "./menu-place.js";

const CONTROLS = "input:enabled, select:enabled, button:enabled";

/** One menu at a time, below the button that opened it, in the top layer: no clipping, no z-index. */
export class MenuPopover<Name extends string> {
  readonly #popover = createRef<HTMLElement>();
  readonly #onChange: (open: Name | undefined) => void;
  #name: Name | undefined;
  #anchor: HTMLElement | undefined;
  #content: (() => unknown) | undefined;
  #stopFollowing: (() => void) | undefined;
  /** It has been shown since it was asked for: closed then, a press elsewhere has closed it, and the browser says so soon. */
  #wasShown = false;
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
    this.#wasShown = false;
    this.#anchor = anchor;
    this.#content = content;
    this.#onChange(name);
  }

  close(): void {
    if (this.#name === undefined) return;
    this.#name = undefined;
    this.#content = undefined;
    this.#stopFollowing?.();
    const popover = this.#popover.value;
    // In a document that is shown nowhere it is not open any more.
    if (popover?.ownerDocument.defaultView) popover.hidePopover?.();
    const anchor = this.#anchor;
    this.#anchor = undefined;
    // Only if focus was in the menu, or nowhere: a click elsewhere has taken it. Nor is a page scrolled back for it.
    const active = anchor && (anchor.getRootNode() as Partial<DocumentOrShadowRoot>).activeElement;
    this.#focused = undefined;
    if (anchor?.isConnected && (!active || popover?.contains(active))) anchor.focus({ preventScroll: true });
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
    if (this.#wasShown) return;
    this.#wasShown = true;
    popover.style.minInlineSize = "";
    popover.showPopover();
    placeMenu(popover, this.#anchor);
    this.#stopFollowing?.();
    this.#stopFollowing = followButton(popover, this.#anchor, () => this.close());
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
}

function controlsOf(popover: HTMLElement): HTMLElement[] {
  return [...popover.querySelectorAll<HTMLElement>(CONTROLS)];
}

function activeIn(popover: HTMLElement): HTMLElement | undefined {
  const active = (popover.getRootNode() as Partial<DocumentOrShadowRoot>).activeElement;
  return active && popover.contains(active) ? (active as HTMLElement) : undefined;
}
