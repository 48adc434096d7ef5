import { expect } from "@open-wc/testing";
import * as fc from "fast-check";
import { DataSourceError, failureOf } from "../../src/sources/data-source.js";

describe("failureOf", () => {
  for (const [thrown, expected] of [
    [
      new DataSourceError("x", { kind: "http", status: 500, retryAfterMs: 5 }),
      { kind: "http", status: 500, retryAfterMs: 5 },
    ],
    [{ kind: "unauthorized" }, { kind: "unauthorized" }],
    [
      { kind: "timeout", status: 401 },
      { kind: "timeout", status: 401 },
    ],
    [
      { kind: "odd", status: 403 },
      { kind: "unauthorized", status: 403 },
    ],
    [{ status: 401 }, { kind: "unauthorized", status: 401 }],
    [
      { status: 503, retryAfterMs: 0 },
      { kind: "http", status: 503, retryAfterMs: 0 },
    ],
    [{ status: "401" }, { kind: "network" }],
    [{ kind: "http", status: NaN, retryAfterMs: -1 }, { kind: "http" }],
    [{ kind: "http", status: Infinity, retryAfterMs: "5" }, { kind: "http" }],
    [new DOMException("x", "AbortError"), { kind: "aborted" }],
    [new DOMException("x", "TimeoutError"), { kind: "timeout" }],
    [new TypeError("Failed to fetch"), { kind: "network" }],
    ["text", { kind: "network" }],
    [undefined, { kind: "network" }],
    [null, { kind: "network" }],
    [5, { kind: "network" }],
  ] as const) {
    it(`reads ${typeof thrown === "object" ? JSON.stringify(thrown) : String(thrown)} ${String((thrown as Error | undefined)?.name)}`, () => {
      const { message, ...rest } = failureOf(thrown);
      expect(rest).to.deep.equal(expected);
      expect(message).to.match(/\S/);
    });
  }

  it("keeps the message where there is one", () => {
    expect(failureOf(new Error("no floor")).message).to.equal("no floor");
    expect(failureOf("no floor").message).to.equal("no floor");
    expect(failureOf(new Error(" ")).message).to.equal("The data source failed.");
  });

  it("survives what throws when looked at", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const getter = Object.defineProperty({}, "kind", {
      get() {
        throw new Error("no");
      },
    });
    expect(failureOf(proxy).kind).to.equal("network");
    expect(failureOf(getter).kind).to.equal("network");
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (thrown) => {
        expect(failureOf(thrown).message).to.match(/\S/);
      }),
    );
  });
});
