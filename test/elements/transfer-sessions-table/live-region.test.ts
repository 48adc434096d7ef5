import { expect } from "@open-wc/testing";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { buttonOf, loaded, rowsOf, shown, tableOn } from "../../support/table.js";

const rows = (count: number) => Array.from({ length: count }, (_, index) => wireRow(`s${index}`));

const regionOf = (table: HTMLElement) => table.shadowRoot!.querySelector(".base > [role=status]")!;

const toastOf = (table: HTMLElement) => table.shadowRoot!.querySelector(".toast[role=status]")!;

describe("transfer-sessions-table: live region", () => {
  it("tells what changed every two seconds, also while each second brings a row", async () => {
    const source = new ScriptedSource(rows(2));
    const { table, environment } = await tableOn(source);
    table.pollInterval = 1_000;
    for (let second = 0; second < 6; second++) {
      source.standing = rows(3 + second);
      await environment.pass(1_000);
    }
    await shown(table);
    expect(regionOf(table).textContent).to.match(/^[1-3] new\. \d sessions\.$/);
  });

  it("does not count the first list as news", async () => {
    const { table, environment } = await tableOn(new ScriptedSource(rows(8)));
    await environment.pass(10_000);
    await shown(table);
    expect(regionOf(table).textContent).to.equal("");
  });

  it("says why no session was ended where none of the selected can be", async () => {
    const over = [wireRow("a", { status: "ended" }), wireRow("b", { status: "ended" })];
    const { table } = await tableOn(new ScriptedSource(over));
    for (const row of rowsOf(table)) row.querySelector<HTMLInputElement>("input")!.click();
    await shown(table);
    buttonOf(table, "End…")!.click();
    await loaded(table);
    expect(toastOf(table).textContent).to.equal("2 selected sessions cannot be ended.");
    const before = toastOf(table).textContent;
    buttonOf(table, "End…")!.click();
    await loaded(table);
    expect(toastOf(table).textContent, "the same again is read out again").not.to.equal(before);
  });
});
