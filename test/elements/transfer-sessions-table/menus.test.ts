import { expect } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import type { TransferSessionsTable } from "../../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import { openMenu } from "../../support/menu.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { buttonOf, escape, rowsOf, shown, tableOn, textOf } from "../../support/table.js";

const labels = (menu: HTMLElement) => [...menu.querySelectorAll("label")].map(textOf);
const withQueues = (...queues: string[]) => queues.map((queue, index) => wireRow(`s${index}`, { queue }));
const nameOf = (menu: HTMLElement) => menu.getAttribute("aria-label");
const activeOf = (table: HTMLElement) => table.shadowRoot!.activeElement as HTMLElement;

async function type(table: TransferSessionsTable, text: string): Promise<void> {
  await sendKeys({ type: text });
  await shown(table);
}

async function press(table: TransferSessionsTable, key: string): Promise<void> {
  await sendKeys({ press: key });
  await shown(table);
}

describe("transfer-sessions-table: a filter menu", () => {
  it("keeps its order while it is open: counts change, what is new stands last", async () => {
    const source = new ScriptedSource(withQueues("General", "General", "VIP"));
    const { table } = await tableOn(source);
    const menu = await openMenu(table, "Queue");
    const boxes = [...menu.querySelectorAll("input")];
    expect(labels(menu)).to.deep.equal(["General2", "VIP1"]);
    source.standing = withQueues("VIP", "VIP", "VIP", "Abroad", "Abroad", "Abroad", "Abroad");
    await table.refresh();
    expect(labels(menu)).to.deep.equal(["General0", "VIP3", "Abroad4"]);
    expect([...menu.querySelectorAll("input")].slice(0, 2), "the very same boxes").to.deep.equal(boxes);
    boxes[1]!.click();
    await shown(table);
    expect(table.view.queue).to.deep.equal(["VIP"]);
  });

  it("is called by what it filters, the other one by its button", async () => {
    const { table } = await tableOn(new ScriptedSource(withQueues("VIP")));
    expect(nameOf(await openMenu(table, "Queue"))).to.equal("Queue");
    await escape(table);
    expect(nameOf(await openMenu(table, "Status"))).to.equal("Status");
    await escape(table);
    expect(nameOf(await openMenu(table, "More"))).to.equal("More");
  });

  it("finds a value among many, and draws no more than a person could read", async () => {
    const rows = Array.from({ length: 300 }, (_, index) => wireRow(`s${index}`, { agentName: `Agent ${index}` }));
    const { table } = await tableOn(new ScriptedSource(rows));
    table.view = { agent: ["Agent 299"] };
    await shown(table);
    const menu = await openMenu(table, /^Agent/);
    expect(labels(menu)).to.have.length(200);
    expect(labels(menu)[0], "what is selected is not out of reach").to.equal("Agent 2991");
    expect(textOf(menu.querySelector("[role=status]"))).to.equal("and 100 more");
    expect(activeOf(table).getAttribute("aria-label")).to.equal("Find");
    await type(table, "gént 25");
    expect(labels(menu)).to.deep.equal(
      ["25", "250", "251", "252", "253", "254", "255", "256", "257", "258", "259"].map((one) => `Agent ${one}1`),
    );
    await expect(table).to.be.accessible();
    await press(table, "Tab");
    await press(table, " ");
    expect(table.view.agent).to.deep.equal(["Agent 299", "Agent 25"]);
    expect(activeOf(table).matches("input[type=checkbox]")).to.equal(true);
    await openMenu(table, /^Agent/);
    await openMenu(table, /^Agent/);
    await type(table, "nobody");
    expect(labels(menu)).to.have.length(0);
    expect(textOf(menu.querySelector("[role=status]"))).to.equal("Nothing to choose from");
  });

  it("has no field to find in where all can be seen", async () => {
    const { table } = await tableOn(new ScriptedSource(withQueues("A", "B")));
    const menu = await openMenu(table, "Queue");
    expect(menu.querySelector("input[type=text]")).to.equal(null);
  });

  it("keeps focus in it when its own Clear has nothing more to clear", async () => {
    const { table } = await tableOn(new ScriptedSource(withQueues("A", "B")));
    table.view = { queue: ["B"] };
    await shown(table);
    const menu = await openMenu(table, /^Queue/);
    buttonOf(menu, "Clear")!.focus();
    await press(table, "Enter");
    expect(table.view).to.deep.equal({});
    expect(menu.contains(activeOf(table))).to.equal(true);
  });
});

