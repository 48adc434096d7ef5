import { expect } from "@open-wc/testing";
import { readSession } from "../../../src/sources/wire/session-reader.js";
import { codesOf, ROW, SESSION, sessionOf } from "./full-row.js";

describe("readSession", () => {
  it("reads a row in full", () => {
    expect(sessionOf(ROW)).to.deep.equal(SESSION);
  });

  it("leaves what is absent absent", () => {
    const session = sessionOf({ id: "x", provider: "p", channel: "c", status: "s", queue: null, contactId: undefined });
    expect(Object.keys(session)).to.deep.equal(["id", "provider", "channel", "status"]);
  });

  it("ignores fields that it does not know", () => {
    const row = JSON.parse(`{"id":"x","provider":"p","channel":"c","status":"s","__proto__":{"queue":"Q"},"zzz":1}`);
    expect(sessionOf(row)).to.deep.equal({ id: "x", provider: "p", channel: "c", status: "s" });
    expect(({} as { queue?: unknown }).queue).to.equal(undefined);
  });

  describe("aliases", () => {
    const { id, status, agentName, agentId, ...rest } = ROW;

    it("reads sessionId, state and agent as an object", () => {
      const row = { ...rest, sessionId: id, state: status, agent: { id: agentId, name: agentName } };
      expect(sessionOf(row)).to.deep.equal(SESSION);
    });

    it("reads agent as text", () => {
      const session = sessionOf({ ...ROW, agentName: undefined, agentId: undefined, agent: "Other bot" });
      expect(session.agentName).to.equal("Other bot");
      expect(session).not.to.have.property("agentId");
    });

    it("lets the field itself win, each for itself", () => {
      const row = { ...ROW, sessionId: "other", state: "ended", agentId: null, agent: { id: "bot-8", name: "Other" } };
      expect(sessionOf(row)).to.deep.equal({ ...SESSION, agentId: "bot-8" });
    });

    it("takes blank text for absent", () => {
      const session = sessionOf({ ...ROW, id: " ", sessionId: "s", status: "", state: "active", queue: "\u3000" });
      expect(session.id).to.equal("s");
      expect(session.status).to.equal("active");
      expect(session).not.to.have.property("queue");
      expect(session).not.to.have.property("issues");
    });

    it("keeps a row whose id cannot be read by its sessionId, and says so", () => {
      const session = sessionOf({ ...ROW, id: 1.5, sessionId: "s-17" });
      expect(session.id).to.equal("s-17");
      expect(codesOf(session)).to.deep.equal(["id invalid"]);
    });

    it("does not look at an alias that it does not need", () => {
      expect(sessionOf({ ...ROW, agent: 5 })).not.to.have.property("issues");
      expect(codesOf(sessionOf({ ...ROW, agentName: null, agent: 5 }))).to.deep.equal(["agentName invalid"]);
      expect(codesOf(sessionOf({ ...ROW, agentName: null, agent: ["a"] }))).to.deep.equal(["agentName invalid"]);
      const session = sessionOf({ ...ROW, agentName: null, agentId: null, agent: { id: [5], name: "Bot" } });
      expect(session.agentName).to.equal("Bot");
      expect(codesOf(session)).to.deep.equal(["agentId invalid"]);
    });
  });

  describe("bad fields", () => {
    it("drops each bad field with an issue and keeps the others", () => {
      const session = sessionOf({
        ...ROW,
        contactId: true,
        queue: {},
        createdAt: "yesterday",
        updatedAt: "1772366460000",
        endedAt: false,
        ttlMinutes: "30",
        metadata: () => 1,
        providerData: Symbol("x"),
      });
      expect(codesOf(session).sort()).to.deep.equal(
        ["contactId", "queue", "createdAt", "updatedAt", "endedAt", "ttlMinutes", "metadata", "providerData"]
          .map((field) => `${field} invalid`)
          .sort(),
      );
      const { issues: _, ...rest } = session;
      expect(rest).to.deep.equal({
        id: ROW.id,
        agentName: "Billing bot",
        agentId: "bot-7",
        provider: "genesys",
        channel: "chat",
        status: "queued",
        providerSessionId: "g-1",
      });
    });

    for (const ttlMinutes of [-1, NaN, Infinity, "", "0", {}, true, 5n]) {
      it(`refuses ${typeof ttlMinutes} ${String(ttlMinutes)} as ttlMinutes`, () => {
        const session = sessionOf({ ...ROW, ttlMinutes });
        expect(session).not.to.have.property("ttlMinutes");
        expect(codesOf(session)).to.deep.equal(["ttlMinutes invalid"]);
      });
    }

    it("says in a sentence what it found", () => {
      const [issue] = sessionOf({ ...ROW, createdAt: "yesterday" }).issues!;
      expect(issue!.message).to.equal(
        'createdAt should be a time (ISO 8601 text or epoch milliseconds), but is the text "yesterday".',
      );
      const long = sessionOf({ ...ROW, createdAt: "x".repeat(1e6) }).issues![0]!;
      expect(long.message.length).to.be.lessThan(200);
    });

    it("takes the channel from the id where it has none", () => {
      for (const channel of [undefined, null, "", " "]) {
        const session = sessionOf({ ...ROW, channel });
        expect(session.channel).to.equal("chat");
        expect(session).not.to.have.property("issues");
      }
      expect(sessionOf({ ...ROW, id: "opaque", channel: null }).channel).to.equal("");
    });

    it("does not guess the channel where it has one that cannot be read", () => {
      const session = sessionOf({ ...ROW, channel: 5 });
      expect(session.channel).to.equal("");
      expect(codesOf(session)).to.deep.equal(["channel invalid"]);
    });

    it("keeps a row that has nothing but an id, and finds nothing wrong with that", () => {
      expect(sessionOf({ id: "x" })).to.deep.equal({ id: "x", provider: "", channel: "", status: "" });
    });

    it("keeps a row of which nothing but the id can be read", () => {
      const session = sessionOf({ id: "x", provider: 1, channel: [], status: {} });
      expect(session).to.deep.include({ id: "x", provider: "", channel: "", status: "" });
      expect(codesOf(session)).to.deep.equal(["provider invalid", "channel invalid", "status invalid"]);
    });
  });

  describe("ids that are numbers", () => {
    const IDS = ["id", "contactId", "agentId", "providerSessionId"] as const;
    const NUMBERS: [unknown, string][] = [
      [0, "0"],
      [17, "17"],
      [-5, "-5"],
      [2 ** 53 - 1, "9007199254740991"],
      [9007199254740993n, "9007199254740993"],
    ];
    for (const field of IDS) {
      for (const [number, digits] of NUMBERS) {
        it(`are their digits: ${field} ${typeof number} ${digits}`, () => {
          expect(sessionOf({ ...ROW, [field]: number })).to.deep.equal({ ...SESSION, [field]: digits });
        });
      }
    }

    it("are read under their aliases, too", () => {
      expect(sessionOf({ ...ROW, id: null, sessionId: 7, agentId: null, agent: { id: 8 } })).to.deep.include({
        id: "7",
        agentId: "8",
      });
    });

    for (const field of ["contactId", "agentId", "providerSessionId"]) {
      it(`are refused where digits are lost, with a reason: ${field}`, () => {
        const session = sessionOf({ ...ROW, [field]: 2 ** 53 });
        expect(session).not.to.have.property(field);
        expect(session.issues).to.deep.equal([
          {
            field,
            code: "invalid",
            message: `${field} should be text, but is a number that may have lost digits.`,
          },
        ]);
      });
    }

    it("are no id of a row where digits are lost", () => {
      expect(readSession({ ...ROW, id: 2 ** 53 }).rejected).to.equal(
        "The record's id is a number that may have lost digits.",
      );
      const session = sessionOf({ ...ROW, id: 2 ** 53, sessionId: "s" });
      expect(session.id).to.equal("s");
      expect(codesOf(session)).to.deep.equal(["id invalid"]);
    });

    for (const contactId of [1.5, NaN, Infinity]) {
      it(`are whole: ${contactId} is none`, () => {
        const session = sessionOf({ ...ROW, contactId });
        expect(session.issues![0]!.message).to.equal(`contactId should be text, but is ${contactId}.`);
      });
    }
  });

  describe("quarantine", () => {
    for (const row of [
      undefined,
      null,
      true,
      0,
      "agent_transfer:u:c:chat",
      5n,
      Symbol("row"),
      () => ROW,
      [],
      [ROW],
      {},
      { ...ROW, id: "" },
      { ...ROW, id: " \t\n" },
      { ...ROW, id: null },
      { ...ROW, id: 5.5 },
      { ...ROW, id: true },
      { ...ROW, id: ["x"] },
      { ...ROW, id: Object("x") },
      new Date(),
      new Map([["id", "x"]]),
      /x/,
      new Error("x"),
    ]) {
      it(`rejects ${Object.prototype.toString.call(row)} ${typeof row === "object" ? JSON.stringify(row) : ""}`, () => {
        const { session, rejected } = readSession(row);
        expect(session).to.equal(undefined);
        expect(rejected).to.match(/^The record.+\.$/);
      });
    }
  });
});
