import { expect } from "@open-wc/testing";
import { DEFAULT_LIFECYCLE } from "../../../src/domain/session/lifecycle.js";
import type { TransferSessionsTable } from "../../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import type { Integration, TransferDataSource } from "../../../src/sources/data-source.js";
import { memoryDataSource } from "../../../src/sources/memory/memory-data-source.js";
import { FakeEnvironment, NOON } from "../../support/fake-environment.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { buttonOf, cellOf, rowsOf, shown, tableOn, textOf } from "../../support/table.js";
import { collectWarnings } from "../../support/warnings.js";

const MINUTE = 60_000;
const POLL = 1_000;
const LINGER = 30_000;
const request = { signal: new AbortController().signal };

const row = (id: string, fields: Record<string, unknown> = {}) =>
  wireRow(id, { createdAt: NOON, updatedAt: NOON, status: "active", ...fields });

const expiresOf = (table: HTMLElement, index = 0) => textOf(cellOf(rowsOf(table)[index]!, "expires"));
const mutedOf = (table: HTMLElement) => rowsOf(table).map((one) => one.dataset.muted);

/** A table on the simulated floor, polling each second, by a clock that the test turns. */
async function floor(rows: readonly unknown[], lifecycle: Record<string, number> = {}) {
  const environment = new FakeEnvironment();
  const source = memoryDataSource({ sessions: rows, clock: environment.clock });
  await source.saveLifecycle(lifecycle, request);
  const { table } = await tableOn(source, environment);
  table.view = { columns: ["contact", "channel", "status", "duration", "expires"] };
  table.pollInterval = POLL;
  await shown(table);
  return { environment, source, table };
}

/** Sleeps through a long time, as a machine does, and wakes for the last seconds of it. */
async function passTo(environment: FakeEnvironment, table: TransferSessionsTable, milliseconds: number): Promise<void> {
  const until = NOON + milliseconds;
  environment.jumpTo(Math.max(environment.clock.now(), until - 3 * POLL));
  await environment.pass(until - environment.clock.now());
  await shown(table);
}

