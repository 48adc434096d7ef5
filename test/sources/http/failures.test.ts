import { expect } from "@open-wc/testing";
import { httpDataSource } from "../../../src/sources/http.js";
import { bench, calm, failure } from "./support.js";

describe("httpDataSource: failures", () => {
  for (const [status, kind] of [
    [400, "http"],
    [401, "unauthorized"],
    [403, "unauthorized"],
    [404, "http"],
    [429, "http"],
    [500, "http"],
    [501, "http"],
    [503, "http"],
  ] as const) {
    it(`says ${kind} for ${status}`, async () => {
      const { server, source } = bench();
      await server.script({ status, body: { error: "…" } });
      const { message, ...rest } = await failure(source.list(calm()));
      expect(rest).to.deep.equal({ kind, status });
      expect(message).to.contain(String(status));
    });
  }

  it("does so for every method", async () => {
    const { server, source } = bench();
    await server.script(...Array.from({ length: 6 }, () => ({ status: 501 })));
    const failures = await Promise.all(
      [
        source.list(calm()),
        source.get("x", calm()),
        source.end({ id: "x", provider: "", channel: "", status: "" }, calm()),
        source.integrations(calm()),
        source.lifecycle(calm()),
        source.saveLifecycle({}, calm()),
      ].map(failure),
    );
    for (const found of failures) expect(found).to.deep.include({ kind: "http", status: 501 });
  });

  it("says network where the connection is cut before the answer", async () => {
    const { server, source } = bench();
    await server.script({ drop: true, repeat: true });
    expect((await failure(source.list(calm()))).kind).to.equal("network");
  });

  it("says network where the answer breaks off in its body", async () => {
    const { server, source } = bench();
    await server.script({
      headers: { "content-type": "application/json", "content-length": "1000" },
      parts: [{ text: '{"sessions":[', drop: true }],
    });
    expect((await failure(source.list(calm()))).kind).to.equal("network");
  });

  it("says network where a fetch of the host's throws, or gives nothing that can be read", async () => {
    for (const fetch of [
      () => Promise.reject(new TypeError("Failed to fetch")),
      () => {
        throw new Error("at once");
      },
      () => Promise.reject(undefined),
      () => Promise.resolve(undefined),
      () => Promise.resolve({ ok: true }),
      () => Promise.reject(new DOMException("of its own accord", "AbortError")),
    ]) {
      expect((await failure(httpDataSource({ url: "/x", fetch: fetch as never }).list(calm()))).kind).to.equal(
        "network",
      );
    }
  });

  it("calls a fetch of the host's with no object of ours", async () => {
    const selves: unknown[] = [];
    const fetch = function (this: unknown): Promise<Response> {
      selves.push(this);
      return Promise.resolve(new Response("[]"));
    };
    await httpDataSource({ url: "/x", fetch }).list(calm());
    expect(selves).to.deep.equal([undefined]);
  });

  describe("Retry-After", () => {
    for (const [name, headers, expected] of [
      ["seconds", { "retry-after": "120" }, 120_000],
      ["no time at all", { "retry-after": "0" }, 0],
      [
        "a date, by the answer's own clock",
        { "retry-after": "Sun, 01 Mar 2026 15:00:30 GMT", date: "Sun, 01 Mar 2026 15:00:00 GMT" },
        30_000,
      ],
      [
        "a date that has passed",
        { "retry-after": "Sun, 01 Mar 2026 14:00:00 GMT", date: "Sun, 01 Mar 2026 15:00:00 GMT" },
        0,
      ],
      [
        "the oldest form of a date",
        { "retry-after": "Sun Mar  1 15:00:30 2026", date: "Sun, 01 Mar 2026 15:00:00 GMT" },
        30_000,
      ],
      ["a date, by our clock", { "retry-after": "Sun, 01 Mar 2026 12:01:00 GMT", date: "?" }, 60_000],
      ["a negative number", { "retry-after": "-5" }, undefined],
      ["a fraction", { "retry-after": "1.5" }, undefined],
      ["words", { "retry-after": "soon" }, undefined],
      ["a date of another form", { "retry-after": "2026-03-01T15:00:30Z" }, undefined],
    ] as const) {
      it(`reads ${name}`, async () => {
        const { server, source } = bench();
        await server.script({ status: 503, headers });
        expect((await failure(source.list(calm()))).retryAfterMs).to.equal(expected);
      });
    }
  });

  describe("time limit", () => {
    it("covers the wait for the answer, and gives the request up", async () => {
      const { server, source, timers } = bench();
      await server.script({ hold: true });
      const polling = failure(source.list(calm()));
      await server.requests(1);
      expect([...timers.pending.values()]).to.deep.equal([20_000]);
      timers.fire();
      expect((await polling).kind).to.equal("timeout");
      await server.requests(1, 1);
      await server.release();
    });

    it("covers the body", async () => {
      const { server, source, timers } = bench({ timeoutMs: 50 });
      await server.script({ headers: { "content-length": "100" }, parts: [{ text: "[", hold: true }] });
      const polling = failure(source.list(calm()));
      await server.requests(1);
      timers.fire();
      expect((await polling).kind).to.equal("timeout");
      await server.requests(1, 1);
      await server.release();
    });

    it("covers headers that never come, and a fetch that ignores its signal", async () => {
      for (const options of [
        { headers: () => new Promise<HeadersInit>(() => {}) },
        { fetch: () => new Promise<Response>(() => {}) },
      ]) {
        const { source, timers } = bench(options);
        const polling = failure(source.list(calm()));
        timers.fire();
        expect((await polling).kind).to.equal("timeout");
      }
    });

    it("can be left out", async () => {
      const { server, source, timers } = bench({ timeoutMs: Infinity });
      await server.script({ body: [] });
      const polling = source.list(calm());
      expect(timers.pending.size).to.equal(0);
      await polling;
    });
  });

  describe("abort", () => {
    it("asks nothing where the caller has aborted already", async () => {
      const { server, source } = bench();
      const { kind } = await failure(source.list({ signal: AbortSignal.abort() }));
      expect(kind).to.equal("aborted");
      expect(await server.requests()).to.deep.equal([]);
    });

    it("gives the request up, before the answer and in its body", async () => {
      for (const answer of [{ hold: true }, { holdBody: true, body: [] }]) {
        const { server, source } = bench();
        const controller = new AbortController();
        await server.script(answer);
        const polling = failure(source.list({ signal: controller.signal }));
        await server.requests(1);
        controller.abort(new Error("a reason of the caller's"));
        expect((await polling).kind).to.equal("aborted");
        await server.requests(1, 1);
        await server.release();
      }
    });

    it("sends nothing where the caller aborted while the headers were made", async () => {
      const controller = new AbortController();
      let asked = false;
      const source = httpDataSource({
        url: "/x",
        headers: () => {
          controller.abort();
          return {};
        },
        fetch: () => {
          asked = true;
          return Promise.resolve(new Response("[]"));
        },
      });
      expect((await failure(source.list({ signal: controller.signal }))).kind).to.equal("aborted");
      expect(asked).to.equal(false);
    });

    it("leaves neither timer nor listener behind, however a request ends", async () => {
      const { server, source, timers } = bench();
      const controller = new AbortController();
      const listeners = counted(controller.signal);
      await server.script({ body: [] }, { status: 500 }, { body: "?" }, { hold: true });
      await source.list({ signal: controller.signal });
      await failure(source.list({ signal: controller.signal }));
      await failure(source.list({ signal: controller.signal }));
      const late = failure(source.list({ signal: controller.signal }));
      await server.requests(4);
      timers.fire();
      await late;
      expect(listeners()).to.equal(0);
      expect(timers.pending.size).to.equal(0);
      await server.release();
    });
  });
});

/** Counts the listeners that one signal has; only this object is touched. */
function counted(signal: AbortSignal): () => number {
  let count = 0;
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (...rest: Parameters<typeof add>) => {
    count++;
    add(...rest);
  };
  signal.removeEventListener = (...rest: Parameters<typeof remove>) => {
    count--;
    remove(...rest);
  };
  return () => count;
}
