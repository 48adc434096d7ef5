import { MAX_WIDTH } from "../../../domain/query/view.js";
import { scaleOf } from "../../../lit/virtual/scroll-box.js";

/** px: narrower, no header could be read. */
const NARROWEST = 56;

/** px per key press. */
const STEP = 16;

type Widths = Readonly<Record<string, number>>;

/**
 * Widens and narrows columns, by dragging the edge of a header or by key. A drag is only shown while it lasts, and is a
 * change of the view when it is over: hosts store and route that.
 */
export class ColumnResize {
  readonly #onWidth: (id: string, width: number) => void;
  readonly #onPreview: () => void;
  #preview: { readonly id: string; readonly width: number } | undefined;

  constructor(onWidth: (id: string, width: number) => void, onPreview: () => void) {
    this.#onWidth = onWidth;
    this.#onPreview = onPreview;
  }

  /** The widths of the view, with that of the column that is being dragged. */
  widths(widths: Widths = {}): Widths {
    return this.#preview ? { ...widths, [this.#preview.id]: this.#preview.width } : widths;
  }

  /** A pointer went down on the edge of a header. */
  start(id: string, event: PointerEvent): void {
    const edge = event.currentTarget as HTMLElement;
    const header = edge.closest<HTMLElement>("[data-column]");
    if (!header || event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    const { pointerId, clientX: from } = event;
    edge.setPointerCapture(pointerId);
    const width = widthOf(header);
    const scale = scaleOf(header);
    const grows = getComputedStyle(header).direction === "rtl" ? -1 : 1;
    const over = new AbortController();
    const finish = (commits: boolean) => {
      const preview = this.#preview;
      over.abort();
      this.#preview = undefined;
      if (commits && preview) this.#onWidth(id, preview.width);
      else this.#onPreview();
    };
    const listen = <T extends "pointermove" | "pointercancel" | "lostpointercapture">(
      type: T,
      listener: (event: DocumentEventMap[T]) => void,
    ) =>
      // On the document: an edge that is taken away no longer hears that it lost the pointer.
      edge.ownerDocument.addEventListener(type, (event) => event.pointerId === pointerId && listener(event), over);
    listen("pointermove", ({ clientX }) => {
      const wanted = fit(width + (grows * (clientX - from)) / scale);
      if (!this.#preview && wanted === fit(width)) return;
      this.#preview = { id, width: wanted };
      this.#onPreview();
    });
    listen("pointercancel", () => finish(false));
    listen("lostpointercapture", () => finish(true));
    edge.ownerDocument.addEventListener(
      "keydown",
      (event) => {
        if (event.key !== "Escape") return;
        // It puts the column back, and closes nothing around.
        event.preventDefault();
        event.stopPropagation();
        finish(false);
        edge.releasePointerCapture(pointerId);
      },
      { capture: true, signal: over.signal },
    );
  }

  /** A key asked for a step. @param by 1: wider, -1: narrower. */
  step(id: string, target: HTMLElement, by: 1 | -1): void {
    const header = target.closest<HTMLElement>("[data-column]");
    if (header) this.#onWidth(id, fit(widthOf(header) + by * STEP));
  }
}

/** In its own pixels: under a zoom of the page, boxes are measured in others. */
function widthOf(header: HTMLElement): number {
  return scaleOf(header) === 1 ? header.getBoundingClientRect().width : header.offsetWidth;
}

function fit(width: number): number {
  return Math.round(Math.min(MAX_WIDTH, Math.max(NARROWEST, width)));
}
