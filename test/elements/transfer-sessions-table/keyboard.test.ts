import { expect } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import type { TransferSessionsTable } from "../../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { cellOf, drawn, escape, loaded, rowsOf, shown, tableOn, textOf } from "../../support/table.js";

const rows = (count: number, from = 0) => Array.from({ length: count }, (_, index) => wireRow(`s${from + index}`));

/** Where focus is: "row number : column", row 1 being the header. */
function placeOf(table: TransferSessionsTable): string {
  const active = table.shadowRoot!.activeElement;
  const row = active?.closest("[role=row]")?.getAttribute("aria-rowindex");
  return `${row}:${active?.closest<HTMLElement>("[data-column]")?.dataset["column"]}`;
}

async function press(table: TransferSessionsTable, ...keys: string[]): Promise<string> {
  for (const key of keys) {
    await sendKeys({ press: key });
    await shown(table);
  }
  return placeOf(table);
}

async function focusGrid(table: TransferSessionsTable): Promise<void> {
  table.shadowRoot!.querySelector<HTMLElement>("table [tabindex='0']")!.focus();
  await shown(table);
}

async function withLinks(standing: unknown[] = rows(3)) {
  const source = new ScriptedSource(standing);
  const { table } = await tableOn(source);
  // Wide enough for both links.
  table.style.inlineSize = "1000px";
  table.sessionLinks = ({ id }) =>
    ["Console", "Task"].map((label) => ({ label, href: `https://example.test/${label}/${id}` }));
  await shown(table);
  await focusGrid(table);
  return { source, table };
}

/** What a person would press now. */
const nameOf = (table: TransferSessionsTable) => {
  const active = table.shadowRoot!.activeElement!;
  return active.getAttribute("aria-label") ?? textOf(active);
};

async function names(table: TransferSessionsTable, ...keys: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const key of keys) {
    await press(table, key);
    found.push(nameOf(table));
  }
  return found;
}

