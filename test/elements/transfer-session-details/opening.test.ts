import { expect, oneEvent } from "@open-wc/testing";
import type { TransferSessionOpenEvent } from "../../../src/events/session-events.js";
import type { TransferSessionDetails } from "../../../src/elements/transfer-session-details/transfer-session-details.element.js";
import type { TransferSessionsTable } from "../../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { buttonOf, rowsOf, shown, tableOn } from "../../support/table.js";

const detailsOf = (table: TransferSessionsTable) =>
  table.shadowRoot!.querySelector<TransferSessionDetails>("transfer-session-details");

/** Waits until what was asked for would be open: the module comes over the network when it is first used. */
async function loaded(table: TransferSessionsTable): Promise<void> {
  await Promise.all([
    import("../../../src/elements/transfer-sessions-table/opening/details-dialog.js"),
    import("../../../src/define/transfer-session-details.js"),
  ]);
  await shown(table);
  await detailsOf(table)?.updateComplete;
}

async function opened(table: TransferSessionsTable): Promise<TransferSessionDetails> {
  await loaded(table);
  const details = detailsOf(table)!;
  expect(details.open).to.equal(true);
  return details;
}

/** Closes the details, and waits until the browser has said that they are. */
async function close(table: TransferSessionsTable): Promise<void> {
  const details = detailsOf(table)!;
  const told = oneEvent(details, "close");
  details.close();
  await told;
  await shown(table);
}

const source = (): ScriptedSource => new ScriptedSource([wireRow("a"), wireRow("b"), wireRow("c")]);

describe("<transfer-sessions-table> opening sessions", () => {
  it("opens on a click, and brings the focus back to the row that was shown last", async () => {
    const { table } = await tableOn(source());
    const asked: string[] = [];
    table.addEventListener("transfer-session-open", (event) =>
      asked.push((event as TransferSessionOpenEvent).session.id),
    );
    rowsOf(table)[0]!.querySelector<HTMLElement>("[data-column=agent]")!.click();
    const details = await opened(table);
    expect(details.session!.id).to.equal("a");
    details.shadowRoot!.activeElement!.dispatchEvent(
      new KeyboardEvent("keydown", { key: "j", bubbles: true, composed: true, cancelable: true }),
    );
    await details.updateComplete;
    expect(asked).to.deep.equal(["a", "b"]);
    await close(table);
    expect(table.shadowRoot!.activeElement!.closest("[role=row]")).to.equal(rowsOf(table)[1]);
  });

  it("opens on Enter, and by openSession()", async () => {
    const { table } = await tableOn(source());
    const cell = rowsOf(table)[1]!.querySelector<HTMLElement>("[data-column=agent]")!;
    cell.focus();
    await shown(table);
    cell.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, composed: true, cancelable: true }));
    expect((await opened(table)).session!.id).to.equal("b");
    await close(table);
    table.openSession("c");
    expect((await opened(table)).session!.id).to.equal("c");
  });

  it("is open when a person dismisses it and opens the next at once, before the browser has said the first", async () => {
    const { table } = await tableOn(source());
    table.openSession("a");
    const details = await opened(table);
    const dialog = details.shadowRoot!.querySelector<HTMLDialogElement>("dialog.details")!;
    const told: string[] = [];
    details.addEventListener("close", () => told.push(details.session!.id));
    const said = oneEvent(dialog, "close");
    // What Escape does.
    dialog.close();
    table.openSession("b");
    await shown(table);
    await said;
    await shown(table);
    expect([details.open, dialog.open, details.session!.id]).to.deep.equal([true, true, "b"]);
    // The next dismissal is one again, though it is drawn before the browser has said it.
    dialog.close();
    details.requestUpdate();
    await details.updateComplete;
    expect(dialog.open).to.equal(false);
    await oneEvent(details, "close");
    expect([details.open, dialog.open, told.length]).to.deep.equal([false, false, 1]);
  });

  it("gives the focus back to what had it when the host opened a session", async () => {
    const { table } = await tableOn(source());
    const button = document.createElement("button");
    button.addEventListener("click", () => table.openSession("c"));
    table.parentElement!.append(button);
    button.focus();
    button.click();
    await opened(table);
    await close(table);
    expect(document.activeElement).to.equal(button);
  });

  it("waits for an id that the list does not hold yet, and says so where it never comes", async () => {
    const late = new ScriptedSource();
    const { table } = await tableOn(late);
    table.openSession("b");
    const details = await opened(table);
    expect(details.shadowRoot!.textContent).to.contain("Loading the session");
    late.last.answer([wireRow("a")]);
    await shown(table);
    await details.updateComplete;
    expect(details.shadowRoot!.textContent).to.contain("No session has this id");
    late.standing = [wireRow("b")];
    await table.refresh();
    await details.updateComplete;
    expect(details.session!.id).to.equal("b");
  });

  it("stays shut when the host prevents it, or shows sessions itself", async () => {
    const { table } = await tableOn(source());
    let asked = 0;
    const prevent = (event: Event): void => {
      asked++;
      event.preventDefault();
    };
    table.addEventListener("transfer-session-open", prevent);
    table.openSession("a");
    table.removeEventListener("transfer-session-open", prevent);
    table.openOn = "event";
    table.addEventListener("transfer-session-open", () => asked++);
    rowsOf(table)[0]!.querySelector<HTMLElement>("[data-column=agent]")!.click();
    await loaded(table);
    expect(asked).to.equal(2);
    expect(detailsOf(table)).to.equal(null);
  });

  it("leaves the buttons of a row, and selected text, alone", async () => {
    const { table } = await tableOn(source());
    let asked = 0;
    table.addEventListener("transfer-session-open", (event) => {
      asked++;
      event.preventDefault();
    });
    buttonOf(table, /^End session/)!.click();
    await shown(table);
    buttonOf(table, "Cancel")!.click();
    const cell = rowsOf(table)[0]!.querySelector("[data-column=agent]")!;
    const selection = document.getSelection()!;
    selection.setBaseAndExtent(cell, 0, cell, cell.childNodes.length);
    (cell as HTMLElement).click();
    selection.removeAllRanges();
    expect(asked).to.equal(0);
  });
});
