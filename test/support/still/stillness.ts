import type { RowElement } from "../../../src/elements/transfer-sessions-table/rows/row-view.js";

/** What the browser says of a shift, as far as TypeScript's own library does not know it. */
interface LayoutShift extends PerformanceEntry {
  readonly sources: readonly { readonly previousRect: DOMRectReadOnly; readonly currentRect: DOMRectReadOnly }[];
}

/** Long enough for the browser to have drawn what was rendered, and to have told of what shifted. */
export async function drawn(): Promise<void> {
  for (let frame = 0; frame < 2; frame++) await new Promise((done) => requestAnimationFrame(done));
  await new Promise((done) => setTimeout(done));
}

const round = (length: number) => Math.round(length * 10) / 10;

const describe = ({ left, top, right, bottom }: DOMRectReadOnly) => [left, top, right, bottom].map(round).join(" ");

/**
 * Headers and controls, and what else has to have its place. Rows, notices and what waits may come and go.
 *
 * @returns the elements by what tells one from the other, whatever counts they show.
 */
function fixturesOf(element: Element): Map<string, Element> {
  const root = element.shadowRoot!;
  const found = new Map<string, Element>();
  const add = (name: string, fixture: Element) => {
    const { height } = fixture.getBoundingClientRect();
    // Above cards, the headers are there for who cannot see them.
    if (height > 1 && fixture.checkVisibility({ visibilityProperty: true })) found.set(name, fixture);
  };
  for (const header of root.querySelectorAll<HTMLElement>("th")) add(`header ${header.dataset["column"]}`, header);
  for (const part of [".title-text", ".search", ".pause", ".refresh", ".more", ".status-line", ".bar", ".label"]) {
    for (const [place, fixture] of root.querySelectorAll(part).entries()) add(`${part} ${place}`, fixture);
  }
  for (const control of root.querySelectorAll(".filters > *, .tiles button")) {
    add(`${control.parentElement!.className} ${control.textContent.replaceAll(/[\d.,\s—]+/g, " ").trim()}`, control);
  }
  return found;
}

/** Remembers where everything was first seen that may be moved by nothing but a person's act. */
export class Places {
  readonly #elements: readonly Element[];
  readonly #first = new Map<Element, Map<string, string>>();

  constructor(elements: readonly Element[]) {
    this.#elements = elements;
  }

  /** @returns what is not where it was, or what a pointer there would not reach. */
  moved(): string[] {
    return this.#elements.flatMap((element) => {
      const first = this.#first.get(element) ?? new Map<string, string>();
      this.#first.set(element, first);
      const moved: string[] = [];
      for (const [name, fixture] of fixturesOf(element)) {
        const place = this.#placeOf(element, fixture);
        const before = first.get(name);
        if (before === undefined) first.set(name, place);
        else if (before !== place) moved.push(`${nameOf(element)} ${name}: ${before} → ${place}`);
      }
      return moved;
    });
  }

  /** A person has done something: from now on, other places count. */
  forget(): void {
    this.#first.clear();
  }

  #placeOf(element: Element, fixture: Element): string {
    const box = fixture.getBoundingClientRect();
    const hit = element.shadowRoot!.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    // What a place says is not pressed.
    const isCovered = hit && fixture.matches("th, button, label") && !fixture.contains(hit);
    return `${describe(box)}${isCovered ? ` under ${hit.className || hit.localName}` : ""}`;
  }
}

const nameOf = (element: Element) => {
  const box = element.closest<HTMLElement>("[data-kind]");
  return `${element.localName} (${box?.dataset["kind"] ?? ""})`;
};

/** What a click at a place in the rows of a table would do: with which session, and what. */
export function clickAt(table: Element, x: number, y: number): { session: string | null | undefined; does: string } {
  const hit = table.shadowRoot!.elementFromPoint(x, y);
  const session = hit?.closest<RowElement>("[part~=row]")?.rowKey;
  const control = hit?.closest("button, a, input, label");
  if (control) return { session, does: control.getAttribute("aria-label") ?? control.className };
  return { session, does: hit?.closest("[part~=actions]") ? "nothing" : "open" };
}

/** The part of a table in which rows may move. */
function rowsZone(table: Element): DOMRect {
  const { left, top, width, bottom } = table.shadowRoot!.querySelector(".scroller")!.getBoundingClientRect();
  const header = table.shadowRoot!.querySelector("thead")!.getBoundingClientRect();
  const from = header.height > 1 ? header.bottom : top;
  return new DOMRect(left, from, width, bottom - from);
}

const isIn = (zone: DOMRectReadOnly, rect: DOMRectReadOnly) =>
  // What came or went has no box.
  (rect.width === 0 && rect.height === 0) ||
  (rect.left >= zone.left - 1 &&
    rect.right <= zone.right + 1 &&
    rect.top >= zone.top - 1 &&
    rect.bottom <= zone.bottom + 1);

/** Listens to what the browser itself calls a shift of the layout, where it does: so far only Chromium. */
export class ShiftWatch {
  static readonly isPossible = PerformanceObserver.supportedEntryTypes.includes("layout-shift");

  readonly #entries: LayoutShift[] = [];
  readonly #observer = new PerformanceObserver((list) => this.#entries.push(...(list.getEntries() as LayoutShift[])));

  constructor() {
    if (ShiftWatch.isPossible) this.#observer.observe({ type: "layout-shift" });
  }

  /** @returns what has shifted since the last time outside the rows of these tables. */
  take(tables: readonly Element[] = []): string[] {
    this.#entries.push(...(this.#observer.takeRecords() as LayoutShift[]));
    const zones = tables.map(rowsZone);
    // Inside a shadow root the browser tells of places, but of no element.
    return (
      this.#entries
        .splice(0)
        .flatMap(({ sources }) => sources)
        // A text of the other direction ends where the line begins: as it grows it moves, but its box does not.
        .filter(({ previousRect, currentRect }) => describe(previousRect) !== describe(currentRect))
        .filter(({ previousRect: from, currentRect: to }) => !zones.some((zone) => isIn(zone, from) && isIn(zone, to)))
        .map(({ previousRect, currentRect }) => `${describe(previousRect)} → ${describe(currentRect)}`)
    );
  }

  stop(): void {
    this.#observer.disconnect();
  }
}
