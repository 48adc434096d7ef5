import { expect } from "@open-wc/testing";
import { emulateMedia, setViewport } from "@web/test-runner-commands";
import type { TransferSessionsTable } from "../../../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import { ScriptedSource, wireRow } from "../../../support/scripted-source.js";
import { cellOf, drawn, rowsOf, tableOn } from "../../../support/table.js";

/** Where each cell of a row begins and ends. */
const columnsOf = (row: Element) =>
  [...row.children].map((cell) => {
    const { left, right } = cell.getBoundingClientRect();
    return `${cell.getAttribute("data-column")} ${left}–${right}`;
  });

const headersOf = (table: TransferSessionsTable) => columnsOf(table.shadowRoot!.querySelector("thead tr")!);

/** A table to which an answer has just added a row, and in which it has changed another. */
async function markedTable(width: number, columns?: string[]) {
  const source = new ScriptedSource([wireRow("a"), wireRow("b")]);
  const { table } = await tableOn(source);
  table.style.inlineSize = `${width}px`;
  if (columns) table.view = { columns };
  await drawn(table);
  const before = { headers: headersOf(table), row: columnsOf(rowsOf(table)[0]!) };
  source.standing = [wireRow("new"), wireRow("a", { status: "active" }), wireRow("b")];
  await table.refresh();
  expect(rowsOf(table).map(({ dataset }) => dataset["mark"])).to.deep.equal(["new", "changed", undefined]);
  return { table, before };
}

/** Width and height of the layer that marks a row, where it has one in this cell. */
function layerOf(cell: HTMLElement) {
  const { content, width, height } = getComputedStyle(cell, "::after");
  return content === "none" ? undefined : { width: Number.parseFloat(width), height: Number.parseFloat(height) };
}

/** @param width below 640, rows are cards, in which what follows a badge stands behind it. */
async function expectNothingMoved(width: number) {
  const { table, before } = await markedTable(width);
  expect(headersOf(table), "headers").to.deep.equal(before.headers);
  const [added, changed, other] = rowsOf(table).map(columnsOf);
  expect(added, "new").to.deep.equal(before.row);
  expect(other, "neither").to.deep.equal(before.row);
  if (width >= 640) expect(changed, "changed").to.deep.equal(before.row);
  table.remove();
}

describe("transfer-sessions-table: what is marked stands still", () => {
  before(() => setViewport({ width: 1480, height: 700 }));
  after(() => setViewport({ width: 800, height: 600 }));
  afterEach(() => emulateMedia({ reducedMotion: "no-preference", forcedColors: "none" }));

  for (const width of [1440, 820, 380]) {
    it(`has its columns where they were, at ${width} px`, async () => {
      await expectNothingMoved(width);
      await emulateMedia({ reducedMotion: "reduce" });
      await expectNothingMoved(width);
    });
  }

  it("has its columns where they were, where colours are the system's", async () => {
    await emulateMedia({ forcedColors: "active" });
    expect(matchMedia("(forced-colors: active)").matches).to.equal(true);
    for (const width of [1440, 820, 380]) await expectNothingMoved(width);
  });

  it("is marked all over where it is new, and at its status where that has changed", async () => {
    for (const width of [1440, 380]) {
      const { table } = await markedTable(width);
      const [added, changed, other] = rowsOf(table);
      const { width: wide, height: high } = layerOf(cellOf(added!, "contact"))!;
      const box = added!.getBoundingClientRect();
      expect(wide).to.be.closeTo(box.width, 1);
      expect(high).to.be.closeTo(box.height, 1);
      expect(layerOf(cellOf(changed!, "contact"))).to.equal(undefined);
      expect(layerOf(cellOf(changed!, "status"))!.width).to.be.closeTo(cellOf(changed!, "status").offsetWidth, 1);
      expect(layerOf(cellOf(other!, "contact"))).to.equal(undefined);
      table.remove();
    }
  });

  it("is marked all over where its actions come first and stick", async () => {
    const columns = ["actions", "contact", "agent", "provider", "channel", "status", "queue", "created", "updated"];
    const { table } = await markedTable(700, columns);
    await drawn(table);
    const [added] = rowsOf(table);
    expect(getComputedStyle(cellOf(added!, "actions")).position).to.equal("sticky");
    expect(layerOf(cellOf(added!, "contact"))!.width).to.be.closeTo(added!.getBoundingClientRect().width, 1);
  });
});
