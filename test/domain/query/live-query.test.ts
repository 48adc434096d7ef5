import { expect } from "@open-wc/testing";
import { array, assert, constantFrom, integer, oneof, property, record } from "fast-check";
import { listDifference } from "../../../src/domain/query/list-difference.js";
import { LiveQuery } from "../../../src/domain/query/live-query.js";
import type { SessionQuery } from "../../../src/domain/query/query.js";
import { querySessions } from "../../../src/domain/query/query-sessions.js";
import type { TransferSession } from "../../../src/domain/session/session.js";

const CONTEXT = { now: 1_000_000, lang: "en" };
const STATUSES = ["pending", "queued", "active", "ended", "odd"];

const QUERIES: readonly SessionQuery[] = [
  {},
  { status: ["queued", "active"] },
  { text: "a" },
  { sort: [{ by: "status", direction: "ascending" }] },
  { sort: [{ by: "queue", direction: "descending" }], status: ["queued", "odd"] },
  {
    sort: [
      { by: "status", direction: "descending" },
      { by: "contact", direction: "ascending" },
    ],
  },
  { sort: [{ by: "duration", direction: "ascending" }] },
];

let made = 0;
const make = (seed: number): TransferSession => ({
  id: `s${made++}`,
  contactId: `c${seed % 7}`,
  provider: "five9",
  channel: "chat",
  status: STATUSES[seed % STATUSES.length]!,
  ...(seed % 3 === 0 ? undefined : { queue: `${"ab"[seed % 2]} ${seed % 4}` }),
  createdAt: seed * 1000,
});

const step = record({
  kind: constantFrom("change", "add", "remove", "move"),
  at: integer({ min: 0, max: 10_000 }),
  seed: integer({ min: 0, max: 500 }),
});

function apply(sessions: readonly TransferSession[], steps: readonly { kind: string; at: number; seed: number }[]) {
  const next = [...sessions];
  for (const { kind, at, seed } of steps) {
    const place = at % (next.length + 1);
    const there = next[place];
    if (kind === "add") next.splice(place, 0, make(seed));
    else if (!there) continue;
    else if (kind === "change") next[place] = { ...make(seed), id: there.id };
    else next.splice(place, 1);
    if (kind === "move" && there) next.splice(seed % (next.length + 1), 0, there);
  }
  return next;
}

describe("LiveQuery", () => {
  it("always gives what would be found from scratch", () => {
    assert(
      property(
        array(integer({ min: 0, max: 500 }), { maxLength: 60 }),
        array(oneof({ weight: 5, arbitrary: array(step, { maxLength: 5 }) }, array(step, { maxLength: 40 })), {
          maxLength: 8,
        }),
        constantFrom(...QUERIES),
        (seeds, answers, query) => {
          const live = new LiveQuery();
          let sessions: readonly TransferSession[] = seeds.map(make);
          live.run(sessions, query, CONTEXT);
          for (const steps of answers) {
            sessions = apply(sessions, steps);
            expect([...live.run(sessions, query, CONTEXT)]).to.deep.equal([...querySessions(sessions, query, CONTEXT)]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("gives the same list for the same sessions, and the sessions themselves where nothing is asked", () => {
    const live = new LiveQuery();
    const sessions = [1, 2, 3].map(make);
    const query: SessionQuery = { status: ["queued"] };
    expect(live.run(sessions, query, CONTEXT)).to.equal(live.run(sessions, query, CONTEXT));
    expect(live.run(sessions, {}, CONTEXT)).to.equal(sessions);
  });

  it("begins anew when the question, the language or a column's meaning changes", () => {
    const live = new LiveQuery();
    const sessions = [5, 4, 9, 2].map(make);
    const query: SessionQuery = { sort: [{ by: "contact", direction: "ascending" }] };
    const own = {
      ...CONTEXT,
      replaced: new Set(["contact"]),
      value: (_: string, { createdAt = 0 }: TransferSession) => -createdAt,
    };
    for (const context of [CONTEXT, own, { ...CONTEXT, lang: "de" }, CONTEXT]) {
      expect(live.run(sessions, query, context)).to.deep.equal(querySessions(sessions, query, context));
    }
  });
});

describe("listDifference", () => {
  it("names what left and what came, and nothing else", () => {
    expect(listDifference([1, 2, 3, 4], [1, 3, 5, 4], 9)).to.deep.equal({ gone: [2], fresh: [{ item: 5, place: 2 }] });
    expect(listDifference([1, 2], [1, 2], 0)).to.deep.equal({ gone: [], fresh: [] });
    expect(listDifference([], [7], 1)).to.deep.equal({ gone: [], fresh: [{ item: 7, place: 0 }] });
    expect(listDifference([7], [], 1)).to.deep.equal({ gone: [7], fresh: [] });
  });

  it("says nothing of lists that differ too much", () => {
    expect(listDifference([1, 2, 3], [4, 5, 6], 3)).to.equal(undefined);
  });

  it("leaves what it does not name in one order", () => {
    const list = array(integer({ min: 0, max: 12 }), { maxLength: 40 });
    assert(
      property(list, list, (before, after) => {
        const { gone, fresh } = listDifference(before, after, 100)!;
        const kept = [...before];
        for (const item of gone) kept.splice(kept.indexOf(item), 1);
        const places = new Set(fresh.map(({ place }) => place));
        expect([...kept].sort()).to.deep.equal(after.filter((_, place) => !places.has(place)).sort());
      }),
    );
  });
});
