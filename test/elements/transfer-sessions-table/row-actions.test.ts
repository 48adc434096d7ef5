import { expect, html } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import type { TransferRowAction } from "../../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import { Deferred } from "../../support/deferred.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { buttonOf, cellOf, drawn, rowsOf, shown, tableOn, textOf } from "../../support/table.js";
import { collectWarnings } from "../../support/warnings.js";

const CONTACT = "contact-a";

async function tableWith(...rowActions: TransferRowAction[]) {
  const source = new ScriptedSource([wireRow("a"), wireRow("b")]);
  const { table, environment } = await tableOn(source);
  table.rowActions = rowActions;
  await shown(table);
  const actions = (row = 0) => cellOf(rowsOf(table)[row]!, "actions");
  return { table, source, environment, actions };
}

describe("transfer-sessions-table: actions of the host", () => {
  const warnings = collectWarnings();

  it("stand before End in each row, are named with the contact, and get the session", async () => {
    const ran: string[] = [];
    const { table, actions } = await tableWith(
      { id: "note", label: "Note", run: ({ id }) => void ran.push(id) },
      { id: "drop", label: "Drop", run: () => {}, danger: true },
    );
    expect([...actions().querySelectorAll("button")].map(textOf)).to.deep.equal(["Note", "Drop", "End"]);
    buttonOf(actions(), `Note ${CONTACT}`)!.click();
    buttonOf(actions(1), "Note contact-b")!.click();
    expect(ran).to.deep.equal(["a", "b"]);
    await expect(table).to.be.accessible();
    table.rowActions = [];
    await shown(table);
    expect(buttonOf(actions(), `Note ${CONTACT}`)).to.equal(undefined);
  });

  it("are seen whole", async () => {
    const { table, actions } = await tableWith(
      { id: "one", label: "Add a note", run: () => {} },
      { id: "two", label: "Überwachen", run: () => {} },
    );
    table.style.width = "1280px";
    await drawn(table);
    expect(actions().scrollWidth).to.be.at.most(actions().clientWidth);
  });

  it("are passed by arrow keys and pressed with Enter, and open nothing", async () => {
    let ran = 0;
    const { table, actions } = await tableWith({ id: "note", label: "Note", run: () => void ran++ });
    let opened = 0;
    table.addEventListener("transfer-session-open", (event) => {
      event.preventDefault();
      opened++;
    });
    cellOf(rowsOf(table)[0]!, "duration").focus();
    await sendKeys({ press: "ArrowRight" });
    expect(table.shadowRoot!.activeElement).to.equal(buttonOf(actions(), `Note ${CONTACT}`));
    await sendKeys({ press: "Enter" });
    await shown(table);
    expect([ran, opened]).to.deep.equal([1, 0]);
    expect(table.shadowRoot!.activeElement).to.equal(buttonOf(actions(), `Note ${CONTACT}`));
    await sendKeys({ press: "ArrowRight" });
    expect(textOf(table.shadowRoot!.activeElement)).to.equal("End");
  });

  it("are busy while their promise is out, each for its own row, and are pressed once", async () => {
    const out = new Deferred<void>();
    let ran = 0;
    const { table, actions } = await tableWith({
      id: "note",
      label: "Note",
      run: () => {
        ran++;
        return out.promise;
      },
    });
    const press = () => buttonOf(actions(), `Note ${CONTACT}`)!.click();
    press();
    press();
    await shown(table);
    press();
    const busy = () => [0, 1].map((row) => actions(row).querySelector("button")!.getAttribute("aria-busy"));
    expect(busy()).to.deep.equal(["true", null]);
    expect(ran).to.equal(1);
    out.resolve();
    await shown(table);
    expect(busy()).to.deep.equal([null, null]);
    press();
    expect(ran).to.equal(2);
  });

  it("are left out, or say why not, as the host has it; it is asked again after each", async () => {
    let noted = false;
    let ran = 0;
    const { table, actions } = await tableWith({
      id: "note",
      label: "Note",
      run: () => {
        noted = true;
        ran++;
      },
      available: ({ id }) => (id === "b" ? false : noted ? "Already noted" : true),
    });
    expect([...actions(1).querySelectorAll("button")].map(textOf)).to.deep.equal(["End"]);
    buttonOf(actions(), `Note ${CONTACT}`)!.click();
    await shown(table);
    const refused = buttonOf(actions(), `Note ${CONTACT}: Already noted`)!;
    expect(refused.getAttribute("aria-disabled")).to.equal("true");
    refused.click();
    expect(ran).to.equal(1);
  });

  it("cost themselves only where they throw or reject, with one warning and no other word", async () => {
    const { table, actions } = await tableWith(
      {
        id: "throws",
        label: "Throws",
        run: () => {
          throw Object.create(null);
        },
      },
      { id: "rejects", label: "Rejects", run: () => Promise.reject(new Error("refused")) },
      {
        id: "asks",
        label: "Asks",
        run: () => {},
        available: () => {
          throw new Error("cannot say");
        },
      },
      { id: "mumbles", label: "Mumbles", run: () => {}, available: () => 5 as never },
    );
    expect([...actions().querySelectorAll("button")].map(textOf)).to.deep.equal(["Throws", "Rejects", "End"]);
    for (let times = 0; times < 2; times++) {
      buttonOf(actions(), `Throws ${CONTACT}`)!.click();
      buttonOf(actions(), `Rejects ${CONTACT}`)!.click();
      await shown(table);
    }
    expect(actions().querySelector("[aria-busy]")).to.equal(null);
    for (const id of ["throws", "rejects", "asks", "mumbles"]) {
      expect(
        warnings.filter((warning) => warning.includes(`"${id}"`)),
        id,
      ).to.have.length(1);
    }
    expect(textOf(table.shadowRoot!.querySelector("div[role=status]"))).to.equal("");
  });

  it("are for sessions that are still there", async () => {
    const { table, source, actions } = await tableWith({ id: "note", label: "Note", run: () => {} });
    source.standing = [wireRow("a", { status: "ended" })];
    await table.refresh();
    expect([...actions(0).querySelectorAll("button")].map(textOf)).to.deep.equal(["Note"]);
    expect(rowsOf(table)[1]!.dataset["muted"]).to.equal("gone");
    expect([...actions(1).querySelectorAll("button")].map(textOf)).to.deep.equal([]);
  });

  it("are judged one by one, and keep their `this`", async () => {
    class Note implements TransferRowAction {
      readonly id = "note";
      readonly label = "Note";
      ran = 0;
      run(): void {
        this.ran++;
      }
    }
    const note = new Note();
    const { table, actions } = await tableWith(note, { id: "bad" } as never, html`` as never, 5 as never);
    expect(table.rowActions.map(({ id }) => id)).to.deep.equal(["note"]);
    expect(warnings.join()).to.contain("rowActions must have");
    buttonOf(actions(), `Note ${CONTACT}`)!.click();
    expect(note.ran).to.equal(1);
    table.rowActions = "x" as never;
    expect(table.rowActions).to.have.length(1);
  });
});
