import { expect } from "@open-wc/testing";
import type { ListRequest, TransferDataSource } from "../../../src/sources/data-source.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { buttonOf, cellOf, rowsOf, shown, tableOn, textOf } from "../../support/table.js";

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

describe("transfer-sessions-table: a source that answers queries", () => {
  it("asks for one page, and tells the server's total", async () => {
    const { source, table } = await serverTable();
    expect(source.requests).to.have.length(1);
    expect(source.last.request).to.deep.include({ query: {} });
    expect(contacts(table)).to.deep.equal(["contact-s0", "contact-s1", "contact-s2"]);
    expect(textOf(table.shadowRoot!.querySelector("h2"))).to.equal("Transfer sessions 3 of 20");
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
