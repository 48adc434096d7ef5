import { expect } from "@open-wc/testing";
import { emulateMedia, sendKeys, setViewport } from "@web/test-runner-commands";
import { BUILT_IN_COLUMNS } from "../../../src/elements/transfer-sessions-table/columns/built-in-columns.js";
import type { TransferSessionsTable } from "../../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import { NOON } from "../../support/fake-environment.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import "../../../src/locales/de.js";
import { buttonOf, cellOf, drawn, rowsOf, shown, tableOn } from "../../support/table.js";

const ALL = BUILT_IN_COLUMNS.map(({ id }) => id)
  .filter((id) => id !== "actions")
  .concat("actions");

const rows = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    wireRow(`s${index}`, {
      status: ["queued", "post_agent", "ended"][index % 3],
      createdAt: NOON - index * 60_000,
      queue: index % 2 ? "General" : null,
    }),
  );

async function tableOf(width: number, count = 12): Promise<TransferSessionsTable> {
  const { table } = await tableOn(new ScriptedSource(rows(count)));
  table.style.inlineSize = `${width}px`;
  table.style.blockSize = "400px";
  await drawn(table);
  return table;
}

const scrollerOf = (table: TransferSessionsTable) => table.shadowRoot!.querySelector<HTMLElement>(".scroller")!;

function headerOf(table: TransferSessionsTable, column: string): DOMRect {
  return table.shadowRoot!.querySelector(`th[data-column=${column}]`)!.getBoundingClientRect();
}

/** Whether all of an element is in sight: inside the scroller, and not behind the cell of the actions. */
function isInSight(table: TransferSessionsTable, element: Element): boolean {
  const { left, right } = element.getBoundingClientRect();
  const box = scrollerOf(table).getBoundingClientRect();
  const actions = cellOf(rowsOf(table)[0]!, "actions").getBoundingClientRect();
  return left >= box.left - 1 && right <= box.right + 1 && right <= actions.left + 1;
}

