import { expect } from "@open-wc/testing";
import type { TransferSession } from "../../../src/domain/session/session.js";
import { bench, calm, failure, SESSION } from "./support.js";

function sessionOf(id: string, createdAt?: number): TransferSession {
  return { id, provider: "p", channel: "c", status: "active", ...(createdAt === undefined ? {} : { createdAt }) };
}

type Bench = ReturnType<typeof bench>;

function end({ source }: Bench, session = sessionOf("s", 1), reason?: string): Promise<void> {
  return source.end(session, { ...calm(), ...(reason === undefined ? {} : { reason }) });
}

async function keysOf({ server }: Bench): Promise<string[]> {
  return (await server.requests()).map(({ headers }) => headers["idempotency-key"]!);
}

describe("httpDataSource: requests", () => {
  for (const [id, segment] of [
    ["agent_transfer:u:a:b:chat", "agent_transfer%3Au%3Aa%3Ab%3Achat"],
    ["a/b?c#d%2F&=+ e", "a%2Fb%3Fc%23d%252F%26%3D%2B%20e"],
    ["../../lifecycle", "..%2F..%2Flifecycle"],
    ["…", "%E2%80%A6"],
    ["ü😀", "%C3%BC%F0%9F%98%80"],
    ["...", "..."],
    ["%2e%2e", "%252e%252e"],
    ["\n\0", "%0A%00"],
  ] as const) {
    it(`addresses ${JSON.stringify(id)}`, async () => {
      const { server, source } = bench();
      await server.script({ body: { ...SESSION, id } }, { status: 204 });
      expect(await source.get(id, calm())).to.deep.equal({ ...SESSION, id });
      await source.end(sessionOf(id), calm());
      expect((await server.requests()).map(({ method, url }) => `${method} ${url}`)).to.deep.equal([
        `GET /sessions/${segment}`,
        `POST /sessions/${segment}/end`,
      ]);
    });
  }

  for (const id of ["", ".", "..", "\ud800"]) {
    it(`asks nothing for ${JSON.stringify(id)}, which would reach something else`, async () => {
      const { server, source } = bench();
      expect((await failure(source.get(id, calm()))).kind).to.equal("invalid");
      expect((await failure(source.end(sessionOf(id), calm()))).kind).to.equal("invalid");
      expect(await server.requests()).to.deep.equal([]);
    });
  }

  it("asks where the endpoint has other paths", async () => {
    const paths = {
      sessions: "/calls",
      session: "calls/{id}",
      end: "calls/close?call={id}",
      integrations: "providers",
      lifecycle: undefined,
    };
    const { server, source } = bench({ paths: paths as never });
    await server.script({ body: [] }, { body: SESSION }, { status: 204 }, { body: [] }, { body: {} });
    await source.list(calm());
    await source.get("a/b", calm());
    await source.end(sessionOf("$& c"), calm());
    await source.integrations(calm());
    await source.lifecycle(calm());
    expect((await server.requests()).map(({ method, url }) => `${method} ${url}`)).to.deep.equal([
      "GET /calls",
      "GET /calls/a%2Fb",
      "POST /calls/close?call=%24%26%20c",
      "GET /providers",
      "GET /lifecycle",
    ]);
  });

  for (const [name, paths, wrong] of [
    ["another name", { call: "calls" }, "paths.call is unknown, or no path with its {id}."],
    ["no text", { sessions: 5 }, "paths.sessions is unknown, or no path with its {id}."],
    ["no id", { end: "calls/close" }, "paths.end is unknown, or no path with its {id}."],
    ["an id too many", { sessions: "calls/{id}" }, "paths.sessions is unknown, or no path with its {id}."],
  ] as const) {
    it(`takes no paths with ${name}`, () => {
      expect(() => bench({ paths: paths as never })).to.throw(TypeError, wrong);
    });
  }

  it("fails as invalid for a session that is no JSON", async () => {
    const { server, source } = bench();
    await server.script({ body: "<p>" });
    expect((await failure(source.get("x", calm()))).kind).to.equal("invalid");
  });

  it("asks with the view where the endpoint answers queries, one parameter for each value", async () => {
    const { server, source } = bench({ queries: true });
    await server.script({ body: [] }, { body: [] });
    expect(source.queries).to.equal(true);
    await source.list({ ...calm(), query: {} });
    const sort = [
      { by: "duration", direction: "descending" },
      { by: "agent", direction: "ascending" },
    ] as const;
    const query = { text: "é &", status: ["queued", ""], agent: ["Ann"], attention: true, sort };
    await source.list({ ...calm(), query, page: "2" });
    expect((await server.requests()).map(({ url }) => url)).to.deep.equal([
      "/sessions",
      "/sessions?text=%C3%A9+%26&status=queued&status=&agent=Ann&attention=true&sort=-duration&sort=agent&page=2",
    ]);
    expect(bench().source.queries).to.equal(false);
  });

  describe("headers", () => {
    it("sends those given, in every form", async () => {
      for (const headers of [
        { "X-Tenant": "7" },
        [["X-Tenant", "7"]],
        new Headers({ "X-Tenant": "7" }),
      ] as HeadersInit[]) {
        const { server, source } = bench({ headers });
        await server.script({ body: [] });
        await source.list(calm());
        expect((await server.requests())[0]!.headers).to.include({ "x-tenant": "7", accept: "application/json" });
      }
    });

    it("asks a function for each request, and waits for it", async () => {
      let token = 0;
      const { server, source } = bench({
        headers: async () => ({ Authorization: `Bearer ${++token}`, Accept: "text/x" }),
      });
      await server.script({ body: [] }, { body: {} });
      await source.list(calm());
      await source.get("x", calm());
      const requests = await server.requests();
      expect(requests.map(({ headers }) => headers["authorization"])).to.deep.equal(["Bearer 1", "Bearer 2"]);
      expect(requests[0]!.headers).to.include({ accept: "text/x" });
    });

    it("fails the request, and sends none, where the function throws or gives no headers", async () => {
      for (const [thrown, kind] of [
        [new Error("no token"), "network"],
        [undefined, "network"],
        [{ kind: "unauthorized", message: "log in" }, "unauthorized"],
        [{ status: 401 }, "unauthorized"],
      ] as const) {
        for (const headers of [
          () => {
            throw thrown;
          },
          () => Promise.reject(thrown),
        ]) {
          const { server, source } = bench({ headers });
          expect((await failure(source.list(calm()))).kind).to.equal(kind);
          expect(await server.requests()).to.deep.equal([]);
        }
      }
      const { server, source } = bench({ headers: { "not a name": "x" } });
      expect((await failure(source.list(calm()))).kind).to.equal("network");
      expect(await server.requests()).to.deep.equal([]);
    });
  });

  describe("end", () => {
    it("sends the reason, where there is one, as JSON", async () => {
      const steps = bench();
      await steps.server.script({ status: 204 }, { body: { ok: true } });
      expect(await end(steps, undefined, "caller hung up")).to.equal(undefined);
      expect(await end(steps)).to.equal(undefined);
      const [first, second] = await steps.server.requests();
      expect(first).to.deep.include({ method: "POST", body: '{"reason":"caller hung up"}' });
      expect(first!.headers).to.include({ "content-type": "application/json" });
      expect(second!.body).to.equal("{}");
    });

    it("needs no body in the answer, and no JSON", async () => {
      const steps = bench();
      await steps.server.script({ body: "" }, { body: "done" });
      await end(steps);
      await end(steps);
    });

    it("takes no page for success, redirected to or not", async () => {
      const page = { headers: { "content-type": "text/html; charset=utf-8" }, body: "<title>Log in</title>" };
      const steps = bench();
      await steps.server.script({ status: 302, headers: { location: "../../login" } }, page, page);
      expect((await failure(end(steps))).kind).to.equal("network");
      expect((await failure(end(steps))).kind).to.equal("invalid");
      expect((await failure(steps.source.saveLifecycle({}, calm()))).kind).to.equal("invalid");
      const requests = await steps.server.requests();
      expect(requests.map(({ method }) => method)).to.deep.equal(["POST", "POST", "PUT"]);
    });

    it("gives each order a key of its own", async () => {
      const steps = bench();
      await steps.server.script({}, {}, {}, {});
      await end(steps);
      await end(steps);
      await end(steps, sessionOf("s", 2));
      await end(steps, sessionOf("t"));
      const keys = await keysOf(steps);
      expect(new Set(keys).size).to.equal(4);
      for (const key of keys) expect(key).to.match(/^[0-9a-f]{32}$/);
    });

    for (const [name, answer] of [
      ["a cut connection", { headers: { "content-length": "5" }, parts: [{ text: "x", drop: true }] }],
      ["500", { status: 500 }],
      ["503", { status: 503 }],
      ["409", { status: 409 }],
      ["429", { status: 429 }],
      ["401", { status: 401 }],
    ] as const) {
      it(`keeps the key for a further try after ${name}`, async () => {
        const steps = bench();
        await steps.server.script(answer, answer, {}, {});
        await failure(end(steps));
        await failure(end(steps, undefined, "again"));
        await end(steps);
        await end(steps);
        const [first, second, third, fourth] = await keysOf(steps);
        expect(second).to.equal(first);
        expect(third).to.equal(first);
        expect(fourth).not.to.equal(first);
      });
    }

    it("keeps the key after a time-out and an abort, and for a second order while one is under way", async () => {
      const steps = bench();
      const controller = new AbortController();
      await steps.server.script({ hold: true }, { hold: true }, {});
      const late = failure(end(steps));
      await steps.server.requests(1);
      steps.timers.fire();
      expect((await late).kind).to.equal("timeout");
      const aborted = failure(steps.source.end(sessionOf("s", 1), { signal: controller.signal }));
      await steps.server.requests(2);
      await end(steps);
      controller.abort();
      await aborted;
      expect(new Set(await keysOf(steps)).size).to.equal(1);
      await steps.server.release();
    });

    for (const status of [400, 404, 410, 422]) {
      it(`takes a new key after ${status}, which is final`, async () => {
        const steps = bench();
        await steps.server.script({ status }, {});
        await failure(end(steps));
        await end(steps);
        const [first, second] = await keysOf(steps);
        expect(second).not.to.equal(first);
      });
    }
  });

  describe("integrations", () => {
    it("reads what it can", async () => {
      const { server, source } = bench();
      await server.script({ body: [{ provider: "five9", connected: true }, null] }, { body: [] }, { body: {} });
      expect(await source.integrations(calm())).to.deep.equal([{ provider: "five9", connected: true }]);
      expect(await source.integrations(calm())).to.deep.equal([]);
      expect((await failure(source.integrations(calm()))).kind).to.equal("invalid");
      expect((await server.requests())[0]!.url).to.equal("/integrations");
    });
  });

  describe("lifecycle", () => {
    it("reads and saves", async () => {
      const { server, source } = bench();
      await server.script({ body: { chat: 5, x: "?" } }, { body: { chat: 6 } }, { status: 204 }, { body: "saved" });
      expect(await source.lifecycle(calm())).to.deep.equal({ chat: 5 });
      expect(await source.saveLifecycle({ chat: 6, voice: 0 }, calm())).to.deep.equal({ chat: 6 });
      expect(await source.saveLifecycle({ chat: 7 }, calm())).to.equal(undefined);
      expect(await source.saveLifecycle({ chat: 8 }, calm())).to.equal(undefined);
      const requests = await server.requests();
      expect(requests.map(({ method, url, body }) => `${method} ${url} ${body}`)).to.deep.equal([
        "GET /lifecycle ",
        'PUT /lifecycle {"chat":6,"voice":0}',
        'PUT /lifecycle {"chat":7}',
        'PUT /lifecycle {"chat":8}',
      ]);
    });
  });
});
