import { expect, fixture, html } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import "../../../src/define.js";
import { sessionStoreFor } from "../../../src/instances/session-store-for.js";
import type { TransferSessionsSummary } from "../../../src/elements/transfer-sessions-summary/transfer-sessions-summary.element.js";
import { layOut } from "../../../src/elements/transfer-sessions-summary/tiles/distribution.js";
import type { TransferDataSource } from "../../../src/sources/data-source.js";
import { FakeEnvironment, NOON } from "../../support/fake-environment.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { buttonOf, rowsOf, shown, textOf } from "../../support/table.js";
import { collectWarnings } from "../../support/warnings.js";

const ROWS = [
  wireRow("a", { status: "pending", provider: "five9", createdAt: NOON - 30_000 }),
  wireRow("b", { status: "queued", createdAt: NOON - 120_000 }),
  wireRow("c", { status: "active", createdAt: NOON - 900_000 }),
  wireRow("d", { status: "active", channel: "voice", updatedAt: NOON - 3_700_000, createdAt: NOON - 4_000_000 }),
  wireRow("e", { status: "on hold", provider: "" }),
];

async function floor(source: TransferDataSource = new ScriptedSource(ROWS), alerts = false) {
  const environment = new FakeEnvironment();
  sessionStoreFor(source, { environment });
  const root = await fixture<HTMLElement>(
    html`<transfer-sessions-provider .dataSource=${source}>
      <transfer-sessions-summary for="floor" ?alerts=${alerts}></transfer-sessions-summary>
      <transfer-sessions-table id="floor"></transfer-sessions-table>
    </transfer-sessions-provider>`,
  );
  const summary = root.querySelector("transfer-sessions-summary")!;
  const table = root.querySelector("transfer-sessions-table")!;
  await shown(summary);
  await shown(table);
  await shown(summary);
  return { environment, root, summary, table };
}

const tiles = (summary: TransferSessionsSummary) =>
  [...summary.shadowRoot!.querySelectorAll("[part=tile]")].map((tile) => textOf(tile));
const press = async (summary: TransferSessionsSummary, name: RegExp) => {
  buttonOf(summary, name)!.click();
  await shown(summary);
};
const pressed = (summary: TransferSessionsSummary) =>
  [...summary.shadowRoot!.querySelectorAll("[aria-pressed=true]")].map((button) => textOf(button));

