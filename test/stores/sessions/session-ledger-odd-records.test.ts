import { expect } from "@open-wc/testing";
import * as fc from "fast-check";
import { NO_CHANGES, SessionLedger } from "../../../src/stores/sessions/session-ledger.js";
import { wireRow } from "../../support/scripted-source.js";

/** Every shape that JSON allows and that is no session. */
const BAD_JSON = [
  "null",
  "true",
  "false",
  "0",
  "-1.5e300",
  '""',
  '"a session"',
  "[]",
  "[[]]",
  '[{"id":"inside"}]',
  "{}",
  '{"id":null}',
  '{"id":""}',
  '{"id":"  "}',
  '{"id":7.5}',
  '{"id":true}',
  '{"id":[]}',
  '{"id":["a"]}',
  '{"id":{"id":"a"}}',
  '{"sessionId":7.5}',
  '{"ID":"a"}',
  '{"status":"active","provider":"genesys"}',
  '{"__proto__":{"id":"inherited"}}',
  '{"constructor":1,"toString":2,"hasOwnProperty":3}',
  `${"[".repeat(2_000)}${"]".repeat(2_000)}`,
  `${'{"a":'.repeat(2_000)}1${"}".repeat(2_000)}`,
];

const manyBad = () =>
  Array.from({ length: 10_100 }, (_, index) =>
    index % 101 === 50 ? wireRow(`good-${index}`) : (JSON.parse(BAD_JSON[index % BAD_JSON.length]!) as unknown),
  );

const circular = () => {
  const metadata: Record<string, unknown> = { name: "loop" };
  for (let index = 0; index < 30; index++) metadata[`f${index}`] = metadata;
  return wireRow("a", { metadata });
};

const withProto = (value: number) => ({
  ...wireRow("a"),
  metadata: JSON.parse(`{"__proto__":{"polluted":${value}}}`) as unknown,
});

