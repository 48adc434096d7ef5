import { expect } from "@open-wc/testing";
import { emulateMedia } from "@web/test-runner-commands";
import { DEFAULT_COLUMNS } from "../../../src/elements/transfer-sessions-table/columns/built-in-columns.js";
import type { TransferSessionsTable } from "../../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import { openMenu } from "../../support/menu.js";
import { collectWarnings } from "../../support/warnings.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { buttonOf, cellOf, closing, drawn, loaded, rowsOf, shown, tableOn, textOf } from "../../support/table.js";

const rows = (count: number) => Array.from({ length: count }, (_, index) => wireRow(`s${index}`));

async function select(table: TransferSessionsTable, ...places: number[]): Promise<void> {
  for (const place of places) rowsOf(table)[place]!.querySelector<HTMLInputElement>("input.select")!.click();
  await shown(table);
}

async function endSelected(table: TransferSessionsTable): Promise<HTMLDialogElement> {
  buttonOf(table, "End…")!.click();
  await loaded(table);
  return table.shadowRoot!.querySelector<HTMLDialogElement>("dialog.bulk")!;
}

describe("transfer-sessions-table: many at once", () => {
  it("offers what can be done once something is selected, and moves no row for it", async () => {
    const { table } = await tableOn(new ScriptedSource(rows(5)));
    expect(buttonOf(table, "Copy ids")).to.equal(undefined);
    const top = () => rowsOf(table)[0]!.getBoundingClientRect().top;
    const widths = [1280, 800, 420];
    const before: number[] = [];
    for (const width of widths) {
      table.style.inlineSize = `${width}px`;
      await drawn(table);
      before.push(top());
    }
    await select(table, 0, 2);
    for (const [index, width] of widths.entries()) {
      table.style.inlineSize = `${width}px`;
      await drawn(table);
      expect(top(), `at ${width} px`).to.equal(before[index]);
      const seen = getComputedStyle(buttonOf(table, "Status")!).visibility;
      expect(seen, `the filters at ${width} px`).to.equal(width > 1_000 ? "visible" : "hidden");
    }
    expect(textOf(table.shadowRoot!.querySelector(".selected-count"))).to.equal("2 selected");
    buttonOf(table, "Clear")!.click();
    await shown(table);
    expect(buttonOf(table, "Copy ids")).to.equal(undefined);
    expect(buttonOf(table, "Status")).to.exist;
  });

  it("keeps the selection through updates and filters, and forgets what has left", async () => {
    const source = new ScriptedSource(rows(4));
    const { table } = await tableOn(source);
    const selected: string[][] = [];
    table.addEventListener("transfer-selection-change", (event) => selected.push(event.sessions.map(({ id }) => id)));
    await select(table, 1, 2);
    table.view = { text: "contact-s3" };
    await shown(table);
    table.view = {};
    source.standing = [wireRow("s2", { status: "active" }), wireRow("s1"), wireRow("s0")];
    await table.refresh();
    expect(selected.at(-1)).to.deep.equal(["s1", "s2"]);
    source.standing = [wireRow("s1")];
    await table.refresh();
    expect(selected.at(-1)).to.deep.equal(["s1"]);
  });

  it("ends them a few at a time, tells what became of each, and asks the list once", async () => {
    const source = new ScriptedSource([...rows(6), wireRow("over", { status: "ended" })]);
    const { table } = await tableOn(source);
    await select(table, 0, 1, 2, 3, 4, 5, 6);
    const dialog = await endSelected(table);
    expect(textOf(dialog)).to.contain("End 6 sessions?").and.to.contain("1 selected session cannot be ended.");
    expect(table.shadowRoot!.activeElement).to.equal(buttonOf(dialog, "Cancel"));
    buttonOf(dialog, "End 6 sessions")!.click();
    await shown(table);
    expect(source.ends, "four at a time").to.have.length(4);
    source.ends[0]!.resolve();
    source.ends[1]!.reject(new Error("The platform is busy."));
    await shown(table);
    expect(textOf(dialog.querySelector("[role=status]"))).to.equal("2 of 6 done");
    expect(textOf(dialog.querySelector("h3"))).to.equal("Ending 6 sessions");
    expect(source.ends).to.have.length(6);
    for (const end of source.ends.slice(2)) end.resolve();
    await shown(table);
    await shown(table);
    expect(textOf(dialog.querySelector("[role=status]"))).to.equal("5 ended, 1 failed");
    expect(textOf(dialog.querySelector("h3"))).to.equal("5 sessions ended");
    expect(textOf(dialog.querySelector("[data-step=failed]"))).to.contain("Failed The platform is busy.");
    expect(source.requests, "the first poll, and one for all of them").to.have.length(2);
    expect([...dialog.querySelectorAll("li")].map((item) => item.dataset["step"])).to.deep.equal([
      "ended",
      "failed",
      "ended",
      "ended",
      "ended",
      "ended",
    ]);
    buttonOf(dialog, "Retry failed")!.click();
    await shown(table);
    expect(source.ends.at(-1)!.session.id).to.equal("s1");
    source.ends.at(-1)!.resolve();
    await shown(table);
    await shown(table);
    await closing(table, () => buttonOf(dialog, "Close")!.click());
    expect(table.shadowRoot!.querySelector("dialog.bulk")).to.equal(null);
  });

  it("stops when asked, and skips what is over by its turn", async () => {
    const source = new ScriptedSource(rows(8));
    const { table } = await tableOn(source);
    await select(table, 0, 1, 2, 3, 4, 5, 6, 7);
    const dialog = await endSelected(table);
    buttonOf(dialog, "End 8 sessions")!.click();
    await shown(table);
    source.standing = rows(8).map((row, index) => (index === 4 ? wireRow("s4", { status: "ended" }) : row));
    await table.refresh();
    source.ends[0]!.resolve();
    await shown(table);
    expect(source.ends.map(({ session }) => session.id)).to.deep.equal(["s0", "s1", "s2", "s3", "s5"]);
    buttonOf(dialog, "Stop")!.click();
    for (const end of source.ends) end.resolve();
    await shown(table);
    await shown(table);
    expect(source.ends).to.have.length(5);
    expect(textOf(dialog.querySelector("[role=status]"))).to.equal("5 ended, 3 skipped");
  });

  it("asks the host for each, who may see to one itself", async () => {
    const source = new ScriptedSource(rows(3));
    const { table } = await tableOn(source);
    table.addEventListener("transfer-session-end-request", (event) => {
      if (event.session.id === "s1") event.preventDefault();
    });
    await select(table, 0, 1, 2);
    const dialog = await endSelected(table);
    buttonOf(dialog, "End 3 sessions")!.click();
    await shown(table);
    expect(source.ends.map(({ session }) => session.id)).to.deep.equal(["s0", "s2"]);
  });

  it("is accessible while it asks and while it works", async () => {
    await emulateMedia({ reducedMotion: "reduce" });
    const source = new ScriptedSource(rows(6));
    const { table } = await tableOn(source);
    await select(table, 0, 1, 2, 3, 4, 5);
    await expect(table).to.be.accessible();
    const dialog = await endSelected(table);
    await expect(table).to.be.accessible();
    buttonOf(dialog, "End 6 sessions")!.click();
    await shown(table);
    await expect(table).to.be.accessible();
    await emulateMedia({ reducedMotion: "no-preference" });
  });

  it("exports what is selected also where a filter hides it", async () => {
    const { table } = await tableOn(new ScriptedSource(rows(3)));
    await select(table, 0, 2);
    table.view = { text: "contact-s2" };
    await shown(table);
    const lines = (await table.exportCsv().text()).trimEnd().split("\r\n");
    expect(lines.slice(1).map((line) => line.split(",")[1])).to.deep.equal(["contact-s2", "contact-s0"]);
  });

  it("exports the view, or the selection, as CSV in which no cell starts a formula", async () => {
    const { table } = await tableOn(
      new ScriptedSource([wireRow("a", { queue: "=HYPERLINK(1)" }), wireRow("b"), wireRow("c", { status: "active" })]),
    );
    table.view = { status: ["queued"], sort: [{ by: "contact", direction: "descending" }] };
    await shown(table);
    const lines = async () => (await table.exportCsv().text()).trimEnd().split("\r\n");
    expect((await lines()).map((line) => line.split(",")[1])).to.deep.equal(["Contact", "contact-b", "contact-a"]);
    expect((await lines())[2]).to.contain("'=HYPERLINK(1)");
    await select(table, 1);
    expect(await lines()).to.have.length(2);
    const bytes = new Uint8Array(await table.exportCsv().arrayBuffer());
    expect(Array.from(bytes.slice(0, 3))).to.deep.equal([0xef, 0xbb, 0xbf]);
  });
});