describe("transfer-sessions-table: lifecycle", () => {
  for (const [channel, minutes] of [...Object.entries(DEFAULT_LIFECYCLE), ["chat", 2] as const]) {
    if (minutes === 0) {
      it(`never lets ${channel} expire, and calls it stale after an hour`, async () => {
        const { environment, table } = await floor([row("a", { channel })]);
        expect(expiresOf(table)).to.equal("never");
        await passTo(environment, table, 60 * MINUTE - POLL);
        expect(expiresOf(table)).to.equal("never");
        await passTo(environment, table, 60 * MINUTE);
        expect(expiresOf(table)).to.equal("stale · 1h 00m");
        await passTo(environment, table, 60 * 24 * 60 * MINUTE);
        expect(mutedOf(table)).to.deep.equal([""]);
      });
      continue;
    }
    it(`lets ${channel} expire after exactly ${minutes} minutes, linger, and leave`, async () => {
      const { environment, table } = await floor([row("a", { channel })], { [channel]: minutes });
      await passTo(environment, table, minutes * MINUTE - POLL);
      expect(mutedOf(table)).to.deep.equal([""]);
      expect(expiresOf(table)).to.equal("1s");
      await passTo(environment, table, minutes * MINUTE + POLL);
      expect(mutedOf(table)).to.deep.equal(["expired"]);
      expect(expiresOf(table)).to.equal("expired");
      expect(buttonOf(table, /^End session/)).to.equal(undefined);
      await environment.pass(LINGER - 2 * POLL);
      await shown(table);
      expect(rowsOf(table)).to.have.length(1);
      await environment.pass(2 * POLL);
      await shown(table);
      expect(rowsOf(table)).to.have.length(0);
    });
  }

  it("is put off by activity, and by new settings at once", async () => {
    const source: TransferDataSource & { standing: unknown } = new ScriptedSource([row("a", { channel: "chat" })]);
    const environment = new FakeEnvironment();
    const { table } = await tableOn(source, environment);
    table.view = { columns: ["contact", "expires"] };
    await environment.pass(29 * MINUTE);
    expect(expiresOf(table)).to.equal("1m 00s");
    source.standing = [row("a", { channel: "chat", updatedAt: NOON + 29 * MINUTE })];
    await environment.pass(MINUTE);
    await shown(table);
    expect(expiresOf(table)).to.equal("29m");
    const { table: other, source: memory, environment: time } = await floor([row("b", { channel: "chat" })]);
    await memory.saveLifecycle({ chat: 5 }, request);
    await other.refresh();
    await time.pass(0);
    await shown(other);
    expect(expiresOf(other)).to.equal("5m 00s");
  });

  it("tells the exact moment of the present record, though the short text is the same, and words as they are set", async () => {
    const at = (seconds: number) => row("a", { channel: "chat", updatedAt: NOON + seconds * 1_000 });
    const source = new ScriptedSource([at(-45), row("b", { channel: "voice" })]);
    const { table } = await tableOn(source);
    table.view = { columns: ["contact", "expires"] };
    await shown(table);
    const titleOf = () => cellOf(rowsOf(table)[0]!, "expires").querySelector("[title]")!.getAttribute("title")!;
    const [text, title] = [expiresOf(table), titleOf()];
    source.standing = [at(-20), row("b", { channel: "voice" })];
    await table.refresh();
    expect(expiresOf(table)).to.equal(text);
    expect(titleOf()).not.to.equal(title);
    table.strings = { neverExpires: "nie" };
    await shown(table);
    expect(expiresOf(table, 1)).to.equal("nie");
  });

  it("sorts by what expires first, what never does last", async () => {
    const { table } = await floor([
      row("call", { channel: "voice" }),
      row("mail", { channel: "email" }),
      row("chat", { channel: "chat" }),
    ]);
    table.view = { columns: ["contact", "expires"], sort: [{ by: "expires", direction: "ascending" }] };
    await shown(table);
    expect(rowsOf(table).map((_, index) => expiresOf(table, index))).to.deep.equal(["30m", "1d 00h", "never"]);
  });

  it("says nothing of an ended session, an unknown channel or an unknown age", async () => {
    const { table } = await tableOn(
      new ScriptedSource([
        row("a", { status: "ended" }),
        row("b", { channel: "fax" }),
        row("c", { createdAt: null, updatedAt: null }),
      ]),
    );
    table.view = { columns: ["contact", "expires"] };
    await shown(table);
    expect([0, 1, 2].map((index) => expiresOf(table, index))).to.deep.equal(["—", "—", "—"]);
  });
});

const waiting = (id: string, age: number) => row(id, { status: "queued", channel: "email", createdAt: NOON - age });
const marks = (table: HTMLElement) =>
  [...table.shadowRoot!.querySelectorAll(".attention")].map((mark) => mark.getAttribute("aria-label"));

