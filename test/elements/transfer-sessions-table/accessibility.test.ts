import { expect, fixture, html } from "@open-wc/testing";
import { executeServerCommand, setViewport } from "@web/test-runner-commands";
import type { TransferSessionsTable } from "../../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import type { TransferDataSource } from "../../../src/sources/data-source.js";
import { itIsAccessible } from "../../support/accessibility.js";
import { NOON } from "../../support/fake-environment.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { buttonOf, drawn, loaded, tableOn } from "../../support/table.js";

const rows = [
  wireRow("a"),
  wireRow("b", { status: "pending", createdAt: NOON - 200_000 }),
  wireRow("c", { status: "queued", createdAt: NOON - 400_000 }),
  wireRow("d", { status: "active", queue: null }),
  wireRow("e", { status: "post_agent", contactId: undefined }),
  wireRow("f", { status: "ended" }),
  wireRow("g", { status: "odd", createdAt: "never" }),
];

const failing = (fields: object) => () => {
  throw Object.assign(new Error("no"), fields);
};

/** Every state in which a person can meet the table. */
const STATES: Record<string, () => Promise<TransferSessionsTable>> = {
  "not connected": () => fixture(html`<transfer-sessions-table></transfer-sessions-table>`),
  loading: async () => (await tableOn(new ScriptedSource())).table,
  empty: async () => (await tableOn(new ScriptedSource([]))).table,
  "no integration": async () => {
    const source: TransferDataSource = Object.assign(new ScriptedSource([]), { integrations: async () => [] });
    const { table } = await tableOn(source);
    table.settingsUrl = "/settings";
    return table;
  },
  "an error without rows": async () => (await tableOn(new ScriptedSource(failing({})))).table,
  unauthorised: async () => (await tableOn(new ScriptedSource(failing({ status: 401 })))).table,
  rows: async () => (await tableOn(new ScriptedSource(rows))).table,
  "records that could not be read": async () => {
    const { table } = await tableOn(new ScriptedSource([...rows, null, {}]));
    table.shadowRoot!.querySelector("details")!.open = true;
    return table;
  },
  "rows that have left": async () => {
    const source = new ScriptedSource(rows);
    const { table } = await tableOn(source);
    source.standing = rows.slice(3);
    await table.refresh();
    return table;
  },
  "stale rows": async () => {
    const source = new ScriptedSource(rows);
    const { table } = await tableOn(source);
    source.standing = failing({});
    await table.refresh();
    return table;
  },
  "a question": async () => {
    const { table } = await tableOn(new ScriptedSource(rows));
    buttonOf(table, /^End session/)!.click();
    await loaded(table);
    return table;
  },
  "a failed end": async () => {
    const source = new ScriptedSource(rows);
    const { table } = await tableOn(source);
    buttonOf(table, /^End session/)!.click();
    await loaded(table);
    buttonOf(table, "End session")!.click();
    source.ends[0]!.reject(new Error("no"));
    return table;
  },
};

describe("transfer-sessions-table: accessibility", () => {
  itIsAccessible(STATES, () => {
    it("has nothing for axe to find as cards", async () => {
      await setViewport({ width: 380, height: 700 });
      const { table } = await tableOn(new ScriptedSource(rows));
      await expect(table).to.be.accessible();
      await setViewport({ width: 800, height: 600 });
    });
  });

  it("keeps the roles of a table when it is laid out as cards", async () => {
    await setViewport({ width: 380, height: 700 });
    const { table } = await tableOn(new ScriptedSource(rows));
    const root = table.shadowRoot!;
    expect(getComputedStyle(root.querySelector("tbody tr")!).display).to.equal("flex");
    expect(root.querySelectorAll("tbody [role=row] > [role=rowheader]")).to.have.length(rows.length);
    expect(root.querySelectorAll("[role=grid] [role=columnheader]")).to.have.length(8);
    expect(root.querySelector("[role=grid]")!.getAttribute("aria-rowcount")).to.equal(String(rows.length + 1));
    await setViewport({ width: 800, height: 600 });
  });

  it("gives every icon a word", async () => {
    const { table } = await tableOn(new ScriptedSource(rows));
    for (const svg of table.shadowRoot!.querySelectorAll("svg"))
      expect(svg.getAttribute("aria-hidden")).to.equal("true");
    for (const button of table.shadowRoot!.querySelectorAll("button")) {
      expect((button.getAttribute("aria-label") ?? button.textContent).trim()).not.to.equal("");
    }
  });
});

describe("transfer-sessions-table: as assistive technology sees it", () => {
  it("is a grid with its true size, whatever is drawn", async () => {
    const { table } = await tableOn(
      new ScriptedSource(Array.from({ length: 5_000 }, (_, index) => wireRow(`s${index}`))),
    );
    table.style.blockSize = "400px";
    await drawn(table);
    const grid = table.shadowRoot!.querySelector("[role=grid]")!;
    expect(grid.getAttribute("aria-rowcount")).to.equal("5001");
    const seen = [...grid.querySelectorAll("[role=row]")].map((row) => Number(row.getAttribute("aria-rowindex")));
    expect(seen[0]).to.equal(1);
    expect(seen.slice(1)).to.deep.equal(Array.from({ length: seen.length - 1 }, (_, index) => index + 2));
    // What stands in for rows that are not drawn is nothing to it.
    const gap = grid.querySelector(".gap")!;
    expect(gap.getAttribute("aria-hidden")).to.equal("true");
    const nodes = await executeServerCommand<{ role: string; name: string }[], undefined>("accessible-nodes");
    expect(nodes).to.deep.include({ role: "grid", name: "Transfer sessions 5,000" });
    expect(nodes).to.deep.include({ role: "columnheader", name: "Contact" });
    // WebKit leaves it to who reads a cell to take its name from what is in it.
    const agent = nodes.findIndex(({ name }) => name === "Billing Assistant");
    expect([nodes[agent]?.role, nodes[agent - 1]?.role]).to.include("gridcell");
    await expect(table).to.be.accessible();
  });
});
