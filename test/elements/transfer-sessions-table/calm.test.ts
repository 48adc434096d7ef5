import { expect } from "@open-wc/testing";
import { sendMouse, resetMouse } from "@web/test-runner-commands";
import type { TransferSessionsTable } from "../../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { buttonOf, cellOf, loaded, rowsOf, shown, tableOn, textOf } from "../../support/table.js";

const contacts = (table: HTMLElement) => rowsOf(table).map((row) => textOf(cellOf(row, "contact")));

async function pointAt(element: Element): Promise<void> {
  const { left, top, width, height } = element.getBoundingClientRect();
  await sendMouse({ type: "move", position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
}

async function hover(table: TransferSessionsTable, row = 0): Promise<void> {
  await pointAt(cellOf(rowsOf(table)[row]!, "agent"));
  await shown(table);
}

describe("transfer-sessions-table: calm", () => {
  afterEach(() => resetMouse());

  it("moves nothing under a pointer: what would come waits and is counted", async () => {
    const source = new ScriptedSource([wireRow("a"), wireRow("b")]);
    const { table } = await tableOn(source);
    await hover(table);
    source.standing = [wireRow("new"), wireRow("b", { status: "active" }), wireRow("a")];
    await table.refresh();
    expect(contacts(table)).to.deep.equal(["contact-a", "contact-b"]);
    expect(textOf(cellOf(rowsOf(table)[1]!, "status")), "in place it does change").to.equal("Active");
    const updates = buttonOf(table, /updates?$/)!;
    expect(textOf(updates)).to.equal("2 updates");
    updates.click();
    await shown(table);
    expect(contacts(table)).to.deep.equal(["contact-new", "contact-b", "contact-a"]);
    expect(buttonOf(table, /updates?$/)).to.equal(undefined);
  });

  it("applies what waits when the pointer leaves", async () => {
    const source = new ScriptedSource([wireRow("a")]);
    const { table } = await tableOn(source);
    await hover(table);
    source.standing = [wireRow("new"), wireRow("a")];
    await table.refresh();
    expect(contacts(table)).to.deep.equal(["contact-a"]);
    await pointAt(table.shadowRoot!.querySelector("h2")!);
    await shown(table);
    expect(contacts(table)).to.deep.equal(["contact-new", "contact-a"]);
  });

  it("takes a pointer that rests for a minute for nobody's", async () => {
    const source = new ScriptedSource([wireRow("a")]);
    const { table, environment } = await tableOn(source);
    await hover(table);
    source.standing = [wireRow("new"), wireRow("a")];
    await environment.pass(59_000);
    await shown(table);
    expect(contacts(table)).to.deep.equal(["contact-a"]);
    await environment.pass(1_000);
    await shown(table);
    expect(contacts(table)).to.have.length(2);
  });

  it("keeps rows that left or no longer match, muted, while focus is in a row", async () => {
    const source = new ScriptedSource([wireRow("a"), wireRow("b"), wireRow("c")]);
    const { table, environment } = await tableOn(source);
    table.view = { status: ["queued"] };
    await shown(table);
    cellOf(rowsOf(table)[0]!, "agent").focus();
    await shown(table);
    source.standing = [wireRow("a"), wireRow("b", { status: "active" })];
    await environment.pass(60_000);
    await shown(table);
    expect(rowsOf(table).map((row) => row.dataset["muted"])).to.deep.equal(["", "unmatched", "left"]);
    expect(textOf(buttonOf(table, /updates?$/))).to.equal("2 updates");
    buttonOf(table, "Refresh")!.focus();
    await shown(table);
    expect(contacts(table)).to.deep.equal(["contact-a"]);
  });

  it("is calm while a question is open", async () => {
    const source = new ScriptedSource([wireRow("a"), wireRow("b")]);
    const { table } = await tableOn(source);
    buttonOf(table, /^End session of/)!.click();
    await loaded(table);
    source.standing = [wireRow("new"), wireRow("b"), wireRow("a")];
    await table.refresh();
    expect(contacts(table)).to.deep.equal(["contact-a", "contact-b"]);
    buttonOf(table, "Cancel")!.click();
    table.shadowRoot!.querySelector<HTMLElement>(".search input")!.focus();
    await shown(table);
    expect(contacts(table)).to.deep.equal(["contact-new", "contact-b", "contact-a"]);
  });

  it("does not wait for a change of view by a person", async () => {
    const source = new ScriptedSource([wireRow("a"), wireRow("b")]);
    const { table } = await tableOn(source);
    await hover(table);
    source.standing = [wireRow("a"), wireRow("b"), wireRow("c")];
    await table.refresh();
    table.shadowRoot!.querySelector<HTMLElement>("th[data-column=contact]")!.click();
    await shown(table);
    expect(contacts(table)).to.deep.equal(["contact-a", "contact-b", "contact-c"]);
  });

  it("opens by click, but not by a click that ends a selection of text, nor on a control", async () => {
    const { table } = await tableOn(new ScriptedSource([wireRow("a")]));
    const opened: string[] = [];
    table.addEventListener("transfer-session-open", (event) => {
      event.preventDefault();
      opened.push(event.session.id);
    });
    const cell = cellOf(rowsOf(table)[0]!, "agent");
    const { left, top, height } = cell.getBoundingClientRect();
    const y = Math.round(top + height / 2);
    await sendMouse({ type: "click", position: [Math.round(left + 30), y] });
    expect(opened).to.deep.equal(["a"]);
    await sendMouse({ type: "move", position: [Math.round(left + 14), y] });
    await sendMouse({ type: "down" });
    await sendMouse({ type: "move", position: [Math.round(left + 60), y] });
    await sendMouse({ type: "up" });
    expect(opened).to.have.length(1);
    getSelection()?.removeAllRanges();
    cellOf(rowsOf(table)[0]!, "actions").querySelector("button")!.click();
    expect(opened).to.have.length(1);
  });

  it("lets nothing move between a finger that is lifted and its click", async () => {
    const source = new ScriptedSource([wireRow("a"), wireRow("b")]);
    const { table, environment } = await tableOn(source);
    const [row] = rowsOf(table);
    const touch = (type: string) =>
      row!.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, pointerType: "touch" }));
    touch("pointerdown");
    row!.closest("tbody")!.dispatchEvent(new PointerEvent("pointerleave", { pointerType: "touch" }));
    source.standing = [wireRow("new"), wireRow("a"), wireRow("b")];
    await table.refresh();
    expect(contacts(table)).to.deep.equal(["contact-a", "contact-b"]);
    await environment.pass(500);
    await shown(table);
    expect(contacts(table)).to.deep.equal(["contact-new", "contact-a", "contact-b"]);
  });
});
