import { expect, fixture, html, oneEvent } from "@open-wc/testing";
import { setViewport } from "@web/test-runner-commands";
import type { TransferDataSource } from "../../../src/sources/data-source.js";
import { FakeEnvironment, NOON } from "../../support/fake-environment.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { buttonOf } from "../../support/table.js";
import { Deferred, detailsOn, dialog, fields, ID, key, shown, text } from "./support.js";

const full = (given: Record<string, unknown> = {}): Record<string, unknown> =>
  wireRow(ID, {
    providerSessionId: "sf-1",
    agentId: "agent-7",
    metadata: { locale: "en" },
    providerData: { accessToken: "hush", caseId: "5003" },
    ...given,
  });

const withGet = (
  source: ScriptedSource,
  get: NonNullable<TransferDataSource["get"]>,
): ScriptedSource & TransferDataSource => Object.assign(source, { get });

describe("<transfer-session-details>", () => {
  it("fills a small window up to the scroll bar of the page, which lies over it", async () => {
    await setViewport({ width: 380, height: 600 });
    // Where scroll bars are drawn over the page, in the tests' Chromium for one, this asks for less.
    const long = await fixture(html`<div style="block-size: 3000px"></div>`);
    try {
      const { details } = await detailsOn(new ScriptedSource([full()]));
      expect(dialog(details).getBoundingClientRect().right).to.equal(document.documentElement.clientWidth);
    } finally {
      long.remove();
      await setViewport({ width: 800, height: 600 });
    }
  });

  it("shows every field, the id taken apart, and both JSON blocks", async () => {
    const { details } = await detailsOn(new ScriptedSource([full()]));
    const shownFields = fields(details);
    expect(shownFields["Session ID"]).to.contain(ID).and.contain("UUID 0c1d-uuid").and.contain("Conversation conv:88");
    expect(shownFields).to.include({
      "Contact ID": `contact-${ID}`,
      Agent: "Billing Assistant agent-7",
      Provider: "Genesys",
      Status: "Queued",
      Channel: "Chat",
      "Provider session ID": "sf-1",
      Queue: "General",
      Duration: "2m 00s",
    });
    expect(shownFields["Expires"]).to.contain("29m");
    expect(shownFields["Created"]).to.contain("2026").and.contain("2 minutes ago");
    expect(shownFields["Updated"]).to.contain("1 minute ago");
    const panes = [...details.shadowRoot!.querySelectorAll("transfer-json-pane")];
    expect(panes.map(({ label }) => label)).to.deep.equal(["Metadata", "Provider data"]);
    await panes[1]!.updateComplete;
    expect(panes[1]!.shadowRoot!.textContent).to.contain("caseId").and.not.contain("hush");
  });

  it("is a labelled modal dialog that takes the focus", async () => {
    const { details } = await detailsOn(new ScriptedSource([full()]));
    expect(dialog(details).matches(":modal")).to.equal(true);
    const label = dialog(details).getAttribute("aria-labelledby")!;
    expect(details.shadowRoot!.getElementById(label)!.textContent).to.equal("Transfer session");
    expect(dialog(details).contains(details.shadowRoot!.activeElement)).to.equal(true);
  });

  it("closes by itself alone, and says so", async () => {
    const { details } = await detailsOn(new ScriptedSource([full()]));
    let closed = 0;
    let escapes = 0;
    details.addEventListener("close", () => closed++);
    const onKey = (): void => void escapes++;
    document.addEventListener("keydown", onKey);
    key(details, "Escape");
    document.removeEventListener("keydown", onKey);
    expect(escapes).to.equal(0);
    const told = oneEvent(details, "close");
    buttonOf(details, "Close")!.click();
    await told;
    await shown(details);
    expect(details.open).to.equal(false);
    expect(dialog(details).open).to.equal(false);
    expect(closed).to.equal(1);
  });

  it("waits for a list that has not arrived", async () => {
    const source = new ScriptedSource();
    const { details } = await detailsOn(source);
    expect(text(details)).to.contain("Loading the session");
    source.last.answer([full()]);
    await shown(details);
    expect(fields(details)["Provider"]).to.equal("Genesys");
  });

  it("says that nobody knows an id", async () => {
    const { details } = await detailsOn(new ScriptedSource([wireRow("other")]));
    expect(text(details)).to.contain("No session has this id").and.contain(ID);
  });

  it("says why nothing could be loaded", async () => {
    const source = new ScriptedSource(() => {
      throw new Error("The floor is closed.");
    });
    const { details } = await detailsOn(source);
    expect(text(details)).to.contain("could not be loaded").and.contain("The floor is closed.");
  });

  it("says when there is no source, and nothing chosen", async () => {
    const details = await fixture<HTMLElementTagNameMap["transfer-session-details"]>(
      html`<transfer-session-details inline></transfer-session-details>`,
    );
    expect(text(details)).to.contain("No session is chosen");
    details.sessionId = "x";
    await shown(details);
    expect(text(details)).to.contain("No data source is connected");
  });

  it("shows the row at once, and the fuller record when it comes", async () => {
    const answer = new Deferred<unknown>();
    const source = withGet(new ScriptedSource([wireRow(ID)]), () => answer.promise);
    const { details } = await detailsOn(source);
    expect(fields(details)["Provider"]).to.equal("Genesys");
    expect(details.shadowRoot!.querySelectorAll("transfer-json-pane").length).to.equal(0);
    answer.resolve(full());
    await shown(details);
    expect(details.shadowRoot!.querySelectorAll("transfer-json-pane").length).to.equal(2);
    expect(fields(details)["Provider session ID"]).to.equal("sf-1");
  });

  it("shows a session that only the source itself knows", async () => {
    const source = withGet(new ScriptedSource([]), async () => full());
    const { details } = await detailsOn(source);
    expect(fields(details)["Provider"]).to.equal("Genesys");
  });

  it("keeps the row when the fuller record fails, and tries again on request", async () => {
    let fails = true;
    const source = withGet(new ScriptedSource([wireRow(ID)]), async () => {
      if (fails) throw new Error("no luck");
      return full();
    });
    const { details } = await detailsOn(source);
    expect(text(details, ".notice.stale")).to.contain("no luck");
    fails = false;
    buttonOf(details, "Retry")!.click();
    await shown(details);
    expect(details.shadowRoot!.querySelector(".notice.stale")).to.equal(null);
    expect(details.shadowRoot!.querySelectorAll("transfer-json-pane").length).to.equal(2);
  });

  it("aborts the request on close and on removal", async () => {
    const signals: AbortSignal[] = [];
    const source = withGet(new ScriptedSource([wireRow(ID)]), (_id, { signal }) => {
      signals.push(signal);
      return new Promise(() => {});
    });
    const { details } = await detailsOn(source);
    details.close();
    await shown(details);
    expect(signals.map(({ aborted }) => aborted)).to.deep.equal([true]);
    details.show();
    await shown(details);
    details.remove();
    expect(signals.map(({ aborted }) => aborted)).to.deep.equal([true, true]);
  });

  it("is open again where it is put next", async () => {
    const { details } = await detailsOn(new ScriptedSource([full()]));
    const box = await fixture(html`<div></div>`);
    box.append(details);
    await shown(details);
    expect(details.open).to.equal(true);
    expect(dialog(details).matches(":modal")).to.equal(true);
  });

  it("keeps what is open and focused in a pane while polls change the data", async () => {
    let tick = 0;
    const source = new ScriptedSource(() => [
      full({ updatedAt: NOON - 60_000 + tick, providerData: { tick, deep: { tick } } }),
    ]);
    const { details } = await detailsOn(source);
    const pane = details.shadowRoot!.querySelectorAll("transfer-json-pane")[1]!;
    pane.expandAll();
    pane.focus();
    await pane.updateComplete;
    const focused = pane.shadowRoot!.activeElement;
    for (tick = 1; tick < 4; tick++) {
      buttonOf(details, "Refresh")!.click();
      await shown(details);
      await pane.updateComplete;
    }
    expect(details.shadowRoot!.querySelectorAll("transfer-json-pane")[1]).to.equal(pane);
    expect(pane.shadowRoot!.activeElement).to.equal(focused);
    expect(pane.shadowRoot!.querySelectorAll("[role=treeitem]").length).to.equal(4);
    expect(pane.shadowRoot!.textContent).to.contain("3");
  });

  it("draws the statuses that were seen", async () => {
    let status = "pending";
    const source = new ScriptedSource(() => [full({ status, createdAt: NOON - 52_000 })]);
    const { details, environment } = await detailsOn(source);
    await environment.pass(8_000);
    status = "queued";
    buttonOf(details, "Refresh")!.click();
    await shown(details);
    await environment.pass(5_000);
    await shown(details);
    const steps = [...details.shadowRoot!.querySelectorAll(".steps li")].map((item) =>
      item.textContent!.replaceAll(/\s+/g, " ").trim(),
    );
    expect(steps.length).to.equal(2);
    expect(steps[0]).to.contain("Pending").and.contain("1m 00s");
    expect(steps[1]).to.contain("Queued").and.contain("5s");
    expect(text(details, ".history")).to.not.contain("First seen");
  });

  it("admits what it did not see", async () => {
    const { details } = await detailsOn(new ScriptedSource([full({ status: "active" })]));
    expect(text(details, ".history")).to.contain("Not seen").and.contain("First seen");
  });

  it("keeps the last record of a session that left, and says what happened", async () => {
    let rows: unknown[] = [full()];
    const { details, environment } = await detailsOn(new ScriptedSource(() => rows));
    rows = [];
    buttonOf(details, "Refresh")!.click();
    await shown(details);
    expect(text(details, ".notice.left")).to.contain("left the list");
    expect(fields(details)["Provider"]).to.equal("Genesys");
    expect(buttonOf(details, /End/)).to.equal(undefined);
    await environment.pass(120_000);
    await shown(details);
    expect(text(details, ".notice.left")).to.contain("left the list");
    rows = [full()];
    buttonOf(details, "Refresh")!.click();
    await shown(details);
    expect(details.shadowRoot!.querySelector(".notice.left")).to.equal(null);
  });

  it("tells expired from gone", async () => {
    let rows: unknown[] = [full({ updatedAt: NOON - 29 * 60_000 - 50_000 })];
    const { details, environment } = await detailsOn(new ScriptedSource(() => rows));
    rows = [];
    await environment.pass(30_000);
    await shown(details);
    expect(text(details, ".notice.left")).to.contain("expired");
  });

  it("ends after a confirmation, with the events of the contract", async () => {
    const source = new ScriptedSource([full()]);
    const { details } = await detailsOn(source);
    const seen: string[] = [];
    for (const type of ["transfer-session-end-request", "transfer-session-ended"])
      details.addEventListener(type, () => seen.push(type));
    buttonOf(details, "End…")!.click();
    await shown(details);
    expect(seen).to.deep.equal([]);
    buttonOf(details, "End session")!.click();
    await shown(details);
    expect(source.ends.length).to.equal(1);
    expect(buttonOf(details, "Ending…")).to.not.equal(undefined);
    source.ends[0]!.resolve();
    await shown(details);
    expect(seen).to.deep.equal(["transfer-session-end-request", "transfer-session-ended"]);
  });

  it("offers no End that the host or the source does not", async () => {
    const source = new ScriptedSource([full()]);
    const { details } = await detailsOn(source, { canEnd: () => "Only the team lead" });
    expect(buttonOf(details, /End…/)!.getAttribute("aria-disabled")).to.equal("true");
    details.canEnd = () => false;
    await shown(details);
    expect(buttonOf(details, /End…/)).to.equal(undefined);
  });

  it("goes through the sessions with j and k, unless the host prevents it", async () => {
    const source = new ScriptedSource([wireRow("a"), full(), wireRow("c", { provider: "five9" })]);
    const { details } = await detailsOn(source);
    key(details, "j");
    await shown(details);
    expect(fields(details)["Provider"]).to.equal("Five9");
    key(details, "j");
    key(details, "k");
    await shown(details);
    expect(details.session!.id).to.equal(ID);
    details.addEventListener("transfer-session-open", (event) => event.preventDefault());
    buttonOf(details, "Previous session")!.click();
    await shown(details);
    expect(details.session!.id).to.equal(ID);
  });

  it("forgets what was revealed when it goes on to another session", async () => {
    const source = new ScriptedSource([full(), { ...full(), id: "b" }]);
    const { details } = await detailsOn(source);
    const pane = () => details.shadowRoot!.querySelectorAll("transfer-json-pane")[1]!;
    buttonOf(pane(), "Reveal")!.click();
    await pane().updateComplete;
    expect(pane().shadowRoot!.textContent).to.contain("hush");
    key(details, "j");
    await shown(details);
    await pane().updateComplete;
    expect(pane().shadowRoot!.textContent).to.not.contain("hush");
  });

  it("shows links to the web only", async () => {
    const { warn } = console;
    console.warn = () => {};
    const links = [
      { label: "Console", href: "https://a.test/1" },
      { label: "Bad", href: "javascript:alert(1)" },
      null,
      5,
    ];
    const { details } = await detailsOn(new ScriptedSource([full()]), { sessionLinks: () => links as never });
    console.warn = warn;
    expect(
      [...details.shadowRoot!.querySelectorAll(".links a")].map((link) => link.getAttribute("href")),
    ).to.deep.equal(["https://a.test/1"]);
  });

  it("names the fields that could not be read", async () => {
    const { details } = await detailsOn(new ScriptedSource([full({ updatedAt: "soon" })]));
    expect(text(details, ".issues")).to.contain("1 field could not be read");
    expect(text(details, ".issues li")).to.match(/^updatedAt should be a time/);
  });

  it("calls a status that cannot be read unknown, as the table does", async () => {
    const { details } = await detailsOn(new ScriptedSource([full({ status: 5 })]));
    expect(fields(details)["Status"]).to.equal("Unknown");
    expect(text(details, "header .badge")).to.equal("Unknown");
  });

  it("takes the record that was given, and survives hostile ones", async () => {
    const details = await fixture<HTMLElementTagNameMap["transfer-session-details"]>(
      html`<transfer-session-details inline></transfer-session-details>`,
    );
    details.session = {
      id: "<img src=x onerror=alert(1)>",
      provider: "",
      channel: "",
      status: "",
      agentName: "x".repeat(1e6),
      createdAt: 8.64e15,
      updatedAt: 1e300,
      metadata: [],
    };
    await shown(details);
    expect(details.shadowRoot!.querySelector("img")).to.equal(null);
    expect(text(details).length).to.be.lessThan(5000);
  });

  for (const colorScheme of ["light", "dark"] as const) {
    it(`is accessible in ${colorScheme}`, async () => {
      document.documentElement.style.colorScheme = colorScheme;
      try {
        const environment = new FakeEnvironment();
        const { details } = await detailsOn(
          new ScriptedSource([full({ updatedAt: "soon" }), wireRow("b")]),
          {},
          environment,
        );
        await expect(details).to.be.accessible();
        const inline = await fixture<HTMLElementTagNameMap["transfer-session-details"]>(
          html`<transfer-session-details
            inline
            .dataSource=${new ScriptedSource([full()])}
            session-id=${ID}
          ></transfer-session-details>`,
        );
        await shown(inline);
        details.close();
        await shown(details);
        await expect(inline).to.be.accessible();
      } finally {
        document.documentElement.style.colorScheme = "";
      }
    });
  }
});
