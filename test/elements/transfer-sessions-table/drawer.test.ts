import { expect } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import type { TransferSessionsTable } from "../../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import { openMenu } from "../../support/menu.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { buttonOf, cellOf, escape, loaded, rowsOf, shown, tableOn } from "../../support/table.js";

const tableInDrawer = async () => (await tableOn(new ScriptedSource([wireRow("a"), wireRow("b")]))).table;

const searchOf = (table: HTMLElement) => table.shadowRoot!.querySelector<HTMLInputElement>(".search input")!;

async function askEnd(table: TransferSessionsTable): Promise<void> {
  rowsOf(table)[0]!.querySelector<HTMLElement>(".end")!.click();
  await loaded(table);
}

async function askBulkEnd(table: TransferSessionsTable): Promise<void> {
  for (const row of rowsOf(table)) row.querySelector<HTMLElement>("input.select")!.click();
  await shown(table);
  buttonOf(table, "End…")!.click();
  await loaded(table);
}

describe("transfer-sessions-table: in a host's drawer that closes by Escape", () => {
  let escapes = 0;
  const onKey = ({ key }: KeyboardEvent): void => void (key === "Escape" && escapes++);

  beforeEach(() => {
    escapes = 0;
    document.addEventListener("keydown", onKey);
  });
  afterEach(() => document.removeEventListener("keydown", onKey));

  for (const [name, open] of <[string, (table: TransferSessionsTable) => Promise<unknown>][]>[
    ["the question before an End", askEnd],
    ["the question before many are ended", askBulkEnd],
    ["a filter menu", (table) => openMenu(table, "Status")],
    ["the More menu", (table) => openMenu(table, "More")],
  ]) {
    it(`closes only ${name} by the first`, async () => {
      const table = await tableInDrawer();
      await open(table);
      await escape(table);
      expect(table.shadowRoot!.querySelector("dialog[open], :popover-open") === null).to.equal(true);
      expect(escapes).to.equal(0);
      await sendKeys({ press: "Escape" });
      expect(escapes).to.equal(1);
    });
  }

  it("clears only the search by the first, in every engine", async () => {
    const table = await tableInDrawer();
    searchOf(table).focus();
    await sendKeys({ type: "contact-b" });
    await shown(table);
    expect(rowsOf(table)).to.have.length(1);
    const composing = { key: "Escape", isComposing: true, bubbles: true, composed: true, cancelable: true };
    searchOf(table).dispatchEvent(new KeyboardEvent("keydown", composing));
    await shown(table);
    expect(rowsOf(table)).to.have.length(1);
    escapes = 0;
    await sendKeys({ press: "Escape" });
    await shown(table);
    expect(searchOf(table).value).to.equal("");
    expect(rowsOf(table)).to.have.length(2);
    expect(escapes).to.equal(0);
    await sendKeys({ press: "Escape" });
    expect(escapes).to.equal(1);
  });

  it("goes back from a control to its cell by the first", async () => {
    const table = await tableInDrawer();
    cellOf(rowsOf(table)[0]!, "contact").querySelector<HTMLElement>(".copy")!.focus();
    await sendKeys({ press: "Escape" });
    expect(escapes).to.equal(0);
    await sendKeys({ press: "Escape" });
    expect(escapes).to.equal(1);
  });

  it("has no field that the browser fills in", async () => {
    const table = await tableInDrawer();
    table.viewKey = "drawer";
    await openMenu(table, "More");
    const fields = table.shadowRoot!.querySelectorAll("input[type=search], input[type=text]");
    expect(fields).to.have.length(2);
    for (const field of fields) expect(field.getAttribute("autocomplete")).to.equal("off");
  });

  for (const [name, open] of <[string, (table: TransferSessionsTable) => Promise<unknown>][]>[
    ["a menu", (table) => openMenu(table, "More")],
    ["the question before an End", askEnd],
    ["the question before many are ended", askBulkEnd],
    ["the details", async (table) => table.openSession("a")],
  ]) {
    it(`can be moved into a document that shows nothing, and back, with ${name} open`, async () => {
      const table = await tableInDrawer();
      await open(table);
      await shown(table);
      const place = table.parentElement!;
      const errors: unknown[] = [];
      const onError = (event: ErrorEvent | PromiseRejectionEvent): void => {
        errors.push("reason" in event ? event.reason : event.error);
        event.preventDefault();
      };
      addEventListener("error", onError);
      addEventListener("unhandledrejection", onError);
      document.implementation.createHTMLDocument().body.append(table);
      table.requestUpdate();
      await table.updateComplete;
      place.append(table);
      await shown(table);
      removeEventListener("error", onError);
      removeEventListener("unhandledrejection", onError);
      expect(errors.map(String)).to.deep.equal([]);
      expect(rowsOf(table)).to.have.length(2);
      await openMenu(table, "Status");
      expect(table.shadowRoot!.querySelector(":popover-open") !== null).to.equal(true);
    });
  }
});
