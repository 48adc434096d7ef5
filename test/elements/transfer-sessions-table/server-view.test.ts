import { expect } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import type { TransferSessionsTable } from "../../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import type { ListRequest, TransferDataSource } from "../../../src/sources/data-source.js";
import { NOON } from "../../support/fake-environment.js";
import { openMenu } from "../../support/menu.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { buttonOf, cellOf, escape, loaded, rowsOf, shown, tableOn, textOf } from "../../support/table.js";

const PAGE = 3;
const STATUSES = ["queued", "active"];

/** A floor that filters, sorts and pages by itself; a row is `s<n>`, the odd ones active. */
function serverFloor(size: number) {
  const rows = Array.from({ length: size }, (_, n) => wireRow(`s${n}`, { status: STATUSES[n % 2] }));
  return ({ query, page }: ListRequest) => {
    const matching = rows.filter(({ status }) => !query?.status || query.status.includes(String(status)));
    if (query?.sort?.[0]?.direction === "descending") matching.reverse();
    const from = Number(page ?? 0);
    const to = from + PAGE;
    return {
      sessions: matching.slice(from, to),
      total: matching.length,
      ...(to < matching.length ? { nextPage: String(to) } : undefined),
    };
  };
}

const contacts = (table: HTMLElement) => rowsOf(table).map((row) => textOf(cellOf(row, "contact")));

async function serverTable(standing: unknown = serverFloor(20)) {
  const source: ScriptedSource & TransferDataSource = Object.assign(new ScriptedSource(standing), { queries: true });
  return { source, ...(await tableOn(source)) };
}

const labels = (menu: HTMLElement) => [...menu.querySelectorAll("label")].map(textOf);

const select = async (table: TransferSessionsTable, place: number) => {
  rowsOf(table)[place]!.querySelector<HTMLInputElement>("input.select")!.click();
  await shown(table);
};

