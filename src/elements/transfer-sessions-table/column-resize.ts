import { MAX_WIDTH } from "../../domain/view.js";

/** px: narrower, no header could be read. */
const NARROWEST = 56;

/** px per key press. */
const STEP = 16;

/** Widens and narrows columns, by dragging the edge of a header or by key. */
export class ColumnResize {
  readonly #onWidth: (id: string, width: number) => void;

  constructor(onWidth: (id: string, width: number) => void) {
    this.#onWidth = onWidth;
  }

  /** A pointer went down on the edge of a header. */
  start(id: string, event: PointerEvent): void {
    const edge = event.currentTarget as HTMLElement;
    const header = edge.closest<HTMLElement>("[data-column]");
    if (!header || event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    edge.setPointerCapture(event.pointerId);
    const from = event.clientX;
    const width = header.getBoundingClientRect().width;
    const grows = getComputedStyle(header).direction === "rtl" ? -1 : 1;
    const move = ({ clientX }: PointerEvent) => this.#set(id, width + grows * (clientX - from));
    edge.addEventListener("pointermove", move);
    edge.addEventListener("lostpointercapture", () => edge.removeEventListener("pointermove", move), { once: true });
  }

  /** A key asked for a step. @param by 1: wider, -1: narrower. */
  step(id: string, target: HTMLElement, by: 1 | -1): void {
    const header = target.closest("[data-column]");
    if (header) this.#set(id, header.getBoundingClientRect().width + by * STEP);
  }

  #set(id: string, width: number): void {
    this.#onWidth(id, Math.round(Math.min(MAX_WIDTH, Math.max(NARROWEST, width))));
  }
}