describe("transfer-sessions-summary", () => {
  collectWarnings();

  it("tells the floor in a few numbers", async () => {
    const { summary } = await floor();
    expect(tiles(summary)).to.deep.equal([
      "Sessions 5 Pending 1 Queued 1 Active 2 Post-agent 0 Ended 0 on hold 1",
      "Longest wait 2m 00s 2 waiting · 2m 00s since this page opened",
      "Needs attention 1 1 stale",
      "By provider Genesys 3 No provider 1 Five9 1",
    ]);
  });

  it("tells what a source has counted that answers queries, and not what it cannot know", async () => {
    const facets = { status: { queued: 20, active: 70_000, odd: 1 }, provider: { genesys: 50_000, "": 20_021 } };
    const answer = { sessions: ROWS, total: 70_021, nextPage: "2", facets };
    const source = Object.assign(new ScriptedSource(answer), { queries: true });
    const { environment, summary } = await floor(source);
    expect(tiles(summary)).to.deep.equal([
      "Sessions 70,021 Pending 0 Queued 20 Active 70,000 Post-agent 0 Ended 0 odd 1",
      "Longest wait — 20 waiting",
      "Needs attention —",
      "By provider Genesys 50,000 No provider 20,021",
    ]);
    source.standing = { ...answer, facets: { ...facets, status: { queued: 21 } } };
    await environment.pass(30_000);
    await shown(summary);
    expect(tiles(summary)[0]).to.contain("Queued 21");
  });

  it("keeps polls going in a hidden page while a person wants to be called, and its buttons say so", async () => {
    const source = new ScriptedSource(ROWS);
    const { environment, summary } = await floor(source, true);
    environment.visible.set(false);
    await environment.pass(300_000);
    expect(source.requests).to.have.length(1);
    await press(summary, /Make a sound .* while this page is hidden/);
    await environment.pass(60_000);
    const before = source.requests.length;
    expect(before).to.be.within(3, 4);
    await press(summary, /Make a sound/);
    await environment.pass(300_000);
    expect(source.requests).to.have.length(before);
  });

  it("filters the table by what is pressed, and takes it back when pressed again", async () => {
    const { summary, table } = await floor();
    await press(summary, /^Active/);
    await shown(table);
    expect(table.view.status).to.deep.equal(["active"]);
    expect(rowsOf(table)).to.have.length(2);
    expect(pressed(summary)).to.deep.equal(["Active 2"]);
    await press(summary, /^Genesys/);
    expect(table.view).to.deep.include({ status: ["active"], provider: ["genesys"] });
    await press(summary, /^Active/);
    expect(table.view.status).to.equal(undefined);
    await press(summary, /^Needs attention/);
    await shown(table);
    expect(table.view.attention).to.equal(true);
    expect(rowsOf(table).map((row) => row.querySelector(".id")?.getAttribute("title"))).to.deep.equal(["contact-d"]);
    await press(summary, /^Needs attention/);
    await press(summary, /^Genesys/);
    expect(table.view.attention).to.equal(undefined);
    expect(table.view.provider).to.equal(undefined);
  });

  it("shows who waits, the longest first", async () => {
    const { summary, table } = await floor();
    table.view = { columns: ["contact", "status"], density: "compact" };
    await press(summary, /^Longest wait/);
    await shown(table);
    expect(table.view).to.deep.equal({
      status: ["pending", "queued"],
      sort: [{ by: "duration", direction: "descending" }],
      columns: ["contact", "status"],
      density: "compact",
    });
    expect(rowsOf(table)).to.have.length(2);
  });

  it("follows the filters of the table", async () => {
    const { summary, table } = await floor();
    buttonOf(table, /^Needs attention/)!.click();
    await shown(summary);
    expect(pressed(summary)[0]).to.match(/^Needs attention/);
  });

  it("counts the wait up, amber, then red, and keeps the longest of the last hour", async () => {
    const source = new ScriptedSource([wireRow("b", { status: "queued", createdAt: NOON - 120_000 })]);
    const { summary, environment } = await floor(source);
    const wait = () => summary.shadowRoot!.querySelector(".wait, .calm")!;
    expect([textOf(wait()), wait().getAttribute("data-level")]).to.deep.equal(["2m 00s", ""]);
    await environment.pass(61_000);
    expect([textOf(wait()), wait().getAttribute("data-level")]).to.deep.equal(["3m 01s", "warning"]);
    await environment.pass(120_000);
    expect([textOf(wait()), wait().getAttribute("data-level")]).to.deep.equal(["5m 01s", "critical"]);
    source.standing = [wireRow("b", { status: "active", createdAt: NOON - 120_000, updatedAt: NOON + 200_000 })];
    await environment.pass(30_000);
    await shown(summary);
    expect(tiles(summary)[1]).to.equal("Longest wait Nobody is waiting 0 waiting · 5m 20s since this page opened");
    await environment.pass(50 * 60_000);
    expect(tiles(summary)[1]).to.contain("5m 20s since this page opened");
    await environment.pass(6 * 60_000 + 30_000);
    expect(tiles(summary)[1]).to.equal("Longest wait Nobody is waiting 0 waiting · 5m 20s in the last hour");
  });

  it("filters by keyboard alone", async () => {
    const { summary, table } = await floor();
    buttonOf(summary, /^Pending/)!.focus();
    await sendKeys({ press: "Tab" });
    await sendKeys({ press: "Enter" });
    await shown(table);
    expect(table.view.status).to.deep.equal(["queued"]);
    await sendKeys({ press: "Space" });
    expect(table.view.status).to.equal(undefined);
  });

  it("has words instead of buttons where there is no table to filter", async () => {
    const source = new ScriptedSource(ROWS);
    sessionStoreFor(source, { environment: new FakeEnvironment() });
    const summary = await fixture<TransferSessionsSummary>(
      html`<transfer-sessions-summary .dataSource=${source}></transfer-sessions-summary>`,
    );
    await shown(summary);
    await shown(summary);
    expect(summary.shadowRoot!.querySelectorAll("button")).to.have.length(0);
    summary.htmlFor = "nowhere";
    await shown(summary);
    buttonOf(summary, /^Active/)!.click();
    await shown(summary);
    expect(pressed(summary)).to.deep.equal([]);
  });

  it("shows nothing as zero that is not known", async () => {
    for (const source of [undefined, new ScriptedSource(), new ScriptedSource(() => null)]) {
      const summary = await fixture<TransferSessionsSummary>(
        html`<transfer-sessions-summary .dataSource=${source}></transfer-sessions-summary>`,
      );
      await shown(summary);
      expect(tiles(summary)[0]).to.equal("Sessions — Pending —Queued —Active —Post-agent —Ended —");
    }
  });

  it("shows no zero where records came and none could be read", async () => {
    const { summary } = await floor(new ScriptedSource([{ status: "queued" }]));
    expect(tiles(summary)[0]).to.equal("Sessions — Pending — Queued — Active — Post-agent — Ended —");
    expect(summary.shadowRoot!.querySelector("section")!.ariaBusy, "nothing is waited for").to.equal("false");
  });

  it("says that its numbers are old", async () => {
    const source = new ScriptedSource(ROWS);
    const { summary, environment } = await floor(source);
    source.standing = () => null;
    await environment.pass(30_000);
    await shown(summary);
    expect(textOf(summary.shadowRoot!.querySelector(".stale"))).to.match(/^Stale: as known at /);
    expect(tiles(summary)[0]).to.match(/^Sessions 5 /);
  });

  it("takes thresholds of its own, of the provider, and no bad ones", async () => {
    const { summary, root } = await floor();
    const provider =
      root.closest("transfer-sessions-provider") ?? (root as HTMLElementTagNameMap["transfer-sessions-provider"]);
    provider.attention = { waitingWarning: 60, stale: Infinity };
    await shown(summary);
    await shown(summary);
    expect(tiles(summary)[2]).to.equal("Needs attention 1 1 waiting long");
    summary.attention = { waitingCritical: 60 };
    await shown(summary);
    expect(tiles(summary)[2]).to.equal("Needs attention 1 1 waiting too long");
    for (const odd of [7, "x", [], { nonsense: 1 }, { stale: -1 }, { stale: NaN }]) {
      summary.attention = odd as Partial<{ stale: number }>;
    }
    await shown(summary);
    expect(tiles(summary)[2]).to.contain("1 waiting long");
  });

  it("draws shares side by side, and none too narrow to be seen", () => {
    const parts = layOut([
      { value: "a", count: 1 },
      { value: "b", count: 0 },
      { value: "c", count: 9_999 },
    ]);
    expect(parts.map(({ value }) => value)).to.deep.equal(["a", "c"]);
    expect(parts[0]!.width).to.be.greaterThan(10);
    expect(parts[1]!.x + parts[1]!.width).to.be.closeTo(1_000, 0.01);
    expect(layOut([])).to.deep.equal([]);
  });

  it("offers alerts only where the host does, off until a click", async () => {
    const { summary } = await floor();
    expect(summary.shadowRoot!.querySelector(".alerts")).to.equal(null);
    const { summary: offering } = await floor(new ScriptedSource(ROWS), true);
    const buttons = [...offering.shadowRoot!.querySelectorAll(".alerts button")];
    expect(buttons.map((button) => button.getAttribute("aria-pressed"))).to.deep.equal(["false", "false"]);
  });
});
