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

const isGrowth = (from: DOMRectReadOnly, to: DOMRectReadOnly) =>
  Math.abs(from.left + from.right - to.left - to.right) < 1 &&
  Math.abs(from.top + from.bottom - to.top - to.bottom) < 1;

const describe = ({ left, top, right, bottom }: DOMRectReadOnly) => [left, top, right, bottom].map(round).join(" ");

/** What has its place: headers, controls, and the words that a person looks for in the same spot. */
const FIXTURES = "th, h2, button, a, input, summary, .title-text, .label, .bar, .status-line, .connection, .phase";

/** What lists other things as time goes by, and notices, which may come and go. */
const MOVABLE = "tbody, .pending, .notice, .notices, .roster, .events, .lanes";

/** @returns the fixtures of an element that can be seen, by what tells one from the other, whatever counts they show. */
function fixturesOf(element: Element): Map<string, Element> {
  const found = new Map<string, Element>();
  for (const fixture of element.shadowRoot!.querySelectorAll<HTMLElement>(FIXTURES)) {
    if (fixture.closest(MOVABLE) || !isSeen(fixture)) continue;
    const words = fixture.getAttribute("aria-label") ?? (fixture.querySelector(".label") ?? fixture).textContent;
    const name = `${fixture.localName}.${fixture.className} ${words.replaceAll(/[\d.,:\s—·]+/g, " ").trim()}`;
    let count = 1;
    while (found.has(`${name} ${count}`)) count++;
    found.set(`${name} ${count}`, fixture);
  }
  return found;
}

function isSeen(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  // Headers above cards, and the like, are there for who cannot see them.
  return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true });
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
    const isCovered = hit && fixture.matches("th, button, a, input, summary") && !fixture.contains(hit);
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
export function rowsZone(table: Element): DOMRect {
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

  /** @returns what has shifted since the last time, but for what did so within one of these zones. */
  take(zones: readonly DOMRectReadOnly[] = []): string[] {
    this.#entries.push(...(this.#observer.takeRecords() as LayoutShift[]));
    // Inside a shadow root the browser tells of places, but of no element.
    return (
      this.#entries
        .splice(0)
        .flatMap(({ sources }) => sources)
        // A text of the other direction ends where the line begins: as it grows it moves, but its box does not.
        .filter(({ previousRect, currentRect }) => describe(previousRect) !== describe(currentRect))
        // Nor does that of a text in the middle of its box.
        .filter(({ previousRect: from, currentRect: to }) => !isGrowth(from, to))
        .filter(({ previousRect: from, currentRect: to }) => !zones.some((zone) => isIn(zone, from) && isIn(zone, to)))
        .map(({ previousRect, currentRect }) => `${describe(previousRect)} → ${describe(currentRect)}`)
    );
  }

  stop(): void {
    this.#observer.disconnect();
  }
}
