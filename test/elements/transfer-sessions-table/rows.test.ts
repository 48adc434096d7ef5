import { expect } from "@open-wc/testing";
import { sessionStoreFor } from "../../../src/instances/session-store-for.js";
import { cellOf, rowsOf, shown, tableOn, textOf } from "../../support/table.js";
import { NOON } from "../../support/fake-environment.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";

const UUID = "9be2047f-33a1-4c55-a8be-5f2d7c9011ac";

/** The element whose own text it is. */
const writtenIn = (element: Element): Element => {
  const inner = [...element.children].find((child) => textOf(child) !== "");
  return inner ? writtenIn(inner) : element;
};

describe("transfer-sessions-table: rows", () => {
  it("shows the eight columns of a session", async () => {
    const { table } = await tableOn(new ScriptedSource([wireRow("a", { contactId: UUID })]));
    const headers = [...table.shadowRoot!.querySelectorAll("[role=columnheader]")].map(textOf);
    expect(headers).to.deep.equal([
      "Contact",
      "Agent",
      "Provider",
      "Channel",
      "Status",
      "Queue",
      "Duration",
      "Actions",
    ]);
    const [row] = rowsOf(table);
    const texts = [...row!.querySelectorAll("[role=gridcell], [role=rowheader]")].map(textOf);
    expect(texts).to.deep.equal([
      "9be2047f…11ac",
      "Billing Assistant",
      "Genesys",
      "Chat",
      "Queued",
      "General",
      "2m 00s",
      "End",
    ]);
    expect(row!.querySelector(`[title="${UUID}"]`), "the whole id on hover").to.exist;
  });

  it("shows open-list values raw and missing ones as a dash with a name", async () => {
    const { table } = await tableOn(
      new ScriptedSource([wireRow("a", { provider: "acme", channel: "fax", status: "on hold", queue: null })]),
    );
    const [row] = rowsOf(table);
    expect(textOf(cellOf(row!, "provider"))).to.equal("acme");
    expect(textOf(cellOf(row!, "channel"))).to.equal("fax");
    expect(textOf(cellOf(row!, "status"))).to.equal("on hold");
    expect(textOf(cellOf(row!, "queue"))).to.equal("—");
    expect(cellOf(row!, "queue").querySelector("[aria-label=none]")).to.exist;
  });

  it("never takes data for markup", async () => {
    const { table } = await tableOn(
      new ScriptedSource([
        wireRow("a", { agentName: "<img src=x onerror=alert(1)>", queue: "</td><script>1</script>" }),
      ]),
    );
    expect(table.shadowRoot!.querySelector("img, script")).to.equal(null);
    expect(textOf(cellOf(rowsOf(table)[0]!, "agent"))).to.equal("<img src=x onerror=alert(1)>");
  });

  it("cuts texts that no cell could show", async () => {
    const { table } = await tableOn(
      new ScriptedSource([wireRow("a", { agentName: "𝒜".repeat(100_000), contactId: "é".repeat(1_000_000) })]),
    );
    expect(table.shadowRoot!.textContent.length).to.be.lessThan(5_000);
    expect(
      () => encodeURIComponent(textOf(table.shadowRoot!.querySelector("table"))),
      "no half characters",
    ).not.to.throw();
  });

  it("keeps the DOM nodes of a row whose status changed, and writes only what changed", async () => {
    const source = new ScriptedSource([wireRow("a"), wireRow("b")]);
    const { table, environment } = await tableOn(source);
    const before = rowsOf(table);
    const cells = [...before[0]!.querySelectorAll("td")];
    source.standing = [wireRow("a", { status: "active", updatedAt: NOON }), wireRow("b")];
    await environment.pass(30_000);
    await shown(table);
    const after = rowsOf(table);
    expect(textOf(cellOf(after[0]!, "status"))).to.equal("Active");
    expect(after[0]).to.equal(before[0]);
    expect(after[1]).to.equal(before[1]);
    expect([...after[0]!.querySelectorAll("td")]).to.deep.equal(cells);
  });

  it("marks new rows and changed statuses for a moment, and nothing of the first list", async () => {
    const source = new ScriptedSource([wireRow("a"), wireRow("b")]);
    const { table, environment } = await tableOn(source);
    const marks = () => rowsOf(table).map((row) => row.dataset["mark"]);
    expect(marks()).to.deep.equal([undefined, undefined]);
    source.standing = [wireRow("a", { status: "active" }), wireRow("b", { updatedAt: NOON }), wireRow("c")];
    await table.refresh();
    expect(marks()).to.deep.equal(["changed", undefined, "new"]);
    await environment.pass(1_200);
    await shown(table);
    expect(marks()).to.deep.equal([undefined, undefined, undefined]);
  });

  it("keeps focus in its row while rows come, go and change places", async () => {
    const source = new ScriptedSource([wireRow("a"), wireRow("b"), wireRow("c")]);
    const { table } = await tableOn(source);
    const button = cellOf(rowsOf(table)[2]!, "actions").querySelector("button")!;
    button.focus();
    source.standing = [wireRow("new"), wireRow("c"), wireRow("b")];
    await table.refresh();
    expect(table.shadowRoot!.activeElement).to.equal(button);
    expect(textOf(cellOf(button.closest<HTMLElement>("[role=row]")!, "contact"))).to.equal("contact-c");
  });

  it("keeps a row that has left in its place for a while, without an End", async () => {
    const source = new ScriptedSource([wireRow("a"), wireRow("b"), wireRow("c")]);
    const { table, environment } = await tableOn(source);
    source.standing = [wireRow("a"), wireRow("c")];
    await table.refresh();
    let [, left] = rowsOf(table);
    expect(rowsOf(table)).to.have.length(3);
    expect(textOf(cellOf(left!, "status"))).to.equal("Gone");
    const names = [...left!.querySelectorAll("button")].map((button) => button.ariaLabel);
    expect(names, "what is under a pointer stays").to.deep.equal(["Copy contact contact-b"]);
    expect(textOf(table.shadowRoot!.querySelector("h2"))).to.equal("Transfer sessions 2");
    expect(table.shadowRoot!.querySelector("table")!.getAttribute("aria-rowcount")).to.equal("4");
    await environment.pass(30_000);
    await shown(table);
    expect(rowsOf(table)).to.have.length(2);
  });

  it("lets an ended row leave at once and a returning row be itself again", async () => {
    const source = new ScriptedSource([wireRow("a", { status: "ended" }), wireRow("b")]);
    const { table } = await tableOn(source);
    source.standing = [];
    await table.refresh();
    expect(rowsOf(table).map((row) => textOf(cellOf(row, "status")))).to.deep.equal(["Gone"]);
    source.standing = [wireRow("b")];
    await table.refresh();
    expect(rowsOf(table).map((row) => textOf(cellOf(row, "status")))).to.deep.equal(["Queued"]);
  });

  it("says expired of a row whose time had passed", async () => {
    const source = new ScriptedSource([wireRow("a", { updatedAt: NOON - 30 * 60_000 })]);
    const { table } = await tableOn(source);
    source.standing = [];
    await table.refresh();
    expect(textOf(cellOf(rowsOf(table)[0]!, "status"))).to.equal("Expired");
  });

  it("ticks durations with one timer, into the same element, and only when the text changes", async () => {
    const { table, environment } = await tableOn(
      new ScriptedSource([wireRow("a"), wireRow("b", { createdAt: NOON - 3_600_000 })]),
    );
    const [first, second] = rowsOf(table).map((row) => cellOf(row, "duration").querySelector(".duration")!);
    const [young, old] = [writtenIn(first!), writtenIn(second!)];
    let written = 0;
    const observer = new MutationObserver((records) => (written += records.length));
    observer.observe(old, { characterData: true, childList: true, subtree: true });
    await environment.pass(3_000);
    const timers = environment.timerCount;
    await environment.pass(2_000);
    await shown(table);
    expect(textOf(young)).to.equal("2m 05s");
    expect(writtenIn(rowsOf(table)[0]!.querySelector(".duration")!)).to.equal(young);
    expect(environment.timerCount).to.equal(timers);
    expect(written, "an hour-long duration has not changed its text").to.equal(0);
    observer.disconnect();
  });

  it("freezes the duration of an ended session", async () => {
    const { table, environment } = await tableOn(
      new ScriptedSource([wireRow("a", { status: "ended", endedAt: NOON - 60_000 })]),
    );
    await environment.pass(10_000);
    expect(textOf(cellOf(rowsOf(table)[0]!, "duration"))).to.equal("1m 00s");
  });

  it("measures durations by the server's clock", async () => {
    const source = new ScriptedSource({ sessions: [wireRow("a", { status: "active" })], serverTime: NOON + 3_600_000 });
    const { table } = await tableOn(source);
    expect(textOf(cellOf(rowsOf(table)[0]!, "duration"))).to.equal("1h 02m");
  });

  it("tells of a wait that grows long, in colour and word", async () => {
    const { table, environment } = await tableOn(new ScriptedSource([wireRow("a", { createdAt: NOON - 175_000 })]));
    const duration = () => cellOf(rowsOf(table)[0]!, "duration");
    expect(textOf(duration())).to.equal("2m 55s");
    await environment.pass(6_000);
    expect(textOf(duration())).to.equal("3m 01s, waiting long");
    await environment.pass(120_000);
    expect(textOf(duration())).to.equal("5m 01s, waiting too long");
    expect(duration().querySelector("[data-level=critical]")).to.exist;
  });

  it("stops its timers when it leaves", async () => {
    const source = new ScriptedSource([wireRow("a")]);
    const { table, environment } = await tableOn(source);
    table.remove();
    await environment.pass(120_000);
    expect(environment.timerCount).to.equal(0);
    expect(environment.visible.listenerCount).to.equal(0);
    expect(source.requests).to.have.length(1);
    expect(sessionStoreFor(source).snapshot.sessions).to.have.length(1);
  });

  it("stands ten thousand bad rows of every shape and counts them", async () => {
    const bad = [null, 1, "x", true, [], {}, { id: "" }, { id: {} }, { id: null }, [[]]];
    const rows: unknown[] = Array.from({ length: 10_000 }, (_, index) => bad[index % bad.length]);
    rows.splice(5_000, 0, wireRow("good"), wireRow("half", { createdAt: "yesterday", queue: {} }));
    const { table } = await tableOn(new ScriptedSource(rows));
    expect(rowsOf(table)).to.have.length(2);
    expect(textOf(table.shadowRoot!.querySelector("summary"))).to.equal("10,000 records could not be read");
    expect(rowsOf(table)[1]!.querySelector("[aria-label^='2 fields could not be read']")).to.exist;
    expect(table.shadowRoot!.querySelectorAll("details li").length).to.be.lessThan(100);
  });
});
