import { expect } from "@open-wc/testing";
import { emulateMedia } from "@web/test-runner-commands";
import type { TransferSessionsTable } from "../../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { until } from "../../support/until.js";
import { buttonOf, drawn, rowsOf, tableOn, textOf } from "../../support/table.js";

async function tableOf(count: number): Promise<{ table: TransferSessionsTable; scroller: HTMLElement }> {
  const { table } = await tableOn(new ScriptedSource(Array.from({ length: count }, (_, at) => wireRow(`s${at}`))));
  // A rule of the page: it gives way to the element's own for paper.
  table.classList.add("as-high-as-a-panel");
  await drawn(table);
  return { table, scroller: table.shadowRoot!.querySelector<HTMLElement>(".scroller")! };
}

/** As the browser does: it tells the page, lets its microtasks run, and lays it out for paper. */
async function toPaper(): Promise<void> {
  dispatchEvent(new Event("beforeprint"));
  for (let turn = 0; turn < 20; turn++) await undefined;
}

async function backToScreen(table: TransferSessionsTable): Promise<void> {
  dispatchEvent(new Event("afterprint"));
  await drawn(table);
}

describe("transfer-sessions-table: on paper", () => {
  const rules = document.createElement("style");
  rules.textContent = ".as-high-as-a-panel { block-size: 400px }";
  before(() => document.head.append(rules));
  after(() => rules.remove());

  it("has all rows of the view, one below the other, and nothing to press", async () => {
    const { table, scroller } = await tableOf(200);
    scroller.scrollTop = 3000;
    await drawn(table);
    const seen = textOf(rowsOf(table)[15]);
    expect(rowsOf(table).length, "on the screen").to.be.below(100);
    await toPaper();
    expect(rowsOf(table)).to.have.length(200);
    await emulateMedia({ media: "print" });
    const rows = rowsOf(table);
    for (const [at, row] of rows.slice(1).entries()) {
      const { top, height } = row.getBoundingClientRect();
      expect(top, `row ${at + 1}`).to.be.closeTo(rows[at]!.getBoundingClientRect().bottom, 1);
      expect(height).to.be.above(20);
    }
    expect(table.getBoundingClientRect().bottom).to.be.at.least(rows.at(-1)!.getBoundingClientRect().bottom);
    for (const name of ["Refresh", "More", "Pause"]) expect(buttonOf(table, name)!.checkVisibility()).to.equal(false);
    expect(rows[0]!.querySelector("[data-column=actions]")!.checkVisibility()).to.equal(false);
    expect(textOf(table.shadowRoot!.querySelector(".scroller"))).not.to.contain("more session");
    await emulateMedia({ media: "screen" });
    await backToScreen(table);
    expect(rowsOf(table).length).to.be.below(100);
    expect(scroller.scrollTop).to.equal(3000);
    expect(rowsOf(table).map(textOf)).to.include(seen);
  });

  it("leaves out a menu, a question and the details that are open", async () => {
    const { table } = await tableOn(new ScriptedSource([wireRow("a"), wireRow("b")]));
    const root = table.shadowRoot!;
    buttonOf(table, "More")!.click();
    await until(() => root.querySelector(".menu:popover-open"));
    await toPaper();
    await emulateMedia({ media: "print" });
    expect(root.querySelector(".menu")!.checkVisibility()).to.equal(false);
    await emulateMedia({ media: "screen" });
    await backToScreen(table);
    table.openSession("a");
    const details = () => root.querySelector("transfer-session-details");
    await until(() => details()?.shadowRoot?.querySelector("dialog[open]"));
    buttonOf(rowsOf(table)[0]!, /^End/)!.click();
    await drawn(table);
    await emulateMedia({ media: "print" });
    for (const open of [details()!.shadowRoot!.querySelector("dialog")!, root.querySelector(".question")!]) {
      expect(open.checkVisibility()).to.equal(false);
    }
    expect(rowsOf(table)[1]!.checkVisibility()).to.equal(true);
    await emulateMedia({ media: "screen" });
    const told = new Promise((resolve) => details()!.addEventListener("close", resolve, { once: true }));
    details()!.close();
    await told;
  });

  it("has a thousand rows of more, and says how many there are", async () => {
    const { table, scroller } = await tableOf(1234);
    await toPaper();
    expect(rowsOf(table)).to.have.length(1000);
    expect(textOf(scroller)).to.match(/and 234 more sessions$/);
    await backToScreen(table);
    expect(textOf(scroller)).not.to.contain("more sessions");
  });
});
