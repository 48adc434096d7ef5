import { expect } from "@open-wc/testing";
import { sessionKey } from "../../../src/domain/session/session.js";
import { isKnownStatus, isWaiting, SESSION_STATUSES } from "../../../src/domain/session/status.js";

describe("sessionKey", () => {
  it("tells sessions apart that share an id", () => {
    expect(sessionKey({ id: "a", createdAt: 1 })).to.not.equal(sessionKey({ id: "a", createdAt: 2 }));
    expect(sessionKey({ id: "a", createdAt: 0 })).to.not.equal(sessionKey({ id: "a" }));
    expect(sessionKey({ id: "a", createdAt: 1 })).to.equal(sessionKey({ id: "a", createdAt: 1 }));
  });

  it("does not mistake an id that ends in digits for another one's time", () => {
    expect(sessionKey({ id: "a1", createdAt: 2 })).to.not.equal(sessionKey({ id: "a", createdAt: 12 }));
  });
});

describe("status", () => {
  it("names the five in the order of their passing", () => {
    expect(SESSION_STATUSES).to.deep.equal(["pending", "queued", "active", "post_agent", "ended"]);
  });

  it("knows them by their exact text", () => {
    expect(SESSION_STATUSES.every(isKnownStatus)).to.equal(true);
    for (const text of ["", "Active", "length", "on_hold"]) expect(isKnownStatus(text), text).to.equal(false);
  });

  it("has contacts wait while pending or queued", () => {
    expect(SESSION_STATUSES.filter(isWaiting)).to.deep.equal(["pending", "queued"]);
  });
});
