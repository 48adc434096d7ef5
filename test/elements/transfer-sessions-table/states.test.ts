import { expect, fixture, html, oneEvent } from "@open-wc/testing";
import type { TransferSessionsTable } from "../../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import { buttonOf, rowsOf, shown, tableOn, textOf } from "../../support/table.js";
import { collectWarnings } from "../../support/warnings.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";

const stateOf = (table: HTMLElement) => table.shadowRoot!.querySelector("[data-state]")?.getAttribute("data-state");
const noticeOf = (table: HTMLElement) => textOf(table.shadowRoot!.querySelector(".notice"));
const regionOf = (table: HTMLElement) => textOf(table.shadowRoot!.querySelector(".base > [role=status]"));
const lineOf = (table: HTMLElement) => textOf(table.shadowRoot!.querySelector("[part=status-line]"));

describe("transfer-sessions-table: states", () => {
  const warnings = collectWarnings();

  it("says that no source is connected", async () => {
    const table = await fixture<TransferSessionsTable>(html`<transfer-sessions-table></transfer-sessions-table>`);
    expect(stateOf(table)).to.equal("not-connected");
    expect(buttonOf(table, "Refresh"), "nothing to refresh").to.equal(undefined);
  });

  it("shows a skeleton while the first answer is out, and calls itself busy", async () => {
    const source = new ScriptedSource();
    const { table } = await tableOn(source);
    expect(stateOf(table)).to.equal("loading");
    expect(table.shadowRoot!.querySelector("table")!.getAttribute("aria-busy")).to.equal("true");
    source.last.answer([]);
    await shown(table);
    expect(stateOf(table)).to.equal("empty");
    expect(table.shadowRoot!.querySelector("table")!.getAttribute("aria-busy")).to.equal("false");
  });

  it("tells an empty floor from one without integrations, and links to where to set one up", async () => {
    const source = Object.assign(new ScriptedSource([]), { integrations: async () => [] });
    const { table } = await tableOn(source);
    expect(stateOf(table)).to.equal("no-integration");
    table.settingsUrl = "/settings/transfer";
    await shown(table);
    const link = table.shadowRoot!.querySelector<HTMLAnchorElement>("a")!;
    expect(link.getAttribute("href")).to.equal("/settings/transfer");
  });

  it("tells an empty floor from one whose records cannot be read", async () => {
    const source = new ScriptedSource([{ status: "queued" }, null]);
    const { table } = await tableOn(source);
    expect(stateOf(table)).to.equal("unread");
    expect(textOf(table.shadowRoot!.querySelector(".count")), "how many there are").to.equal("");
    expect(textOf(table.shadowRoot!.querySelector(".quarantine summary"))).to.equal("2 records could not be read");
    source.standing = [null, wireRow("a")];
    buttonOf(table, "Refresh")!.click();
    await shown(table);
    expect([stateOf(table), rowsOf(table).length]).to.deep.equal([undefined, 1]);
    source.standing = [];
    buttonOf(table, "Refresh")!.click();
    await shown(table);
    expect(stateOf(table), "while the row lingers").to.equal(undefined);
  });

  it("links to http(s) only", async () => {
    const source = Object.assign(new ScriptedSource([]), { integrations: async () => [] });
    const { table } = await tableOn(source);
    for (const url of ["javascript:alert(1)", " jAvAscript:alert(1)", "data:text/html,x", "blob:x"]) {
      table.settingsUrl = url;
      await shown(table);
      expect(table.shadowRoot!.querySelector("a"), url).to.equal(null);
    }
    expect(warnings, "once, not four times").to.have.length(1);
  });

  it("takes failed integrations for unknown, never for none", async () => {
    const source = Object.assign(new ScriptedSource([]), { integrations: () => Promise.reject(new Error("no")) });
    const { table } = await tableOn(source);
    expect(stateOf(table)).to.equal("empty");
  });

  it("says that nothing could be loaded, and tries again on Retry", async () => {
    const source = new ScriptedSource(() => {
      throw new Error("The server answered 500.");
    });
    const { table } = await tableOn(source);
    expect(stateOf(table)).to.equal("error");
    expect(textOf(table.shadowRoot!.querySelector(".state"))).to.contain("The server answered 500.");
    source.standing = [wireRow("a")];
    buttonOf(table, "Retry")!.click();
    await shown(table);
    expect(rowsOf(table)).to.have.length(1);
  });

  it("keeps the old rows through a failure, marked stale, with Retry", async () => {
    const source = new ScriptedSource([wireRow("a")]);
    const { table, environment } = await tableOn(source);
    source.standing = () => {
      throw new Error("boom");
    };
    await environment.pass(30_000);
    await environment.pass(40_000);
    await shown(table);
    expect(rowsOf(table)).to.have.length(1);
    expect(noticeOf(table)).to.match(
      /^Stale The last update failed 40s ago\. Showing what was known at .+\. boom Retry$/,
    );
    source.standing = [wireRow("a"), wireRow("b")];
    buttonOf(table, "Retry")!.click();
    await shown(table);
    expect(noticeOf(table)).to.equal("");
    expect(rowsOf(table)).to.have.length(2);
  });

  it("shows what is no list as a failure, not as an empty floor", async () => {
    for (const answer of [null, 7, "x", {}, { sessions: 1 }]) {
      const { table } = await tableOn(new ScriptedSource(() => answer));
      expect(stateOf(table), JSON.stringify(answer)).to.equal("error");
    }
  });

  it("stops on 401, says so, tells the host, and goes on when asked", async () => {
    const source = new ScriptedSource([wireRow("a")]);
    const { table, environment } = await tableOn(source);
    source.standing = () => {
      throw Object.assign(new Error("expired"), { kind: "unauthorized", status: 401 });
    };
    const asked = oneEvent(table, "transfer-auth-required");
    await environment.pass(30_000);
    const event = await asked;
    expect(event.bubbles).to.equal(false);
    await environment.pass(3_600_000);
    await shown(table);
    expect(source.requests).to.have.length(2);
    expect(noticeOf(table)).to.contain("Sign-in is needed");
    expect(rowsOf(table)).to.have.length(1);
    source.standing = [wireRow("a")];
    buttonOf(table, "Try again")!.click();
    await shown(table);
    await environment.pass(30_000);
    expect(source.requests).to.have.length(4);
    expect(noticeOf(table)).to.equal("");
  });

  it("says a failure once for the ear, and that it is over", async () => {
    const source = new ScriptedSource([wireRow("a")]);
    const { table, environment } = await tableOn(source);
    const said: string[] = [];
    const region = table.shadowRoot!.querySelector(".base > [role=status]")!;
    new MutationObserver(() => said.push(textOf(region))).observe(region, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    source.standing = () => {
      throw new Error("boom");
    };
    for (let poll = 0; poll < 3; poll++) {
      await environment.pass(60_000);
      await shown(table);
    }
    expect(source.requests.length).to.be.greaterThan(2);
    expect(said).to.have.length(1);
    expect(said[0]).to.match(/^Stale\. The last update failed 1 second ago\. Showing what was known at /);
    source.standing = () => {
      throw Object.assign(new Error("expired"), { status: 401 });
    };
    await table.refresh();
    await shown(table);
    expect(said[1]).to.match(/^Sign-in is needed\. The sign-in has expired/);
    source.standing = [wireRow("a")];
    await table.refresh();
    await shown(table);
    expect(said.slice(2)).to.deep.equal(["Updates work again."]);
  });

  it("says the first failure for the ear, too, and nothing where all is well", async () => {
    const { table } = await tableOn(
      new ScriptedSource(() => {
        throw new Error("The server answered 500.");
      }),
    );
    expect(regionOf(table)).to.match(/^Transfer sessions could not be loaded\. .+ The server answered 500\.$/);
    const { table: well } = await tableOn(new ScriptedSource([wireRow("a")]));
    expect(regionOf(well)).to.equal("");
  });

  it("tells since when it knows nothing, or knows no more", async () => {
    const source = new ScriptedSource(() => {
      throw Object.assign(new Error("expired"), { status: 401 });
    });
    const { table, environment } = await tableOn(source);
    await environment.pass(90_000);
    await shown(table);
    expect(textOf(table.shadowRoot!.querySelector(".state"))).to.contain("The last try failed 1m 30s ago.");
    source.standing = [wireRow("a")];
    await table.refresh();
    source.standing = () => {
      throw Object.assign(new Error("expired"), { status: 401 });
    };
    await table.refresh();
    await shown(table);
    expect(noticeOf(table)).to.match(/until you try again\. Showing what was known at .+\. Try again$/);
  });

  it("says that sign-in is needed when nothing is known", async () => {
    const source = new ScriptedSource(() => {
      throw Object.assign(new Error("no"), { kind: "http", status: 403 });
    });
    const { table } = await tableOn(source);
    expect(stateOf(table)).to.equal("unauthorized");
  });

  it("tells how fresh it is and when the next answer comes", async () => {
    const { table, environment } = await tableOn(new ScriptedSource([wireRow("a")]));
    await environment.pass(12_000);
    expect(lineOf(table)).to.equal("Updated 12s ago · next in 18s");
    environment.online.set(false);
    await shown(table);
    expect(lineOf(table)).to.equal("Offline · Updated 12s ago");
  });

  it("pauses and resumes for a person, on every table of the source", async () => {
    const source = new ScriptedSource([wireRow("a")]);
    const { table, environment } = await tableOn(source);
    const { table: other } = await tableOn(source);
    buttonOf(table, "Pause")!.click();
    await environment.pass(300_000);
    await shown(other);
    expect(source.requests).to.have.length(1);
    expect(lineOf(other)).to.contain("Updates paused");
    expect(other.paused).to.equal(true);
    buttonOf(other, "Resume")!.click();
    await environment.pass(0);
    expect(source.requests).to.have.length(2);
    expect(table.paused).to.equal(false);
  });
});
