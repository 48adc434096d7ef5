import { expect, fixture, html } from "@open-wc/testing";
import type { TransferSessionsTable } from "../../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import "../../../src/define.js";
import { ScriptedServer } from "../../support/http/scripted-server.js";
import { rowsOf, textOf } from "../../support/table.js";
import { until } from "../../support/until.js";
import { fields } from "./support.js";

const BODY =
  '{"offers":["get"],"sessions":[{"id":"a","provider":"genesys","channel":"chat","status":"queued",' +
  '"providerSessionId": 300000000000123456789, "contactId": 12345678901234567890,' +
  '"metadata": {"ticket": 900719925474099312345}, "providerData": {"callId": 300000000000123457}}, {"id":"b"}]}';

describe("digits of ids and data that come over HTTP", () => {
  it("are all there in list, search, CSV, details and both panes", async () => {
    const server = new ScriptedServer();
    const row = BODY.slice(BODY.indexOf("[{") + 1, BODY.indexOf(', {"id":"b"}'));
    await server.script({ body: BODY, headers: { "content-type": "application/json" } }, { body: row, repeat: true });
    const root = await fixture<HTMLElement>(
      html`<transfer-sessions-provider src=${server.url}
        ><transfer-sessions-table></transfer-sessions-table
      ></transfer-sessions-provider>`,
    );
    const table = root.querySelector<TransferSessionsTable>("transfer-sessions-table")!;
    await until(() => rowsOf(table).length === 2);
    expect(await table.exportCsv().text())
      .to.contain("12345678901234567890")
      .and.contain("300000000000123456789");
    table.view = { text: "12345678901234567890" };
    await until(() => rowsOf(table).length === 1);

    table.openSession("a");
    await until(() => table.shadowRoot!.querySelector("transfer-session-details")?.shadowRoot?.querySelector("dd"));
    const details = table.shadowRoot!.querySelector("transfer-session-details")!;
    expect(fields(details)).to.deep.include({ "Contact ID": "12345678901234567890" });
    expect(fields(details)).to.deep.include({ "Provider session ID": "300000000000123456789" });
    const panes = [...details.shadowRoot!.querySelectorAll("transfer-json-pane")];
    await until(() => panes.every((pane) => textOf(pane.shadowRoot!.querySelector("[role=tree]")) !== ""));
    expect(textOf(panes[0]!.shadowRoot!.querySelector("[role=tree]"))).to.contain("900719925474099312345");
    expect(textOf(panes[1]!.shadowRoot!.querySelector("[role=tree]"))).to.contain("300000000000123457");
    details.close();
  });
});
