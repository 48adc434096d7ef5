import { expect } from "@open-wc/testing";
import type { SessionView } from "../../../src/domain/query/view.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { cellOf, rowsOf, shown, tableOn, textOf } from "../../support/table.js";

const contacts = (table: HTMLElement) => rowsOf(table).map((row) => textOf(cellOf(row, "contact")));
const queues = (table: HTMLElement) => rowsOf(table).map((row) => textOf(cellOf(row, "queue")));

describe("transfer-sessions-table: one update shows all that is known", () => {
  it("sorts by the rules of the language that the page has changed to", async () => {
    const { lang } = document.documentElement;
    document.documentElement.lang = "sv";
    try {
      const { table } = await tableOn(new ScriptedSource([wireRow("a", { queue: "Ö" }), wireRow("b", { queue: "Z" })]));
      table.view = { sort: [{ by: "queue", direction: "ascending" }] };
      await shown(table);
      expect(queues(table), "Swedish").to.deep.equal(["Z", "Ö"]);
      document.documentElement.lang = "de";
      await shown(table);
      expect(queues(table), "German").to.deep.equal(["Ö", "Z"]);
    } finally {
      document.documentElement.lang = lang;
    }
  });

  it("shows what a listener sets when a selected session has left", async () => {
    const source = new ScriptedSource([wireRow("a"), wireRow("b"), wireRow("c", { queue: "Sales" })]);
    const { table } = await tableOn(source);
    rowsOf(table)[0]!.querySelector<HTMLInputElement>("input")!.click();
    await shown(table);
    const view: SessionView = { queue: ["Sales"] };
    table.addEventListener("transfer-selection-change", () => (table.view = view));
    source.standing = [wireRow("b"), wireRow("c", { queue: "Sales" })];
    await table.refresh();
    await shown(table);
    expect(table.view.queue).to.deep.equal(["Sales"]);
    expect(contacts(table)).to.deep.equal(["contact-c"]);
  });
});
