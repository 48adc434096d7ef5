import { expect, fixture, html } from "@open-wc/testing";
import type { TransferSessionsTable } from "../../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import { ScriptedServer } from "../../support/http/scripted-server.js";
import { buttonOf, rowsOf, textOf } from "../../support/table.js";
import { until } from "../../support/until.js";

describe("<transfer-sessions-table> on an endpoint with nothing but a list", () => {
  it("opens a session without a word of what is not there, and asks for it once", async () => {
    const server = new ScriptedServer();
    await server.floor([]);
    const root = await fixture<HTMLElement>(
      html`<transfer-sessions-provider src=${server.url}
        ><transfer-sessions-table></transfer-sessions-table
      ></transfer-sessions-provider>`,
    );
    const table = root.querySelector<TransferSessionsTable>("transfer-sessions-table")!;
    await until(() => rowsOf(table).length === 5);
    const ids = (await server.requests(3)).map(({ url }) => url);
    expect(ids).to.have.members(["/sessions", "/integrations", "/lifecycle"]);
    const details = () => table.shadowRoot!.querySelector("transfer-session-details")!;
    const said = () => textOf(details()?.shadowRoot!.querySelector(".panel"));
    for (const place of [0, 1]) {
      const id = `agent_transfer:u-${place}:conv/${place}?#%:${place ? "voice" : "chat"}`;
      table.openSession(id);
      await until(() => said().includes(`contact-${place}`));
      if (place === 0) await server.requests(4);
      await until(() => !details().shadowRoot!.querySelector("[aria-busy=true]"));
      expect(said()).not.to.match(/could not|404/);
      details().close();
    }
    await table.refresh();
    const all = await server.requests(5);
    expect(all.map(({ url }) => url).slice(3)).to.have.length(2);
    expect(all.at(-1)!.url).to.match(/^\/sessions\?cursor=/);
    expect(buttonOf(table, /^Retry/)).to.equal(undefined);
  });
});
