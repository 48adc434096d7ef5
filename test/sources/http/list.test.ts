import { expect } from "@open-wc/testing";
import { httpDataSource } from "../../../src/sources/http.js";
import { SessionStore } from "../../../src/stores/sessions/session-store.js";
import { FakeEnvironment } from "../../support/fake-environment.js";
import { ScriptedServer } from "../../support/http/scripted-server.js";
import { bench, calm, failure, SESSION } from "./support.js";

const LIST = { sessions: [SESSION] };

function throws(thrown: unknown): { read: () => never } {
  return {
    read: () => {
      throw thrown;
    },
  };
}

describe("httpDataSource: list", () => {
  it("asks for the list and gives it as it came", async () => {
    const { server, source } = bench();
    await server.script({ body: { ...LIST, serverTime: 5, total: 1 } });
    expect(await source.list(calm())).to.deep.equal({ ...LIST, serverTime: 5, total: 1 });
    const [request] = await server.requests();
    expect(request).to.deep.include({ method: "GET", url: "/sessions", body: "" });
    expect(request!.headers).to.include({ accept: "application/json" });
    expect(request!.headers).not.to.have.property("if-none-match");
  });

  it("says that nobody else holds what it made of the answer, and says nothing of what a host's reader gives", async () => {
    const { server, source } = bench();
    await server.script({ body: LIST });
    expect(await source.list(calm())).to.have.property("fresh", true);
    const own = bench({ read: () => LIST });
    await own.server.script({ body: {} });
    expect(await own.source.list(calm())).not.to.have.property("fresh");
  });

  it("accepts a plain array", async () => {
    const { server, source } = bench();
    await server.script({ body: [SESSION] });
    expect(await source.list(calm())).to.deep.equal([SESSION]);
  });

  it("asks only for what is new once it has an ETag, and says unchanged for a 304", async () => {
    const { server, source } = bench();
    await server.script(
      { body: LIST, headers: { etag: 'W/"1"' } },
      { status: 304 },
      { body: { sessions: [] }, headers: { etag: '"2"' } },
      { status: 304 },
    );
    await source.list(calm());
    expect(await source.list(calm())).to.deep.equal({ unchanged: true });
    expect(await source.list(calm())).to.deep.equal({ sessions: [] });
    expect(await source.list(calm())).to.deep.equal({ unchanged: true });
    const asked = (await server.requests()).map(({ headers }) => headers["if-none-match"]);
    expect(asked).to.deep.equal([undefined, 'W/"1"', 'W/"1"', '"2"']);
  });

  it("gives a cursor and a page back that are numbers, with all their digits", async () => {
    const { server, source } = bench();
    // Long enough for its rows to be compared as text.
    const rows = Array.from({ length: 300 }, (_, place) => ({ ...SESSION, id: `r${place}`, queue: "x".repeat(60) }));
    const body = (after: string) => `{"sessions":${JSON.stringify(rows)},${after}}`;
    await server.script(
      { body: body('"cursor":7,"nextPage":300000000000123457') },
      { body: '{"sessions":[],"cursor":8}' },
      { body: body('"cursor":12345678901234567890') },
      { body: '{"changed":[],"removed":[],"cursor":12345678901234567891}' },
      { body: '{"changed":[],"removed":[],"cursor":"c"}' },
    );
    const store = new SessionStore({ list: source.list }, new FakeEnvironment());
    for (const _ of [1, 2, 3, 4]) await store.refresh();
    expect((await server.requests()).map(({ url }) => url)).to.deep.equal([
      "/sessions",
      "/sessions?page=300000000000123457",
      "/sessions?cursor=7",
      "/sessions?cursor=12345678901234567890",
      "/sessions?cursor=12345678901234567891",
    ]);
    expect(store.snapshot.error).to.equal(undefined);
  });

  it("binds the ETag to the address, cursor included", async () => {
    const { server, source } = bench();
    const delta = { changed: [], removed: [], cursor: "c2" };
    await server.script(
      { body: { ...LIST, cursor: "c1" }, headers: { etag: '"1"' } },
      { body: delta, headers: { etag: '"2"' } },
      { status: 304 },
      { body: LIST },
    );
    await source.list(calm());
    expect(await source.list({ ...calm(), cursor: "c 1&/" })).to.deep.equal(delta);
    expect(await source.list({ ...calm(), cursor: "c 1&/" })).to.deep.equal({ unchanged: true });
    await source.list(calm());
    const requests = await server.requests();
    expect(requests.map(({ url }) => url)).to.deep.equal([
      "/sessions",
      "/sessions?cursor=c+1%26%2F",
      "/sessions?cursor=c+1%26%2F",
      "/sessions",
    ]);
    expect(requests.map(({ headers }) => headers["if-none-match"])).to.deep.equal([
      undefined,
      undefined,
      '"2"',
      undefined,
    ]);
  });

  describe("a 304 never answers a caller who does not hold the list", () => {
    const first = { body: LIST, headers: { etag: '"1"' } };

    async function askedAfter(between: (bench_: ReturnType<typeof bench>) => Promise<void>, whole = false) {
      const { server, source, timers } = bench();
      await server.script(first);
      await source.list(calm());
      await between({ server, source, timers });
      await server.script({ body: LIST });
      await source.list(whole ? { ...calm(), whole } : calm());
      return (await server.requests()).at(-1)!.headers["if-none-match"];
    }

    it("asks in full for one who says that he holds none", async () => {
      expect(await askedAfter(async () => {})).to.equal('"1"');
      expect(await askedAfter(async () => {}, true)).to.equal(undefined);
    });

    it("forgets an answer whose request was aborted, even after it came", async () => {
      const { server, source } = bench();
      const controller = new AbortController();
      await server.script(first, { body: LIST });
      await source.list({ signal: controller.signal });
      controller.abort();
      await source.list(calm());
      expect((await server.requests())[1]!.headers).not.to.have.property("if-none-match");
    });

    it("does not keep the ETag of an answer that was not delivered", async () => {
      const { server, source } = bench();
      const controller = new AbortController();
      await server.script({ ...first, holdBody: true }, { body: LIST });
      const replaced = failure(source.list({ signal: controller.signal }));
      await server.requests(1);
      controller.abort();
      expect((await replaced).kind).to.equal("aborted");
      await source.list(calm());
      await server.release();
      expect((await server.requests())[1]!.headers).not.to.have.property("if-none-match");
    });

    it("does not keep the ETag of an answer that was no list", async () => {
      expect(
        await askedAfter(async ({ server, source }) => {
          await server.script({ body: LIST }, { body: {}, headers: { etag: '"bad"' } });
          await source.list(calm());
          await failure(source.list(calm()));
        }),
      ).to.equal(undefined);
    });

    it("keeps the ETag of the held list over a failed poll", async () => {
      expect(
        await askedAfter(async ({ server, source }) => {
          await server.script({ status: 500, headers: { etag: '"error"' } });
          await failure(source.list(calm()));
        }),
      ).to.equal('"1"');
    });

    it("does not keep the ETag of a page, since the next page may fail", async () => {
      const { server, source } = bench();
      await server.script(
        { body: { ...LIST, nextPage: "p2" }, headers: { etag: '"1"' } },
        { status: 500 },
        { body: { ...LIST, nextPage: "p2" }, headers: { etag: '"1"' } },
        { body: LIST, headers: { etag: '"p"' } },
        { body: LIST },
        { body: LIST },
      );
      await source.list(calm());
      await failure(source.list({ ...calm(), page: "p2" }));
      await source.list(calm());
      await source.list({ ...calm(), page: "p2" });
      await source.list({ ...calm(), page: "p2" });
      await source.list(calm());
      const requests = await server.requests();
      expect(requests[1]!.url).to.equal("/sessions?page=p2");
      expect(requests.map(({ headers }) => headers["if-none-match"])).to.deep.equal(Array(6).fill(undefined));
    });

    it("refuses a 304 that it did not ask for", async () => {
      const { server, source } = bench();
      await server.script({ status: 304 });
      expect(await failure(source.list(calm()))).to.deep.include({ kind: "invalid", status: 304 });
    });
  });

  for (const [name, body] of Object.entries({
    "an object without sessions": {},
    null: null,
    "a number": 5,
    "a JSON text": '"x"',
    "an HTML page": "<!doctype html><title>Log in</title>",
    nothing: "",
    "cut JSON": '{"sessions":[',
  })) {
    it(`fails as invalid for ${name}`, async () => {
      const { server, source } = bench();
      await server.script({ body });
      expect((await failure(source.list(calm()))).kind).to.equal("invalid");
    });
  }

  describe("read", () => {
    it("maps a foreign body", async () => {
      const { server, source } = bench({ read: (body) => ({ sessions: (body as { data: unknown[] }).data }) });
      await server.script({ body: { data: [SESSION] } });
      expect(await source.list(calm())).to.deep.equal(LIST);
    });

    it("may take its time, but not for ever", async () => {
      const { server, source, timers } = bench({ read: () => new Promise(() => {}) });
      await server.script({ body: [] });
      const polling = failure(source.list(calm()));
      await server.requests(1);
      timers.fire();
      expect((await polling).kind).to.equal("timeout");
    });

    it("fails as invalid where it throws or gives no list, unless it says more", async () => {
      for (const [options, kind] of [
        [throws(new TypeError("no data")), "invalid"],
        [throws(null), "invalid"],
        [{ read: () => ({}) as never }, "invalid"],
        [throws({ kind: "unauthorized" }), "unauthorized"],
      ] as const) {
        const { server, source } = bench(options);
        await server.script({ body: [] });
        expect((await failure(source.list(calm()))).kind).to.equal(kind);
      }
    });
  });

  describe("url", () => {
    for (const [suffix, expected] of [
      ["", "/sessions?cursor=c"],
      ["/", "/sessions?cursor=c"],
      ["///", "/sessions?cursor=c"],
      ["/api/v1/", "/api/v1/sessions?cursor=c"],
      ["?tenant=7&x=%2F", "/sessions?tenant=7&x=%2F&cursor=c"],
      ["/api/?tenant=7#part", "/api/sessions?tenant=7&cursor=c"],
    ] as const) {
      it(`builds on a base that ends in ${JSON.stringify(suffix)}, absolute or relative`, async () => {
        const server = new ScriptedServer();
        await server.script({ body: [] }, { body: [] });
        await httpDataSource({ url: server.url + suffix }).list({ ...calm(), cursor: "c" });
        await httpDataSource({ url: server.relativeUrl + suffix }).list({ ...calm(), cursor: "c" });
        expect((await server.requests()).map(({ url }) => url)).to.deep.equal([expected, expected]);
      });
    }

    it("takes a URL object", async () => {
      const server = new ScriptedServer();
      await server.script({ body: [] });
      expect(await httpDataSource({ url: new URL(server.url) }).list(calm())).to.deep.equal([]);
    });

    for (const url of [
      "",
      "  ",
      "http://",
      "http://[",
      "javascript:alert(1)",
      "data:,x",
      "ftp://x/",
      "https://u:p@h/",
      5,
      null,
      undefined,
      {},
    ]) {
      it(`refuses ${JSON.stringify(url)} at once`, () => {
        expect(() => httpDataSource({ url: url as string })).to.throw(TypeError);
      });
    }

    it("refuses a time limit that is none", () => {
      for (const timeoutMs of [0, -1, NaN, "5" as never, null as never]) {
        expect(() => httpDataSource({ url: "/x", timeoutMs })).to.throw(TypeError);
      }
    });
  });
});
