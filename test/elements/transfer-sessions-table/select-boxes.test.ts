import { expect } from "@open-wc/testing";
import { resetMouse, sendMouse } from "@web/test-runner-commands";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { cellOf, rowsOf, shown, tableOn } from "../../support/table.js";

const boxIn = (row: Element) => row.querySelector<HTMLInputElement>("input[type=checkbox]");

async function clickAt(x: number, y: number): Promise<void> {
  await sendMouse({ type: "click", position: [Math.round(x), Math.round(y)] });
}

describe("transfer-sessions-table: select boxes", () => {
  afterEach(() => resetMouse());

  it("stand in the first column, which names the rows, where the contact is not shown", async () => {
    const { table } = await tableOn(new ScriptedSource([wireRow("a"), wireRow("b")]));
    table.view = { columns: ["status", "agent", "actions"] };
    await shown(table);
    const [row] = rowsOf(table);
    expect(cellOf(row!, "status").getAttribute("role")).to.equal("rowheader");
    expect(cellOf(row!, "agent").getAttribute("role")).to.equal("gridcell");
    boxIn(cellOf(row!, "status"))!.click();
    await shown(table);
    expect(row!.getAttribute("aria-selected")).to.equal("true");
    boxIn(table.shadowRoot!.querySelector("thead")!)!.click();
    await shown(table);
    expect(rowsOf(table).map((one) => one.getAttribute("aria-selected"))).to.deep.equal(["true", "true"]);
  });

  it("are hit beside their square too, and open nothing", async () => {
    const { table } = await tableOn(new ScriptedSource([wireRow("a")]));
    let opened = 0;
    table.addEventListener("transfer-session-open", () => opened++);
    const [row] = rowsOf(table);
    const { left, top, width } = boxIn(row!)!.getBoundingClientRect();
    await clickAt(left + width / 2, top - 4);
    await shown(table);
    expect(row!.getAttribute("aria-selected")).to.equal("true");
    expect(opened).to.equal(0);
  });

  it("work on a row that no longer matches the view, which says so", async () => {
    const source = new ScriptedSource([wireRow("a", { status: "queued" }), wireRow("b", { status: "queued" })]);
    const { table } = await tableOn(source);
    table.view = { status: ["queued"] };
    await shown(table);
    const target = cellOf(rowsOf(table)[1]!, "agent").getBoundingClientRect();
    await sendMouse({ type: "move", position: [Math.round(target.left + 20), Math.round(target.top + 10)] });
    source.standing = [wireRow("a", { status: "active" }), wireRow("b", { status: "queued" })];
    await table.refresh();
    const [row] = rowsOf(table);
    expect(cellOf(row!, "contact").getAttribute("aria-label")).to.equal("contact-a, no longer matches the view");
    const selected: string[][] = [];
    table.addEventListener("transfer-selection-change", ({ sessions }) => selected.push(sessions.map(({ id }) => id)));
    boxIn(row!)!.click();
    await shown(table);
    expect(row!.getAttribute("aria-selected")).to.equal("true");
    expect(selected).to.deep.equal([["a"]]);
  });
});
