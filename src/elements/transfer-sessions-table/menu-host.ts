import { html, nothing, type TemplateResult } from "lit";
import { createRef, ref } from "lit/directives/ref.js";

/** px between a menu and the button that opened it. */
const GAP = 4;

/**
 * One menu at a time, below the button that opened it, in the top layer: no clipping, no z-index. What is in it is
 * loaded when it is first opened.
 */
export class MenuHost {
  readonly #popover = createRef<HTMLElement>();
  readonly #onChange: (open: boolean) => void;
  #name: string | undefined;
  #anchor: HTMLElement | undefined;
  #content: (() => unknown) | undefined;

  constructor(onChange: (open: boolean) => void) {
    this.#onChange = onChange;
  }

  isOpen(name: string): boolean {
    return this.#name === name;
  }

  get isAnyOpen(): boolean {
    return this.#name !== undefined;
  }

  /** Opens a menu, or closes it where it is open. @param load gives what is drawn in it, anew with each render. */
  async toggle(name: string, anchor: HTMLElement, load: () => Promise<() => unknown>): Promise<void> {
    if (this.#name === name) return this.close();
    this.#name = name;
    this.#anchor = anchor;
    this.#content = undefined;
    this.#onChange(true);
    const content = await load();
    if (this.#name !== name) return;
    this.#content = content;
    this.#onChange(true);
  }

  close(): void {
    if (this.#name === undefined) return;
    this.#name = undefined;
    this.#content = undefined;
    this.#popover.value?.hidePopover?.();
    const anchor = this.#anchor;
    this.#anchor = undefined;
    // Only if focus was in the menu, or nowhere: a click elsewhere has taken it.
    const root = anchor?.getRootNode();
    const { activeElement } = root instanceof ShadowRoot ? root : document;
    if (anchor?.isConnected && (activeElement === null || this.#popover.value?.contains(activeElement))) anchor.focus();
    this.#onChange(false);
  }

  /** To be called after each update. */
  settle(): void {
    const popover = this.#popover.value;
    if (!popover || !this.#content || !this.#anchor || popover.matches(":popover-open")) return;
    popover.showPopover();
    this.#place(popover, this.#anchor);
    popover.querySelector<HTMLElement>("input, button")?.focus();
  }

  view(label: string): TemplateResult {
    return html`<div
      class="menu"
      popover="auto"
      role="dialog"
      aria-label=${label}
      @toggle=${(event: ToggleEvent) => event.newState === "closed" && this.close()}
      ${ref(this.#popover)}
    >
      ${this.#content?.() ?? nothing}
    </div>`;
  }

  #place(popover: HTMLElement, anchor: HTMLElement): void {
    const at = anchor.getBoundingClientRect();
    const { width, height } = popover.getBoundingClientRect();
    const rtl = getComputedStyle(anchor).direction === "rtl";
    const start = rtl ? at.right - width : at.left;
    const below = at.bottom + GAP;
    const above = at.top - GAP - height;
    popover.style.left = `${Math.max(8, Math.min(start, window.innerWidth - width - 8))}px`;
    popover.style.top = `${below + height > window.innerHeight && above > 0 ? above : below}px`;
  }
}
