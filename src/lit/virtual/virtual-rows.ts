import type { ReactiveController, ReactiveControllerHost } from "lit";
import { keepIfSame } from "../../platform/keep-if-same.js";
import { SizeWatch } from "../../platform/page/size-watch.js";
import { includes, rowsBetween, segmentsOf, widened, type RowRange, type Segment } from "./row-range.js";
import { edgesOf, scaleOf, scrollBoxOf } from "./scroll-box.js";
import { ScrollPlace, type RowBoxes } from "./scroll-place.js";
import { scrollPlacesOf, viewOf } from "../../platform/page/nodes.js";

export type { Segment } from "./row-range.js";

/** Lists up to this length are drawn whole: leaving rows out would gain nothing. */
const WHOLE = 60;

/** Rows beyond the edges of what is seen, so that scrolling shows no blank before the next frame. */
const OVERSCAN = 10;

/** Rows drawn before anything could be measured: as many as the window could show, within reason. */
const FEWEST = 20;
const MOST = 60;

/** A list and where it stands. */
export interface ListInPlace extends RowBoxes {
  /** Number of rows in all. */
  count(): number;
  /** A row that is drawn, to be measured: all rows have one height. */
  sample(): HTMLElement | null | undefined;
}

/** What the segments are made of. */
interface Arrangement {
  readonly count: number;
  readonly keep: number;
  readonly drawn: RowRange;
  readonly rowHeight: number;
}

/**
 * Says which rows are near enough to be seen, whether the element scrolls its rows itself or stands in a page that
 * scrolls. The rest is a gap of their height, so that a scroll bar tells the truth.
 */
