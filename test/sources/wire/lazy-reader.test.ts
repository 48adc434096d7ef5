import { expect } from "@open-wc/testing";
import { lazyReader } from "../../../src/sources/wire/lazy-reader.js";
import { wireReader } from "../../../src/sources/wire/wire-reader.js";
import type { WireReader } from "../../../src/sources/wire/reader-port.js";

// The stores state their need as an interface; that the reader meets it is checked here, since neither may import the
// other.
const reader: WireReader = lazyReader;

const GOOD = { id: "a", provider: "genesys", channel: "chat", status: "active", createdAt: 5 };
const ODD = [null, 7, [], {}, { id: "a" }, { ...GOOD, queue: 7 }, { ...GOOD, createdAt: "soon" }];

describe("the lazy reader", () => {
  // In this order: what is loaded stays loaded.
  it("reads at once what is right, and leaves the rest", () => {
    expect(reader.readSession(GOOD)).to.deep.equal(wireReader.readSession(GOOD));
    for (const row of ODD) expect(reader.readSession(row), JSON.stringify(row)).to.equal(undefined);
  });

  it("reads the settings of a source at once", () => {
    expect(reader.readIntegrations([{ provider: "genesys", connected: true }])).to.have.length(1);
    expect(reader.readLifecycle({ chat: 5, sms: -1 })).to.deep.equal({ chat: 5 });
  });

  it("reads everything once it is prepared, like the whole reader", async () => {
    await reader.prepare!();
    for (const row of [GOOD, ...ODD]) expect(reader.readSession(row)).to.deep.equal(wireReader.readSession(row));
  });
});
