import { expect } from "@open-wc/testing";
import { setViewport } from "@web/test-runner-commands";
import type { TransferSessionsTable } from "../../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import { openMenu } from "../../support/menu.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { drawn, escape, tableOn } from "../../support/table.js";
import { windowBox } from "../../support/window-box.js";

const WINDOWS = [
  { width: 1280, height: 720 },
  { width: 380, height: 700 },
  { width: 320, height: 240 },
];

/** Whether all of it is in the window, and all that is in it can be scrolled to. */
function expectInWindow(menu: HTMLElement): void {
  const { width: windowWidth, height: windowHeight } = windowBox();
  const { top, bottom, left, right } = menu.getBoundingClientRect();
  expect(top, "top").to.be.at.least(0);
  expect(bottom, "bottom").to.be.at.most(windowHeight);
  expect(left, "left").to.be.at.least(0);
  expect(right, "right").to.be.at.most(windowWidth);
  expect(bottom - top, "height").to.be.above(Math.min(150, windowHeight / 2));
  expect(getComputedStyle(menu).overflowY).to.equal("auto");
}

async function openAt(table: TransferSessionsTable, away: string): Promise<HTMLElement> {
  table.parentElement!.style.marginBlockStart = away;
  await drawn(table);
  return openMenu(table, "More");
}

describe("transfer-sessions-table: the place of a menu", () => {
  const root = document.documentElement;
  afterEach(async () => {
    root.style.zoom = "";
    root.dir = "";
    await setViewport({ width: 1000, height: 800 });
  });

  for (const { width, height } of WINDOWS) {
    for (const away of ["0", "45vh", "70vh"]) {
      it(`is in a window of ${width} × ${height}, with the table ${away} down`, async () => {
        await setViewport({ width, height });
        const { table } = await tableOn(new ScriptedSource([wireRow("a")]));
        table.viewKey = "menu-place";
        expectInWindow(await openAt(table, away));
        await escape(table);
      });
    }
  }

  for (const zoom of ["1.5", "0.75"]) {
    for (const dir of ["ltr", "rtl"]) {
      it(`is in the window, and at its button, where the page has a zoom of ${zoom}, ${dir}`, async () => {
        await setViewport({ width: 1280, height: 720 });
        root.style.zoom = zoom;
        root.dir = dir;
        const { table } = await tableOn(new ScriptedSource([wireRow("a")]));
        const menu = await openAt(table, "0");
        expectInWindow(menu);
        const anchor = table.shadowRoot!.querySelector("[aria-label=More]")!.getBoundingClientRect();
        const box = menu.getBoundingClientRect();
        expect(box.top - anchor.bottom).to.be.within(0, 12);
        expect(box.left).to.be.below(anchor.right);
        expect(box.right).to.be.above(anchor.left);
        await escape(table);
      });
    }
  }
});
