import { expect } from "@open-wc/testing";
import {
  attentionOf,
  DEFAULT_ATTENTION,
  nextAttentionAt,
  waitingLevel,
} from "../../../src/domain/session/attention.js";
import {
  DEFAULT_LIFECYCLE,
  effectiveLifecycle,
  expiryOf,
  timeLeftOf,
  ttlMinutesOf,
} from "../../../src/domain/session/lifecycle.js";
import { isLifecycleMinutes, readMinutes } from "../../../src/domain/session/lifecycle-minutes.js";
import type { TransferSession } from "../../../src/domain/session/session.js";

const NOW = Date.UTC(2026, 10, 21, 12);
const SECOND = 1_000;
const MINUTE = 60 * SECOND;

const session = (fields: Partial<TransferSession> = {}): TransferSession => ({
  id: "a",
  provider: "genesys",
  channel: "email",
  status: "queued",
  createdAt: NOW,
  updatedAt: NOW,
  ...fields,
});

const rulesAt = (
  one: TransferSession,
  now: number,
  ...rest: [Parameters<typeof attentionOf>[2]?, Record<string, number>?]
) => attentionOf(one, now, ...rest).map(({ rule }) => rule);

describe("domain: attention", () => {
  for (const status of ["pending", "queued"]) {
    it(`warns of a ${status} session after 180 s and calls it critical after 300 s, not a moment before`, () => {
      const one = session({ status });
      expect(rulesAt(one, NOW + 180 * SECOND)).to.deep.equal([]);
      expect(attentionOf(one, NOW + 180 * SECOND + 1)).to.deep.equal([
        { rule: "waiting-warning", level: "warning", since: NOW + 180 * SECOND + 1 },
      ]);
      expect(rulesAt(one, NOW + 300 * SECOND)).to.deep.equal(["waiting-warning"]);
      expect(attentionOf(one, NOW + 300 * SECOND + 1)).to.deep.equal([
        { rule: "waiting-critical", level: "critical", since: NOW + 300 * SECOND + 1 },
      ]);
    });
  }

  for (const status of ["active", "post_agent", "ended", "odd", ""]) {
    it(`lets nobody wait in status ${JSON.stringify(status)}`, () => {
      expect(rulesAt(session({ status }), NOW + 600 * SECOND)).to.deep.equal([]);
      expect(waitingLevel(session({ status }), NOW + 600 * SECOND)).to.equal(undefined);
    });
  }

  it("counts the wait from the creation, and not at all where that is not known", () => {
    expect(rulesAt(session({ updatedAt: NOW + 500 * SECOND }), NOW + 500 * SECOND)).to.deep.equal(["waiting-critical"]);
    const { createdAt: _createdAt, ...unborn } = session();
    expect(rulesAt(unborn, NOW + 500 * SECOND)).to.deep.equal([]);
  });

  it("is not urgent in the future, where a clock is off", () => {
    expect(rulesAt(session(), NOW - 3_600 * SECOND)).to.deep.equal([]);
  });

  it("warns within 5 minutes of the expiry, and still when that has passed", () => {
    const one = session({ channel: "chat", status: "active" });
    expect(rulesAt(one, NOW + 25 * MINUTE - 1)).to.deep.equal([]);
    expect(rulesAt(one, NOW + 25 * MINUTE)).to.deep.equal(["expiring"]);
    expect(rulesAt(one, NOW + 31 * MINUTE)).to.deep.equal(["expiring"]);
    expect(rulesAt({ ...one, status: "ended" }, NOW + 31 * MINUTE)).to.deep.equal([]);
  });

  it("calls a call stale after 60 minutes without an update, if it never expires", () => {
    const call = session({ channel: "voice", status: "active" });
    expect(rulesAt(call, NOW + 60 * MINUTE - 1)).to.deep.equal([]);
    expect(rulesAt(call, NOW + 60 * MINUTE)).to.deep.equal(["stale"]);
    expect(rulesAt({ ...call, ttlMinutes: 90 }, NOW + 60 * MINUTE)).to.deep.equal([]);
    expect(rulesAt(call, NOW + 60 * MINUTE, DEFAULT_ATTENTION, { voice: 90 })).to.deep.equal([]);
    expect(rulesAt({ ...call, channel: "chat", ttlMinutes: 0 }, NOW + 60 * MINUTE)).to.deep.equal([]);
    expect(rulesAt({ ...call, status: "ended" }, NOW + 60 * MINUTE)).to.deep.equal([]);
  });

  it("tells of unreadable fields, whatever the time, the most urgent rule first", () => {
    const issues = [{ field: "queue", code: "invalid", message: "no" }] as const;
    expect(rulesAt(session({ issues, status: "ended" }), NOW)).to.deep.equal(["unreadable"]);
    expect(rulesAt(session({ issues, channel: "chat" }), NOW + 29 * MINUTE)).to.deep.equal([
      "waiting-critical",
      "expiring",
      "unreadable",
    ]);
  });

  it("heeds thresholds, and switches a rule off at Infinity", () => {
    const off = { waitingWarning: Infinity, waitingCritical: Infinity, expiring: Infinity, stale: Infinity };
    const late = NOW + 1e9;
    for (const channel of ["chat", "voice"]) {
      expect(rulesAt(session({ channel }), late, off)).to.deep.equal([]);
      expect(nextAttentionAt(session({ channel }), NOW, off)).to.equal(undefined);
    }
    expect(rulesAt(session(), NOW + 11 * SECOND, { ...DEFAULT_ATTENTION, waitingWarning: 10 })).to.deep.equal([
      "waiting-warning",
    ]);
  });

  it("names every next crossing, and none when time alone changes nothing more", () => {
    const crossings: number[] = [];
    const one = session({ channel: "chat" });
    for (let at: number | undefined = NOW - 1; (at = nextAttentionAt(one, at)) !== undefined;) crossings.push(at - NOW);
    expect(crossings).to.deep.equal([180 * SECOND + 1, 300 * SECOND + 1, 25 * MINUTE]);
  });
});