describe("transfer-sessions-table: view", () => {
  const warnings = collectWarnings();

  it("filters and sorts, tells how many match, and finds a way back from none", async () => {
    const { table } = await tableOn(
      new ScriptedSource([wireRow("a"), wireRow("b", { status: "active" }), wireRow("c")]),
    );
    table.view = { status: ["queued"], sort: { by: "contact", direction: "descending" } } as never;
    await shown(table);
    expect(rowsOf(table).map((row) => textOf(cellOf(row, "contact")))).to.deep.equal(["contact-c", "contact-a"]);
    expect(textOf(table.shadowRoot!.querySelector("h2"))).to.equal("Transfer sessions 2 of 3");
    expect(table.view.sort).to.deep.equal([{ by: "contact", direction: "descending" }]);
    table.view = { text: "nobody" };
    await shown(table);
    expect(table.shadowRoot!.querySelector("[data-state=no-match]")).to.exist;
    const changed: unknown[] = [];
    table.addEventListener("transfer-view-change", (event) => changed.push(event.view));
    buttonOf(table.shadowRoot!.querySelector<HTMLElement>(".state")!, "Clear filters")!.click();
    await shown(table);
    expect(rowsOf(table)).to.have.length(3);
    expect(changed).to.deep.equal([{}]);
  });

  it("filters from a menu whose counts follow the other filters", async () => {
    const { table } = await tableOn(
      new ScriptedSource([
        wireRow("a", { channel: "chat" }),
        wireRow("b", { channel: "voice" }),
        wireRow("c", { channel: "voice", status: "active" }),
      ]),
    );
    table.view = { status: ["queued"] };
    await shown(table);
    const menu = await openMenu(table, "Channel");
    expect([...menu.querySelectorAll("label")].map(textOf)).to.deep.equal(["Chat1", "Voice1"]);
    await expect(table).to.be.accessible();
    menu.querySelectorAll("input")[1]!.click();
    await shown(table);
    expect(table.view.channel).to.deep.equal(["voice"]);
    expect(rowsOf(table)).to.have.length(1);
    expect(textOf(buttonOf(table, "Channel 1"))).to.equal("Channel 1");
  });

  it("keeps its view under a key, and nothing without one", async () => {
    localStorage.clear();
    const { table } = await tableOn(new ScriptedSource(rows(2)));
    table.shadowRoot!.querySelector<HTMLElement>("th[data-column=agent]")!.click();
    expect(localStorage.length).to.equal(0);
    table.viewKey = "floor";
    table.shadowRoot!.querySelector<HTMLElement>("th[data-column=queue]")!.click();
    const { table: other } = await tableOn(new ScriptedSource(rows(2)));
    other.viewKey = "floor";
    expect(other.view.sort).to.deep.equal([{ by: "queue", direction: "ascending" }]);
    localStorage.setItem(localStorage.key(0)!, "{ broken");
    const { table: third } = await tableOn(new ScriptedSource(rows(2)));
    third.viewKey = "floor";
    expect(third.view).to.deep.equal({});
    localStorage.clear();
  });

  it("chooses and orders columns, and shows the host's own; one that throws costs its cell", async () => {
    const { table } = await tableOn(new ScriptedSource([wireRow("a", { metadata: { tier: "gold" } }), wireRow("b")]));
    table.columns = [
      {
        id: "tier",
        label: "Tier",
        value: ({ metadata }) => (metadata as { tier: string }).tier,
        render: ({ metadata }) => (metadata as { tier: string }).tier.toUpperCase(),
      },
      { id: "queue", label: "Line", value: () => "own" },
    ];
    await shown(table);
    const headers = () => [...table.shadowRoot!.querySelectorAll("th")].map((header) => header.dataset["column"]);
    expect(headers()).to.deep.equal([...DEFAULT_COLUMNS.slice(0, -1), "tier", "actions"]);
    expect(rowsOf(table).map((row) => textOf(cellOf(row, "tier")))).to.deep.equal(["GOLD", "—"]);
    expect(textOf(cellOf(rowsOf(table)[0]!, "queue"))).to.equal("own");
    expect(warnings.join()).to.contain("tier");
    table.view = { columns: ["tier", "nonsense", "contact"], sort: [{ by: "tier", direction: "descending" }] };
    await shown(table);
    expect(headers()).to.deep.equal(["tier", "contact"]);
    expect(rowsOf(table).map((row) => textOf(cellOf(row, "tier")))).to.deep.equal(["GOLD", "—"]);
  });
});
