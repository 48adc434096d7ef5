import { expect } from "@open-wc/testing";
import { resetMouse, sendKeys, sendMouse } from "@web/test-runner-commands";
import type { TransferSessionsTable } from "../../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import type { SessionView } from "../../../src/domain/query/view.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { shown, tableOn } from "../../support/table.js";

const headerOf = (table: TransferSessionsTable) =>
  table.shadowRoot!.querySelector<HTMLElement>("th[data-column=agent]")!;
const widthOf = (table: TransferSessionsTable) => Math.round(headerOf(table).getBoundingClientRect().width);

/** Takes hold of the edge of a header and pulls, in as many steps. */
async function pull(table: TransferSessionsTable, ...steps: number[]): Promise<void> {
  const { left, top, width, height } = headerOf(table).querySelector(".resize")!.getBoundingClientRect();
  const [x, y] = [Math.round(left + width / 2), Math.round(top + height / 2)];
  await sendMouse({ type: "move", position: [x, y] });
  await sendMouse({ type: "down" });
  for (const step of steps) {
    await sendMouse({ type: "move", position: [x + step, y] });
    await shown(table);
  }
}

async function watched() {
  const { table } = await tableOn(new ScriptedSource([wireRow("a")]));
  const views: SessionView[] = [];
  table.addEventListener("transfer-view-change", ({ view }) => views.push(view));
  return { table, views, before: widthOf(table) };
}

describe("transfer-sessions-table: dragging the edge of a column", () => {
  afterEach(() => resetMouse());

  it("is shown while it lasts and is one change of the view", async () => {
    const { table, views, before } = await watched();
    await pull(table, 10, 20, 30, 40);
    expect(widthOf(table)).to.equal(before + 40);
    expect(views).to.have.length(0);
    await sendMouse({ type: "up" });
    await shown(table);
    expect(views).to.deep.equal([{ widths: { agent: before + 40 } }]);
    expect(widthOf(table)).to.equal(before + 40);
  });

  it("is put back by Escape, and says nothing", async () => {
    const { table, views, before } = await watched();
    await pull(table, 10, 40);
    await sendKeys({ press: "Escape" });
    await shown(table);
    expect(widthOf(table)).to.equal(before);
    await sendMouse({ type: "up" });
    await shown(table);
    expect(views).to.have.length(0);
    expect(table.view).to.deep.equal({});
  });

  it("changes nothing where the edge was only pressed", async () => {
    const { table, views } = await watched();
    await pull(table);
    await sendMouse({ type: "up" });
    await shown(table);
    expect(views).to.have.length(0);
  });
});
