import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Lists up to this length are drawn whole: there is nothing to win. */
const WHOLE = 60;

/** Rows beyond the edges of what is seen, so that scrolling shows no blank before the next frame. */
const OVERSCAN = 10;

/** Rows drawn before anything could be measured: as many as the window could show, within reason. */
const FEWEST = 20;
const MOST = 60;

export interface VirtualRowsOptions {
  /** Number of rows in all. */
  count(): number;
  /** The box that holds rows and gaps; its top is where row 0 begins. */
  body(): HTMLElement | null | undefined;
  /** The box that clips the rows, if it has a height of its own; the window clips them in any case. */
  scroller(): HTMLElement | null | undefined;
  /** A row that is drawn, to be measured: all rows have one height. */
  sample(): HTMLElement | null | undefined;
}

/** A run of rows that are drawn, or a gap in place of rows that are not. */
export type Segment =
  | { readonly kind: "rows"; readonly from: number; readonly to: number }
  | { readonly kind: "gap"; readonly from: number; readonly height: number };

/**
 * Says which rows are near enough to be seen, whether the element scrolls its rows itself or stands in a page that
 * scrolls. The rest is a gap of their height, so that a scroll bar tells the truth.
 */
export class VirtualRows implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #options: VirtualRowsOptions;
  #from = 0;
  #to = MOST;
  #rowHeight = 44;
  #segments: readonly Segment[] = [];
  /** What the segments were made of. */
  #segmentsOf: readonly number[] = [];
  /** What the last measurement was of; the rest of what it depends on tells of its changes itself. */
  #measuredCount = -1;
  #measuredFrom = -1;
  #measuredTo = -1;
  #observedBody: HTMLElement | undefined;
  #planned = 0;
  #resize: ResizeObserver | undefined;
  #stopListening: (() => void) | undefined;
  #observed: HTMLElement | undefined;

  constructor(host: ReactiveControllerHost & Element, options: VirtualRowsOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Height of a row in CSS pixels, as last measured. */
  get rowHeight(): number {
    return this.#rowHeight;
  }

  /** How many rows fit into what is seen: a page for Page Up and Page Down. */
  get pageSize(): number {
    const clip = this.#clip();
    return Math.max(1, Math.floor((clip.bottom - clip.top) / this.#rowHeight) - 1);
  }

  /**
   * What to draw, in order: the same list until something else is to be drawn.
   *
   * @param keep a row that must be in the document wherever the view is, since it has focus; -1 for none.
   */
  segments(keep: number): readonly Segment[] {
    const count = this.#options.count();
    const parts = [count, keep, this.#from, this.#to, this.#rowHeight];
    if (parts.some((part, place) => part !== this.#segmentsOf[place])) {
      this.#segmentsOf = parts;
      this.#segments = this.#arrange(count, keep);
    }
    return this.#segments;
  }

  #arrange(count: number, keep: number): readonly Segment[] {
    if (count <= WHOLE) return [{ kind: "rows", from: 0, to: count }];
    const from = Math.min(this.#from, Math.max(0, count - 1));
    const to = Math.min(Math.max(this.#to, from + 1), count);
    const runs: [number, number][] = [[from, to]];
    if (keep >= 0 && keep < count && (keep < from || keep >= to)) {
      if (keep < from) runs.unshift([keep, keep + 1]);
      else runs.push([keep, keep + 1]);
    }
    const segments: Segment[] = [];
    let next = 0;
    for (const [start, end] of runs) {
      if (start > next) segments.push({ kind: "gap", from: next, height: (start - next) * this.#rowHeight });
      segments.push({ kind: "rows", from: start, to: end });
      next = end;
    }
    if (next < count) segments.push({ kind: "gap", from: next, height: (count - next) * this.#rowHeight });
    return segments;
  }

  hostConnected(): void {
    const measure = () => this.#measure();
    // A page, or a shadow tree on the way up to it, may be what scrolls; scroll events do not leave their tree.
    const roots: (Node | Window)[] = [window];
    for (let root = this.#host.getRootNode(); ; root = root.host.getRootNode()) {
      roots.push(root);
      if (!(root instanceof ShadowRoot)) break;
    }
    const options = { capture: true, passive: true };
    for (const root of roots) root.addEventListener("scroll", measure, options);
    window.addEventListener("resize", measure);
    this.#resize = new ResizeObserver(measure);
    if (this.#measuredCount < 0) {
      this.#to = Math.min(MOST, Math.max(FEWEST, Math.ceil(window.innerHeight / this.#rowHeight) + OVERSCAN));
    }
    this.#stopListening = () => {
      for (const root of roots) root.removeEventListener("scroll", measure, options);
      window.removeEventListener("resize", measure);
    };
  }

  hostDisconnected(): void {
    this.#stopListening?.();
    this.#resize?.disconnect();
    this.#resize = undefined;
    this.#observed = undefined;
    this.#observedBody = undefined;
    this.#measuredCount = -1;
    cancelAnimationFrame(this.#planned);
    this.#planned = 0;
  }

  hostUpdated(): void {
    const scroller = this.#options.scroller() ?? undefined;
    const body = this.#options.body() ?? undefined;
    if (scroller !== this.#observed || body !== this.#observedBody) {
      this.#resize?.disconnect();
      if (scroller !== this.#observed) scroller?.addEventListener("scroll", () => this.#measure(), { passive: true });
      this.#observed = scroller;
      // The body grows and shrinks with its rows: a change of density or zoom is seen there.
      this.#observedBody = body;
      if (scroller) this.#resize?.observe(scroller);
      if (body) this.#resize?.observe(body);
    }
    const count = this.#options.count();
    if (count <= WHOLE) return;
    const known = count === this.#measuredCount && this.#from === this.#measuredFrom && this.#to === this.#measuredTo;
    if (!known) this.#measure();
    // Something around the rows may still have moved them. That is looked at when the browser has to lay the page out
    // anyway; to ask at once would make it do so twice.
    else this.#planned ||= requestAnimationFrame(() => this.#measure());
  }

  #clip(): { top: number; bottom: number } {
    const box = this.#options.scroller()?.getBoundingClientRect();
    return { top: Math.max(0, box?.top ?? 0), bottom: Math.min(window.innerHeight, box?.bottom ?? Infinity) };
  }

  #measure(): void {
    cancelAnimationFrame(this.#planned);
    this.#planned = 0;
    const count = this.#options.count();
    const body = this.#options.body();
    if (!body || count <= WHOLE) return;
    this.#measuredCount = count;
    this.#measuredFrom = this.#from;
    this.#measuredTo = this.#to;
    const height = this.#options.sample()?.getBoundingClientRect().height ?? 0;
    const resized = height > 0 && Math.abs(height - this.#rowHeight) > 0.01;
    const firstSeen = this.#firstSeen(body);
    if (resized) {
      const before = this.#rowHeight;
      this.#rowHeight = height;
      this.#keepInPlace(firstSeen, height - before);
    }
    const { top, bottom } = this.#clip();
    const bodyTop = body.getBoundingClientRect().top;
    const seenFrom = Math.floor((top - bodyTop) / this.#rowHeight);
    const seenTo = Math.ceil((Math.max(bottom, top) - bodyTop) / this.#rowHeight);
    const clamp = (index: number) => Math.min(Math.max(0, index), count);
    // Still inside what is drawn, with something to spare: nothing to do.
    const spare = OVERSCAN / 2;
    const covered =
      clamp(seenFrom - spare) >= this.#from && clamp(seenTo + spare) <= Math.min(this.#to, count) && !resized;
    const tooMany = this.#to - this.#from > seenTo - seenFrom + 4 * OVERSCAN;
    if (covered && !tooMany) return;
    // In even steps, so that rows at the edges do not come and go with each pixel.
    const from = clamp(seenFrom - OVERSCAN);
    const to = clamp(Math.max(seenTo, seenFrom) + OVERSCAN);
    if (from === this.#from && to === this.#to && !resized) return;
    this.#from = from;
    this.#to = to;
    this.#host.requestUpdate();
  }

  #firstSeen(body: HTMLElement): number {
    return Math.max(0, (this.#clip().top - body.getBoundingClientRect().top) / this.#rowHeight);
  }

  /** After a change of density or zoom the first row that was seen is still the first. */
  #keepInPlace(firstSeen: number, growth: number): void {
    const scroller = this.#options.scroller();
    if (firstSeen > 0 && scroller && scroller.scrollHeight > scroller.clientHeight) {
      scroller.scrollTop += firstSeen * growth;
    }
  }
}
