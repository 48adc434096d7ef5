import { expect } from "@open-wc/testing";
import "../../../src/locales/de.js";
import type { TransferSessionsTable } from "../../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { rowsOf, shown, tableOn } from "../../support/table.js";
import { collectWarnings } from "../../support/warnings.js";

async function select(table: TransferSessionsTable, ...places: number[]): Promise<void> {
  for (const place of places) rowsOf(table)[place]!.querySelector<HTMLInputElement>("input.select")!.click();
  await shown(table);
}

/** What an exported file has under a heading; nothing in these tests needs quotes. */
async function exported(table: TransferSessionsTable, heading: string): Promise<string[] | undefined> {
  const [header, ...lines] = (await table.exportCsv().text()).trimEnd().split("\r\n");
  const place = header!.split(",").indexOf(heading);
  return place < 0 ? undefined : lines.map((line) => line.split(",")[place]!);
}

describe("transfer-sessions-table: CSV", () => {
  const warnings = collectWarnings();

  it("exports all that is selected, also what a filter hides: those in view first, in its order", async () => {
    const { table } = await tableOn(
      new ScriptedSource([wireRow("a", { status: "active" }), wireRow("b"), wireRow("c"), wireRow("d")]),
    );
    await select(table, 0, 1, 2);
    table.view = { status: ["queued"], sort: [{ by: "contact", direction: "descending" }] };
    await shown(table);
    expect(await exported(table, "Contact")).to.deep.equal(["contact-c", "contact-b", "contact-a"]);
    table.view = { text: "nobody" };
    await shown(table);
    expect(await exported(table, "Contact")).to.have.members(["contact-a", "contact-b", "contact-c"]);
  });

  it("exports what was set in the same task", async () => {
    const { table } = await tableOn(new ScriptedSource([wireRow("a"), wireRow("b", { status: "active" })]));
    table.view = { status: ["active"] };
    expect(await exported(table, "Contact")).to.deep.equal(["contact-b"]);
  });

  it("exports the host's columns, in place of the built-in ones of the same id, under the headings of the page", async () => {
    const { table } = await tableOn(new ScriptedSource([wireRow("a", { metadata: { tier: "=1" } }), wireRow("b")]));
    table.columns = [
      {
        id: "tier",
        label: "Tier",
        value: ({ metadata }) => (metadata as { tier: string }).tier,
        render: () => "drawn",
      },
      { id: "queue", label: "Line", value: ({ queue }) => `${queue}!` },
    ];
    table.view = { columns: ["contact"] };
    expect(await exported(table, "Tier")).to.deep.equal(["'=1", ""]);
    expect(await exported(table, "Line")).to.deep.equal(["General!", "General!"]);
    expect(await exported(table, "Queue")).to.equal(undefined);
    expect(warnings.join()).to.contain('the column "tier" threw');
    table.parentElement!.lang = "de";
    table.requestUpdate();
    await shown(table);
    const headings = (await table.exportCsv().text()).split("\r\n")[0]!.split(",");
    expect(headings).to.include.members(["Kontakt", "Line", "Dauer (Sekunden)", "Tier"]);
    expect(headings.indexOf("Line")).to.equal(headings.indexOf("Status") + 1);
  });
});
