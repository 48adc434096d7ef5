import { expect } from "@open-wc/testing";
import { resetMouse, sendMouse } from "@web/test-runner-commands";
import type { TransferSessionsTable } from "../../../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import { ScriptedSource, wireRow } from "../../../support/scripted-source.js";
import { buttonOf, cellOf, dialogOf, loaded, rowsOf, shown, tableOn, textOf } from "../../../support/table.js";

const placesOf = (buttons: readonly (HTMLElement | undefined)[]) =>
  buttons.map((button) => JSON.stringify(button?.getBoundingClientRect()));

function middleOf(element: Element): [number, number] {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
}

async function endSelected(table: TransferSessionsTable): Promise<HTMLElement> {
  for (const row of rowsOf(table)) row.querySelector<HTMLInputElement>(".select")!.click();
  await shown(table);
  buttonOf(table, "End…")!.click();
  await loaded(table);
  return table.shadowRoot!.querySelector<HTMLElement>("dialog.bulk")!;
}

describe("transfer-sessions-table: what is asked stands still", () => {
  afterEach(() => resetMouse());

  it("has its buttons in the same place, whatever becomes of the session", async () => {
    const source = new ScriptedSource([wireRow("a"), wireRow("b")]);
    const { table } = await tableOn(source);
    buttonOf(table, /^End session of/)!.click();
    await loaded(table);
    const buttons = () => ["Cancel", "End session"].map((name) => buttonOf(dialogOf(table), name));
    const before = placesOf(buttons());
    source.standing = [wireRow("b")];
    await table.refresh();
    expect(textOf(dialogOf(table).querySelector("[role=status]"))).to.contain("left the list");
    expect(placesOf(buttons())).to.deep.equal(before);
  });

  it("moves no button while many end, and puts none where another was", async () => {
    const source = new ScriptedSource(["a", "b", "c"].map((id) => wireRow(id)));
    const { table } = await tableOn(source);
    const dialog = await endSelected(table);
    buttonOf(dialog, "End 3 sessions")!.click();
    await shown(table);
    const stop = buttonOf(dialog, "Stop")!.getBoundingClientRect();
    const top = dialog.getBoundingClientRect().top;
    source.ends[0]!.reject(new Error("The platform is busy, and says so in more words than fit on one line."));
    await shown(table);
    expect(placesOf([buttonOf(dialog, "Stop")])).to.deep.equal([JSON.stringify(stop)]);
    for (const end of source.ends.slice(1)) end.resolve();
    await shown(table);
    await shown(table);
    expect(dialog.getBoundingClientRect().top).to.equal(top);
    for (const name of ["Retry failed", "Close"]) {
      const { left, top: above } = buttonOf(dialog, name)!.getBoundingClientRect();
      expect(above, name).to.equal(stop.top);
      expect(left, name).to.be.at.least(stop.right);
    }
  });
});

describe("transfer-sessions-table: a press that comes too late", () => {
  afterEach(() => resetMouse());

  for (const width of [1_000, 380]) {
    it(`opens no session where its End was, at ${width} px`, async () => {
      const source = new ScriptedSource([wireRow("a"), wireRow("b")]);
      const { table } = await tableOn(source);
      table.style.inlineSize = `${width}px`;
      let opened = 0;
      table.addEventListener("transfer-session-open", (event) => {
        event.preventDefault();
        opened++;
      });
      const end = buttonOf(table, /^End session of/)!;
      end.scrollIntoView({ block: "center", inline: "center" });
      const position = middleOf(end);
      await sendMouse({ type: "move", position });
      await shown(table);
      source.standing = [wireRow("b")];
      await table.refresh();
      expect(rowsOf(table)[0]!.querySelector(".end")).to.equal(null);
      await sendMouse({ type: "click", position });
      expect(opened).to.equal(0);
      await sendMouse({ type: "click", position: middleOf(cellOf(rowsOf(table)[0]!, "agent")) });
      expect(opened).to.equal(1);
    });
  }

  it("copies what it was about to copy, also of a session that has just left", async () => {
    const source = new ScriptedSource([wireRow("a"), wireRow("b")]);
    const { table } = await tableOn(source);
    const copy = () => cellOf(rowsOf(table)[0]!, "contact").querySelector<HTMLElement>(".copy")!;
    const before = placesOf([copy()]);
    cellOf(rowsOf(table)[0]!, "agent").focus();
    await shown(table);
    source.standing = [wireRow("b")];
    await table.refresh();
    expect(rowsOf(table)[0]!.dataset["muted"]).to.equal("gone");
    expect(placesOf([copy()])).to.deep.equal(before);
  });

  it("finds the button that copies where it was when a session begins to need attention", async () => {
    const { table, environment } = await tableOn(new ScriptedSource([wireRow("a")]));
    const cell = () => cellOf(rowsOf(table)[0]!, "contact");
    const before = placesOf([cell().querySelector<HTMLElement>(".copy")!]);
    await environment.pass(120_000);
    await shown(table);
    expect(cell().querySelector(".attention")).to.exist;
    expect(placesOf([cell().querySelector<HTMLElement>(".copy")!])).to.deep.equal(before);
  });
});