describe("transfer-sessions-table: keyboard", () => {
  it("is one tab stop", async () => {
    const { table } = await tableOn(new ScriptedSource(rows(20)));
    expect(table.shadowRoot!.querySelectorAll("table [tabindex='0']")).to.have.length(1);
    await focusGrid(table);
    expect(placeOf(table)).to.equal("2:contact");
    await press(table, "ArrowDown", "ArrowRight");
    expect(table.shadowRoot!.querySelectorAll("table [tabindex='0']")).to.have.length(1);
  });

  it("moves by arrows, Home and End, and stays at the edges", async () => {
    const { table } = await tableOn(new ScriptedSource(rows(3)));
    await focusGrid(table);
    expect(await press(table, "ArrowRight")).to.equal("2:agent");
    expect(await press(table, "ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown")).to.equal("4:agent");
    expect(await press(table, "End")).to.equal("4:actions");
    expect(await press(table, "ArrowRight")).to.equal("4:actions");
    expect(await press(table, "Home")).to.equal("4:contact");
    expect(await press(table, "Control+Home")).to.equal("2:contact");
    expect(await press(table, "ArrowUp")).to.equal("1:contact");
    expect(await press(table, "ArrowUp")).to.equal("1:contact");
    expect(await press(table, "Control+End")).to.equal("4:actions");
  });

  it("turns left and right around where writing runs from right to left", async () => {
    const { table } = await tableOn(new ScriptedSource(rows(3)));
    table.parentElement!.dir = "rtl";
    await focusGrid(table);
    expect(await press(table, "ArrowLeft")).to.equal("2:agent");
    expect(await press(table, "ArrowRight")).to.equal("2:contact");
  });

  it("goes from the first to the last of a hundred thousand rows, and tells the place", async () => {
    const { table } = await tableOn(new ScriptedSource(rows(100_000)));
    table.style.blockSize = "500px";
    await drawn(table);
    const nodes = () => table.shadowRoot!.querySelectorAll("*").length;
    const before = nodes();
    expect(table.shadowRoot!.querySelector("[role=grid]")!.getAttribute("aria-rowcount")).to.equal("100001");
    await focusGrid(table);
    expect(await press(table, "Control+End")).to.equal("100001:actions");
    expect(await press(table, "PageUp")).to.match(/^999\d\d:actions$/);
    expect(await press(table, "Control+Home")).to.equal("2:contact");
    expect(before).to.be.lessThan(1_500);
    expect(nodes()).to.be.lessThan(1_500);
  });

  it("keeps the focused row in the document when it is scrolled away", async () => {
    const { table } = await tableOn(new ScriptedSource(rows(1_000)));
    table.style.blockSize = "400px";
    await drawn(table);
    await focusGrid(table);
    await press(table, "ArrowDown");
    const focused = table.shadowRoot!.activeElement!;
    const scroller = table.shadowRoot!.querySelector(".scroller")!;
    scroller.scrollTop = 20_000;
    await drawn(table);
    expect(table.shadowRoot!.activeElement).to.equal(focused);
    expect(Number(rowsOf(table).at(-1)!.getAttribute("aria-rowindex"))).to.be.greaterThan(400);
    expect(await press(table, "ArrowDown")).to.equal("4:contact");
  });

  it("stays with its session when rows come before it", async () => {
    const source = new ScriptedSource(rows(5));
    const { table } = await tableOn(source);
    await focusGrid(table);
    await press(table, "ArrowDown");
    source.standing = [wireRow("new"), ...rows(5)];
    await table.refresh();
    table.view = { sort: [{ by: "contact", direction: "descending" }] };
    await shown(table);
    const active = table.shadowRoot!.activeElement!.closest<HTMLElement>("[role=row]")!;
    expect(textOf(cellOf(active, "contact"))).to.equal("contact-s1");
  });

  it("passes focus on to the next row when its session leaves for good", async () => {
    const source = new ScriptedSource(["s0", "s1", "s2", "s3", "s4"].map((id) => wireRow(id, { status: "ended" })));
    const { table } = await tableOn(source);
    await focusGrid(table);
    await press(table, "ArrowDown", "ArrowRight");
    source.standing = rows(5).filter(({ id }) => id !== "s1");
    await table.refresh();
    table.view = { text: "contact" };
    await shown(table);
    const active = table.shadowRoot!.activeElement!;
    expect(textOf(cellOf(active.closest<HTMLElement>("[role=row]")!, "contact"))).to.equal("contact-s2");
    expect(placeOf(table)).to.match(/:agent$/);
  });

  it("opens with Enter, ends with Enter in Actions, sorts with Enter in a header", async () => {
    const { table } = await tableOn(new ScriptedSource(rows(3)));
    const opened: string[] = [];
    table.addEventListener("transfer-session-open", (event) => {
      event.preventDefault();
      opened.push(event.session.id);
    });
    await focusGrid(table);
    await press(table, "ArrowDown", "Enter");
    expect(opened).to.deep.equal(["s1"]);
    await press(table, "End", "Enter");
    await loaded(table);
    expect(table.shadowRoot!.querySelector<HTMLDialogElement>("dialog.confirmation")!.open).to.equal(true);
    expect(opened).to.have.length(1);
    await escape(table);
    expect(placeOf(table)).to.equal("3:actions");
    await press(table, "Home", "Control+Home", "ArrowUp", "Enter");
    expect(table.view.sort).to.deep.equal([{ by: "contact", direction: "ascending" }]);
    const header = table.shadowRoot!.querySelector("th[data-column=contact]")!;
    expect(header.getAttribute("aria-sort")).to.equal("ascending");
    await press(table, "Enter", "Enter");
    expect(table.view.sort).to.equal(undefined);
  });

  it("selects with Space, a range with Shift and all with Ctrl+A", async () => {
    const { table } = await tableOn(new ScriptedSource(rows(5)));
    const selections: string[][] = [];
    table.addEventListener("transfer-selection-change", (event) => selections.push(event.sessions.map(({ id }) => id)));
    await focusGrid(table);
    await press(table, " ", "ArrowDown", "ArrowDown", "Shift+ ");
    expect(selections.at(-1)).to.deep.equal(["s0", "s1", "s2"]);
    expect(rowsOf(table).map((row) => row.getAttribute("aria-selected"))).to.deep.equal([
      "true",
      "true",
      "true",
      "false",
      "false",
    ]);
    await press(table, "Control+a");
    expect(selections.at(-1)).to.have.length(5);
  });

  it("goes into a cell with F2 and back with Escape, and finds with /", async () => {
    const { table } = await tableOn(new ScriptedSource(rows(3)));
    await focusGrid(table);
    await press(table, "F2");
    expect(table.shadowRoot!.activeElement!.matches("input.select")).to.equal(true);
    await press(table, "Escape");
    expect(table.shadowRoot!.activeElement!.matches("td")).to.equal(true);
    await press(table, "/");
    expect(table.shadowRoot!.activeElement!.matches("input[type=search]")).to.equal(true);
    await sendKeys({ type: "s2" });
    await shown(table);
    expect(rowsOf(table)).to.have.length(1);
  });

  describe("with links in Actions", () => {
    it("passes link by link to End and back", async () => {
      const { table } = await withLinks();
      await press(table, ...Array<string>(6).fill("ArrowRight"));
      expect(placeOf(table)).to.equal("2:duration");
      const end = "End session of contact contact-s0";
      const forth = ["ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight"];
      expect(await names(table, ...forth)).to.deep.equal(["Console", "Task", end, end]);
      expect(table.shadowRoot!.querySelectorAll("table [tabindex='0']")).to.have.length(1);
      expect(await names(table, "ArrowLeft", "ArrowLeft")).to.deep.equal(["Task", "Console"]);
      expect(await press(table, "ArrowLeft")).to.equal("2:duration");
      await press(table, "ArrowRight", "F2");
      expect(nameOf(table)).to.equal("Console");
    });

    it("goes to the last of a row with End, and from row to row on the same control", async () => {
      const { table } = await withLinks([wireRow("s0"), wireRow("s1", { status: "ended" }), wireRow("s2")]);
      expect(await names(table, "End", "ArrowDown", "ArrowDown", "ArrowLeft", "ArrowUp")).to.deep.equal([
        "End session of contact contact-s0",
        "Task",
        "End session of contact contact-s2",
        "Task",
        "Task",
      ]);
      expect(await names(table, "Control+End")).to.deep.equal(["End session of contact contact-s2"]);
    });

    it("selects with Space also from a link, which does not hear it", async () => {
      const { table } = await withLinks();
      await press(table, "End", "ArrowLeft", " ");
      expect(nameOf(table)).to.equal("Task");
      expect(rowsOf(table)[0]!.getAttribute("aria-selected")).to.equal("true");
    });

    it("returns to End from its question, and stays there through an answer", async () => {
      const { source, table } = await withLinks();
      await press(table, "End", "Enter");
      await loaded(table);
      await escape(table);
      expect(nameOf(table)).to.equal("End session of contact contact-s0");
      source.standing = [wireRow("s0", { status: "active" }), wireRow("s1")];
      await table.refresh();
      await shown(table);
      expect(nameOf(table)).to.equal("End session of contact contact-s0");
    });
  });

  it("goes from control to control within a cell that was entered", async () => {
    const { table } = await tableOn(new ScriptedSource(rows(3)));
    await focusGrid(table);
    await press(table, "F2", "ArrowRight");
    expect(table.shadowRoot!.activeElement!.getAttribute("aria-label")).to.equal("Copy contact contact-s0");
    expect(await press(table, "ArrowRight")).to.equal("2:contact");
    await press(table, "ArrowLeft");
    expect(table.shadowRoot!.activeElement!.matches("input.select")).to.equal(true);
    await press(table, "Escape", "ArrowRight");
    expect(placeOf(table)).to.equal("2:agent");
  });

  it("widens a column with Shift and an arrow", async () => {
    const { table } = await tableOn(new ScriptedSource(rows(3)));
    await focusGrid(table);
    await press(table, "ArrowUp", "ArrowRight");
    const header = table.shadowRoot!.querySelector<HTMLElement>("th[data-column=agent]")!;
    const before = Math.round(header.getBoundingClientRect().width);
    await press(table, "Shift+ArrowRight");
    expect(table.view.widths).to.deep.equal({ agent: before + 16 });
    expect(header.style.inlineSize).to.equal(`${before + 16}px`);
  });
});