describe("domain: lifecycle of a session", () => {
  it("takes the TTL from the session, the source, the provider element and the defaults, in that order", () => {
    const lifecycle = effectiveLifecycle({ chat: 10 }, { chat: 20, email: 21, sms: 22 });
    expect(ttlMinutesOf(session({ channel: "chat", ttlMinutes: 5 }), lifecycle)).to.equal(5);
    expect(ttlMinutesOf(session({ channel: "chat", ttlMinutes: 0 }), lifecycle)).to.equal(0);
    expect(ttlMinutesOf(session({ channel: "chat" }), lifecycle)).to.equal(10);
    expect(ttlMinutesOf(session({ channel: "email" }), lifecycle)).to.equal(21);
    expect(ttlMinutesOf(session({ channel: "sms" }), lifecycle)).to.equal(22);
    expect(ttlMinutesOf(session({ channel: "campaign" }), lifecycle)).to.equal(60);
    expect(ttlMinutesOf(session({ channel: "fax" }), lifecycle)).to.equal(undefined);
    expect(effectiveLifecycle(undefined, undefined)).to.equal(DEFAULT_LIFECYCLE);
  });

  it("trusts no name of an inherited property", () => {
    for (const channel of ["toString", "__proto__", "constructor"]) {
      expect(ttlMinutesOf(session({ channel }), effectiveLifecycle({ chat: 1 }, { voice: 2 }))).to.equal(undefined);
    }
    const hostile = JSON.parse('{"__proto__":7}') as Record<string, number>;
    expect(ttlMinutesOf(session({ channel: "__proto__" }), effectiveLifecycle(hostile, { chat: 1 }))).to.equal(7);
  });

  it("tells the time that is left: until, expired, never, unknown", () => {
    const chat = session({ channel: "chat" });
    expect(timeLeftOf(chat, NOW)).to.deep.equal({ kind: "expires", at: NOW + 30 * MINUTE, left: 30 * MINUTE });
    expect(timeLeftOf(chat, NOW + 30 * MINUTE - 1)).to.include({ kind: "expires", left: 1 });
    expect(timeLeftOf(chat, NOW + 30 * MINUTE)).to.deep.equal({ kind: "expired", at: NOW + 30 * MINUTE });
    expect(timeLeftOf(session({ channel: "voice" }), NOW)).to.deep.equal({ kind: "never" });
    expect(timeLeftOf(session({ channel: "fax" }), NOW)).to.deep.equal({ kind: "unknown" });
    expect(timeLeftOf({ ...chat, status: "ended" }, NOW)).to.deep.equal({ kind: "unknown" });
    const { createdAt: _c, updatedAt: _u, ...ageless } = chat;
    expect(timeLeftOf(ageless, NOW)).to.deep.equal({ kind: "unknown" });
  });

  it("knows no expiry past the end of the calendar", () => {
    for (const ttlMinutes of [1e300, Number.MAX_VALUE, Infinity]) {
      expect(expiryOf(session({ ttlMinutes }))).to.equal(undefined);
      expect(timeLeftOf(session({ ttlMinutes }), NOW)).to.deep.equal({ kind: "never" });
    }
  });
});

describe("domain: minutes that a person types", () => {
  for (const [text, reading] of [
    ["0", { minutes: 0 }],
    ["2", { minutes: 2 }],
    [" 030 ", { minutes: 30 }],
    ["10080", { minutes: 10_080 }],
    ["10081", { problem: "too-long" }],
    ["9".repeat(400), { problem: "too-long" }],
    ["", { problem: "empty" }],
    ["  ", { problem: "empty" }],
    ...["-1", "1.5", "1e3", "0x10", "1,440", "abc", "Infinity", "٣", "１"].map(
      (odd) => [odd, { problem: "no-number" }] as const,
    ),
  ] as const) {
    it(`reads ${JSON.stringify(text.slice(0, 12))}`, () => expect(readMinutes(text)).to.deep.equal(reading));
  }

  it("knows a setting when it sees one", () => {
    expect([0, 1, 10_080].every(isLifecycleMinutes)).to.equal(true);
    for (const odd of [-1, 0.5, 10_081, NaN, Infinity, "5", null, undefined, {}, []]) {
      expect(isLifecycleMinutes(odd), String(odd)).to.equal(false);
    }
  });
});