describe("transfer-sessions-table: layout", () => {
  before(() => setViewport({ width: 1400, height: 700 }));
  after(() => setViewport({ width: 800, height: 600 }));

  for (const width of [1280, 1060, 860, 760, 645]) {
    it(`has all default columns in sight at ${width} px, status and duration uncut`, async () => {
      const table = await tableOf(width);
      expect(scrollerOf(table).scrollWidth).to.be.at.most(scrollerOf(table).clientWidth);
      for (const row of rowsOf(table)) {
        const badge = row.querySelector(".badge-label")!;
        expect(badge.scrollWidth, "status").to.be.at.most(badge.clientWidth);
        const duration = cellOf(row, "duration");
        expect(duration.scrollWidth, "duration").to.be.at.most(duration.clientWidth);
      }
      const widths = ["agent", "provider", "channel", "queue"].map((column) => headerOf(table, column).width);
      expect(Math.min(...widths)).to.be.at.least(width >= 860 ? 92 : 50);
    });
  }

  for (const lang of ["en", "de"]) {
    for (const width of [1280, 1060, 1000, 880, 860, 760, 645]) {
      it(`has room for End beside two links at ${width} px, in ${lang}`, async () => {
        const table = await tableOf(width);
        table.lang = lang;
        table.sessionLinks = () => ["Inbox", "Console"].map((label) => ({ label, href: "https://example.com" }));
        await drawn(table);
        expect(scrollerOf(table).scrollWidth).to.be.at.most(scrollerOf(table).clientWidth);
        const cell = cellOf(rowsOf(table)[0]!, "actions");
        expect(cell.scrollWidth).to.be.at.most(cell.clientWidth);
        const shownIn = [...cell.querySelectorAll<HTMLElement>("a, button")].filter((one) => one.checkVisibility());
        expect(shownIn.length).to.be.at.least(2);
        const edge = cell.getBoundingClientRect();
        for (const control of shownIn) {
          const { left, right } = control.getBoundingClientRect();
          expect(left).to.be.at.least(edge.left - 0.5);
          expect(right).to.be.at.most(edge.right + 0.5);
        }
      });
    }
  }

  it("shows both links on a card", async () => {
    const table = await tableOf(500);
    table.sessionLinks = () => ["Inbox", "Console"].map((label) => ({ label, href: "https://example.com" }));
    await drawn(table);
    const links = [...cellOf(rowsOf(table)[0]!, "actions").querySelectorAll("a")];
    expect(links.map((link) => link.checkVisibility())).to.deep.equal([true, true]);
  });

  for (const width of [1077, 1060, 877, 860, 657, 642]) {
    it(`has room for a scroll bar beside the columns at ${width} px`, async () => {
      const { table } = await tableOn(new ScriptedSource(rows(12)));
      table.style.inlineSize = `${width}px`;
      await shown(table);
      // Takes from the scroller what a wide scroll bar would, in browsers that draw theirs over the page, too.
      const scroller = scrollerOf(table);
      scroller.style.borderInlineEnd = "17px solid transparent";
      await drawn(table);
      expect(scroller.scrollWidth).to.be.at.most(scroller.clientWidth);
    });
  }

  it("scrolls sideways instead of squeezing twelve columns, with the actions and the focus in sight", async () => {
    const table = await tableOf(1280);
    table.view = { columns: ALL };
    await drawn(table);
    for (const column of ALL) expect(headerOf(table, column).width, column).to.be.at.least(96);
    const scroller = scrollerOf(table);
    expect(scroller.scrollWidth).to.be.greaterThan(scroller.clientWidth);
    const edge = () => cellOf(rowsOf(table)[0]!, "actions").getBoundingClientRect().right;
    // Not under the scroll bar, where that has a place of its own.
    expect(edge()).to.be.closeTo(scroller.getBoundingClientRect().left + scroller.clientWidth, 1);
    cellOf(rowsOf(table)[0]!, "contact").focus();
    for (const column of ALL.slice(1, -1)) {
      await sendKeys({ press: "ArrowRight" });
      await drawn(table);
      const focused = table.shadowRoot!.activeElement!;
      expect((focused as HTMLElement).dataset["column"]).to.equal(column);
      expect(isInSight(table, focused), column).to.equal(true);
    }
    expect(scroller.scrollLeft).to.be.greaterThan(0);
    // A width that a person chose is one that is needed.
    const before = scroller.scrollWidth;
    table.view = { columns: ALL, widths: { queue: 300 } };
    await drawn(table);
    expect(scroller.scrollWidth).to.equal(before + 200);
  });

  it("gets a scroll bar that takes room without an error of the browser's", async () => {
    const { table } = await tableOn(new ScriptedSource(rows(100)));
    await drawn(table);
    // As a scroll bar does that is not drawn over the page.
    const bar = new CSSStyleSheet();
    bar.replaceSync(`.scroller[data-scrolls="y"] { border-inline-end: 17px solid transparent }`);
    table.shadowRoot!.adoptedStyleSheets.push(bar);
    // An error on the page fails the test in which it comes.
    table.style.blockSize = "300px";
    await drawn(table);
    expect(scrollerOf(table).dataset["scrolls"]).to.equal("y");
  });

  it("has its headers on one line, with the box that selects all", async () => {
    const table = await tableOf(1280);
    const tops = ["contact", "agent"].map(
      (column) =>
        table.shadowRoot!.querySelector(`th[data-column=${column}] .header-label`)!.getBoundingClientRect().top,
    );
    expect(tops[0]).to.be.closeTo(tops[1]!, 0.5);
  });

  it("makes no cell stick where nothing has to be scrolled for", async () => {
    const table = await tableOf(1280);
    const position = () => getComputedStyle(cellOf(rowsOf(table)[0]!, "actions")).position;
    expect(position()).to.equal("static");
    table.view = { columns: ALL };
    await drawn(table);
    expect(position()).to.equal("sticky");
  });

  it("keeps the header in sight where the page scrolls", async () => {
    const { table } = await tableOn(new ScriptedSource(rows(100)));
    await drawn(table);
    document.scrollingElement!.scrollTop = 1_500;
    await drawn(table);
    expect(headerOf(table, "status").top).to.be.closeTo(0, 1);
    document.scrollingElement!.scrollTop = 0;
    // A narrower place has to be scrolled sideways, by the scroller.
    table.view = { columns: ALL };
    await drawn(table);
    scrollerOf(table).scrollLeft = 100;
    expect(scrollerOf(table).scrollLeft).to.equal(100);
  });

  for (const width of [560, 380]) {
    it(`has cards of one height at ${width} px, with their actions at the end`, async () => {
      const table = await tableOf(width);
      const cards = rowsOf(table);
      // The last has no line below.
      expect(new Set(cards.slice(0, -1).map((card) => card.getBoundingClientRect().height)).size).to.equal(1);
      for (const card of cards) {
        const end = cellOf(card, "actions").getBoundingClientRect();
        expect(end.right).to.be.closeTo(card.getBoundingClientRect().right - 12, 1);
        const middle = (column: string) => {
          const { top, bottom } = cellOf(card, column).getBoundingClientRect();
          return (top + bottom) / 2;
        };
        expect(middle("duration")).to.equal(middle("status"));
      }
    });
  }

  it("shows the headers of cards while the keyboard is in them", async () => {
    const table = await tableOf(500);
    cellOf(rowsOf(table)[0]!, "status").focus();
    const strip = table.shadowRoot!.querySelector("thead")!;
    expect(strip.getBoundingClientRect().height).to.be.at.most(1);
    await sendKeys({ press: "ArrowUp" });
    await drawn(table);
    const focused = table.shadowRoot!.activeElement!;
    expect(focused.getAttribute("aria-label")).to.equal("Status");
    const { width, height, top, bottom } = focused.getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(24);
    expect(top).to.be.at.least(scrollerOf(table).getBoundingClientRect().top);
    expect(bottom).to.be.at.most(rowsOf(table)[0]!.getBoundingClientRect().top);
    await sendKeys({ press: "ArrowDown" });
    await drawn(table);
    expect(strip.getBoundingClientRect().height).to.be.at.most(1);
  });

  it("paints a selected card as one surface", async () => {
    const table = await tableOf(380);
    const row = rowsOf(table)[0]!;
    row.querySelector<HTMLInputElement>(".select")!.click();
    await shown(table);
    expect(getComputedStyle(row).backgroundColor).not.to.equal("rgba(0, 0, 0, 0)");
    for (const cell of row.querySelectorAll("td"))
      expect(getComputedStyle(cell).backgroundColor).to.equal("rgba(0, 0, 0, 0)");
  });

  // With the wider buttons of a touch screen: test/node/touch.test.mjs.
  it("has one line of toolbar at 380 px", async () => {
    const table = await tableOf(380);
    const tops = [".title", ".pause", ".refresh", ".more"].map((selector) => {
      const { top, bottom } = table.shadowRoot!.querySelector(selector)!.getBoundingClientRect();
      return Math.round((top + bottom) / 2);
    });
    expect(new Set(tops).size).to.equal(1);
  });

  for (const width of [1280, 900, 760, 700, 500, 380]) {
    it(`moves no row at ${width} px when it tells that updates wait`, async () => {
      const source = new ScriptedSource(rows(12));
      const { table } = await tableOn(source);
      table.style.inlineSize = `${width}px`;
      await drawn(table);
      const row = rowsOf(table)[0]!;
      cellOf(row, "agent").focus();
      const { top } = row.getBoundingClientRect();
      source.standing = [...rows(12), ...Array.from({ length: 99 }, (_, index) => wireRow(`new${index}`))];
      await table.refresh();
      await drawn(table);
      expect(buttonOf(table, "99 updates")!.getBoundingClientRect().height).to.be.greaterThan(0);
      expect(row.getBoundingClientRect().top).to.equal(top);
    });
  }

  it("marks a selected row by shape where colours are the system's", async () => {
    await emulateMedia({ forcedColors: "active" });
    const table = await tableOf(1280);
    const [first, second] = rowsOf(table);
    first!.querySelector<HTMLInputElement>("input.select")!.click();
    await shown(table);
    expect(getComputedStyle(first!).outlineStyle).to.equal("solid");
    expect(getComputedStyle(second!).outlineStyle).to.equal("none");
    await emulateMedia({ forcedColors: "none" });
  });

  it("stands the bars of its skeleton under the headers of their columns", async () => {
    for (const width of [1280, 900, 700]) {
      const { table } = await tableOn(new ScriptedSource());
      table.style.inlineSize = `${width}px`;
      await drawn(table);
      const bars = [...table.shadowRoot!.querySelector(".skeleton-row")!.children];
      for (const [place, column] of ["contact", "agent", "provider", "channel", "status", "queue"].entries()) {
        const header = headerOf(table, column);
        const bar = bars[place]!.getBoundingClientRect();
        expect(bar.left, `${column} at ${width}`).to.be.within(header.left, header.left + 40);
        expect(bar.right, `${column} at ${width}`).to.be.within(header.left, header.right);
      }
      table.remove();
    }
  });
});
