import { expect, fixture, html } from "@open-wc/testing";
import { sessionStoreFor } from "../../../src/instances/session-store-for.js";
import type { TransferSessionsProvider } from "../../../src/elements/transfer-sessions-provider/transfer-sessions-provider.element.js";
import type { TransferSessionsTable } from "../../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import { FakeEnvironment } from "../../support/fake-environment.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { rowsOf, shown, tableOn } from "../../support/table.js";
import { collectWarnings } from "../../support/warnings.js";

const fake = (source: ScriptedSource) => {
  const environment = new FakeEnvironment();
  sessionStoreFor(source, { environment });
  return environment;
};

describe("transfer-sessions-table: connection", () => {
  const warnings = collectWarnings();

  it("asks once at the start, then each poll-interval", async () => {
    const source = new ScriptedSource([wireRow("a")]);
    const { environment } = await tableOn(source);
    expect(source.requests).to.have.length(1);
    await environment.pass(29_999);
    expect(source.requests).to.have.length(1);
    await environment.pass(1);
    expect(source.requests).to.have.length(2);
    await environment.pass(60_000);
    expect(source.requests).to.have.length(4);
  });

  it("follows poll-interval, from markup and from script", async () => {
    const source = new ScriptedSource([]);
    const { table, environment } = await tableOn(source);
    table.setAttribute("poll-interval", "5000");
    await environment.pass(5_000);
    expect(source.requests).to.have.length(2);
    table.pollInterval = 1_000;
    await environment.pass(3_000);
    expect(source.requests).to.have.length(5);
  });

  it("ignores what is no interval, with one warning, and keeps the one before", async () => {
    const source = new ScriptedSource([]);
    const { table, environment } = await tableOn(source);
    table.pollInterval = 10_000;
    for (const bad of [0, -1, 30, 999, Number.NaN, Infinity, "soon", {}, [], true]) table.pollInterval = bad as number;
    expect(table.pollInterval).to.equal(10_000);
    expect(warnings.length).to.be.greaterThan(0);
    await environment.pass(10_000);
    expect(source.requests).to.have.length(2);
  });

  it("makes one request per interval for any number of tables", async () => {
    const source = new ScriptedSource([wireRow("a")]);
    const { table, environment } = await tableOn(source);
    const { table: other } = await tableOn(source);
    await environment.pass(30_000);
    expect(source.requests).to.have.length(2);
    expect(rowsOf(table)).to.have.length(1);
    expect(rowsOf(other)).to.have.length(1);
  });

  it("lets the smallest interval rule", async () => {
    const source = new ScriptedSource([]);
    const { environment } = await tableOn(source);
    const { table } = await tableOn(source);
    table.pollInterval = 10_000;
    await environment.pass(30_000);
    expect(source.requests).to.have.length(4);
    table.remove();
    await environment.pass(30_000);
    expect(source.requests).to.have.length(5);
  });

  it("is silent in a hidden page and asks at once on return", async () => {
    const source = new ScriptedSource([]);
    const { environment } = await tableOn(source);
    environment.visible.set(false);
    await environment.pass(600_000);
    expect(source.requests).to.have.length(1);
    environment.visible.set(true);
    await environment.pass(0);
    expect(source.requests).to.have.length(2);
  });

  it("asks at once on refresh(), which settles when the answer is shown", async () => {
    const source = new ScriptedSource([]);
    const { table } = await tableOn(source);
    source.standing = [wireRow("a")];
    await table.refresh();
    expect(source.requests).to.have.length(2);
    expect(rowsOf(table)).to.have.length(1);
  });

  it("never rejects a refresh(), not even without a source", async () => {
    const source = new ScriptedSource(() => {
      throw new Error("no");
    });
    const { table } = await tableOn(source);
    await table.refresh();
    await (document.createElement("transfer-sessions-table") as TransferSessionsTable).refresh();
  });

  it("asks nothing after it was removed, and resumes with one loop", async () => {
    const source = new ScriptedSource([]);
    const { table, environment } = await tableOn(source);
    const parent = table.parentElement!;
    table.remove();
    await environment.pass(120_000);
    expect(source.requests).to.have.length(1);
    parent.append(table);
    await environment.pass(60_000);
    expect(source.requests, "one at once, then one per interval").to.have.length(4);
  });

  it("makes no request when it is only moved, in mid-request or between polls", async () => {
    const source = new ScriptedSource();
    const { table, environment } = await tableOn(source);
    const parent = table.parentElement!;
    parent.append(table);
    await shown(table);
    expect(source.requests).to.have.length(1);
    expect(source.last.request.signal.aborted).to.equal(false);
    source.last.answer([wireRow("a")]);
    await shown(table);
    expect(rowsOf(table)).to.have.length(1);
    await environment.pass(10_000);
    table.remove();
    await environment.pass(5_000);
    parent.append(table);
    await environment.pass(14_999);
    expect(source.requests).to.have.length(1);
    await environment.pass(1);
    expect(source.requests).to.have.length(2);
  });

  it("aborts a request that nobody waits for, and its late answer changes nothing", async () => {
    const source = new ScriptedSource();
    const { table } = await tableOn(source);
    table.remove();
    await shown(table);
    expect(source.last.request.signal.aborted).to.equal(true);
    source.last.answer([wireRow("late")]);
    await shown(table);
    expect(sessionStoreFor(source).snapshot.sessions).to.have.length(0);
  });

  it("takes a source before it is inserted, after, and as a property of an element not yet defined", async () => {
    const before = document.createElement("transfer-sessions-table") as TransferSessionsTable;
    const source = new ScriptedSource([wireRow("a")]);
    fake(source);
    before.dataSource = source;
    expect(source.requests).to.have.length(0);
    const holder = await fixture(html`<div></div>`);
    holder.append(before);
    await shown(before);
    expect(rowsOf(before)).to.have.length(1);

    const raw = document.createElement("div");
    raw.innerHTML = "<x-late-table></x-late-table>";
    const late = raw.firstElementChild as TransferSessionsTable;
    late.dataSource = source;
    late.pollInterval = 1_000;
    holder.append(raw);
    const Table = customElements.get("transfer-sessions-table") as typeof TransferSessionsTable;
    customElements.define("x-late-table", class extends Table {});
    await shown(late);
    expect(rowsOf(late)).to.have.length(1);
    expect(late.pollInterval).to.equal(1_000);
  });

  it("changes from one source to another, and to none", async () => {
    const [one, two] = [new ScriptedSource([wireRow("a")]), new ScriptedSource([wireRow("b"), wireRow("c")])];
    const { table, environment } = await tableOn(one);
    fake(two);
    table.dataSource = two;
    await shown(table);
    expect(rowsOf(table)).to.have.length(2);
    await environment.pass(60_000);
    expect(one.requests).to.have.length(1);
    table.dataSource = undefined;
    await shown(table);
    expect(rowsOf(table)).to.have.length(0);
    expect(table.shadowRoot!.querySelector("[data-state=not-connected]")).to.exist;
  });

  it("ignores what is no source and keeps the one before", async () => {
    const source = new ScriptedSource([wireRow("a")]);
    const { table } = await tableOn(source);
    for (const bad of [1, "x", {}, { list: 1 }, [], true]) table.dataSource = bad as never;
    expect(table.dataSource).to.equal(source);
    expect(warnings.join()).to.contain("dataSource");
    await shown(table);
    expect(rowsOf(table)).to.have.length(1);
  });

  it("lives through sources that throw at once, return no promise, or answer twice", async () => {
    const sources = [
      () => {
        throw new Error("at once");
      },
      () => [wireRow("a")],
      () =>
        // oxlint-disable-next-line unicorn/no-thenable -- that a source hands out such a thing is what this is about
        Object.defineProperty({}, "then", {
          value: (resolve: (value: unknown) => void) => (resolve([wireRow("a")]), resolve([])),
        }),
    ];
    const counts = [];
    for (const list of sources) {
      const { table } = await tableOn({ list: list as never });
      counts.push(rowsOf(table).length);
    }
    expect(counts).to.deep.equal([0, 1, 1]);
  });

  it("tells how many rows came, changed and left", async () => {
    const source = new ScriptedSource([wireRow("a"), wireRow("b"), wireRow("c")]);
    const { table } = await tableOn(source);
    const seen: number[][] = [];
    table.addEventListener("transfer-sessions-updated", (event) => {
      expect(event.bubbles).to.equal(false);
      seen.push([event.added, event.changed, event.removed]);
    });
    source.standing = [wireRow("a"), wireRow("b", { status: "active" }), wireRow("d"), wireRow("e")];
    await table.refresh();
    await table.refresh();
    expect(seen).to.deep.equal([[2, 1, 1]]);
  });
});

