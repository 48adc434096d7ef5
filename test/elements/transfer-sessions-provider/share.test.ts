import { expect, fixture, html } from "@open-wc/testing";
import "../../../src/define.js";
import type { TransferSessionsProvider } from "../../../src/elements/transfer-sessions-provider/transfer-sessions-provider.element.js";
import type { TransferDataSource } from "../../../src/sources/data-source.js";
import { Floor, INTERVAL, type Page } from "../../stores/sharing/page.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { cellOf, rowsOf, shown, textOf } from "../../support/table.js";
import { collectWarnings } from "../../support/warnings.js";

/** A tab, as far as its provider can tell: what it asks and whom it hears is the floor's. */
async function tab(floor: Floor, name: string): Promise<{ page: Page; provider: TransferSessionsProvider }> {
  const page = await floor.open(name);
  const provider = await fixture<TransferSessionsProvider>(html`
    <transfer-sessions-provider src="/api" share="tabs" .dataSource=${page.source}>
      <transfer-sessions-table></transfer-sessions-table>
    </transfer-sessions-provider>
  `);
  page.leave();
  await floor.pass(0);
  return { page, provider };
}

const tableIn = (provider: Element) => provider.querySelector("transfer-sessions-table")!;
const statuses = async (provider: Element) => {
  await shown(tableIn(provider));
  return rowsOf(tableIn(provider)).map((row) => textOf(cellOf(row, "status")));
};

const lone = (of: TransferDataSource) =>
  fixture<TransferSessionsProvider>(html`
    <transfer-sessions-provider share="tabs" .dataSource=${of}>
      <transfer-sessions-table></transfer-sessions-table>
    </transfer-sessions-provider>
  `);

describe("transfer-sessions-provider: share", () => {
  const warnings = collectWarnings();

  it("makes one request per interval for the elements of two tabs, and refreshes both", async () => {
    const floor = new Floor([wireRow("s1")]);
    const a = await tab(floor, "a");
    const b = await tab(floor, "b");
    floor.standing = [wireRow("s1"), wireRow("s2")];
    await floor.pass(INTERVAL);
    expect(floor.asked).to.deep.equal(["a 0", "a 30000"]);
    expect(await statuses(a.provider)).to.have.length(2);
    expect(await statuses(b.provider)).to.have.length(2);
    floor.standing = [wireRow("s1", { status: "active" }), wireRow("s2")];
    void b.provider.refresh();
    await floor.pass(0);
    expect(floor.asked).to.have.length(3);
    expect(await statuses(a.provider)).to.deep.equal(["Active", "Queued"]);
    expect(await statuses(b.provider)).to.deep.equal(["Active", "Queued"]);
  });

  it("makes no request when the provider is moved; removed, another goes on, and it joins again when it is back", async () => {
    const floor = new Floor([wireRow("s1")]);
    const a = await tab(floor, "a");
    const b = await tab(floor, "b");
    const place = a.provider.parentElement!;
    place.append(a.provider);
    await floor.pass(INTERVAL);
    expect(floor.asked).to.deep.equal(["a 0", "a 30000"]);
    a.provider.remove();
    await floor.pass(INTERVAL);
    expect(floor.asked.at(-1)).to.equal("b 60000");
    floor.standing = [wireRow("s1"), wireRow("s2")];
    await floor.pass(INTERVAL);
    place.append(a.provider);
    await floor.pass(0);
    expect(await statuses(a.provider)).to.have.length(2);
    expect(await statuses(b.provider)).to.have.length(2);
    await floor.pass(INTERVAL);
    expect(floor.asked.slice(2)).to.deep.equal(["b 60000", "b 90000", "b 120000"]);
  });

  it("is the same before and after connection, and can be taken back", async () => {
    const provider = document.createElement("transfer-sessions-provider");
    provider.share = "tabs";
    expect(provider.share).to.equal("tabs");
    provider.setAttribute("share", "tabs");
    provider.removeAttribute("share");
    expect(provider.share).to.equal(undefined);

    const floor = new Floor([wireRow("s1")]);
    const a = await tab(floor, "a");
    const b = await tab(floor, "b");
    b.provider.share = undefined;
    await shown(tableIn(b.provider));
    await floor.pass(0);
    expect(b.page.source.requests, "by itself").to.have.length(1);
    b.provider.share = "tabs";
    await floor.pass(INTERVAL);
    expect(b.page.source.requests).to.have.length(1);
    expect(await statuses(b.provider)).to.have.length(1);
    expect(a.page.source.requests).to.have.length(2);
  });

  it("ignores a bad value with one warning and keeps the one before", () => {
    const provider = document.createElement("transfer-sessions-provider");
    provider.share = "tabs";
    for (const bad of ["all", "all", "", true, {}]) provider.share = bad as never;
    expect(provider.share).to.equal("tabs");
    expect(warnings.filter((warning) => warning.includes('"all"'))).to.have.length(1);
    expect(warnings).to.have.length(4);
  });

  it("needs src for a name: without it warns once and does not share", async () => {
    const source = new ScriptedSource([wireRow("s1")]);
    const provider = await lone(source);
    await lone(source);
    expect(await statuses(provider)).to.have.length(1);
    expect(source.requests).to.have.length(1);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain("needs src");
  });

  it("warns of nothing whichever property comes first", async () => {
    const floor = new Floor([wireRow("s1")]);
    const page = await floor.open("a");
    const provider = document.createElement("transfer-sessions-provider");
    (await fixture(html`<div></div>`)).append(provider);
    provider.share = "tabs";
    provider.dataSource = page.source;
    provider.src = "/api";
    await provider.updateComplete;
    expect(warnings).to.have.length(0);
  });

  it("leaves a source alone that answers queries itself, and says so", async () => {
    const source = Object.assign(new ScriptedSource([wireRow("s1")]), { queries: true });
    const provider = await fixture(html`
      <transfer-sessions-provider src="/api" share="tabs" .dataSource=${source}>
        <transfer-sessions-table></transfer-sessions-table>
      </transfer-sessions-provider>
    `);
    expect(await statuses(provider)).to.have.length(1);
    expect(source.last.request.query).to.deep.equal({});
    expect(warnings.join()).to.contain("answers queries");
  });

  it("offers what the source offers, and hands it over untouched", async () => {
    const floor = new Floor([wireRow("s1")]);
    const { page, provider } = await tab(floor, "a");
    expect(provider.dataSource).to.equal(page.source);
    const [session] = page.store.snapshot.sessions;
    void page.store.end(session!, { reason: "spam" });
    expect(page.source.ends).to.have.length(1);
    expect(page.store.source.get).to.equal(undefined);
  });
});
