import { expect } from "@open-wc/testing";
import type { TransferSession } from "../../../src/domain/session/session.js";
import { readList } from "../../../src/sources/wire/list-reader.js";
import { NO_CHANGES, SessionLedger, type SessionChanges } from "../../../src/stores/sessions/session-ledger.js";
import { wireRow } from "../../support/scripted-source.js";

/** A fresh copy, as the next answer of a server would be. */
function again<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

const ids = (sessions: readonly TransferSession[]) => sessions.map(({ id }) => id);

function summary({ added, changed, removed }: SessionChanges) {
  return { added: ids(added), changed: ids(changed.map(({ after }) => after)), removed: ids(removed) };
}

describe("the ledger", () => {
  let reads: number;
  let ledger: SessionLedger;

  beforeEach(() => {
    reads = 0;
    ledger = new SessionLedger();
  });

  /** Copies of records that count how often they are read: that copies every field, to compare looks at known ones. */
  const watched = (rows: readonly unknown[]) =>
    again(rows).map((row) =>
      typeof row === "object" && row !== null
        ? Object.defineProperty(row, "other", { enumerable: true, get: () => ++reads })
        : row,
    );

  const statuses = () => ledger.sessions.map(({ id, status }) => `${id} ${status}`);

  describe("whole lists", () => {
    it("keeps the source's order and says what is new", () => {
      const changes = ledger.replaceAll([wireRow("c"), wireRow("a"), wireRow("b")]);
      expect(ids(ledger.sessions)).to.deep.equal(["c", "a", "b"]);
      expect(summary(changes)).to.deep.equal({ added: ["c", "a", "b"], changed: [], removed: [] });
    });

    it("copies no record that nobody else holds, and all others", () => {
      const [row, other] = [wireRow("a", { metadata: { step: 1 } }), wireRow("b", { metadata: { step: 1 } })];
      ledger.replaceAll([row], true);
      expect(ledger.sessions[0]!.metadata).to.equal(row["metadata"]);
      ledger.replaceAll([other]);
      expect(ledger.sessions[0]!.metadata).not.to.equal(other["metadata"]);
      Object.assign(other["metadata"] as object, { step: 2 });
      expect(summary(ledger.replaceAll([other]))).to.deep.equal({ added: [], changed: ["b"], removed: [] });
    });

    it("compares a record of nobody else once, and knows the same object again by itself", () => {
      ledger.replaceAll([wireRow("a")], true);
      const { status, ...rest } = wireRow("a");
      const row = Object.defineProperty(rest, "status", { enumerable: true, get: () => (reads++, status) });
      for (let turn = 0; turn < 3; turn++) {
        expect(ledger.replaceAll([row], true)).to.equal(NO_CHANGES);
        expect(reads).to.equal(1);
      }
    });

    it("keeps everything where nothing changed, and reads nothing", () => {
      const rows = [wireRow("a"), null, wireRow("b", { metadata: { deep: [1, { x: 1 }] } })];
      ledger.replaceAll(rows);
      const { sessions, quarantined } = ledger;
      expect(ledger.replaceAll(watched(rows))).to.equal(NO_CHANGES);
      expect(ledger.sessions).to.equal(sessions);
      expect(ledger.quarantined).to.equal(quarantined);
      expect(reads).to.equal(0);
    });

    it("finds rows again whose ids are numbers, wherever they stand, and reads nothing", () => {
      const rows = [1, 2, 3].map((id) => wireRow("x", { id }));
      ledger.replaceAll(rows);
      ledger.replaceAll(watched([rows[2], rows[0], rows[1]]));
      expect(ids(ledger.sessions)).to.deep.equal(["3", "1", "2"]);
      expect(reads).to.equal(0);
    });

    it("reads and rebuilds only the row that changed", () => {
      const rows = [wireRow("a"), wireRow("b"), wireRow("c")];
      ledger.replaceAll(rows);
      const [a, b, c] = ledger.sessions;
      const next = again(rows);
      next[1]!["status"] = "active";
      const changes = ledger.replaceAll(watched(next));
      expect(reads).to.equal(1);
      expect(summary(changes)).to.deep.equal({ added: [], changed: ["b"], removed: [] });
      expect(changes.changed[0]!.before).to.equal(b);
      expect(changes.changed[0]!.after).to.equal(ledger.sessions[1]);
      expect(ledger.sessions[0]).to.equal(a);
      expect(ledger.sessions[2]).to.equal(c);
      expect(b!.status).to.equal("queued");
    });

    it("sees a change deep in the JSON", () => {
      ledger.replaceAll([wireRow("a", { providerData: { x: [{ y: 1 }] } })]);
      const changes = ledger.replaceAll([wireRow("a", { providerData: { x: [{ y: 2 }] } })]);
      expect(summary(changes).changed).to.deep.equal(["a"]);
      expect(ledger.sessions[0]!.providerData).to.deep.equal({ x: [{ y: 2 }] });
    });

    it("keeps a row whose record is only spelled otherwise", () => {
      ledger.replaceAll([wireRow("a", { createdAt: 0, agentName: "Ann" })]);
      const [before] = ledger.sessions;
      const { id, agentName: _, ...rest } = wireRow("a");
      const changes = ledger.replaceAll([
        { sessionId: id, ...rest, agent: { name: "Ann" }, createdAt: "1970-01-01T00:00:00.000Z" },
      ]);
      expect(changes).to.equal(NO_CHANGES);
      expect(ledger.sessions[0]).to.equal(before);
    });

    it("follows rows that shift, without reading them again", () => {
      const rows = ["a", "b", "c", "d"].map((id) => wireRow(id));
      ledger.replaceAll(rows);
      const before = new Map(ledger.sessions.map((session) => [session.id, session]));
      const changes = ledger.replaceAll(watched([wireRow("new"), rows[3], rows[0], rows[2]]));
      expect(reads).to.equal(1);
      expect(summary(changes)).to.deep.equal({ added: ["new"], changed: [], removed: ["b"] });
      expect(ids(ledger.sessions)).to.deep.equal(["new", "d", "a", "c"]);
      for (const id of ["a", "c", "d"]) expect(ledger.latest(id)).to.equal(before.get(id));
    });

    it("has a new list but no changes where only the order is new", () => {
      ledger.replaceAll([wireRow("a"), wireRow("b")]);
      const before = ledger.sessions;
      expect(ledger.replaceAll([wireRow("b"), wireRow("a")])).to.equal(NO_CHANGES);
      expect(ids(ledger.sessions)).to.deep.equal(["b", "a"]);
      expect(ledger.sessions).to.not.equal(before);
      expect(ids(before)).to.deep.equal(["a", "b"]);
    });

    it("empties", () => {
      ledger.replaceAll([wireRow("a"), 7]);
      expect(summary(ledger.replaceAll([])).removed).to.deep.equal(["a"]);
      expect(ledger.sessions).to.deep.equal([]);
      expect(ledger.quarantined).to.deep.equal([]);
      expect(ledger.latest("a")).to.equal(undefined);
    });
  });

  describe("the same key twice", () => {
    it("lets the later update win, in the place of the first", () => {
      const old = wireRow("a", { status: "pending", updatedAt: 1 });
      const late = wireRow("a", { status: "active", updatedAt: "1970-01-01T00:00:00.002Z" });
      for (const rows of [
        [old, wireRow("b"), late],
        [late, wireRow("b"), old],
      ]) {
        expect(summary(ledger.replaceAll(rows)).changed).to.deep.equal([]);
        expect(statuses()).to.deep.equal(["a active", "b queued"]);
      }
    });

    it("lets the last one win where none is later", () => {
      ledger.replaceAll([wireRow("a", { status: "pending" }), wireRow("a", { status: "active" })]);
      expect(statuses()).to.deep.equal(["a active"]);
    });

    it("keeps the row while the list repeats it", () => {
      const rows = [wireRow("a", { updatedAt: 1 }), wireRow("a", { updatedAt: 2 }), wireRow("a", { updatedAt: 2 })];
      ledger.replaceAll(rows);
      const [before] = ledger.sessions;
      expect(ledger.replaceAll(again(rows))).to.equal(NO_CHANGES);
      expect(ledger.sessions[0]).to.equal(before);
    });

    it("falls back on the other when the winner leaves", () => {
      const rows = [
        wireRow("a", { status: "pending", updatedAt: 1 }),
        wireRow("a", { status: "active", updatedAt: 2 }),
      ];
      ledger.replaceAll(rows);
      expect(summary(ledger.replaceAll(again(rows.slice(0, 1)))).changed).to.deep.equal(["a"]);
      expect(statuses()).to.deep.equal(["a pending"]);
    });
  });

  describe("a reused id", () => {
    const first = wireRow("a", { createdAt: 1, status: "ended" });
    const second = wireRow("a", { createdAt: 2, status: "active" });

    it("is another row for each creation", () => {
      ledger.replaceAll([second, first]);
      expect(statuses()).to.deep.equal(["a active", "a ended"]);
      const [, ended] = ledger.sessions;
      const changes = ledger.replaceAll(again([{ ...second, status: "post_agent" }, first]));
      expect(summary(changes)).to.deep.equal({ added: [], changed: ["a"], removed: [] });
      expect(ledger.sessions[1]).to.equal(ended);
    });

    it("means the latest where only the id is given", () => {
      ledger.replaceAll([second, first, wireRow("a", { createdAt: undefined })]);
      expect(ledger.latest("a")!.createdAt).to.equal(2);
      expect(ledger.get({ id: "a", createdAt: 1 })!.status).to.equal("ended");
      expect(ledger.get({ id: "a" })!.createdAt).to.equal(undefined);
      expect(ledger.get({ id: "a", createdAt: 3 })).to.equal(undefined);
    });

    it("loses one row when one leaves", () => {
      ledger.replaceAll([first, second]);
      const changes = ledger.replaceAll(again([second]));
      expect(changes.removed.map(({ createdAt }) => createdAt)).to.deep.equal([1]);
      expect(ledger.latest("a")!.createdAt).to.equal(2);
    });
  });

  describe("deltas", () => {
    const rows = ["a", "b", "c"].map((id) => wireRow(id));

    beforeEach(() => {
      ledger.replaceAll(rows);
    });

    it("change rows where they stand, and add the others at the end", () => {
      const [a, b, c] = ledger.sessions;
      const changes = ledger.apply([wireRow("d"), wireRow("b", { status: "active" })], []);
      expect(summary(changes)).to.deep.equal({ added: ["d"], changed: ["b"], removed: [] });
      expect(changes.changed[0]!.before).to.equal(b);
      expect(statuses()).to.deep.equal(["a queued", "b active", "c queued", "d queued"]);
      expect(ledger.sessions[0]).to.equal(a);
      expect(ledger.sessions[2]).to.equal(c);
    });

    it("leave the list that they were applied to as it was", () => {
      const before = ledger.sessions;
      ledger.apply([wireRow("b", { status: "active" })], ["a"]);
      expect(ids(before)).to.deep.equal(["a", "b", "c"]);
      expect(before[1]!.status).to.equal("queued");
      expect(statuses()).to.deep.equal(["b active", "c queued"]);
    });

    it("that say nothing new change nothing", () => {
      const { sessions } = ledger;
      expect(ledger.apply([], [])).to.equal(NO_CHANGES);
      expect(ledger.apply([wireRow("b")], ["nobody"])).to.equal(NO_CHANGES);
      expect(ledger.sessions).to.equal(sessions);
    });

    it("remove all rows of an id, before they change any", () => {
      ledger.replaceAll([wireRow("a", { createdAt: 1 }), wireRow("b"), wireRow("a", { createdAt: 2 })]);
      const changes = ledger.apply([wireRow("a", { createdAt: 3 })], ["a"]);
      expect(changes.removed.map(({ createdAt }) => createdAt)).to.deep.equal([1, 2]);
      expect(changes.added.map(({ createdAt }) => createdAt)).to.deep.equal([3]);
      expect(ids(ledger.sessions)).to.deep.equal(["b", "a"]);
    });

    it("that remove and name the same row keep it", () => {
      const [, b] = ledger.sessions;
      expect(ledger.apply([wireRow("b")], ["b"])).to.equal(NO_CHANGES);
      expect(ids(ledger.sessions)).to.deep.equal(["a", "c", "b"]);
      expect(ledger.latest("b")).to.equal(b);
    });

    it("put a later session of the same id in the place of the earlier ones", () => {
      ledger.replaceAll([wireRow("a", { createdAt: 1 }), wireRow("b"), wireRow("a", { createdAt: 2 })]);
      const changes = ledger.apply([wireRow("a", { createdAt: 3 })], []);
      expect(changes.removed.map(({ createdAt }) => createdAt)).to.have.members([1, 2]);
      expect(ledger.sessions.map(({ id, createdAt }) => [id, createdAt].join())).to.have.length(2);
      expect(ledger.sessions[0]!.createdAt).to.equal(3);
    });

    it("do not put an earlier session in the place of the later one", () => {
      ledger.replaceAll([wireRow("a", { createdAt: 2 })]);
      ledger.apply([wireRow("a", { createdAt: 1 })], []);
      expect(ledger.latest("a")!.createdAt).to.equal(2);
    });

    it("may name several later sessions: the latest stands, and only it is new", () => {
      ledger.replaceAll([wireRow("a", { createdAt: 1 }), wireRow("b")]);
      const changes = ledger.apply([wireRow("a", { createdAt: 2 }), wireRow("a", { createdAt: 3 })], []);
      expect(changes.added.map(({ createdAt }) => createdAt)).to.deep.equal([3]);
      expect(changes.removed.map(({ createdAt }) => createdAt)).to.deep.equal([1]);
      expect(ledger.sessions.map(({ createdAt }) => createdAt)).to.deep.equal([3, rows[0]!["createdAt"]]);
      expect(ledger.get({ id: "a", createdAt: 2 })).to.equal(undefined);
    });

    it("of one key twice: the later update wins", () => {
      ledger.apply(
        [wireRow("b", { status: "active", updatedAt: 2 }), wireRow("b", { status: "pending", updatedAt: 1 })],
        [],
      );
      expect(statuses()[1]).to.equal("b active");
    });

    it("take the place of both where the list held a row twice", () => {
      ledger.replaceAll([wireRow("a", { updatedAt: 1 }), wireRow("b"), wireRow("a", { updatedAt: 2 })]);
      ledger.apply([wireRow("a", { status: "active", updatedAt: 3 })], []);
      expect(statuses()).to.deep.equal(["a active", "b queued"]);
    });

    it("keep the indexes right over removals", () => {
      ledger.apply([wireRow("d"), wireRow("e")], ["a"]);
      ledger.apply([wireRow("e", { status: "active" }), wireRow("b", { status: "ended" })], ["c"]);
      ledger.apply([wireRow("d", { status: "pending" })], []);
      expect(statuses()).to.deep.equal(["b ended", "d pending", "e active"]);
    });

    it("remove rows whose ids are numbers, by those numbers", () => {
      ledger.replaceAll([wireRow("a"), { ...wireRow("b"), id: 7 }]);
      const { kind, ...delta } = readList({ changed: [{ ...wireRow("c"), id: 8 }], removed: [7], cursor: "2" });
      expect(kind).to.equal("delta");
      if ("removed" in delta) ledger.apply(delta.rows, delta.removed);
      expect(ids(ledger.sessions)).to.deep.equal(["a", "8"]);
    });

    it("are followed by a whole list without reading again what stayed", () => {
      ledger.apply([wireRow("d")], ["a"]);
      expect(ledger.replaceAll(watched([wireRow("d"), wireRow("b"), wireRow("c")]))).to.equal(NO_CHANGES);
      expect(reads).to.equal(0);
    });
  });
});