describe("transfer-sessions-table: the More menu", () => {
  it("sorts, for rows that are cards", async () => {
    const { table } = await tableOn(new ScriptedSource(withQueues("B", "A")));
    const menu = await openMenu(table, "More");
    const select = menu.querySelector("select")!;
    expect(select.value, "the source's own order").to.equal("");
    select.value = "queue";
    select.dispatchEvent(new Event("change", { bubbles: true }));
    await shown(table);
    expect(table.view.sort).to.deep.equal([{ by: "queue", direction: "ascending" }]);
    [...menu.querySelectorAll("label")].find((label) => textOf(label) === "Descending")!.click();
    await shown(table);
    expect(table.view.sort).to.deep.equal([{ by: "queue", direction: "descending" }]);
    table.shadowRoot!.querySelector<HTMLElement>("th[data-column=agent]")!.click();
    await shown(table);
    expect(select.value).to.equal("agent");
    await expect(table).to.be.accessible();
  });

  it("selects all, and none again", async () => {
    const { table } = await tableOn(new ScriptedSource(withQueues("A", "B", "C")));
    const menu = await openMenu(table, "More");
    const button = buttonOf(menu, "Select all sessions")!;
    button.click();
    await shown(table);
    expect(rowsOf(table).map((row) => row.getAttribute("aria-selected"))).to.deep.equal(["true", "true", "true"]);
    expect(button.getAttribute("aria-pressed")).to.equal("true");
    button.click();
    await shown(table);
    expect(rowsOf(table).some((row) => row.getAttribute("aria-selected") === "true")).to.equal(false);
  });

  it("moves a column as often as its button is pressed, and focus with it", async () => {
    const { table } = await tableOn(new ScriptedSource(withQueues("A")));
    table.view = { columns: ["contact", "agent", "status", "queue"] };
    await shown(table);
    const menu = await openMenu(table, "More");
    buttonOf(menu, "Move Status up")!.focus();
    await press(table, "Enter");
    expect(table.view.columns).to.deep.equal(["contact", "status", "agent", "queue"]);
    expect(activeOf(table).getAttribute("aria-label")).to.equal("Move Status up");
    await press(table, "Enter");
    expect(table.view.columns).to.deep.equal(["status", "contact", "agent", "queue"]);
    expect(activeOf(table).getAttribute("aria-label"), "it can go no further").to.equal("Move Status down");
    await press(table, "Enter");
    await press(table, "Enter");
    await press(table, "Enter");
    expect(table.view.columns).to.deep.equal(["contact", "agent", "queue", "status"]);
    expect(activeOf(table).getAttribute("aria-label")).to.equal("Move Status up");
  });

  it("keeps focus on the box of a column that is hidden and shown", async () => {
    const { table } = await tableOn(new ScriptedSource(withQueues("A")));
    const menu = await openMenu(table, "More");
    const box = [...menu.querySelectorAll("label")].find((label) => textOf(label) === "Agent")!.querySelector("input")!;
    box.focus();
    await press(table, " ");
    expect(table.view.columns).not.to.include("agent");
    expect(activeOf(table)).to.equal(box);
  });

  it("says that a view was saved, and goes on after one is forgotten", async () => {
    localStorage.clear();
    const { table } = await tableOn(new ScriptedSource(withQueues("A")));
    table.viewKey = "menus";
    await shown(table);
    const menu = await openMenu(table, "More");
    menu.querySelector<HTMLInputElement>("[aria-label='Name of this view']")!.focus();
    await type(table, "Night");
    await press(table, "Enter");
    expect(textOf(table.shadowRoot!.querySelector(".toast"))).to.equal("View Night saved");
    buttonOf(menu, "Forget view Night")!.focus();
    await press(table, "Enter");
    expect(buttonOf(menu, "Forget view Night")).to.equal(undefined);
    expect(menu.contains(activeOf(table))).to.equal(true);
    localStorage.clear();
  });
});
