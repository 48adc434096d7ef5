import { expect } from "@open-wc/testing";
import { setViewport } from "@web/test-runner-commands";
import type { TransferSessionsTable } from "../../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { buttonOf, drawn, loaded, rowsOf, tableOn } from "../../support/table.js";

const rows = (count: number) => Array.from({ length: count }, (_, index) => wireRow(`s${index}`));

const scrollerOf = (table: TransferSessionsTable) => table.shadowRoot!.querySelector<HTMLElement>(".scroller")!;

async function scrolled(table: TransferSessionsTable, box: Element, top: number): Promise<void> {
  box.scrollTop = top;
  await drawn(table);
}

/** `aria-rowindex` of the first row that a person sees any of, below the header. */
function firstSeen(table: TransferSessionsTable, top = scrollerOf(table).getBoundingClientRect().top): number {
  const header = table.shadowRoot!.querySelector("thead")!.getBoundingClientRect();
  const edge = header.height > 2 ? Math.max(top, header.bottom) : top;
  const first = rowsOf(table).find((row) => row.getBoundingClientRect().bottom > edge + 2)!;
  return Number(first.getAttribute("aria-rowindex"));
}

/** Whether rows stand wherever a person looks. */
function isBlank(table: TransferSessionsTable): boolean {
  const { top, bottom } = scrollerOf(table).getBoundingClientRect();
  const rects = rowsOf(table).map((row) => row.getBoundingClientRect());
  return !rects.some((rect) => rect.top < top + 60) || !rects.some((rect) => rect.bottom >= bottom - 1);
}

describe("transfer-sessions-table: the place of a person in the list", () => {
  before(() => setViewport({ width: 1100, height: 700 }));
  after(() => setViewport({ width: 800, height: 600 }));

  for (const [count, place] of [
    [50, 20],
    [10_000, 9_000],
  ] as const) {
    it(`stays on its first row of ${count} when rows grow, shrink or become cards`, async () => {
      const { table } = await tableOn(new ScriptedSource(rows(count)));
      table.style.blockSize = "400px";
      table.view = { density: "compact" };
      await drawn(table);
      await scrolled(table, scrollerOf(table), place * 32);
      const first = place + 2;
      expect(firstSeen(table)).to.equal(first);
      table.view = {};
      await drawn(table);
      expect(firstSeen(table), "comfortable").to.equal(first);
      table.style.inlineSize = "500px";
      await drawn(table);
      expect(firstSeen(table), "cards").to.equal(first);
      table.style.inlineSize = "360px";
      await drawn(table);
      expect(firstSeen(table), "higher cards").to.equal(first);
      table.style.inlineSize = "";
      await drawn(table);
      expect(firstSeen(table), "a table again").to.equal(first);
      table.view = { density: "compact" };
      await drawn(table);
      expect(firstSeen(table), "compact").to.equal(first);
    });
  }

  it("stays there where the page scrolls", async () => {
    const { table } = await tableOn(new ScriptedSource(rows(5_000)));
    await drawn(table);
    await scrolled(table, document.scrollingElement!, 3_000 * 44);
    const first = firstSeen(table, 0);
    expect(first).to.be.within(2_990, 3_002);
    table.view = { density: "compact" };
    await drawn(table);
    expect(firstSeen(table, 0)).to.equal(first);
    table.style.inlineSize = "500px";
    await drawn(table);
    expect(firstSeen(table, 0)).to.equal(first);
    await scrolled(table, document.scrollingElement!, 0);
  });

  it("stays there where a box around a shadow tree scrolls", async () => {
    const { table } = await tableOn(new ScriptedSource(rows(3_000)));
    const box = document.createElement("div");
    box.style.cssText = "block-size: 400px; overflow: auto; margin-block-start: 60px";
    table.parentElement!.append(box);
    box.attachShadow({ mode: "open" }).append(table);
    await drawn(table);
    await scrolled(table, box, 1_500 * 44);
    const { top } = box.getBoundingClientRect();
    const first = firstSeen(table, top);
    expect(first).to.be.within(1_490, 1_502);
    table.view = { density: "compact" };
    await drawn(table);
    expect(firstSeen(table, top)).to.equal(first);
  });

  it("scrolls, and keeps a menu at its button, in a shadow root that takes no options for a listener", async () => {
    const { table } = await tableOn(new ScriptedSource(rows(3_000)));
    const host = document.createElement("div");
    table.parentElement!.append(host);
    const root = host.attachShadow({ mode: "open" });
    const refused: string[] = [];
    // As the one that Lightning Web Components emulate: it says so on the console, and leaves the options out.
    root.addEventListener = (...[type, listener, options]: Parameters<EventTarget["addEventListener"]>) => {
      if (options) refused.push(type);
      EventTarget.prototype.addEventListener.call(root, type, listener);
    };
    const outer = document.createElement("section");
    const box = document.createElement("div");
    box.style.cssText = "block-size: 400px; overflow: auto";
    outer.append(box);
    box.append(table);
    root.append(outer);
    await drawn(table);
    await scrolled(table, box, 1_500 * 44);
    expect(firstSeen(table, box.getBoundingClientRect().top)).to.be.within(1_490, 1_502);
    await scrolled(table, box, 0);
    const button = buttonOf(table, "Status")!;
    button.click();
    await loaded(table);
    const menu = table.shadowRoot!.querySelector(":popover-open")!;
    const gap = () => Math.round(menu.getBoundingClientRect().top - button.getBoundingClientRect().bottom);
    const before = [gap(), button.getBoundingClientRect().top];
    box.scrollTop = 20;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(gap()).to.equal(before[0]);
    expect(button.getBoundingClientRect().top).to.be.below(before[1]!);
    expect(refused).to.deep.equal([]);
  });

  for (const [name, style] of [
    ["transform: scale()", "transform: scale(0.8); transform-origin: 0 0"],
    ["zoom", "zoom: 1.5"],
  ]) {
    it(`shows rows, and keeps the place, under a ${name}`, async () => {
      const { table } = await tableOn(new ScriptedSource(rows(10_000)));
      table.parentElement!.style.cssText = style!;
      table.style.blockSize = "400px";
      await drawn(table);
      await scrolled(table, scrollerOf(table), 5_000 * 44);
      expect(isBlank(table), "blank").to.equal(false);
      expect(firstSeen(table)).to.equal(5_002);
      table.view = { density: "compact" };
      await drawn(table);
      expect(isBlank(table), "blank").to.equal(false);
      expect(firstSeen(table)).to.equal(5_002);
    });
  }
});
