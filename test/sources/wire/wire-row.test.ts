import { expect } from "@open-wc/testing";
import { assert, property, subarray } from "fast-check";
import { readList } from "../../../src/sources/wire/list-reader.js";
import { sameRow } from "../../../src/sources/wire/wire-row.js";
import { readSession } from "../../../src/sources/wire/session-reader.js";
import { likelyRow } from "./arbitrary-row.js";

describe("sameRow", () => {
  it("says of no two rows that they are the same where they read differently", () => {
    let same = 0;
    assert(
      property(likelyRow, likelyRow, subarray(["queue", "status", "metadata", "agent", "note"]), (a, other, names) => {
        const given: Record<string, unknown> = other;
        const b = { ...structuredClone(a), ...Object.fromEntries(names.map((name) => [name, given[name]])) };
        if (!sameRow(a, b)) return;
        same++;
        expect(readSession(b)).to.deep.equal(readSession(a));
      }),
    );
    expect(same, "some are").to.be.greaterThan(0);
  });

  it("sees a change of any name that is read", () => {
    assert(
      property(likelyRow, (row) => {
        for (const name of Object.keys(row)) {
          const changed: Record<string, unknown> = Object.assign({}, row, { [name]: { other: "value" } });
          if (JSON.stringify(readSession(changed)) === JSON.stringify(readSession(row))) continue;
          expect(sameRow(row, changed), name).to.equal(false);
        }
      }),
    );
  });

  it("looks into metadata and provider data", () => {
    expect(sameRow({ metadata: { a: [1, { b: 2 }] } }, { metadata: { a: [1, { b: 2 }] } })).to.equal(true);
    expect(sameRow({ metadata: { a: [1, { b: 2 }] } }, { metadata: { a: [1, { b: 3 }] } })).to.equal(false);
    expect(sameRow({ providerData: null }, { providerData: {} })).to.equal(false);
  });
});

describe("a list that says it is fresh", () => {
  it("is read as such, whole, as a delta, and as an array with a mark", () => {
    expect(readList({ sessions: [], fresh: true })).to.have.property("fresh", true);
    expect(readList({ changed: [], removed: [], cursor: "c", fresh: true })).to.have.property("fresh", true);
    expect(readList(Object.defineProperty([], "fresh", { value: true }))).to.have.property("fresh", true);
    expect(readList({ sessions: [], fresh: "yes" })).not.to.have.property("fresh");
    expect(readList([])).not.to.have.property("fresh");
  });
});
