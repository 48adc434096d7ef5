import { expect } from "@open-wc/testing";
import { resetMouse, sendKeys, sendMouse } from "@web/test-runner-commands";
import { NOON } from "../../support/fake-environment.js";
import type { TransferSessionsTable } from "../../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { cellOf, drawn, rowsOf, tableOn } from "../../support/table.js";

const rows = ["a", "b", "c"].map((id, at) =>
  wireRow(id, { agentName: `Agent ${id}`, queue: `Queue ${id}`, status: "active", createdAt: NOON - at * 60_000 }),
);

const boxOfText = (cell: Element): DOMRect => cell.querySelector("bdi, .badge-label")!.getBoundingClientRect();
const at = (x: number, { top, height }: DOMRect): [number, number] => [Math.round(x), Math.round(top + height / 2)];

/** Marks from the middle of a cell to the end of another as a person does, and copies. */
async function copied(table: TransferSessionsTable, from: Element, to: Element): Promise<string> {
  const [start, end] = [boxOfText(from), boxOfText(to)];
  const step = from === to ? end.left + 20 : end.right - 2;
  await sendMouse({ type: "move", position: at(start.left + 3, start) });
  await sendMouse({ type: "down" });
  for (const x of [step - 6, step - 3, step]) await sendMouse({ type: "move", position: at(x, end) });
  await sendMouse({ type: "up" });
  const told = new Promise<string>((resolve) => {
    const listen = (event: ClipboardEvent) => resolve(event.clipboardData!.getData("text/plain"));
    document.addEventListener("copy", listen, { once: true });
  });
  await sendKeys({ press: "Control+c" });
  await drawn(table);
  return told;
}

describe("transfer-sessions-table: copying what is marked", () => {
  afterEach(() => resetMouse());

  it("keeps rows and columns, without buttons", async () => {
    const { table } = await tableOn(new ScriptedSource(rows));
    await drawn(table);
    const [first, second] = rowsOf(table);
    const text = await copied(table, cellOf(first!, "agent"), cellOf(second!, "status"));
    expect(text.split("\n").map((line) => line.split("\t"))).to.deep.equal([
      ["Agent a", "Genesys", "Chat", "Active", "Queue a", "0s"],
      ["contact-b", "Agent b", "Genesys", "Chat", "Active"],
    ]);
  });

  it("leaves what is marked in one cell to the browser", async () => {
    const { table } = await tableOn(new ScriptedSource(rows));
    await drawn(table);
    const cell = cellOf(rowsOf(table)[0]!, "agent");
    expect(await copied(table, cell, cell)).to.equal("");
    expect(rowsOf(table)).to.have.length(3);
  });

  it("leaves a copy alone that a cell has made", async () => {
    const { table } = await tableOn(new ScriptedSource(rows));
    await drawn(table);
    const [first, second] = rowsOf(table);
    first!.addEventListener("copy", (event) => {
      (event as ClipboardEvent).clipboardData!.setData("text/plain", "its own");
      event.preventDefault();
    });
    expect(await copied(table, cellOf(first!, "agent"), cellOf(second!, "status"))).to.equal("its own");
  });
});
