import { expect, fixture, html } from "@open-wc/testing";
import type { AgentTransferTrackerElement } from "../../src/elements/agent-transfer-tracker/agent-transfer-tracker.element.js";
import type { TransferSessionDetails } from "../../src/elements/transfer-session-details/transfer-session-details.element.js";
import type { TransferSessionsTable } from "../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import { ScriptedSource, wireRow } from "../support/scripted-source.js";
import { buttonOf, cellOf, dialogOf, escape, rowsOf, shown, tableOn, textOf } from "../support/table.js";
import { translate } from "../support/translator.js";
import { until } from "../support/until.js";
import { agent, FakeSdk } from "../tracker/world.js";

const rows = (count: number, status = "queued") =>
  Array.from({ length: count }, (_, at) => wireRow(`s${at}`, { status, agentName: `Agent ${count - at}` }));

/** A text, translated or not. */
const said = (node: Element | null | undefined): string => textOf(node).replaceAll(/[«»]/g, "");

/** What a row shows and what its End is for, which have to be of one session. */
function expectTrueRows(table: TransferSessionsTable): void {
  for (const row of rowsOf(table)) {
    const contact = said(cellOf(row, "contact"));
    expect(row.querySelector(".end")!.getAttribute("aria-label")).to.contain(contact.split(" ")[0]);
    expect(said(cellOf(row, "agent"))).to.equal(
      `Agent ${rowsOf(table).length - Number(/contact-s(\d+)/.exec(contact)![1])}`,
    );
  }
}

describe("on a page that is translated", () => {
  for (const isRude of [false, true]) {
    const how = isRude ? "by one who heeds no mark" : "by one who heeds the marks";

    it(`rows, counts and times are told as they are, ${how}`, async () => {
      const source = new ScriptedSource(rows(20));
      const { table, environment } = await tableOn(source);
      translate(document.body, isRude);
      const root = table.shadowRoot!;
      expect(textOf(root.querySelector(".title-text"))).to.equal("«Transfer sessions»");
      if (!isRude) expectTrueRows(table);
      table.view = { sort: [{ by: "agent", direction: "ascending" }] };
      await shown(table);
      expect(said(cellOf(rowsOf(table)[0]!, "agent"))).to.equal("Agent 1");
      if (isRude) translate(document.body, true);
      source.standing = rows(18, "active");
      await environment.pass(30_000);
      await environment.pass(40_000);
      await shown(table);
      expectTrueRows(table);
      for (const row of rowsOf(table)) expect(said(cellOf(row, "status"))).to.equal("Active");
      expect(said(root.querySelector(".count"))).to.equal("18");
      expect(said(root.querySelector(".status-line"))).to.match(/^Updated/);
      const duration = said(cellOf(rowsOf(table)[0]!, "duration"));
      await environment.pass(5_000);
      await shown(table);
      expect(said(cellOf(rowsOf(table)[0]!, "duration"))).not.to.equal(duration);
    });

    it(`the question before an End names its session, ${how}`, async () => {
      const { table } = await tableOn(new ScriptedSource(rows(3)));
      for (const at of [0, 2]) {
        buttonOf(rowsOf(table)[at]!, /^End|^«End/)!.click();
        await shown(table);
        expect(said(dialogOf(table).querySelector("#confirm-message"))).to.contain(`contact-s${at}`);
        translate(document.body, isRude);
        await escape(table);
      }
    });

    it(`the details tell of the session that they went on to, ${how}`, async () => {
      const { table } = await tableOn(new ScriptedSource(rows(3)));
      table.openSession("s0");
      const details = () => table.shadowRoot!.querySelector<TransferSessionDetails>("transfer-session-details");
      await until(() => said(details()?.shadowRoot?.querySelector(".panel")).includes("contact-s0"));
      translate(document.body, isRude);
      const panel = () => said(details()!.shadowRoot!.querySelector(".panel"));
      details()!.sessionId = "s2";
      await shown(details()!);
      await until(() => panel().includes("contact-s2"));
      expect(panel()).not.to.contain("contact-s0");
      expect(panel()).to.contain("Agent 1");
      const told = new Promise((resolve) => details()!.addEventListener("close", resolve, { once: true }));
      details()!.close();
      await told;
    });

    it(`the tracker and the summary tell who is there, and how many, ${how}`, async () => {
      const source = new ScriptedSource(rows(3));
      const { environment } = await tableOn(source);
      const summary = await fixture<HTMLElement & { updateComplete: Promise<boolean> }>(
        html`<transfer-sessions-summary .dataSource=${source}></transfer-sessions-summary>`,
      );
      const sdk = new FakeSdk();
      const tracker = await fixture<AgentTransferTrackerElement>(
        html`<agent-transfer-tracker .sdk=${sdk} conversation-id="translated-${how}"></agent-transfer-tracker>`,
      );
      await shown(summary);
      await tracker.agentJoined(agent(1));
      await tracker.updateComplete;
      translate(document.body, isRude);
      source.standing = rows(5);
      await environment.pass(30_000);
      await shown(summary);
      expect(said(summary.shadowRoot!.querySelector(".total"))).to.equal("5");
      sdk.up();
      await tracker.agentJoined(agent(2));
      await tracker.agentLeft("agentId1");
      await tracker.updateComplete;
      const names = () => [...tracker.shadowRoot!.querySelectorAll(".agent-name")].map(said);
      await until(() => names().join() === "AgentName2", "who is there");
    });
  }
});
