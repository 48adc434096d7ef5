import { viewOf } from "./nodes.js";
/**
 * Tells when elements have another size.
 *
 * What is drawn for a new size may change sizes once more, before the next frame: text wraps to other lines, a scroll bar
 * comes or goes. The browser calls that an error of the page while it tells of sizes. So nothing is told until then.
 */
export class SizeWatch {
  readonly #onResize: () => boolean;
  #observer: ResizeObserver | undefined;
  #elements: readonly Element[] = [];
  #rest = 0;

  /** @param onResize returns whether sizes are about to change for it. */
  constructor(onResize: () => boolean) {
    this.#onResize = onResize;
  }

  /** Watches these elements, in place of those before. Each is told of once at first. */
  watch(elements: readonly Element[]): void {
    this.stop();
    this.#elements = elements;
    // Of the window that the elements are seen in now.
    this.#observer = undefined;
    this.#observe();
  }

  stop(): void {
    if (this.#elements[0]) viewOf(this.#elements[0]).cancelAnimationFrame(this.#rest);
    this.#observer?.disconnect();
    this.#elements = [];
  }

  #observe(): void {
    const [first] = this.#elements;
    if (!first) return;
    const view = viewOf(first);
    this.#observer ??= new view.ResizeObserver(() => {
      if (!this.#onResize()) return;
      this.#observer?.disconnect();
      this.#rest = view.requestAnimationFrame(() => this.#observe());
    });
    for (const element of this.#elements) this.#observer.observe(element);
  }
}
