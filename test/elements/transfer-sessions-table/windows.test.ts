import { expect } from "@open-wc/testing";
import { resetMouse, sendKeys, sendMouse, setViewport } from "@web/test-runner-commands";
import type { TransferSessionDetails } from "../../../src/elements/transfer-session-details/transfer-session-details.element.js";
import type { TransferSessionsTable } from "../../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { buttonOf, closing, dialogOf, drawn, escape, rowsOf, shown, tableOn } from "../../support/table.js";
import { until } from "../../support/until.js";
import { windowBox } from "../../support/window-box.js";

const source = () =>
  new ScriptedSource([
    { ...wireRow("a"), metadata: Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`key${at}`, at])) },
  ]);

function expectInWindow(element: Element, name: string): void {
  const { width, height } = windowBox();
  const { top, bottom, left, right } = element.getBoundingClientRect();
  expect(top, `${name}: top`).to.be.within(0, height);
  expect(bottom, `${name}: bottom`).to.be.within(top, height);
  expect(left, `${name}: left`).to.be.within(0, width);
  expect(right, `${name}: right`).to.be.within(left, width);
}

const headerOf = (table: TransferSessionsTable) =>
  table.shadowRoot!.querySelector<HTMLElement>("th[data-column=agent]")!;

const scrolled = () => new Promise((resolve) => addEventListener("scroll", resolve, { once: true }));

