import type { ReactiveController, ReactiveControllerHost } from "lit";
import { edgesOf, scaleOf, scrollBoxOf } from "./scroll-box.js";

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
  /** What stands above the rows, and stays in sight where it can. */
  header(): HTMLElement | null | undefined;
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
  /** The row that was at the upper edge when last seen in peace, with its hidden part as a fraction. */
  #firstSeen = 0;
  /** Rows have another height or place than when that was seen: it is to be put back. */
  #isMoved = false;
  #width = 0;
  /** Where the rows were scrolled to when others were chosen. */
  #scrolledTo: { readonly box: Element; readonly top: number } | undefined;
  /** What scrolls the rows where the scroller does not. */
  #outerBox: Element | undefined;
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
    const body = this.#options.body();
    const perRow = this.#rowHeight * (body ? scaleOf(body) : 1);
    return Math.max(1, Math.floor((clip.bottom - clip.top) / perRow) - 1);
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
    window.addEventListener("resize", this.#onResize);
    this.#resize = new ResizeObserver(() => {
      if (this.#onResize()) this.#rest();
    });
    if (this.#measuredCount < 0) {
      this.#to = Math.min(MOST, Math.max(FEWEST, Math.ceil(window.innerHeight / this.#rowHeight) + OVERSCAN));
    }
    this.#stopListening = () => {
      for (const root of roots) root.removeEventListener("scroll", measure, options);
      window.removeEventListener("resize", this.#onResize);
    };
  }

  hostDisconnected(): void {
    this.#stopListening?.();
    this.#resize?.disconnect();
    this.#resize = undefined;
    this.#observed = undefined;
    this.#observedBody = undefined;
    this.#measuredCount = -1;
    this.#outerBox = undefined;
    this.#isMoved = false;
    this.#scrolledTo = undefined;
    this.#width = 0;
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
    this.#stayThere();
    // Only now the gaps have the height that gives the place something to scroll.
    if (this.#isMoved && body) this.#putBack(body);
    const count = this.#options.count();
    const known =
      count <= WHOLE ||
      (count === this.#measuredCount && this.#from === this.#measuredFrom && this.#to === this.#measuredTo);
    if (!known) this.#measure();
    // Something around the rows may still have moved them. That is looked at when the browser has to lay the page out
    // anyway; to ask at once would make it do so twice.
    else this.#planned ||= requestAnimationFrame(() => this.#measure());
  }

  /** What scrolls the rows: the scroller, unless it is as high as its rows. */
  #scrollBox(): Element {
    const scroller = this.#options.scroller();
    if (scroller && scroller.scrollHeight > scroller.clientHeight) return scroller;
    if (!this.#outerBox?.isConnected) this.#outerBox = scrollBoxOf(this.#host);
    return this.#outerBox;
  }

  #clip(): { top: number; bottom: number } {
    const edges = [this.#scrollBox(), this.#options.scroller()].flatMap((box) => (box ? [edgesOf(box)] : []));
    return {
      top: Math.max(0, ...edges.map(({ top }) => top)),
      bottom: Math.min(window.innerHeight, ...edges.map(({ bottom }) => bottom)),
    };
  }

  /** Something has another size: what scrolls may be another box. */
  readonly #onResize = (): boolean => {
    this.#outerBox = undefined;
    return this.#measure();
  };

  /**
   * The browser calls it an error when sizes change while it tells of sizes, as they do when other rows are drawn for
   * those sizes, or a scroll bar comes or goes with the mark, before the next frame. So nothing is told until then.
   */
  #rest(): void {
    this.#resize?.disconnect();
    requestAnimationFrame(() => {
      if (this.#observed) this.#resize?.observe(this.#observed);
      if (this.#observedBody) this.#resize?.observe(this.#observedBody);
    });
  }

  /** @returns whether sizes are about to change for it: other rows are to be drawn, or the scroller scrolls otherwise. */
  #measure(): boolean {
    cancelAnimationFrame(this.#planned);
    this.#planned = 0;
    const body = this.#options.body();
    if (!body) return false;
    const isMarked = this.#tellOverflow();
    return this.#choose(body) || isMarked;
  }

  /** @returns whether other rows are to be drawn. */
  #choose(body: HTMLElement): boolean {
    const count = this.#options.count();
    const sample = this.#options.sample();
    if (!sample || count === 0) return false;
    this.#measuredCount = count;
    this.#measuredFrom = this.#from;
    this.#measuredTo = this.#to;
    // In the rows' own pixels, with their fractions.
    const height = Number.parseFloat(getComputedStyle(sample).blockSize) || 0;
    const width = body.offsetWidth;
    const resized = height > 0 && Math.abs(height - this.#rowHeight) > 0.01;
    // Another width may have moved the rows, too: what is above them has wrapped.
    if (resized || (this.#width > 0 && width !== this.#width)) this.#isMoved = true;
    this.#width = width;
    if (resized) this.#rowHeight = height;
    if (count <= WHOLE || !resized) {
      if (this.#isMoved) this.#putBack(body);
      this.#firstSeen = this.#lookFirst(body);
    }
    if (count <= WHOLE) return false;
    const { top, bottom } = this.#clip();
    const perRow = this.#rowHeight * scaleOf(body);
    const bodyTop =
      this.#isMoved && this.#firstSeen > 0 ? top - this.#firstSeen * perRow : body.getBoundingClientRect().top;
    const seenFrom = Math.floor((top - bodyTop) / perRow);
    const seenTo = Math.ceil((Math.max(bottom, top) - bodyTop) / perRow);
    const clamp = (index: number) => Math.min(Math.max(0, index), count);
    // Still inside what is drawn, with something to spare: nothing to do.
    const spare = OVERSCAN / 2;
    const covered =
      clamp(seenFrom - spare) >= this.#from && clamp(seenTo + spare) <= Math.min(this.#to, count) && !resized;
    const tooMany = this.#to - this.#from > seenTo - seenFrom + 4 * OVERSCAN;
    if (covered && !tooMany) return false;
    // In even steps, so that rows at the edges do not come and go with each pixel.
    const from = clamp(seenFrom - OVERSCAN);
    const to = clamp(Math.max(seenTo, seenFrom) + OVERSCAN);
    if (from === this.#from && to === this.#to && !resized) return false;
    this.#from = from;
    this.#to = to;
    const box = this.#scrollBox();
    this.#scrolledTo = this.#isMoved || box.scrollTop === 0 ? undefined : { box, top: box.scrollTop };
    this.#host.requestUpdate();
    return true;
  }

  /**
   * While rows and gaps are exchanged, they are together lower for a moment. WebKit may lay the page out in that moment,
   * and then has scrolled back to what there was.
   */
  #stayThere(): void {
    const place = this.#scrolledTo;
    this.#scrolledTo = undefined;
    if (place && place.box.scrollTop < place.top) place.box.scrollTop = place.top;
  }

  /**
   * Says on the scroller, for the style sheet, what is too large for it: `data-scrolls="x y"`. What has nothing to
   * scroll must be no scroll container, or the header would stick to it and not to the page. `data-limited` says, from
   * then on, that its height has an end: a scroll bar may come later.
   *
   * @returns whether that is something new.
   */
  #tellOverflow(): boolean {
    const scroller = this.#options.scroller();
    const table = this.#options.body()?.parentElement;
    if (!scroller || !table) return false;
    const axes = [
      table.offsetWidth > scroller.clientWidth ? "x" : "",
      scroller.scrollHeight > scroller.clientHeight ? "y" : "",
    ];
    const scrolls = axes.filter(Boolean).join(" ");
    const isLimited = scroller.dataset["limited"] === undefined && (axes[1] !== "" || isHigherThanContent(scroller));
    if (isLimited) scroller.dataset["limited"] = "";
    if (scrolls === scroller.dataset["scrolls"]) return isLimited;
    scroller.dataset["scrolls"] = scrolls;
    return true;
  }

  /** The line under which rows are seen: below the header, where that stays in sight. */
  #edge(box: Element): number {
    const header = this.#options.header();
    const scroller = this.#options.scroller();
    // In a scroller that only scrolls sideways the header stays with the rows.
    const sticks = header && header.offsetHeight > 1 && (box === scroller || !scroller?.dataset["scrolls"]);
    return edgesOf(box).top + (sticks ? header.getBoundingClientRect().height : 0);
  }

  /** The first row in sight, with the part of it that is out of sight. */
  #lookFirst(body: HTMLElement): number {
    const perRow = this.#rowHeight * scaleOf(body);
    return Math.max(0, (this.#edge(this.#scrollBox()) - body.getBoundingClientRect().top) / perRow);
  }

  /** After a change of density, zoom or width the first row that was seen is still the first. */
  #putBack(body: HTMLElement): void {
    this.#isMoved = false;
    if (this.#firstSeen === 0) return;
    const box = this.#scrollBox();
    const scale = box instanceof HTMLElement && box !== document.scrollingElement ? scaleOf(box) : 1;
    // Twice, since the scale of a low box is known by rough, and the way may be long.
    for (let step = 0; step < 2; step++) {
      const wanted = this.#edge(box) - this.#firstSeen * this.#rowHeight * scaleOf(body);
      box.scrollTop += (body.getBoundingClientRect().top - wanted) / scale;
    }
  }
}

/** Whether a box has its height from elsewhere: what is in it, without margins, does not fill it. */
function isHigherThanContent({ firstElementChild: first, lastElementChild: last, clientHeight }: HTMLElement): boolean {
  if (!(first instanceof HTMLElement) || !(last instanceof HTMLElement)) return false;
  return clientHeight > last.offsetTop + last.offsetHeight - first.offsetTop + 1;
}
