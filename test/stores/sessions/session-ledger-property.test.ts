import { expect } from "@open-wc/testing";
import * as fc from "fast-check";
import { sessionKey, type TransferSession } from "../../../src/domain/session/session.js";
import { SessionLedger, type SessionChanges } from "../../../src/stores/sessions/session-ledger.js";

/** Few ids, creations and values, so that rows meet each other often. */
const row = fc.record({
  id: fc.constantFrom("a", "b", "c", "d", "e"),
  createdAt: fc.constantFrom(1, 2, undefined),
  updatedAt: fc.constantFrom(1, 2, undefined),
  status: fc.constantFrom("queued", "active"),
  provider: fc.constant("genesys"),
  channel: fc.constant("chat"),
  metadata: fc.constantFrom(undefined, { x: 1 }, { x: [1, { y: 2 }] }),
});
const record = fc.oneof(
  { weight: 6, arbitrary: row },
  { weight: 1, arbitrary: fc.constantFrom(null, 7, {}, { id: 1 }) },
);
const list = fc.array(record, { maxLength: 12 });

type Step = { whole: unknown[] } | { changed: unknown[]; removed: string[] };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ whole: list }),
  fc.record({ changed: list, removed: fc.array(fc.constantFrom("a", "b", "c", "z"), { maxLength: 2 }) }),
);

function take(ledger: SessionLedger, step: Step): SessionChanges {
  return "whole" in step ? ledger.replaceAll(step.whole) : ledger.apply(step.changed, step.removed);
}

/** The rows, each by its key, as someone would have them who only hears of the changes. */
function follow(known: Map<string, TransferSession>, { added, changed, removed }: SessionChanges): void {
  for (const session of removed) expect(known.delete(sessionKey(session)), "removed").to.equal(true);
  for (const { before, after } of changed) {
    expect(known.get(sessionKey(before)), "before").to.equal(before);
    known.delete(sessionKey(before));
    known.set(sessionKey(after), after);
  }
  for (const session of added) {
    expect(known.has(sessionKey(session)), "added").to.equal(false);
    known.set(sessionKey(session), session);
  }
}

describe("the ledger, whatever came before", () => {
  it("reads a whole list as if it were the first", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), list, (before, last) => {
        const ledger = new SessionLedger();
        for (const one of before) take(ledger, one);
        ledger.replaceAll(last);
        const fresh = new SessionLedger();
        fresh.replaceAll(last);
        expect(ledger.sessions).to.deep.equal(fresh.sessions);
        expect(ledger.quarantined).to.deep.equal(fresh.quarantined);
      }),
      { numRuns: 500 },
    );
  });

  it("tells exactly what changed, and keeps what did not", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 8 }), (steps) => {
        const ledger = new SessionLedger();
        const known = new Map<string, TransferSession>();
        for (const one of steps) {
          const before = new Map(ledger.sessions.map((session) => [sessionKey(session), session]));
          follow(known, take(ledger, one));
          expect(ledger.sessions).to.have.length(known.size);
          for (const session of ledger.sessions) {
            const key = sessionKey(session);
            expect(known.get(key), "told").to.equal(session);
            expect(ledger.get(session), "found").to.equal(session);
            const old = before.get(key);
            if (old && old !== session) expect(session).to.not.deep.equal(old);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it("holds after a delta what the whole list would hold", () => {
    fc.assert(
      fc.property(list, list, fc.array(fc.constantFrom("a", "b", "z"), { maxLength: 2 }), (whole, changed, removed) => {
        const ledger = new SessionLedger();
        ledger.replaceAll(whole);
        ledger.apply(changed, removed);
        const { sessions } = ledger;
        expect(new Set(sessions.map(sessionKey)).size).to.equal(sessions.length);
        // Told as a whole list, the very rows that stand are nothing new.
        const changes = ledger.replaceAll(sessions.map((session) => ({ ...session, issues: undefined })));
        expect(changes).to.deep.equal({ added: [], changed: [], removed: [] });
        expect(ledger.sessions).to.equal(sessions);
      }),
      { numRuns: 500 },
    );
  });
});
