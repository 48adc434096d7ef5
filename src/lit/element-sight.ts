import type { ReactiveElement } from "lit";
import type { Condition, Environment } from "../platform/environment.js";
import { viewOf } from "../platform/page/nodes.js";
import { environmentIn } from "../platform/browser-environment.js";
import type { Sight } from "../platform/sight.js";

/**
 * How far a person can see an element. Judged is the box inside, since the element itself may have none
 * (`display: contents`). What is scrolled out of sight or `visibility: hidden` counts as seen.
 */
export class ElementSight implements Sight {
  readonly page: Condition;
  readonly #host: ReactiveElement;
  readonly #selector: string;

  /** @param environment of the store, which a test may have made. @param box selects the box inside. */
  constructor(host: ReactiveElement, environment: Environment, box = ".base") {
    this.#host = host;
    this.#selector = box;
    this.page = environmentIn(host.ownerDocument, environment).visible;
  }

  isDrawn(): boolean {
    return this.#boxes.every(isDrawn);
  }

  whenDrawn(onDrawn: () => void): () => void {
    const look = (): void => {
      if (this.isDrawn()) onDrawn();
    };
    const ends = this.#boxes.map((box) => {
      const view = viewOf(box);
      const observer = new view.ResizeObserver(look);
      observer.observe(box);
      view.addEventListener("resize", look);
      return () => {
        observer.disconnect();
        view.removeEventListener("resize", look);
      };
    });
    return () => {
      for (const end of ends) end();
    };
  }

  /** The box inside the element, once there is one, and the frames around it, as far as they are of one origin. */
  get #boxes(): Element[] {
    const boxes: Element[] = [];
    for (let box = this.#host.renderRoot.querySelector(this.#selector); box; box = viewOf(box).frameElement)
      boxes.push(box);
    return boxes;
  }
}

function isDrawn(box: Element): boolean {
  const view = viewOf(box);
  // A frame that has no box has no size; in WebKit it keeps the size that it had.
  if (view.parent !== view && (view.innerWidth === 0 || view.innerHeight === 0)) return false;
  return box.checkVisibility?.() ?? box.getClientRects().length > 0;
}
