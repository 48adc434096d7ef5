import { expect } from "@open-wc/testing";
import * as fc from "fast-check";
import type { Sort } from "../../../src/domain/query/query.js";
import type { TransferSession } from "../../../src/domain/session/session.js";
import { compareBy } from "../../../src/domain/query/compare-sessions.js";
import { facetCounts } from "../../../src/domain/query/facets.js";
import { matcher } from "../../../src/domain/query/matcher.js";
import type { QueryContext } from "../../../src/domain/query/query-context.js";
import { querySessions } from "../../../src/domain/query/query-sessions.js";
import { TextRanks } from "../../../src/domain/query/text-order.js";
import { cleanView } from "../../../src/domain/query/view.js";
import { readSession } from "../../../src/sources/wire/session-reader.js";
import { session } from "../../support/session.js";
import { anySession, anySort, anyView } from "./arbitraries.js";

const NOW = 2_000_000;
const context: QueryContext = { now: NOW, lang: "en" };
const ascending = (by: string): Sort => ({ by, direction: "ascending" });
const descending = (by: string): Sort => ({ by, direction: "descending" });
const ids = (sessions: readonly TransferSession[]) => sessions.map(({ id }) => id).join(" ");
const sorted = (sessions: readonly TransferSession[], sort: Sort | Sort[], more: Partial<QueryContext> = {}) =>
  ids(querySessions(sessions, { sort: [sort].flat() }, { ...context, ...more }));

const minusId = (_: string, { id }: TransferSession) => -Number(id);
const isA = ({ id }: TransferSession) => id === "a";

/** A column of the host with numbers, texts and gaps. */
const mixed = (_: string, { agentName, createdAt }: TransferSession) =>
  createdAt !== undefined && createdAt % 2 ? createdAt / 3 : agentName;

describe("a filter by white space alone", () => {
  it("finds what has no value, as which white space is read", () => {
    const session = readSession({ id: "a", queue: "  " }).session!;
    const { view } = cleanView({ queue: ["  "] });
    expect(matcher(view, context)(session)).to.equal(true);
  });
});

