import { edgesOf, isPage, scaleOf } from "./scroll-box.js";

/** The boxes around rows that decide where they are seen. */
export interface RowBoxes {
  /** The box that holds rows and gaps; its top is where row 0 begins. */
  body(): HTMLElement | null | undefined;
  /** The box that clips the rows, if it has a height of its own; the window clips them in any case. */
  scroller(): HTMLElement | null | undefined;
  /** What stands above the rows, and stays in sight where it can. */
  header(): HTMLElement | null | undefined;
}

/** Keeps what a person looks at where it is, while rows get another height or other rows are drawn. */
export class ScrollPlace {
  readonly #boxes: RowBoxes;
  /** The row at the upper edge when nothing was moving; its hidden part is the fraction. */
  #firstSeen = 0;
  /** Where the rows were scrolled to when others were chosen. */
  #scrolledTo: { readonly box: Element; readonly top: number } | undefined;
  /** Rows have another height or place than when they were seen: the first one is to be put back. */
  isMoved = false;

  constructor(boxes: RowBoxes) {
    this.#boxes = boxes;
  }

  forget(): void {
    this.isMoved = false;
    this.#scrolledTo = undefined;
  }

  /** Notes the first row in sight, with the part of it that is out of sight. @param perRow height in the window's px. */
  note(body: HTMLElement, box: Element, perRow: number): void {
    this.#firstSeen = Math.max(0, (this.#edge(box) - body.getBoundingClientRect().top) / perRow);
  }

  /** Where the top of the body is, or will be once it is put back. @param edge the upper edge of what is seen. */
  topOf(body: HTMLElement, edge: number, perRow: number): number {
    return this.isMoved && this.#firstSeen > 0 ? edge - this.#firstSeen * perRow : body.getBoundingClientRect().top;
  }

  /** After a change of density, zoom or width the first row that was seen is still the first. */
  putBack(body: HTMLElement, box: Element, rowHeight: number): void {
    this.isMoved = false;
    if (this.#firstSeen === 0) return;
    const scale = isPage(box) ? 1 : scaleOf(box);
    // Twice, since the scale of a low box is only known roughly, and the way may be long.
    for (let step = 0; step < 2; step++) {
      const wanted = this.#edge(box) - this.#firstSeen * rowHeight * scaleOf(body);
      box.scrollTop += (body.getBoundingClientRect().top - wanted) / scale;
    }
  }

  /** Other rows are about to be drawn. */
  hold(box: Element): void {
    this.#scrolledTo = this.isMoved || box.scrollTop === 0 ? undefined : { box, top: box.scrollTop };
  }

  /**
   * They are drawn. While rows and gaps are exchanged, they are together lower for a moment. WebKit may lay the page out
   * in that moment, and then has scrolled back to what there was.
   */
  restore(): void {
    const place = this.#scrolledTo;
    this.#scrolledTo = undefined;
    if (place && place.box.scrollTop < place.top) place.box.scrollTop = place.top;
  }

  /** The line under which rows are seen: below the header, where that stays in sight. */
  #edge(box: Element): number {
    const header = this.#boxes.header();
    const scroller = this.#boxes.scroller();
    // In a scroller that only scrolls sideways the header stays with the rows.
    const sticks = header && header.offsetHeight > 1 && (box === scroller || !scroller?.dataset["scrolls"]);
    return edgesOf(box).top + (sticks ? header.getBoundingClientRect().height : 0);
  }
}
