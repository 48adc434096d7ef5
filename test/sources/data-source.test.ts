import { expect } from "@open-wc/testing";
import * as fc from "fast-check";
import { DataSourceError, failureOf } from "../../src/sources/data-source.js";

/** The quickest of a few: a machine that is busy with something else slows any one of them. */
function timeOf(text: string): number {
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now();
    failureOf(text);
    return performance.now() - started;
  });
  return Math.min(...times);
}

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

  for (const [message, shown] of [
    ["GET https://api.test/s?api_key=abc&page=2 failed", "GET https://api.test/s?api_key=••••••••&page=2 failed"],
    [
      "https://a.test/?code=abc#x, https://a.test/?sig=a%2Bb",
      "https://a.test/?code=••••••••#x, https://a.test/?sig=••••••••",
    ],
    ["https://a.test/f?X-Amz-Signature=abc&X-Amz-Date=1", "https://a.test/f?X-Amz-Signature=••••••••&X-Amz-Date=1"],
    ["Authorization: Bearer abcdef123 was refused", "Authorization: Bearer •••••••• was refused"],
    ['{"accessToken": "abc", "code": 401}', '{"accessToken": "••••••••", "code": 401}'],
    ["https://ann:hunter2@a.test/ is down", "https://ann:••••••••@a.test/ is down"],
    ["eyJhbGciOiJ.eyJzdWIiOi.sig-na expired", "•••••••• expired"],
    ["The token has expired: sign in again (code 401).", "The token has expired: sign in again (code 401)."],
    ["Basic authentication failed; a Bearer token is needed", "Basic authentication failed; a Bearer token is needed"],
    ["Error code=17, key: 5; basic plan", "Error code=17, key: 5; basic plan"],
  ] as const) {
    it(`lets no credential be shown: ${message}`, () => {
      expect(failureOf(new Error(message)).message).to.equal(shown);
      expect(failureOf(message).message).to.equal(shown);
    });
  }

  it("masks hostile texts in time that grows with their length", () => {
    for (const part of ["token=", "//a:", "eyJ", "bearer ", "?code=", '"secret" : ', "a", ":", "//"]) {
      expect(timeOf(part.repeat(200_000 / part.length)), part).to.be.lessThan(1000);
    }
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
