import { expect, fixture, html } from "@open-wc/testing";
import "../../../src/define.js";
import type { TransferSessionsProvider } from "../../../src/elements/transfer-sessions-provider/transfer-sessions-provider.element.js";
import type { TransferSessionsTable } from "../../../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import { Deferred } from "../../support/deferred.js";
import { wireRow } from "../../support/scripted-source.js";
import { rowsOf } from "../../support/table.js";
import { until } from "../../support/until.js";
import { collectWarnings } from "../../support/warnings.js";

interface Asked {
  readonly url: string;
  readonly authorization: string | null;
  readonly tenant: string | null;
  readonly credentials: RequestCredentials | undefined;
}

const oneSession = async (): Promise<Response> => Response.json({ sessions: [wireRow("s1")], offers: [] });

/** Takes the place of the network: what was asked, and an answer that a test may hold back or refuse. */
function network() {
  const asked: Asked[] = [];
  const real = globalThis.fetch;
  const ends: { answer: (asked: Asked) => Promise<Response> } = { answer: oneSession };
  before(() => {
    globalThis.fetch = async (url, init) => {
      const headers = new Headers(init?.headers);
      const one = {
        url: String(url),
        authorization: headers.get("authorization"),
        tenant: headers.get("x-tenant"),
        credentials: init?.credentials,
      };
      asked.push(one);
      return ends.answer(one);
    };
  });
  beforeEach(() => {
    asked.length = 0;
    ends.answer = oneSession;
  });
  after(() => {
    globalThis.fetch = real;
  });
  return { asked, ends };
}

const floor = async (template: unknown) => {
  const provider = await fixture<TransferSessionsProvider>(template as never);
  return { provider, table: provider.querySelector<TransferSessionsTable>("transfer-sessions-table")! };
};
const refused = async () => new Response(null, { status: 401 });

let addresses = 0;
/** An address of its own, so that no store of another test answers. */
const address = () => `https://floor.example/${++addresses}`;

describe("transfer-sessions-provider: who asks at src", () => {
  const warnings = collectWarnings();
  const { asked, ends } = network();

  it("is said by a token in an attribute, with every request, and not shown by the provider", async () => {
    const { provider, table } = await floor(html`
      <transfer-sessions-provider src=${address()} token=" abc ">
        <transfer-sessions-table></transfer-sessions-table>
      </transfer-sessions-provider>
    `);
    await until(() => rowsOf(table).length === 1);
    provider.token = "def";
    await provider.refresh();
    expect(asked.map(({ authorization }) => authorization)).to.deep.equal(["Bearer abc", "Bearer def"]);
    expect(provider.outerHTML).to.not.contain("def");
    provider.token = undefined;
    await provider.refresh();
    expect(asked.at(-1)!.authorization).to.equal(null);
  });

  it("is said by headers, an object or a function, whose Authorization wins", async () => {
    const { provider, table } = await floor(html`
      <transfer-sessions-provider src=${address()} token="abc" .headers=${{ "X-Tenant": "7" }}>
        <transfer-sessions-table></transfer-sessions-table>
      </transfer-sessions-provider>
    `);
    await until(() => rowsOf(table).length === 1);
    expect(asked[0]).to.include({ authorization: "Bearer abc", tenant: "7" });
    let number = 0;
    provider.headers = async () => ({ Authorization: `Basic ${(number += 1)}` });
    await provider.refresh();
    await provider.refresh();
    expect(asked.slice(1).map(({ authorization }) => authorization)).to.deep.equal(["Basic 1", "Basic 2"]);
    provider.headers = null as never;
    await provider.refresh();
    expect(asked.at(-1)!.authorization).to.equal("Bearer abc");
  });

  it("is asked for at once where the last answer was a refusal, and not before", async () => {
    ends.answer = async ({ authorization }) => (authorization === "Bearer new" ? oneSession() : refused());
    const { provider, table } = await floor(html`
      <transfer-sessions-provider src=${address()} token="old">
        <transfer-sessions-table></transfer-sessions-table>
      </transfer-sessions-provider>
    `);
    await until(() => table.shadowRoot!.textContent!.includes("Sign-in is needed"));
    provider.token = "new";
    await until(() => rowsOf(table).length === 1);
    expect(asked).to.have.length(2);
    provider.token = "newer";
    await provider.updateComplete;
    expect(asked, "a poll that went well is not repeated").to.have.length(2);
  });

  it("is said anew by a request that is under way with an old token", async () => {
    const late = new Deferred<Response>();
    ends.answer = () => late.promise;
    const { provider, table } = await floor(html`
      <transfer-sessions-provider src=${address()} token="old">
        <transfer-sessions-table></transfer-sessions-table>
      </transfer-sessions-provider>
    `);
    await until(() => asked.length === 1);
    ends.answer = oneSession;
    provider.token = "new";
    await until(() => rowsOf(table).length === 1);
    late.resolve(await refused());
    await provider.updateComplete;
    expect(asked.map(({ authorization }) => authorization)).to.deep.equal(["Bearer old", "Bearer new"]);
    expect(rowsOf(table)).to.have.length(1);
  });

  it("may be said by cookies, also to another origin", async () => {
    const { provider, table } = await floor(html`
      <transfer-sessions-provider src=${address()} credentials="include">
        <transfer-sessions-table></transfer-sessions-table>
      </transfer-sessions-provider>
    `);
    await until(() => rowsOf(table).length === 1);
    provider.credentials = "omit";
    await until(() => asked.length === 2);
    provider.setAttribute("credentials", "all");
    expect(provider.credentials).to.equal("omit");
    expect(asked.map(({ credentials }) => credentials)).to.deep.equal(["include", "omit"]);
    expect(warnings).to.deep.equal([
      'handoff-elements: credentials must be "omit", "same-origin" or "include"; ignored.',
    ]);
  });

  it("is nobody where a token is no text", async () => {
    const { provider } = await floor(html`<transfer-sessions-provider token="abc"></transfer-sessions-provider>`);
    provider.token = { secret: 1 } as never;
    expect(provider.token).to.equal("abc");
    expect(warnings).to.deep.equal(["handoff-elements: token must be a text; ignored."]);
    provider.token = "  ";
    expect(provider.token).to.equal(undefined);
  });
});