describe("querySessions", () => {
  const both = [session({ id: "a" }), session({ id: "b" })];

  it("gives the very same list where there is nothing to do", () => {
    for (const query of [{}, { text: " " }, { status: [] }, { sort: [] }, { sort: [ascending("nobody")] }]) {
      expect(querySessions(both, query, context)).to.equal(both);
    }
    expect(querySessions(both, { attention: true }, context)).to.equal(both);
  });

  it("filters, then sorts, and leaves the source's list alone", () => {
    const sessions = Object.freeze([
      session({ id: "1", status: "ended", createdAt: 3 }),
      session({ id: "2", createdAt: 1 }),
      session({ id: "3", createdAt: 2 }),
    ]);
    expect(ids(querySessions(sessions, { status: ["active"], sort: [descending("created")] }, context))).to.equal(
      "3 2",
    );
  });

  it("sorts status as the lifecycle goes, unknown ones after, missing ones last in both directions", () => {
    const sessions = ["ended", "zzz", "", "queued", "__proto__", "pending", "post_agent", "active"].map((status) =>
      session({ id: status || "none", status }),
    );
    const order = ["pending", "queued", "active", "post_agent", "ended", "__proto__", "zzz"];
    expect(sorted(sessions, ascending("status"))).to.equal([...order, "none"].join(" "));
    expect(sorted(sessions, descending("status"))).to.equal([...order.toReversed(), "none"].join(" "));
  });

  it("keeps ties, and missing values among them, as the source has them, in both directions", () => {
    const sessions = [
      session({ id: "1", queue: "b" }),
      session({ id: "2" }),
      session({ id: "3", queue: "B" }),
      session({ id: "4", queue: "" }),
      session({ id: "5", queue: "a" }),
    ];
    expect(sorted(sessions, ascending("queue"))).to.equal("5 1 3 2 4");
    expect(sorted(sessions, descending("queue"))).to.equal("1 3 5 2 4");
  });

  it("sorts by several levels", () => {
    const sessions = [
      session({ id: "1", queue: "b", createdAt: 1 }),
      session({ id: "2", queue: "a", createdAt: 1 }),
      session({ id: "3", queue: "b", createdAt: 2 }),
      session({ id: "4", createdAt: 9 }),
    ];
    expect(sorted(sessions, [ascending("queue"), descending("created")])).to.equal("2 3 1 4");
    expect(sorted(sessions, [descending("created"), ascending("queue")])).to.equal("4 3 2 1");
  });

  it("sorts each column by what it shows", () => {
    const a: TransferSession = session({
      id: "x2",
      contactId: "C-9",
      agentId: "amy",
      provider: "five9",
      channel: "chat",
      queue: "Über",
      createdAt: 1000,
      updatedAt: 900_000,
      status: "ended",
    });
    const b: TransferSession = session({
      id: "x10",
      contactId: "c-10",
      agentName: "Zoe",
      agentId: "abe",
      provider: "genesys",
      channel: "email",
      queue: "vip",
      createdAt: 5000,
      updatedAt: 950_000,
    });
    for (const by of [
      "id",
      "contact",
      "agent",
      "provider",
      "channel",
      "queue",
      "created",
      "updated",
      "expires",
      "duration",
    ]) {
      expect(sorted([b, a], ascending(by)), by).to.equal("x2 x10");
      expect(sorted([a, b], descending(by)), by).to.equal("x10 x2");
    }
    // Frozen by its end, the older one lasted less.
    expect(
      sorted(
        [
          { ...a, endedAt: 500_000 },
          { ...b, createdAt: 1_501_001 },
        ],
        ascending("duration"),
      ),
    ).to.equal("x10 x2");
    // An hour of chat against a day of mail.
    expect(sorted([a, b], ascending("expires"), { lifecycle: { chat: 2000 } })).to.equal("x10 x2");
  });

  it("sorts columns of the host by its values; what is no value, or throws, comes last", () => {
    const values: Record<string, unknown> = {
      date: new Date(50),
      number: 7.5,
      minus: -Infinity,
      yes: true,
      text: "b",
      upper: "A",
      nan: NaN,
      bad: new Date(NaN),
      object: {},
      empty: "",
    };
    const sessions = [...Object.keys(values), "throws"].toReversed().map((id) => session({ id }));
    const value = (column: string, { id }: TransferSession) => {
      if (id === "throws" || column !== "host") throw new Error("no");
      return values[id];
    };
    expect(sorted(sessions, ascending("host"), { value })).to.equal(
      "minus yes number date upper text throws empty object bad nan",
    );
    expect(sorted(sessions, descending("host"), { value })).to.equal(
      "text upper date number yes minus throws empty object bad nan",
    );
    expect(sorted(sessions, ascending("other"), { value })).to.equal(ids(sessions));
  });

  it("asks the host for a built-in column only where that is replaced", () => {
    const sessions = [session({ id: "1", queue: "a" }), session({ id: "2", queue: "b" })];
    expect(sorted(sessions, ascending("queue"), { value: minusId })).to.equal("1 2");
    expect(sorted(sessions, ascending("queue"), { value: minusId, replaced: new Set(["queue"]) })).to.equal("2 1");
  });

  it("is not out of its depth with huge numbers in many levels", () => {
    const sessions = Array.from({ length: 50 }, (_, place) =>
      session({ id: String(place), createdAt: (place % 5) * 1e15, updatedAt: (place % 3) * 1.3e15, endedAt: place }),
    );
    const sort = [ascending("created"), descending("updated"), ascending("duration"), ascending("id")];
    const compare = compareBy(sort, context);
    expect(ids(querySessions(sessions, { sort }, context))).to.equal(ids(sessions.toSorted(compare)));
  });

  it("orders as comparing pair by pair does, stably, with and without kept ranks (property)", () => {
    const ranks = new TextRanks();
    fc.assert(
      fc.property(fc.array(anySession, { maxLength: 40 }), anySort, (sessions, sort) => {
        const withHost = { ...context, value: mixed };
        const expected = sessions.toSorted(compareBy(sort, withHost));
        const found = querySessions(sessions, { sort }, withHost);
        expect(found.length).to.equal(expected.length);
        expect(found.every((entry, place) => entry === expected[place])).to.equal(true);
        const again = querySessions(sessions, { sort }, { ...withHost, ranks });
        expect(again.every((entry, place) => entry === expected[place])).to.equal(true);
      }),
      { numRuns: 500 },
    );
  });

  it("has a total order (property)", () => {
    fc.assert(
      fc.property(anySession, anySession, anySession, anySort, (a, b, c, sort) => {
        const compare = compareBy(sort, context);
        expect(compare(a, a)).to.equal(0);
        expect(Math.sign(compare(a, b))).to.equal(-Math.sign(compare(b, a)) + 0);
        if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).to.be.at.most(0);
      }),
      { numRuns: 1000 },
    );
  });

  it("finds the place for one more (property)", () => {
    fc.assert(
      fc.property(fc.array(anySession, { maxLength: 30 }), anySession, anySort, (sessions, more, sort) => {
        const before = querySessions(sessions, { sort }, context);
        const compare = compareBy(sort, context);
        const place = before.findIndex((other) => compare(other, more) > 0);
        const after = querySessions([...sessions, more], { sort }, context);
        expect(after.indexOf(more)).to.equal(place < 0 ? before.length : place);
      }),
      { numRuns: 500 },
    );
  });
});

