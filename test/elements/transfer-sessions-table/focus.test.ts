import { expect } from "@open-wc/testing";
import { resetMouse, sendKeys, sendMouse } from "@web/test-runner-commands";
import type { TransferSessionsTable } from "../../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import {
  buttonOf,
  cellOf,
  closing,
  dialogOf,
  escape,
  loaded,
  rowsOf,
  shown,
  tableOn,
  textOf,
} from "../../support/table.js";

const rows = (count: number) => Array.from({ length: count }, (_, index) => wireRow(`s${index}`));

/** What has the focus, as a person would call it. */
function focusOf(table: TransferSessionsTable): string {
  const active = table.shadowRoot!.activeElement;
  if (!active) return "nowhere";
  const row = active.closest("[role=row]")?.getAttribute("aria-rowindex");
  return row
    ? `row ${row}: ${active.closest<HTMLElement>("[data-column]")!.dataset["column"]}`
    : (active.getAttribute("aria-label") ?? textOf(active));
}

async function press(table: TransferSessionsTable, button: HTMLElement, key = "Enter"): Promise<void> {
  button.focus();
  await sendKeys({ press: key });
  await shown(table);
}

async function select(table: TransferSessionsTable, ...places: number[]): Promise<void> {
  for (const place of places) {
    cellOf(rowsOf(table)[place]!, "contact").focus();
    await sendKeys({ press: " " });
    await shown(table);
  }
}

async function askForSelected(table: TransferSessionsTable): Promise<HTMLDialogElement> {
  await press(table, buttonOf(table, "End…")!);
  await loaded(table);
  return table.shadowRoot!.querySelector<HTMLDialogElement>("dialog.bulk")!;
}

describe("transfer-sessions-table: focus is never lost", () => {
  afterEach(() => resetMouse());

  it("when the filters are cleared, from their row or where nothing matches", async () => {
    const { table } = await tableOn(new ScriptedSource(rows(3)));
    table.view = { text: "contact" };
    await shown(table);
    await press(table, buttonOf(table, "Clear filters")!);
    expect(focusOf(table)).to.equal("row 2: contact");
    table.shadowRoot!.querySelector<HTMLElement>(".search input")!.focus();
    await sendKeys({ type: "nobody" });
    await shown(table);
    await press(table, buttonOf(table.shadowRoot!.querySelector<HTMLElement>(".state")!, "Clear filters")!);
    expect(focusOf(table)).to.equal("row 2: contact");
  });

  it("when the selection is cleared", async () => {
    const { table } = await tableOn(new ScriptedSource(rows(3)));
    await select(table, 1);
    await press(table, buttonOf(table, "Clear")!);
    expect(focusOf(table), "where the keyboard was in the grid").to.equal("row 3: contact");
  });

  it("when a retry has worked, with rows or without", async () => {
    const source = new ScriptedSource(rows(2));
    const { table } = await tableOn(source);
    source.standing = () => {
      throw new Error("no");
    };
    await table.refresh();
    source.standing = rows(2);
    await press(table, buttonOf(table, "Retry")!);
    expect(focusOf(table)).to.equal("row 2: contact");
    const failing = new ScriptedSource(() => {
      throw new Error("no");
    });
    const { table: other } = await tableOn(failing);
    failing.standing = [];
    await press(other, buttonOf(other, "Retry")!);
    expect(focusOf(other)).to.equal("Search transfer sessions");
  });

  it("when what waited has been applied", async () => {
    const source = new ScriptedSource(rows(2));
    const { table } = await tableOn(source);
    const { left, top } = cellOf(rowsOf(table)[1]!, "agent").getBoundingClientRect();
    await sendMouse({ type: "move", position: [Math.round(left + 30), Math.round(top + 10)] });
    source.standing = rows(3);
    await table.refresh();
    await press(table, buttonOf(table, "1 update")!);
    expect(rowsOf(table)).to.have.length(3);
    expect(focusOf(table)).to.equal("row 2: contact");
  });

  it("when a question is left whose session has gone meanwhile", async () => {
    const source = new ScriptedSource(rows(2));
    const { table } = await tableOn(source);
    await press(table, buttonOf(table, /^End session of contact contact-s0/)!);
    await loaded(table);
    source.standing = rows(2).slice(1);
    await table.refresh();
    expect(dialogOf(table).open).to.equal(true);
    await escape(table);
    await shown(table);
    expect(focusOf(table)).to.equal("row 2: actions");
  });

  it("while many are ended, when they are, and when the dialog closes over an empty selection", async () => {
    const source = new ScriptedSource(rows(3));
    const { table } = await tableOn(source);
    await select(table, 0, 1);
    const dialog = await askForSelected(table);
    await press(table, buttonOf(dialog, "End 2 sessions")!);
    expect(focusOf(table)).to.equal("Stop");
    source.standing = rows(3).slice(2);
    for (const end of source.ends) end.resolve();
    await shown(table);
    await shown(table);
    expect(focusOf(table)).to.equal("Close");
    await closing(table, () => press(table, buttonOf(dialog, "Close")!));
    expect(table.shadowRoot!.querySelector("dialog.bulk")).to.equal(null);
    expect(focusOf(table)).to.match(/^row \d+: contact$/);
  });

  it("but a click does not take a person to a row, which would hold the rows back", async () => {
    const source = new ScriptedSource(rows(3));
    const { table } = await tableOn(source);
    table.view = { text: "contact" };
    await shown(table);
    const { left, top, width, height } = buttonOf(table, "Clear filters")!.getBoundingClientRect();
    await sendMouse({ type: "click", position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
    await shown(table);
    expect(table.view).to.deep.equal({});
    expect(focusOf(table)).to.equal("Transfer sessions 3");
    source.standing = rows(4);
    await table.refresh();
    expect(rowsOf(table)).to.have.length(4);
  });

  it("and none is taken from what has it elsewhere on the page", async () => {
    const source = new ScriptedSource(rows(2));
    const { table } = await tableOn(source);
    const other = document.createElement("button");
    table.parentElement!.append(other);
    other.focus();
    table.view = { text: "nobody" };
    await shown(table);
    table.view = {};
    await shown(table);
    expect(document.activeElement).to.equal(other);
  });
});