describe("transfer-sessions-provider", () => {
  const warnings = collectWarnings();

  it("gives its source and interval to elements below it, through shadow roots", async () => {
    const source = new ScriptedSource([wireRow("a")]);
    const environment = fake(source);
    const provider = await fixture<TransferSessionsProvider>(html`
      <transfer-sessions-provider .dataSource=${source} poll-interval="5000">
        <div><transfer-sessions-table></transfer-sessions-table></div>
      </transfer-sessions-provider>
    `);
    const table = provider.querySelector("transfer-sessions-table")!;
    const box = document.createElement("div");
    const inner = document.createElement("transfer-sessions-table");
    box.attachShadow({ mode: "open" }).append(inner);
    provider.append(box);
    await shown(inner);
    await shown(table);
    expect([rowsOf(table).length, rowsOf(inner).length]).to.deep.equal([1, 1]);
    await environment.pass(5_000);
    expect(source.requests).to.have.length(2);
  });

  it("may be defined after the elements below it", async () => {
    const source = new ScriptedSource([wireRow("a")]);
    fake(source);
    const holder = await fixture(html`<div><x-late-provider></x-late-provider></div>`);
    const provider = holder.firstElementChild as TransferSessionsProvider;
    provider.dataSource = source;
    const table = document.createElement("transfer-sessions-table");
    provider.append(table);
    await shown(table);
    expect(rowsOf(table)).to.have.length(0);
    const Provider = customElements.get("transfer-sessions-provider") as typeof TransferSessionsProvider;
    customElements.define("x-late-provider", class extends Provider {});
    await shown(provider);
    await shown(table);
    expect(rowsOf(table)).to.have.length(1);
  });

  it("gives way to an element's own source, and comes back when that is gone", async () => {
    const [above, own] = [new ScriptedSource([wireRow("a")]), new ScriptedSource([wireRow("b"), wireRow("c")])];
    fake(above);
    fake(own);
    const provider = await fixture<TransferSessionsProvider>(html`
      <transfer-sessions-provider .dataSource=${above}>
        <transfer-sessions-table .dataSource=${own}></transfer-sessions-table>
      </transfer-sessions-provider>
    `);
    const table = provider.querySelector("transfer-sessions-table")!;
    await shown(table);
    expect(rowsOf(table)).to.have.length(2);
    expect(above.requests).to.have.length(0);
    table.dataSource = undefined;
    await shown(table);
    expect(rowsOf(table)).to.have.length(1);
  });

  it("passes a new source on, and is left behind by an element that moves out", async () => {
    const [one, two] = [new ScriptedSource([wireRow("a")]), new ScriptedSource([])];
    fake(one);
    fake(two);
    const provider = await fixture<TransferSessionsProvider>(html`
      <transfer-sessions-provider .dataSource=${one}>
        <transfer-sessions-table></transfer-sessions-table>
      </transfer-sessions-provider>
    `);
    const table = provider.querySelector("transfer-sessions-table")!;
    provider.dataSource = two;
    await shown(table);
    expect(two.requests).to.have.length(1);
    provider.parentElement!.append(table);
    await shown(table);
    expect(table.shadowRoot!.querySelector("[data-state=not-connected]")).to.exist;
  });

  it("refreshes, pauses and resumes its source", async () => {
    const source = new ScriptedSource([]);
    const environment = fake(source);
    const provider = await fixture<TransferSessionsProvider>(html`
      <transfer-sessions-provider .dataSource=${source}>
        <transfer-sessions-table></transfer-sessions-table>
      </transfer-sessions-provider>
    `);
    // The first answer is there: a refresh would join a poll that is under way.
    await shown(provider.querySelector("transfer-sessions-table")!);
    provider.pause();
    await provider.refresh();
    await environment.pass(300_000);
    expect(source.requests).to.have.length(2);
    provider.resume();
    await environment.pass(0);
    expect(source.requests).to.have.length(3);
  });

  it("ignores bad values with a warning", async () => {
    const provider = document.createElement("transfer-sessions-provider");
    provider.dataSource = { list: "no" } as never;
    provider.pollInterval = "often" as never;
    provider.src = "http://[bad";
    expect(provider.dataSource).to.equal(undefined);
    expect(provider.pollInterval).to.equal(undefined);
    expect(warnings.length).to.be.greaterThan(1);
    await provider.refresh();
  });
});
