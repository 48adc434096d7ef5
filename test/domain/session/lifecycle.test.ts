import { expect } from "@open-wc/testing";
import { DEFAULT_LIFECYCLE, expiryOf, ttlMinutesOf } from "../../../src/domain/session/lifecycle.js";
import { session } from "../../support/session.js";

const MINUTE = 60_000;

describe("lifecycle", () => {
  it("has the platform's defaults", () => {
    expect(DEFAULT_LIFECYCLE).to.deep.equal({ chat: 30, messaging: 30, email: 1440, campaign: 60, voice: 0 });
  });

  it("asks the session, then the settings, then the defaults", () => {
    expect(ttlMinutesOf(session({ ttlMinutes: 5 }), { chat: 2 })).to.equal(5);
    expect(ttlMinutesOf(session({}), { chat: 2 })).to.equal(2);
    expect(ttlMinutesOf(session({}), { email: 2 })).to.equal(30);
    expect(ttlMinutesOf(session({}))).to.equal(30);
  });

  it("takes 0 for never, wherever it comes from", () => {
    expect(expiryOf(session({ ttlMinutes: 0, updatedAt: 1 }))).to.equal(undefined);
    expect(expiryOf(session({ updatedAt: 1 }), { chat: 0 })).to.equal(undefined);
    expect(expiryOf(session({ channel: "voice", updatedAt: 1 }))).to.equal(undefined);
  });

  it("counts from the last activity, else from the creation", () => {
    expect(expiryOf(session({ createdAt: 0, updatedAt: MINUTE }))).to.equal(31 * MINUTE);
    expect(expiryOf(session({ createdAt: MINUTE }))).to.equal(31 * MINUTE);
    expect(expiryOf(session({}))).to.equal(undefined);
  });

  for (const channel of ["", "fax", "toString", "__proto__", "constructor"]) {
    it(`knows no expiry for the channel ${JSON.stringify(channel)}`, () => {
      expect(expiryOf(session({ channel, updatedAt: 1 }), { chat: 1 })).to.equal(undefined);
    });
  }

  it("takes settings for channels of the host's own", () => {
    expect(ttlMinutesOf(session({ channel: "fax" }), { fax: 7 })).to.equal(7);
  });
});
