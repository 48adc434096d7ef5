import { expect } from "@open-wc/testing";
import { failureOf } from "../../../src/sources/data-source.js";
import { readIntegrations } from "../../../src/sources/wire/integrations-reader.js";
import { readLifecycle } from "../../../src/sources/wire/lifecycle-reader.js";
import { readList } from "../../../src/sources/wire/list-reader.js";

function kindOf(act: () => unknown): string {
  try {
    act();
  } catch (thrown) {
    return failureOf(thrown).kind;
  }
  return "nothing thrown";
}

const { proxy: revoked, revoke } = Proxy.revocable({}, {});
revoke();

describe("readList", () => {
  it("takes a plain array for a whole list", () => {
    const rows = [{ id: "x" }];
    expect(readList(rows)).to.deep.equal({ kind: "whole", rows });
    expect(readList([])).to.deep.equal({ kind: "whole", rows: [] });
  });

  it("reads a whole list with its side fields", () => {
    const answer = { sessions: [1], cursor: "c", nextPage: "p", serverTime: "2026-03-01T12:00:00Z", total: 9 };
    expect(readList(answer)).to.deep.equal({
      kind: "whole",
      rows: [1],
      cursor: "c",
      nextPage: "p",
      serverTime: 1772366400000,
      total: 9,
    });
  });

  it("leaves out side fields that it cannot read", () => {
    const answer = { sessions: [], cursor: "", nextPage: 5.5, serverTime: "noon", total: -1 };
    expect(readList(answer)).to.deep.equal({ kind: "whole", rows: [] });
    expect(readList({ sessions: [], cursor: null, serverTime: null, total: NaN })).to.deep.equal({
      kind: "whole",
      rows: [],
    });
  });

  it("takes whole numbers for the cursor and the next page", () => {
    expect(readList({ sessions: [], cursor: 0, nextPage: 5 })).to.deep.include({ cursor: "0", nextPage: "5" });
  });

  it("reads a delta", () => {
    const answer = { changed: [1], removed: ["a", 5, null, {}, "b"], cursor: "c2", serverTime: 5 };
    expect(readList(answer)).to.deep.equal({
      kind: "delta",
      rows: [1],
      removed: ["a", "5", "b"],
      cursor: "c2",
      serverTime: 5,
    });
    expect(readList({ removed: ["a"], cursor: "c" })).to.deep.include({ rows: [], removed: ["a"] });
  });

  it("reads unchanged", () => {
    expect(readList({ unchanged: true })).to.deep.equal({ kind: "unchanged" });
    expect(readList({ unchanged: true, serverTime: 5 })).to.deep.equal({ kind: "unchanged", serverTime: 5 });
  });

  const { proxy: revokedList, revoke: revokeList } = Proxy.revocable([], {});
  revokeList();
  const throwing = Object.defineProperty({}, "sessions", {
    get() {
      throw new Error("no");
    },
  });
  for (const [name, answer] of Object.entries({
    nothing: undefined,
    null: null,
    "a number": 5,
    text: "[]",
    false: false,
    "an empty object": {},
    "a function": () => [],
    "a promise": Promise.resolve([]),
    "an error body": { error: "down" },
    "sessions as an object": { sessions: {} },
    "sessions as text": { sessions: "[]" },
    "sessions as a Set": { sessions: new Set() },
    "changes as an object": { changed: {}, removed: [], cursor: "c" },
    "removed as text": { changed: [], removed: "x", cursor: "c" },
    "a delta without cursor": { changed: [], removed: [] },
    "a delta with a blank cursor": { changed: [], removed: [], cursor: "" },
    "unchanged as text": { unchanged: "true" },
    "not unchanged": { unchanged: false },
    "a getter that throws": throwing,
    "a revoked Proxy": revoked,
    "a revoked list": revokedList,
  })) {
    it(`refuses ${name}`, () => {
      expect(kindOf(() => readList(answer))).to.equal("invalid");
    });
  }
});

describe("readIntegrations", () => {
  it("reads entries and leaves out what it cannot read", () => {
    const answer = [
      { provider: "genesys", connected: true, name: "Genesys Cloud", more: 1 },
      { provider: "five9", connected: false, name: 5 },
      { provider: "salesforce" },
      { provider: "", connected: true },
      { connected: true },
      null,
      "five9",
      [],
      revoked,
    ];
    expect(readIntegrations(answer)).to.deep.equal([
      { provider: "genesys", connected: true, name: "Genesys Cloud" },
      { provider: "five9", connected: false },
    ]);
    expect(readIntegrations([])).to.deep.equal([]);
  });

  for (const answer of [undefined, null, {}, "x", 5, { integrations: [] }, [null], [{ provider: 5 }]]) {
    it(`never reads ${JSON.stringify(answer)} as none`, () => {
      expect(kindOf(() => readIntegrations(answer))).to.equal("invalid");
    });
  }
});

describe("readLifecycle", () => {
  it("reads whole minutes and leaves out the rest", () => {
    const answer = JSON.parse(`{"chat":45,"voice":0,"fax":7,"email":1.5,"campaign":-1,"messaging":"30","__proto__":3}`);
    const settings = readLifecycle(answer);
    expect(Object.entries(settings)).to.deep.equal([
      ["chat", 45],
      ["voice", 0],
      ["fax", 7],
      ["__proto__", 3],
    ]);
    expect(Object.getPrototypeOf(settings)).to.equal(Object.prototype);
    expect(readLifecycle({})).to.deep.equal({});
  });

  for (const [name, answer] of Object.entries({ undefined, null: null, "a list": [], text: "x", number: 5, revoked })) {
    it(`refuses ${name}`, () => {
      expect(kindOf(() => readLifecycle(answer))).to.equal("invalid");
    });
  }
});