describe("the ledger and odd records", () => {
  let ledger: SessionLedger;

  beforeEach(() => {
    ledger = new SessionLedger();
  });

  describe("quarantine", () => {
    it("lets good rows stand among ten thousand bad ones of every shape, poll after poll", () => {
      expect(ledger.replaceAll(manyBad()).added).to.have.length(100);
      expect(ledger.sessions).to.have.length(100);
      expect(ledger.quarantined).to.have.length(10_000);
      expect(ledger.quarantined.every(({ reason }) => reason.length > 0)).to.equal(true);
      const { sessions, quarantined } = ledger;
      expect(ledger.replaceAll(manyBad())).to.equal(NO_CHANGES);
      expect(ledger.sessions).to.equal(sessions);
      expect(ledger.quarantined).to.have.length(quarantined.length);
      expect(({} as { id?: unknown }).id).to.equal(undefined);
    });

    it("says where each record stood and what it was", () => {
      ledger.replaceAll([wireRow("a"), 7, wireRow("b"), { id: null }]);
      expect(ledger.quarantined.map(({ index, value }) => [index, value])).to.deep.equal([
        [1, 7],
        [3, { id: null }],
      ]);
      ledger.replaceAll([7, wireRow("a"), { id: false }]);
      expect(ledger.quarantined.map(({ index, value }) => [index, value])).to.deep.equal([
        [0, 7],
        [2, { id: false }],
      ]);
    });

    it("lets a record out when it is mended", () => {
      ledger.replaceAll([{ ...wireRow("a"), id: null }]);
      expect(ledger.replaceAll([wireRow("a")]).added).to.have.length(1);
      expect(ledger.quarantined).to.deep.equal([]);
    });

    it("removes a row whose record went bad", () => {
      ledger.replaceAll([wireRow("a")]);
      expect(ledger.replaceAll([{ ...wireRow("a"), id: false }]).removed).to.have.length(1);
      expect(ledger.quarantined).to.have.length(1);
    });

    it("keeps more than ten thousand of one list, all of them", () => {
      const bad = Array.from({ length: 12_000 }, (_, index) => index);
      ledger.replaceAll(bad);
      expect(ledger.quarantined).to.have.length(12_000);
      const { quarantined } = ledger;
      ledger.replaceAll(bad);
      expect(ledger.quarantined).to.equal(quarantined);
    });

    it("does not grow without end by deltas, and is cleared by a whole list", () => {
      ledger.replaceAll([wireRow("a")]);
      for (let round = 0; round < 3; round++) {
        ledger.apply(
          Array.from({ length: 4_000 }, (_, index) => round * 4_000 + index),
          [],
        );
      }
      expect(ledger.quarantined).to.have.length(10_000);
      expect(ledger.quarantined.at(-1)!.value).to.equal(11_999);
      ledger.replaceAll([wireRow("a")]);
      expect(ledger.quarantined).to.deep.equal([]);
    });

    it("takes any list of any JSON", () => {
      fc.assert(
        fc.property(fc.array(fc.jsonValue()), fc.array(fc.jsonValue()), (whole, delta) => {
          const one = new SessionLedger();
          one.replaceAll(whole);
          expect(one.sessions.length + one.quarantined.length).to.be.at.most(whole.length);
          one.apply(delta, []);
          one.replaceAll(JSON.parse(JSON.stringify(whole)) as unknown[]);
          expect(one.sessions.length + one.quarantined.length).to.be.at.most(whole.length);
        }),
      );
    });
  });

  describe("a source that keeps its objects", () => {
    it("is seen to change them in place, at any depth", () => {
      const row = wireRow("a", { metadata: { steps: [{ done: false }] } });
      const rows = [row];
      ledger.replaceAll(rows);
      const [before] = ledger.sessions;
      row["status"] = "active";
      (row["metadata"] as { steps: { done: boolean }[] }).steps[0]!.done = true;
      expect(ledger.replaceAll(rows).changed).to.have.length(1);
      expect(before!.status).to.equal("queued");
      expect(before!.metadata).to.deep.equal({ steps: [{ done: false }] });
      expect(ledger.sessions[0]!.metadata).to.deep.equal({ steps: [{ done: true }] });
      rows.pop();
      expect(ledger.sessions).to.have.length(1);
    });

    it("is seen to mend a bad record in place", () => {
      const row: Record<string, unknown> = { ...wireRow("a"), id: undefined };
      ledger.replaceAll([row]);
      expect(ledger.quarantined).to.have.length(1);
      row["id"] = "a";
      expect(ledger.replaceAll([row]).added).to.have.length(1);
    });
  });

  describe("instances of classes", () => {
    class Row {
      #status = "queued";
      metadata = { steps: 1 };
      get id() {
        return "a";
      }
      get provider() {
        return "genesys";
      }
      get channel() {
        return "chat";
      }
      get status() {
        return this.#status;
      }
      answer() {
        this.#status = "active";
      }
    }

    it("are rows like others, and keep their identity while they answer the same", () => {
      const row = new Row();
      ledger.replaceAll([row]);
      const [before] = ledger.sessions;
      expect(before!.id).to.equal("a");
      expect(ledger.replaceAll([row])).to.equal(NO_CHANGES);
      expect(ledger.replaceAll([new Row()])).to.equal(NO_CHANGES);
      expect(ledger.sessions[0]).to.equal(before);
    });

    it("are asked anew each time", () => {
      const row = new Row();
      ledger.replaceAll([row]);
      row.answer();
      expect(ledger.replaceAll([row]).changed).to.have.length(1);
      row.metadata.steps = 2;
      expect(ledger.replaceAll([row]).changed).to.have.length(1);
      expect(ledger.sessions[0]!.metadata).to.deep.equal({ steps: 2 });
    });
  });

  describe("hostile objects", () => {
    it("in circles come to an end and keep their identity", () => {
      const row = circular();
      ledger.replaceAll([row]);
      const [before] = ledger.sessions;
      expect(ledger.replaceAll([row])).to.equal(NO_CHANGES);
      expect(ledger.replaceAll([circular()])).to.equal(NO_CHANGES);
      expect(ledger.sessions[0]).to.equal(before);
    });

    it("with getters that throw cost only their field", () => {
      const row = Object.defineProperty(wireRow("a"), "queue", {
        enumerable: true,
        get: () => {
          throw new Error("no queue today");
        },
      });
      ledger.replaceAll([row, wireRow("b")]);
      const [before] = ledger.sessions;
      expect(before!.issues?.map(({ field }) => field)).to.deep.equal(["queue"]);
      expect(ledger.replaceAll([row, wireRow("b")])).to.equal(NO_CHANGES);
      expect(ledger.sessions[0]).to.equal(before);
    });

    it("that throw at every touch are quarantined", () => {
      const { proxy, revoke } = Proxy.revocable({}, {});
      revoke();
      const throwing = new Proxy(
        {},
        {
          get: () => {
            throw new Error("no");
          },
          getPrototypeOf: () => {
            throw new Error("no");
          },
          ownKeys: () => {
            throw new Error("no");
          },
        },
      );
      for (let poll = 0; poll < 2; poll++) {
        ledger.replaceAll([proxy, wireRow("a"), throwing]);
        expect(ledger.sessions).to.have.length(1);
        expect(ledger.quarantined).to.have.length(2);
      }
    });

    it("with a key __proto__ pollute nothing and are seen to change", () => {
      ledger.replaceAll([withProto(1)]);
      expect(JSON.stringify(ledger.sessions[0]!.metadata)).to.equal('{"__proto__":{"polluted":1}}');
      expect(ledger.replaceAll([withProto(1)])).to.equal(NO_CHANGES);
      expect(ledger.replaceAll([withProto(2)]).changed).to.have.length(1);
      expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
    });

    it("of 50,000 levels keep the stack", () => {
      let metadata: unknown = 1;
      for (let level = 0; level < 50_000; level++) metadata = [metadata];
      ledger.replaceAll([wireRow("a", { metadata })]);
      ledger.replaceAll([wireRow("a", { metadata })]);
      expect(ledger.sessions).to.have.length(1);
    });
  });

  it("takes lists with holes", () => {
    const rows: unknown[] = [wireRow("a")];
    rows[3] = wireRow("b");
    ledger.replaceAll(rows);
    expect(ledger.sessions).to.have.length(2);
    expect(ledger.quarantined.map(({ index }) => index)).to.deep.equal([1, 2]);
  });
});
