import { expect } from "@open-wc/testing";
import { bench, calm, failure } from "./support.js";

const LIST = { sessions: [{ id: "a" }] };
const tagged = { body: LIST, headers: { etag: '"1"' } };

/** What a page gets from another origin whose server tells a tag and does not allow to ask by it. */
function refusingConditions(): { fetch: typeof fetch; refused: string[] } {
  const refused: string[] = [];
  return {
    refused,
    fetch: async (url, init) => {
      const headers = new Headers(init?.headers);
      for (const name of ["if-none-match", "if-match"]) {
        if (!headers.has(name)) continue;
        refused.push(name);
        throw new TypeError("Failed to fetch");
      }
      return fetch(url, init);
    },
  };
}

describe("httpDataSource where a condition does not get through", () => {
  it("asks without it at once, and from then on", async () => {
    const { fetch, refused } = refusingConditions();
    const { server, source } = bench({ fetch });
    await server.script(tagged, tagged, tagged);
    for (let poll = 0; poll < 3; poll++) expect(await source.list(calm())).to.deep.equal(LIST);
    expect(refused).to.deep.equal(["if-none-match"]);
    expect(await server.requests(3)).to.have.length(3);
  });

  it("saves without it, too", async () => {
    const { fetch, refused } = refusingConditions();
    const { server, source } = bench({ fetch });
    await server.script({ body: { chat: 1 }, headers: { etag: '"1"' } }, { body: { chat: 2 } });
    await source.lifecycle(calm());
    expect(await source.saveLifecycle({ chat: 2 }, calm())).to.deep.equal({ chat: 2 });
    expect(refused).to.deep.equal(["if-match"]);
  });

  it("fails once where a plain request fails as well, and goes on asking by the tag", async () => {
    let down = false;
    const asked: (string | null)[] = [];
    const { server, source } = bench({
      fetch: (url, init) => {
        asked.push(new Headers(init?.headers).get("if-none-match"));
        return down ? Promise.reject(new TypeError("Failed to fetch")) : fetch(url, init);
      },
    });
    await server.script(tagged, { status: 304 });
    await source.list(calm());
    down = true;
    expect(await failure(source.list(calm()))).to.deep.include({ kind: "network" });
    down = false;
    expect(await source.list(calm())).to.deep.equal({ unchanged: true });
    expect(asked).to.deep.equal([null, '"1"', null, '"1"']);
  });

  it("does not take an answer that breaks off for one that did not get through", async () => {
    const { server, source } = bench();
    await server.script(
      tagged,
      { headers: { "content-length": "99" }, parts: [{ text: "{", drop: true }] },
      { status: 304 },
    );
    await source.list(calm());
    expect(await failure(source.list(calm()))).to.deep.include({ kind: "network", status: 200 });
    expect(await source.list(calm())).to.deep.equal({ unchanged: true });
    expect((await server.requests(3)).map(({ headers }) => headers["if-none-match"])).to.deep.equal([
      undefined,
      '"1"',
      '"1"',
    ]);
  });

  it("does so for a real answer of another origin", async () => {
    const { server } = bench();
    const other = new URL(server.url);
    other.hostname = other.hostname === "localhost" ? "127.0.0.1" : "localhost";
    const cors = { "access-control-allow-origin": "*", "access-control-expose-headers": "ETag" };
    const answer = { body: LIST, headers: { ...cors, etag: '"1"' } };
    const { source } = bench({ url: other });
    // The browser asks first whether the condition is allowed; it is not.
    await server.script(answer, { status: 204, headers: cors }, answer, answer);
    for (let poll = 0; poll < 3; poll++) expect(await source.list(calm())).to.deep.equal(LIST);
    expect((await server.requests(4)).map(({ method }) => method)).to.deep.equal(["GET", "OPTIONS", "GET", "GET"]);
  });
});