describe("transfer-sessions-table: zoomed, scrolled and resized", () => {
  const root = document.documentElement;
  beforeEach(() => setViewport({ width: 1280, height: 720 }));
  afterEach(async () => {
    root.style.zoom = "";
    await resetMouse();
    await setViewport({ width: 1000, height: 800 });
  });

  for (const zoom of ["0.75", "1.5", "2"]) {
    it(`has the details and their buttons in the window, at ${zoom}`, async () => {
      root.style.zoom = zoom;
      const { table } = await tableOn(source());
      table.openSession("a");
      const detailsOf = () => table.shadowRoot!.querySelector<TransferSessionDetails>("transfer-session-details");
      await until(() => detailsOf()?.shadowRoot?.querySelector("dialog[open]"));
      const details = detailsOf()!;
      await shown(details);
      expectInWindow(details.shadowRoot!.querySelector("dialog")!, "dialog");
      for (const name of [/^Close/, /^Refresh/, /^End/]) {
        expectInWindow(buttonOf(details.shadowRoot!, name)!, String(name));
      }
      const told = new Promise((resolve) => details.addEventListener("close", resolve, { once: true }));
      details.close();
      await told;
    });

    it(`has the question before an End in the window, at ${zoom}`, async () => {
      root.style.zoom = zoom;
      const { table } = await tableOn(source());
      buttonOf(rowsOf(table)[0]!, /^End/)!.click();
      await shown(table);
      expectInWindow(dialogOf(table), "question");
      expect(dialogOf(table).getBoundingClientRect().width).to.be.above(200);
      await escape(table);
    });

    // At 2 the window is so narrow that all columns share what is left.
    if (zoom === "2") continue;
    it(`widens a column by the same step, at ${zoom}`, async () => {
      root.style.zoom = zoom;
      const { table } = await tableOn(source());
      await drawn(table);
      const header = headerOf(table);
      const before = header.offsetWidth;
      header.focus();
      await sendKeys({ press: "Shift+ArrowRight" });
      await shown(table);
      // An own width comes in whole pixels.
      expect(header.offsetWidth - before).to.be.within(15, 17);
    });

    it(`widens a column by as much as the pointer goes, at ${zoom}`, async () => {
      root.style.zoom = zoom;
      const { table } = await tableOn(source());
      await drawn(table);
      const edge = headerOf(table).querySelector(".resize")!;
      const middle = () => {
        const { left, width } = edge.getBoundingClientRect();
        return Math.round(left + width / 2);
      };
      const { top, height } = edge.getBoundingClientRect();
      const [x, y] = [middle(), Math.round(top + height / 2)];
      await sendMouse({ type: "move", position: [x, y] });
      await sendMouse({ type: "down" });
      for (const step of [10, 20, 30]) {
        await sendMouse({ type: "move", position: [x + step, y] });
        await shown(table);
      }
      await sendMouse({ type: "up" });
      await shown(table);
      await until(() => Math.abs(middle() - (x + 30)) <= 3, "the edge is under the pointer");
    });
  }

  it("keeps a menu at its button while the page scrolls, and closes it when that has gone", async () => {
    const { table } = await tableOn(source());
    const room = table.parentElement!.appendChild(document.createElement("div"));
    room.style.height = "3000px";
    const more = buttonOf(table, "More")!;
    more.click();
    await until(() => table.shadowRoot!.querySelector(".menu:popover-open"));
    const menu = table.shadowRoot!.querySelector(".menu")!;
    const distance = () => Math.round(menu.getBoundingClientRect().top - more.getBoundingClientRect().bottom);
    const before = distance();
    let told = scrolled();
    scrollTo(0, more.getBoundingClientRect().top - 2);
    await told;
    expect(distance()).to.equal(before);
    told = scrolled();
    await closing(table, () => scrollTo(0, 2000));
    await told;
    expect(scrollY, "nothing scrolls back").to.equal(2000);
    expect(table.shadowRoot!.activeElement).to.equal(more);
    scrollTo(0, 0);
  });

  it("has the menu that it was opened with, after the window was narrow", async () => {
    const { table } = await tableOn(source());
    buttonOf(table, "More")!.click();
    await until(() => table.shadowRoot!.querySelector(".menu:popover-open"));
    const menu = table.shadowRoot!.querySelector(".menu")!;
    const before = menu.getBoundingClientRect();
    await setViewport({ width: 320, height: 240 });
    await drawn(table);
    expectInWindow(menu, "menu");
    await setViewport({ width: 1280, height: 720 });
    await drawn(table);
    expect(menu.getBoundingClientRect().width).to.be.closeTo(before.width, 1);
    expect(menu.getBoundingClientRect().left).to.be.closeTo(before.left, 1);
    await escape(table);
  });

  it("keeps a menu in which somebody types in the window, wherever its button goes", async () => {
    await setViewport({ width: 800, height: 300 });
    const { table } = await tableOn(
      new ScriptedSource(Array.from({ length: 40 }, (_, at) => wireRow(`s${at}`, { queue: `Queue ${at}` }))),
    );
    table.parentElement!.style.marginBlock = "200px 3000px";
    buttonOf(table, "Queue")!.click();
    await until(() => table.shadowRoot!.querySelector(".menu:popover-open"));
    const menu = table.shadowRoot!.querySelector(".menu")!;
    await until(() => menu.querySelector("input:not([type=checkbox])"));
    menu.querySelector<HTMLInputElement>("input:not([type=checkbox])")!.focus();
    for (const top of [0, 1500]) {
      const told = scrollY === top ? undefined : scrolled();
      scrollTo(0, top);
      await told;
      expectInWindow(menu, `menu, scrolled by ${top}`);
    }
    await escape(table);
    scrollTo(0, 0);
  });

  it("closes a menu for a press on whatever is beside it", async () => {
    const { table } = await tableOn(source());
    for (const name of ["Refresh", /^Needs attention/, "Pause"]) {
      buttonOf(table, "More")!.click();
      await until(() => table.shadowRoot!.querySelector(".menu:popover-open"));
      const { left, top, width, height } = buttonOf(table, name)!.getBoundingClientRect();
      const position: [number, number] = [Math.round(left + width / 2), Math.round(top + height / 2)];
      await closing(table, () => sendMouse({ type: "click", position }));
      await drawn(table);
      expect(table.shadowRoot!.querySelector(".menu:popover-open"), String(name)).to.equal(null);
      expect(buttonOf(table, "More")!.getAttribute("aria-expanded")).to.equal("false");
    }
  });
});