describe("matcher", () => {
  const one = session({
    id: "agent_transfer:u1:conv-7:chat",
    contactId: "Contact-42",
    agentName: "Jürgen Müßig",
    agentId: "AG-1",
    providerSessionId: "PS/99",
    queue: "Crédit",
    status: "post_agent",
  });
  const matches = (text: string, subject = one) => matcher({ text }, context)(subject);

  it("finds words in any field, whatever their case and accents", () => {
    for (const text of [
      "contact-42",
      "JURGEN mussig",
      "ag-1",
      "conv-7",
      "ps/99",
      "credit",
      "GENESYS",
      "chat",
      "post_agent",
    ]) {
      expect(matches(text), text).to.equal(true);
    }
    expect(matches("jurgen credit 42")).to.equal(true);
    expect(matches("jurgen debit")).to.equal(false);
  });

  it("finds nothing across two fields, and takes no character for a pattern", () => {
    expect(matches("42jurgen")).to.equal(false);
    expect(matches(".*")).to.equal(false);
    expect(matches("undefined", session({}))).to.equal(false);
  });

  it("takes any text", () => {
    for (const text of ["\ud800", "\0", "x".repeat(1_000_000), "a ".repeat(100_000), "__proto__"]) {
      expect(matches(text)).to.equal(text.startsWith("a "));
    }
    expect(matches("é\ud83d", session({ queue: "e\u0301\ud83d" }))).to.equal(true);
    expect(matches("needle", session({ queue: `${"x".repeat(2_000_000)}Needle` }))).to.equal(true);
  });

  it("takes an empty value for none", () => {
    const test = matcher({ queue: ["", "vip"] }, context);
    expect(
      [undefined, "", "vip", "VIP"].map((queue) => test(session(queue === undefined ? {} : { queue }))),
    ).to.deep.equal([true, true, true, false]);
    expect(matcher({ agent: [""] }, context)(session({ agentId: "x" }))).to.equal(false);
  });

  it("knows an agent by what is shown and by id", () => {
    const named = session({ agentName: "Zoe", agentId: "7" });
    for (const agent of ["Zoe", "7"]) expect(matcher({ agent: [agent] }, context)(named)).to.equal(true);
    expect(matcher({ agent: ["8", ""] }, context)(named)).to.equal(false);
  });

  it("asks for attention only where the query does", () => {
    const test = matcher({ attention: true }, { ...context, needsAttention: isA });
    expect([test(session({ id: "a" })), test(session({ id: "b" }))]).to.deep.equal([true, false]);
    expect(matcher({ attention: false }, { ...context, needsAttention: isA })(session({ id: "b" }))).to.equal(true);
  });
});

describe("facetCounts", () => {
  const sessions = [
    session({ status: "ended", queue: "b" }),
    session({ status: "queued", queue: "a" }),
    session({ status: "odd", queue: "b" }),
    session({ status: "", queue: "A1" }),
    session({ status: "queued" }),
  ];
  const counts = (query: object, field: "status" | "queue" | "agent" | "channel" | "provider") => [
    ...facetCounts(sessions, query, field, context),
  ];

  it("counts what the other filters leave", () => {
    expect(counts({ status: ["queued"], queue: ["b"] }, "queue")).to.deep.equal([
      ["a", 1],
      ["b", 0],
      ["", 1],
    ]);
  });

  it("puts status in the order of the lifecycle, the rest by number, then name; no value last", () => {
    expect(counts({}, "status").map(([value]) => value)).to.deep.equal(["queued", "ended", "odd", ""]);
    expect(counts({}, "queue").map(([value]) => value)).to.deep.equal(["b", "a", "A1", ""]);
    expect(counts({ status: ["pending", "ended"] }, "status")[0]).to.deep.equal(["pending", 0]);
  });

  it("says how many each value alone would show (property)", () => {
    fc.assert(
      fc.property(fc.array(anySession, { maxLength: 20 }), anyView, (sessions, query) => {
        for (const field of ["status", "channel", "provider", "agent", "queue"] as const) {
          const found = facetCounts(sessions, query, field, context);
          for (const value of query[field] ?? []) expect(found.has(value)).to.equal(true);
          for (const [value, count] of found) {
            const shown = querySessions(sessions, { ...query, [field]: [value] }, context).length;
            // An agent's id that is another's name is told apart only once it is selected.
            if (field === "agent" && !query.agent?.includes(value)) expect(count).to.be.at.most(shown);
            else expect(count).to.equal(shown);
          }
        }
      }),
    );
  });
});