describe("transfer-sessions-table: a source that answers queries", () => {
  it("asks for one page, and tells the server's total", async () => {
    const { source, table } = await serverTable();
    expect(source.requests).to.have.length(1);
    expect(source.last.request).to.deep.include({ query: {} });
    expect(contacts(table)).to.deep.equal(["contact-s0", "contact-s1", "contact-s2"]);
    expect(textOf(table.shadowRoot!.querySelector("h2"))).to.equal("Transfer sessions 3 of 20");
  });

  it("counts those that need attention only where all sessions are here", async () => {
    const waiting = { sessions: [wireRow("s1", { createdAt: NOON - 3_600_000 })], total: 1 };
    const { source, table } = await serverTable({ ...waiting, nextPage: "2" });
    expect(buttonOf(table, "Needs attention")).to.exist;
    source.standing = waiting;
    await table.refresh();
    expect(buttonOf(table, "Needs attention 1")).to.exist;
  });

  it("asks for a page more, and keeps asking for both", async () => {
    const { source, table, environment } = await serverTable();
    buttonOf(table, "Show more")!.click();
    await shown(table);
    expect(contacts(table)).to.have.length(6);
    const before = source.requests.length;
    await environment.pass(30_000);
    expect(source.requests.slice(before).map(({ request }) => request.page)).to.deep.equal([undefined, "3"]);
  });

  it("shows a further page at once that a person has asked for, wherever the pointer rests", async () => {
    const { table } = await serverTable();
    rowsOf(table)[0]!.dispatchEvent(new PointerEvent("pointermove", { bubbles: true }));
    buttonOf(table, "Show more")!.click();
    await shown(table);
    await shown(table);
    expect(contacts(table)).to.have.length(6);
  });

  it("has it filter and sort, and shows the rows in its order", async () => {
    const { source, table } = await serverTable();
    table.view = { status: ["active"], sort: [{ by: "contact", direction: "descending" }], density: "compact" };
    await shown(table);
    expect(source.last.request.query).to.deep.equal({
      status: ["active"],
      sort: [{ by: "contact", direction: "descending" }],
    });
    expect(contacts(table)).to.deep.equal(["contact-s19", "contact-s17", "contact-s15"]);
  });

  it("keeps the rows before until the new answer is there, and drops an answer that is late", async () => {
    const { source, table } = await serverTable();
    source.standing = undefined;
    table.view = { status: ["active"] };
    await shown(table);
    expect(contacts(table)).to.have.length(3);
    expect(table.shadowRoot!.querySelector("[role=grid]")!.getAttribute("aria-busy")).to.equal("true");
    const late = source.last;
    table.view = { status: ["queued"] };
    await shown(table);
    expect(late.request.signal.aborted).to.equal(true);
    source.last.answer({ sessions: [wireRow("right")], total: 1 });
    late.answer({ sessions: [wireRow("wrong")], total: 1 });
    await shown(table);
    expect(contacts(table)).to.deep.equal(["contact-right"]);
  });

  describe("filters", () => {
    it("by every value that the platform names or that was seen, without counts", async () => {
      const { source, table } = await serverTable(() => ({
        sessions: [wireRow("s1", { status: "odd", provider: "acme", queue: "VIP" })],
        total: 9,
      }));
      let menu = await openMenu(table, "Status");
      expect(labels(menu)).to.deep.equal(["Pending", "Queued", "Active", "Post-agent", "Ended", "odd"]);
      source.standing = { sessions: [wireRow("s2", { queue: "General" })], total: 1 };
      menu.querySelectorAll("input")[1]!.click();
      await shown(table);
      menu.querySelectorAll("input")[2]!.click();
      await shown(table);
      expect(source.last.request.query).to.deep.equal({ status: ["queued", "active"] });
      await escape(table);
      menu = await openMenu(table, "Queue");
      expect(labels(menu), "also what the answer before held").to.deep.equal(["General", "VIP"]);
      await escape(table);
      menu = await openMenu(table, "Provider");
      expect(labels(menu)).to.deep.equal(["SmartAssist", "Salesforce", "ServiceNow", "Five9", "Genesys", "acme"]);
    });

    it("with the server's counts, which stand until the answer to the next query is there", async () => {
      const { source, table } = await serverTable({
        sessions: [wireRow("s1")],
        total: 90_000,
        facets: { status: { active: 60_000, odd: 7, queued: 0, lost: "many", "": 3 }, queue: "none" },
      });
      const menu = await openMenu(table, "Status");
      expect(labels(menu)).to.deep.equal(["Queued0", "Active60,000", "odd7", "No value3"]);
      source.standing = undefined;
      menu.querySelectorAll("input")[0]!.click();
      await shown(table);
      expect(labels(menu)).to.deep.equal(["Queued0", "Active60,000", "odd7", "No value3"]);
      source.last.answer({ sessions: [], total: 0, facets: { status: { active: 5 } } });
      await shown(table);
      expect(labels(menu)).to.deep.equal(["Queued0", "Active5", "odd0", "No value0"]);
      await escape(table);
      expect(labels(await openMenu(table, "Queue")), "not counted").to.deep.equal(["General"]);
    });

    it("stay, with their menu and the focus in it, while the answer is out", async () => {
      const { source, table } = await serverTable();
      source.standing = undefined;
      const menu = await openMenu(table, "Status");
      const box = menu.querySelectorAll("input")[2]!;
      box.focus();
      await sendKeys({ press: " " });
      await shown(table);
      expect(menu.matches(":popover-open")).to.equal(true);
      expect(table.shadowRoot!.activeElement).to.equal(box);
      await escape(table);
      expect(table.shadowRoot!.activeElement).to.equal(buttonOf(table, "Status 1"));
    });

    it("can be cleared when their query fails", async () => {
      const { source, table } = await serverTable();
      source.standing = () => {
        throw new Error("no such filter");
      };
      table.view = { status: ["active"] };
      await shown(table);
      expect(table.shadowRoot!.querySelector("[data-state=error]")).to.exist;
      source.standing = serverFloor(20);
      buttonOf(table, "Clear filters")!.click();
      await shown(table);
      expect(contacts(table)).to.have.length(3);
    });
  });

  it("takes the answer to another query for no news", async () => {
    const { table, environment } = await serverTable();
    table.view = { status: ["active"] };
    await shown(table);
    expect(contacts(table)).to.deep.equal(["contact-s1", "contact-s3", "contact-s5"]);
    expect(rowsOf(table).some((row) => row.hasAttribute("data-mark"))).to.equal(false);
    await environment.pass(5_000);
    await shown(table);
    expect(textOf(table.shadowRoot!.querySelector(".base > [role=status]"))).to.equal("");
  });

  describe("a selection", () => {
    it("survives a filter, and can be copied, exported and ended all the same", async () => {
      const { source, table } = await serverTable();
      await select(table, 0);
      table.view = { status: ["active"] };
      await shown(table);
      await select(table, 0);
      expect(textOf(table.shadowRoot!.querySelector(".selected-count"))).to.equal("2 selected");
      const lines = (await table.exportCsv().text()).trimEnd().split("\r\n");
      expect(lines.slice(1).map((line) => line.split(",")[1])).to.deep.equal(["contact-s1", "contact-s0"]);
      buttonOf(table, "End…")!.click();
      await loaded(table);
      buttonOf(table, "End 2 sessions")!.click();
      await shown(table);
      expect(source.ends.map(({ session }) => session.id).sort()).to.deep.equal(["s0", "s1"]);
      for (const end of source.ends) end.resolve();
      await shown(table);
      await shown(table);
      expect(table.shadowRoot!.querySelector(".selected-count"), "what has ended is done with").to.equal(null);
    });

    it("is forgotten with its source", async () => {
      const { table } = await serverTable();
      await select(table, 0);
      table.dataSource = Object.assign(new ScriptedSource(serverFloor(3)), { queries: true });
      await shown(table);
      expect(table.shadowRoot!.querySelector(".selected-count")).to.equal(null);
    });
  });

  it("says while a further page is out, and asks once", async () => {
    const { source, table } = await serverTable();
    source.standing = undefined;
    const button = buttonOf(table, "Show more")!;
    button.click();
    await shown(table);
    button.click();
    await shown(table);
    expect(source.requests).to.have.length(2);
    expect(button.getAttribute("aria-busy")).to.equal("true");
    expect(textOf(button)).to.equal("Loading more…");
    source.standing = serverFloor(4);
    source.last.answer(serverFloor(4)(source.last.request));
    await shown(table);
    await shown(table);
    expect(contacts(table)).to.have.length(4);
  });

  it("asks for a search when the person has paused, not for each key", async () => {
    const { source, table, environment } = await serverTable();
    const input = table.shadowRoot!.querySelector<HTMLInputElement>(".search input")!;
    for (const text of ["a", "ab", "abc"]) {
      input.value = text;
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
      await environment.pass(100);
    }
    expect(source.requests).to.have.length(1);
    await environment.pass(300);
    await shown(table);
    expect(source.requests).to.have.length(2);
    expect(source.last.request.query).to.deep.equal({ text: "abc" });
  });

  it("takes a row that left its page for elsewhere, not for gone", async () => {
    const { source, table } = await serverTable();
    source.standing = { sessions: [wireRow("s1"), wireRow("s2")], total: 20 };
    await table.refresh();
    expect(contacts(table)).to.deep.equal(["contact-s1", "contact-s2"]);
  });

  it("carries a pause over to the next query", async () => {
    const { source, table, environment } = await serverTable();
    table.pause();
    table.view = { status: ["active"] };
    await environment.pass(300_000);
    expect(table.paused).to.equal(true);
    const asked = source.requests.length;
    await environment.pass(300_000);
    expect(source.requests).to.have.length(asked);
  });
});
