import { expect } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import type { TransferSessionEndFailedEvent } from "../../../src/events/session-events.js";
import type { TransferSessionsTable } from "../../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
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
import { collectWarnings } from "../../support/warnings.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";

const endOf = (table: HTMLElement, row = 0) => cellOf(rowsOf(table)[row]!, "actions").querySelector("button");
const confirmOf = (table: HTMLElement) => buttonOf(dialogOf(table), "End session")!;

async function ask(table: TransferSessionsTable, row = 0): Promise<void> {
  endOf(table, row)!.click();
  await loaded(table);
}

describe("transfer-sessions-table: End", () => {
  const warnings = collectWarnings();

  it("asks first, with the contact and the provider named and focus on Cancel", async () => {
    const source = new ScriptedSource([wireRow("a", { contactId: "contact-1" })]);
    const { table } = await tableOn(source);
    await ask(table);
    const dialog = dialogOf(table);
    expect(dialog.matches(":modal")).to.equal(true);
    expect(textOf(dialog)).to.contain("contact-1").and.to.contain("Genesys");
    expect(table.shadowRoot!.activeElement).to.equal(buttonOf(dialog, "Cancel"));
    await escape(table);
    expect(dialog.open).to.equal(false);
    await sendKeys({ press: "Enter" });
    await shown(table);
    expect(dialog.open, "focus is back on the button that asked").to.equal(true);
    buttonOf(dialog, "Cancel")!.click();
    expect(dialog.open).to.equal(false);
    expect(source.ends).to.have.length(0);
  });

  it("tells sessions that have nothing but an id from each other", async () => {
    const { table } = await tableOn(new ScriptedSource([{ id: "k1" }, { id: "k2" }]));
    const named = [0, 1].map((row) => endOf(table, row)!.getAttribute("aria-label"));
    expect(named).to.deep.equal(["End session of contact unknown (k1)", "End session of contact unknown (k2)"]);
    await ask(table, 1);
    expect(textOf(dialogOf(table))).to.contain("contact unknown (k2) on an unknown provider");
  });

  it("ends the session, says so, and lets the next answer win", async () => {
    const source = new ScriptedSource([wireRow("a"), wireRow("b")]);
    const { table } = await tableOn(source);
    await ask(table, 1);
    const events: string[] = [];
    for (const type of ["transfer-session-end-request", "transfer-session-ended"]) {
      document.addEventListener(type, () => events.push(type), { once: true });
    }
    confirmOf(table).click();
    await shown(table);
    expect(source.ends.map(({ session }) => session.id)).to.deep.equal(["b"]);
    expect(textOf(endOf(table, 1))).to.equal("Ending…");
    expect(endOf(table, 1)!.getAttribute("aria-disabled")).to.equal("true");
    source.standing = [wireRow("a"), wireRow("b", { status: "ended" })];
    source.ends[0]!.resolve();
    await shown(table);
    expect(events).to.deep.equal(["transfer-session-end-request", "transfer-session-ended"]);
    expect(source.requests, "a poll follows at once").to.have.length(2);
    expect(textOf(cellOf(rowsOf(table)[1]!, "status"))).to.equal("Ended");
    expect(endOf(table, 1)).to.equal(null);
  });

  it("makes no call when the host cancels the request", async () => {
    const source = new ScriptedSource([wireRow("a")]);
    const { table } = await tableOn(source);
    table.addEventListener("transfer-session-end-request", (event) => event.preventDefault());
    await ask(table);
    confirmOf(table).click();
    await shown(table);
    expect(source.ends).to.have.length(0);
    expect(textOf(endOf(table))).to.equal("End");
  });

  it("lets a failure stand on the row, with a Retry that asks no second time", async () => {
    const source = new ScriptedSource([wireRow("a")]);
    const { table, environment } = await tableOn(source);
    await ask(table);
    confirmOf(table).click();
    const failed = new Promise<TransferSessionEndFailedEvent>((resolve) => {
      table.addEventListener("transfer-session-end-failed", resolve, { once: true });
    });
    source.ends[0]!.reject(new Error("The platform is busy."));
    expect((await failed).error).to.have.property("message", "The platform is busy.");
    await environment.pass(30_000);
    await shown(table);
    expect(textOf(cellOf(rowsOf(table)[0]!, "actions"))).to.match(/^Failed ?Retry$/);
    endOf(table)!.click();
    await shown(table);
    expect(dialogOf(table).open).to.equal(false);
    expect(source.ends).to.have.length(2);
    expect(textOf(endOf(table))).to.equal("Ending…");
  });

  it("gives up an end that has not settled in a minute", async () => {
    const source = new ScriptedSource([wireRow("a")]);
    const { table, environment } = await tableOn(source);
    await ask(table);
    confirmOf(table).click();
    await environment.pass(60_000);
    await shown(table);
    expect(source.ends[0]!.signal.aborted).to.equal(true);
    expect(textOf(endOf(table))).to.equal("Retry");
  });

  it("keeps its subject through a refresh that moves the rows", async () => {
    const source = new ScriptedSource([wireRow("a"), wireRow("b")]);
    const { table } = await tableOn(source);
    await ask(table, 0);
    source.standing = [wireRow("c"), wireRow("b"), wireRow("a", { status: "active" })];
    await table.refresh();
    expect(textOf(dialogOf(table))).to.contain("contact-a");
    confirmOf(table).click();
    await shown(table);
    expect(source.ends[0]!.session).to.include({ id: "a", status: "active" });
  });

  it("says that the session is over and ends nothing when it has ended or left meanwhile", async () => {
    for (const rows of [[wireRow("a", { status: "ended" })], [wireRow("a", { createdAt: 1 })], []]) {
      const source = new ScriptedSource([wireRow("a")]);
      const { table } = await tableOn(source);
      await ask(table);
      source.standing = rows;
      await table.refresh();
      expect(textOf(dialogOf(table).querySelector("[role=status]"))).to.contain("meanwhile");
      expect(confirmOf(table).getAttribute("aria-disabled")).to.equal("true");
      confirmOf(table).click();
      await shown(table);
      expect(source.ends).to.have.length(0);
      expect(dialogOf(table).open).to.equal(true);
      dialogOf(table).close();
    }
  });

  it("offers no End where the source has none, nor for a session that has ended", async () => {
    const rows = [wireRow("a"), wireRow("b", { status: "ended" })];
    const { table } = await tableOn({ list: async () => rows });
    expect(endOf(table, 0)).to.equal(null);
    const { table: other } = await tableOn(new ScriptedSource(rows));
    expect(endOf(other, 0)).to.exist;
    expect(endOf(other, 1)).to.equal(null);
  });

  it("asks the host who may end what", async () => {
    const { table } = await tableOn(new ScriptedSource([wireRow("a"), wireRow("b"), wireRow("c"), wireRow("d")]));
    table.canEnd = ({ id }) => {
      if (id === "d") throw new Error("oops");
      return id === "a" || (id === "b" ? "Only a lead may." : false);
    };
    await shown(table);
    expect(endOf(table, 0)!.getAttribute("aria-disabled")).to.equal(null);
    expect(endOf(table, 1)!.getAttribute("aria-label")).to.contain("Only a lead may.");
    endOf(table, 1)!.click();
    await loaded(table);
    expect(table.shadowRoot!.querySelector("dialog[open]")).to.equal(null);
    expect(endOf(table, 2)).to.equal(null);
    expect(endOf(table, 3)).to.equal(null);
    expect(warnings.join()).to.contain("canEnd threw");
  });

  it("asks a second question right after the first was closed", async () => {
    const { table } = await tableOn(new ScriptedSource([wireRow("a"), wireRow("b")]));
    await ask(table, 0);
    await closing(table, () => {
      buttonOf(dialogOf(table), "Cancel")!.click();
      // The browser tells of the closing only in a later task.
      endOf(table, 1)!.click();
    });
    await shown(table);
    expect(dialogOf(table).open).to.equal(true);
    expect(textOf(dialogOf(table))).to.contain("contact-b");
  });

  it("closes its question when the table is taken away", async () => {
    const { table } = await tableOn(new ScriptedSource([wireRow("a")]));
    await ask(table);
    const parent = table.parentElement!;
    table.remove();
    parent.append(table);
    await shown(table);
    expect(dialogOf(table).open).to.equal(false);
    await ask(table);
    expect(dialogOf(table).open).to.equal(true);
  });

  it("offers no End where canEnd answers neither a boolean nor a text, and warns once", async () => {
    const answers: unknown[] = [Promise.resolve(false), {}, 1, Symbol("yes"), null, undefined];
    const source = new ScriptedSource(answers.map((_, index) => wireRow(`s${index}`)));
    const { table } = await tableOn(source);
    table.canEnd = (({ id }: { id: string }) => answers[Number(id.slice(1))]) as typeof table.canEnd;
    await shown(table);
    expect(rowsOf(table).map((row) => buttonOf(row, "End"))).to.deep.equal(answers.map(() => undefined));
    expect(warnings.join()).to.contain("canEnd must return true, false or a text");
  });

  it("survives a canEnd that throws what cannot be written as text", async () => {
    const { table } = await tableOn(new ScriptedSource([wireRow("a")]));
    table.canEnd = () => {
      throw Object.create(null);
    };
    await table.refresh();
    expect(buttonOf(rowsOf(table)[0]!, "End")).to.equal(undefined);
    expect(warnings.join()).to.contain("canEnd threw");
  });
});