describe("transfer-sessions-table: attention", () => {
  const warnings = collectWarnings();

  it("marks with words, filters, and tells the host once per row and rule", async () => {
    const { table, environment } = await tableOn(new ScriptedSource([waiting("a", 0), waiting("b", 1_000_000)]));
    const told: string[] = [];
    table.addEventListener("transfer-attention", (event) => {
      expect(event.bubbles, "the data did it, no person").to.equal(false);
      told.push(`${event.session.id} ${event.rule} ${event.level}`);
    });
    expect(marks(table)).to.deep.equal(["Needs attention: waiting too long"]);
    expect(buttonOf(table, "Needs attention 1")).to.not.equal(undefined);
    await environment.pass(181_000);
    await shown(table);
    expect(told).to.deep.equal(["a waiting-warning warning"]);
    expect(marks(table)).to.deep.equal(["Needs attention: waiting long", "Needs attention: waiting too long"]);
    await environment.pass(600_000);
    expect(told).to.deep.equal(["a waiting-warning warning", "a waiting-critical critical"]);
    buttonOf(table, "Needs attention 2")!.click();
    await shown(table);
    expect(table.view.attention).to.equal(true);
  });

  it("lets rows come into the filter when they cross a threshold, without an answer", async () => {
    const { table, environment } = await tableOn(new ScriptedSource([waiting("a", 0), waiting("b", 1_000_000)]));
    table.pause();
    table.view = { attention: true };
    await shown(table);
    expect(rowsOf(table)).to.have.length(1);
    await environment.pass(180_001);
    await shown(table);
    expect(rowsOf(table)).to.have.length(2);
  });

  it("redraws the one row that crosses a threshold, and no other", async () => {
    const { table, environment } = await tableOn(new ScriptedSource([waiting("a", 0), waiting("b", 60_000)]));
    table.pause();
    const [first] = rowsOf(table).map((one) => cellOf(one, "contact"));
    let redrawn = 0;
    const observer = new MutationObserver((records) => (redrawn += records.length));
    observer.observe(first!, { subtree: true, childList: true, attributes: true, characterData: true });
    await environment.pass(120_001);
    await shown(table);
    expect(marks(table)).to.have.length(1);
    expect(redrawn).to.equal(0);
    observer.disconnect();
  });

  it("heeds thresholds of the table and warns of bad ones", async () => {
    const { table } = await tableOn(new ScriptedSource([waiting("a", 20_000)]));
    table.attention = { waitingWarning: 10 };
    await shown(table);
    expect(marks(table)).to.deep.equal(["Needs attention: waiting long"]);
    expect(cellOf(rowsOf(table)[0]!, "duration").querySelector("[data-level=warning]")).not.to.equal(null);
    table.attention = 5 as never;
    expect(warnings.join()).to.contain("attention must be an object");
  });

  it("says how many left at once, until it is dismissed", async () => {
    const source = new ScriptedSource(Array.from({ length: 12 }, (_, index) => waiting(`r${index}`, 0)));
    const { table, environment } = await tableOn(source);
    source.standing = [];
    await environment.pass(30_000);
    await environment.pass(60_000);
    await shown(table);
    const notice = () => textOf(table.shadowRoot!.querySelector(".departure"));
    expect(notice()).to.match(/^12 sessions left the list at once at .+\. If that is not the end of a shift/);
    buttonOf(table, "Dismiss")!.click();
    await shown(table);
    expect(notice()).to.equal("");
  });
});

describe("transfer-sessions-table: integrations and links", () => {
  const warnings = collectWarnings();

  it("names the providers with their state, and marks a session whose provider is not configured", async () => {
    const integrations: Integration[] = [
      { provider: "genesys", connected: true, name: "Genesys Cloud" },
      { provider: "five9", connected: false },
    ];
    const source = Object.assign(
      new ScriptedSource([
        row("a"),
        row("b", { provider: "five9" }),
        row("c", { provider: "acme" }),
        row("d", { provider: null }),
      ]),
      { integrations: async () => integrations },
    );
    const { table } = await tableOn(source);
    await shown(table);
    expect(textOf(table.shadowRoot!.querySelector(".integrations"))).to.equal(
      "Integrations Genesys Cloud Five9 not connected",
    );
    const marked = rowsOf(table).map((one) => cellOf(one, "provider").querySelector("[role=img][title]") !== null);
    expect(marked).to.deep.equal([false, true, true, false]);
  });

  it("marks nobody while the integrations are not known", async () => {
    const { table } = await tableOn(new ScriptedSource([row("a")]));
    expect(table.shadowRoot!.querySelector(".integrations")).to.equal(null);
    expect(cellOf(rowsOf(table)[0]!, "provider").querySelector(".unconfigured")).to.equal(null);
  });

  it("links to the provider's console and the Inbox, to http(s) only", async () => {
    const { table } = await tableOn(new ScriptedSource([row("a", { status: "ended" })]));
    const links = () =>
      [...rowsOf(table)[0]!.querySelectorAll("a")].map(
        (link) => `${link.getAttribute("aria-label")} ${link.href} ${link.rel}`,
      );
    table.sessionLinks = ({ id }) => [
      { label: "Console", href: `https://example.com/${id}` },
      { label: "Bad", href: "javascript:alert(1)" },
      { label: "", href: "https://example.com" },
      { label: "Inbox", href: "/inbox" },
    ];
    await shown(table);
    expect(links()).to.deep.equal([
      "Console https://example.com/a noopener noreferrer",
      `Inbox ${location.origin}/inbox noopener noreferrer`,
    ]);
    for (const odd of [
      () => null,
      () => 7,
      () => [null, 7, { label: 1 }],
      () => {
        throw new Error("mine");
      },
    ]) {
      table.sessionLinks = odd as never;
      await shown(table);
      expect(links()).to.deep.equal([]);
    }
    table.sessionLinks = "x" as never;
    expect(warnings.length).to.be.greaterThan(2);
  });
});