export class VirtualRows implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #list: ListInPlace;
  readonly #place: ScrollPlace;
  #drawn: RowRange = { from: 0, to: MOST };
  #rowHeight = 44;
  #segments: readonly Segment[] = [];
  #arrangement: Arrangement | undefined;
  /** What was last measured. Whatever else a measurement depends on fires an event when it changes. */
  #measured: { readonly count: number; readonly drawn: RowRange } | undefined;
  #observedBody: HTMLElement | undefined;
  #planned = 0;
  #width = 0;
  /** What scrolls the rows where the scroller does not. */
  #outerBox: Element | undefined;
  readonly #sizes = new SizeWatch(() => this.#onResize());
  #stopListening: (() => void) | undefined;
  #observed: HTMLElement | undefined;

  constructor(host: ReactiveControllerHost & Element, list: ListInPlace) {
    this.#host = host;
    this.#list = list;
    this.#place = new ScrollPlace(list);
    host.addController(this);
  }

  /** Height of a row in CSS pixels, as last measured. */
  get rowHeight(): number {
    return this.#rowHeight;
  }

  /** How many rows fit into what is seen: a page for Page Up and Page Down. */
  get pageSize(): number {
    const clip = this.#clip();
    const body = this.#list.body();
    const perRow = this.#rowHeight * (body ? scaleOf(body) : 1);
    return Math.max(1, Math.floor((clip.bottom - clip.top) / perRow) - 1);
  }

  /**
   * What to draw, in order: the same list until something else is to be drawn.
   *
   * @param keep a row that must be in the document wherever the view is, since it has focus; -1 for none.
   */
  segments(keep: number): readonly Segment[] {
    const count = this.#list.count();
    const arrangement = keepIfSame(this.#arrangement, { count, keep, drawn: this.#drawn, rowHeight: this.#rowHeight });
    if (arrangement !== this.#arrangement) {
      this.#arrangement = arrangement;
      this.#segments =
        count <= WHOLE ? [{ kind: "rows", from: 0, to: count }] : segmentsOf(count, this.#drawn, keep, this.#rowHeight);
    }
    return this.#segments;
  }

  hostConnected(): void {
    const measure = () => this.#measure();
    const view = viewOf(this.#host);
    const places: (Node | Window)[] = [view, ...scrollPlacesOf(this.#host)];
    const options = { capture: true, passive: true };
    for (const place of places) place.addEventListener("scroll", measure, options);
    view.addEventListener("resize", this.#onResize);
    if (!this.#measured) {
      const { to } = rowsBetween(0, view.innerHeight, this.#rowHeight);
      this.#drawn = { from: this.#drawn.from, to: Math.min(MOST, Math.max(FEWEST, to + OVERSCAN)) };
    }
    this.#stopListening = () => {
      for (const place of places) place.removeEventListener("scroll", measure, options);
      view.removeEventListener("resize", this.#onResize);
    };
  }

  hostDisconnected(): void {
    this.#stopListening?.();
    this.#sizes.stop();
    this.#observed = undefined;
    this.#observedBody = undefined;
    this.#measured = undefined;
    this.#outerBox = undefined;
    this.#place.forget();
    this.#width = 0;
    viewOf(this.#host).cancelAnimationFrame(this.#planned);
    this.#planned = 0;
  }

  hostUpdated(): void {
    const scroller = this.#list.scroller() ?? undefined;
    const body = this.#list.body() ?? undefined;
    if (scroller !== this.#observed || body !== this.#observedBody) {
      if (scroller !== this.#observed) scroller?.addEventListener("scroll", () => this.#measure(), { passive: true });
      this.#observed = scroller;
      // The body grows and shrinks with its rows: a change of density or zoom is seen there.
      this.#observedBody = body;
      this.#sizes.watch([scroller, body].filter((element) => element !== undefined));
    }
    this.#place.restore();
    // Only now the gaps have the height that gives the place something to scroll.
    if (this.#place.isMoved && body) this.#place.putBack(body, this.#scrollBox(), this.#rowHeight);
    const count = this.#list.count();
    const known = count <= WHOLE || (count === this.#measured?.count && this.#drawn === this.#measured.drawn);
    if (!known) this.#measure();
    // Something around the rows may still have moved them. That is looked at when the browser has to lay the page out
    // anyway; to ask at once would make it do so twice.
    else this.#planned ||= viewOf(this.#host).requestAnimationFrame(() => this.#measure());
  }

  /** What scrolls the rows: the scroller, unless it is as high as its rows. */
  #scrollBox(): Element {
    const scroller = this.#list.scroller();
    if (scroller && scroller.scrollHeight > scroller.clientHeight) return scroller;
    if (!this.#outerBox?.isConnected) this.#outerBox = scrollBoxOf(this.#host);
    return this.#outerBox;
  }

  #clip(): { top: number; bottom: number } {
    const edges = [this.#scrollBox(), this.#list.scroller()].flatMap((box) => (box ? [edgesOf(box)] : []));
    return {
      top: Math.max(0, ...edges.map(({ top }) => top)),
      bottom: Math.min(viewOf(this.#host).innerHeight, ...edges.map(({ bottom }) => bottom)),
    };
  }

  /** Something has another size: what scrolls may be another box. */
  readonly #onResize = (): boolean => {
    this.#outerBox = undefined;
    return this.#measure();
  };

  /** @returns whether sizes are about to change: other rows are to be drawn, or the scroller scrolls differently. */
  #measure(): boolean {
    viewOf(this.#host).cancelAnimationFrame(this.#planned);
    this.#planned = 0;
    const body = this.#list.body();
    if (!body) return false;
    const isMarked = this.#tellOverflow();
    return this.#choose(body) || isMarked;
  }

  /** @returns whether other rows are to be drawn. */
  #choose(body: HTMLElement): boolean {
    const count = this.#list.count();
    const sample = this.#list.sample();
    if (!sample || count === 0) return false;
    this.#measured = { count, drawn: this.#drawn };
    // In the rows' own pixels, with their fractions.
    const height = Number.parseFloat(getComputedStyle(sample).blockSize) || 0;
    const width = body.offsetWidth;
    const resized = height > 0 && Math.abs(height - this.#rowHeight) > 0.01;
    // Another width may have moved the rows too: what is above them may have wrapped.
    if (resized || (this.#width > 0 && width !== this.#width)) this.#place.isMoved = true;
    this.#width = width;
    if (resized) this.#rowHeight = height;
    if (count <= WHOLE || !resized) {
      const box = this.#scrollBox();
      if (this.#place.isMoved) this.#place.putBack(body, box, this.#rowHeight);
      this.#place.note(body, box, this.#rowHeight * scaleOf(body));
    }
    if (count <= WHOLE) return false;
    const { top, bottom } = this.#clip();
    const perRow = this.#rowHeight * scaleOf(body);
    const bodyTop = this.#place.topOf(body, top, perRow);
    const seen = rowsBetween(top - bodyTop, bottom - bodyTop, perRow);
    // All of it is drawn, with some rows to spare: nothing to do.
    const covered = !resized && includes(this.#drawn, widened(seen, OVERSCAN / 2, count));
    const tooMany = this.#drawn.to - this.#drawn.from > seen.to - seen.from + 4 * OVERSCAN;
    if (covered && !tooMany) return false;
    const near = widened(seen, OVERSCAN, count);
    if (near.from === this.#drawn.from && near.to === this.#drawn.to && !resized) return false;
    this.#drawn = keepIfSame(this.#drawn, near);
    this.#place.hold(this.#scrollBox());
    this.#host.requestUpdate();
    return true;
  }

  /**
   * Tells the style sheet in which directions the rows are too large for the scroller: `data-scrolls="x y"`. A scroller
   * with nothing to scroll must not be a scroll container, or the header would stick to it and not to the page. `data-limited`
   * says, from then on, that its height has an end: a scroll bar may come later.
   *
   * @returns whether that changed.
   */
  #tellOverflow(): boolean {
    const scroller = this.#list.scroller();
    const table = this.#list.body()?.parentElement;
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
}

/** Whether a box has its height from elsewhere: what is in it, without margins, does not fill it. */
function isHigherThanContent({ firstElementChild, lastElementChild, clientHeight }: HTMLElement): boolean {
  const first = firstElementChild as HTMLElement | null;
  const last = lastElementChild as HTMLElement | null;
  if (!first || !last) return false;
  return clientHeight > last.offsetTop + last.offsetHeight - first.offsetTop + 1;
}
