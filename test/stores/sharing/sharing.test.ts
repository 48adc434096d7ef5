import { expect } from "@open-wc/testing";
import { VERSION } from "../../../src/platform/version.js";
import { SILENCE_LIMIT } from "../../../src/stores/sharing/shared-list.js";
import { CATCH_UP_LIMIT } from "../../../src/platform/tabs/tabs.js";
import { wireRow } from "../../support/scripted-source.js";
import { Floor, INTERVAL, type Page } from "./page.js";

const rows = (...ids: string[]) => ids.map((id) => wireRow(id));
const refuse = () => {
  throw new Error("sandboxed");
};
const fail = (fields: object) => () => {
  throw Object.assign(new Error("Busy"), fields);
};
const shown = (pages: readonly Page[]) => pages.map((page) => page.rows);

describe("a list that tabs share", () => {
  let floor: Floor;
  let a: Page;
  let b: Page;
  let c: Page;

  const three = async (standing: unknown = rows("s1")) => {
    floor = new Floor(standing);
    a = await floor.open("a");
    b = await floor.open("b");
    c = await floor.open("c");
  };

  it("makes one request per interval for three tabs", async () => {
    await three();
    expect(floor.asked).to.deep.equal(["a 0"]);
    floor.standing = rows("s1", "s2");
    await floor.pass(INTERVAL);
    expect(floor.asked).to.deep.equal(["a 0", "a 30000"]);
    expect(shown([a, b, c])).to.deep.equal(Array(3).fill("s1 queued,s2 queued"));
    await floor.pass(2 * INTERVAL);
    expect(floor.asked).to.deep.equal(["a 0", "a 30000", "a 60000", "a 90000"]);
  });

  it("makes one request for tabs that open together, however slow the source", async () => {
    floor = new Floor();
    const pages = await Promise.all(["a", "b", "c"].map((name) => floor.open(name)));
    await floor.pass(10_000);
    expect(floor.asked).to.deep.equal(["a 0"]);
    pages[0]!.source.last.answer(rows("s1"));
    await floor.pass(0);
    expect(shown(pages)).to.deep.equal(Array(3).fill("s1 queued"));
    await floor.pass(INTERVAL - 1);
    expect(floor.asked).to.have.length(1);
  });

  it("gives a tab that joins late the last answer at once, and plans with the others", async () => {
    floor = new Floor(rows("s1"));
    a = await floor.open("a");
    await floor.pass(20_000);
    b = await floor.open("b");
    expect(b.rows).to.equal("s1 queued");
    floor.standing = rows("s2");
    await floor.pass(10_000);
    expect(shown([a, b])).to.deep.equal(["s2 queued", "s2 queued"]);
    expect(b.store.snapshot.nextPollAt).to.equal(a.store.snapshot.nextPollAt);
    expect(floor.asked).to.deep.equal(["a 0", "a 30000"]);
  });

  it("follows the shortest interval of all", async () => {
    floor = new Floor(rows("s1"));
    a = await floor.open("a");
    b = await floor.open("b", { interval: 10_000 });
    floor.standing = rows("s2");
    await floor.pass(10_000);
    expect(shown([a, b])).to.deep.equal(["s2 queued", "s2 queued"]);
    await floor.pass(20_000);
    expect(floor.asked).to.deep.equal(["a 0", "a 10000", "a 20000", "a 30000"]);
  });

  it("asks anew for a person in a tab that does not poll, and shows all what came", async () => {
    await three();
    floor.standing = rows("s2");
    await floor.pass(5_000);
    let settled = "";
    void b.store.refresh().then(() => (settled = b.rows));
    await floor.pass(0);
    expect(floor.asked).to.deep.equal(["a 0", "a 5000"]);
    expect(settled).to.equal("s2 queued");
    expect(shown([a, b, c])).to.deep.equal(Array(3).fill("s2 queued"));
    await floor.pass(INTERVAL - 1);
    expect(floor.asked, "the interval begins anew for all").to.have.length(2);
  });

  it("asks anew after an end in any tab, in place of a request under way", async () => {
    await three();
    floor.standing = undefined;
    await floor.pass(INTERVAL);
    const before = a.source.last;
    const ended = b.store.end(b.store.snapshot.sessions[0]!);
    await floor.pass(0);
    expect(a.source.ends, "the tab of the person ends it").to.have.length(0);
    b.source.ends[0]!.resolve();
    await floor.pass(0);
    expect((await ended).ended).to.equal(true);
    expect(floor.asked).to.deep.equal(["a 0", "a 30000", "a 30000"]);
    before.answer(rows("s1", "late"));
    a.source.last.answer([wireRow("s1", { status: "ended" })]);
    await floor.pass(0);
    expect(shown([a, b, c])).to.deep.equal(Array(3).fill("s1 ended"));
  });

  it("passes on what the source offers, to a tab that joins late too", async () => {
    floor = new Floor({ sessions: rows("s1"), offers: ["get"] });
    a = await floor.open("a");
    b = await floor.open("b");
    expect([a, b].map(({ store }) => store.offers("end"))).to.deep.equal([false, false]);
  });

  it("passes on what changed, and what did not", async () => {
    await three({ sessions: rows("s1", "s2"), cursor: "1" });
    const [first] = c.store.snapshot.sessions;
    floor.standing = { changed: [wireRow("s2", { status: "active" }), wireRow("s3")], removed: [], cursor: "2" };
    await floor.pass(INTERVAL);
    expect(a.source.last.request.cursor).to.equal("1");
    expect(shown([a, b, c])).to.deep.equal(Array(3).fill("s1 queued,s2 active,s3 queued"));
    expect(c.store.snapshot.sessions[0], "an unchanged row stays itself").to.equal(first);
    floor.standing = { unchanged: true };
    await floor.pass(INTERVAL);
    expect(c.store.snapshot.updatedAt).to.equal(floor.world.now);
    const late = await floor.open("d");
    expect(late.rows).to.equal("s1 queued,s2 active,s3 queued");
    floor.standing = { changed: [wireRow("s4")], removed: ["s1", "s3"], cursor: "3" };
    await floor.pass(INTERVAL);
    expect(shown([a, c, late])).to.deep.equal(Array(3).fill("s2 active,s4 queued"));
    const later = await floor.open("e");
    expect(later.rows).to.equal("s2 active,s4 queued");
    expect(floor.asked).to.have.length(4);
  });

  it("passes on pushes of the source, from one subscription", async () => {
    const listeners = new Set<(hint?: never) => void>();
    const subscribe = (onChange: (hint?: never) => void) => {
      listeners.add(onChange);
      return () => void listeners.delete(onChange);
    };
    floor = new Floor(rows("s1"));
    a = await floor.open("a", { source: { subscribe } });
    b = await floor.open("b", { source: { subscribe } });
    expect(listeners).to.have.length(1);
    const push = (hint?: unknown) => listeners.forEach((listener) => listener(hint as never));
    await floor.pass(5_000);
    push(rows("s2"));
    await floor.pass(0);
    expect(shown([a, b])).to.deep.equal(["s2 queued", "s2 queued"]);
    expect(floor.asked, "rows need no request").to.have.length(1);
    floor.standing = rows("s3");
    await floor.pass(5_000);
    push();
    await floor.pass(0);
    expect(shown([a, b])).to.deep.equal(["s3 queued", "s3 queued"]);
    expect(floor.asked).to.deep.equal(["a 0", "a 10000"]);
    a.close();
    await floor.pass(0);
    expect(listeners, "b's own; that of a died with it").to.have.length(2);
  });

  it("asks for integrations and settings in each tab", async () => {
    const asked: string[] = [];
    const source = (name: string) => ({
      integrations: async () => (asked.push(name), [{ provider: name, connected: true }]),
    });
    floor = new Floor(rows());
    a = await floor.open("a", { source: source("a") });
    b = await floor.open("b", { source: source("b") });
    expect(asked).to.deep.equal(["a", "b"]);
    expect(b.store.snapshot.integrations?.[0]?.provider).to.equal("b");
  });

  it("keeps durations by the server's clock in a tab that hears an answer late", async () => {
    floor = new Floor();
    floor.standing = () => ({ sessions: rows("s1"), serverTime: floor.world.now + 100_000 });
    a = await floor.open("a");
    await floor.pass(20_000);
    b = await floor.open("b");
    expect(b.store.now()).to.equal(floor.world.now + 100_000);
  });

  it("shares rows that no channel takes, as far as they are data", async () => {
    const circle: Record<string, unknown> = { id: "s3" };
    circle["self"] = circle;
    floor = new Floor([wireRow("s1", { onClick: () => {} }), { ...circle, toJSON: undefined, f: () => {} }]);
    a = await floor.open("a");
    b = await floor.open("b");
    expect(a.rows).to.equal("s1 queued,s3 ");
    expect(b.rows, "the other is counted").to.equal("s1 queued");
    expect(b.store.snapshot.quarantined).to.have.length(1);
  });
});

describe("a list that tabs share: who asks", () => {
  let floor: Floor;

  it("changes when the tab that polls is closed, without another request before its time", async () => {
    floor = new Floor(rows("s1"));
    const a = await floor.open("a");
    const b = await floor.open("b");
    await floor.open("c");
    await floor.pass(10_000);
    a.close();
    await floor.pass(INTERVAL - 10_001);
    expect(floor.asked).to.deep.equal(["a 0"]);
    await floor.pass(1);
    expect(floor.asked).to.deep.equal(["a 0", "b 30000"]);
    expect(b.source.last.request.whole, "its source knows nothing of a's").to.equal(true);
    await floor.pass(INTERVAL);
    expect(b.source.last.request.whole).to.equal(undefined);
  });

  it("changes when it is closed in mid-request: the next tab asks for those who wait", async () => {
    floor = new Floor();
    const a = await floor.open("a");
    const b = await floor.open("b");
    const c = await floor.open("c");
    floor.standing = rows("s1");
    a.close();
    await floor.pass(CATCH_UP_LIMIT);
    expect(floor.asked).to.deep.equal(["a 0", "b 0"]);
    expect(shown([b, c])).to.deep.equal(["s1 queued", "s1 queued"]);
  });

  it("changes in the middle of a refresh of a third tab, which is heard at once by the next", async () => {
    floor = new Floor(rows("s1"));
    const a = await floor.open("a");
    await floor.open("b");
    const c = await floor.open("c");
    floor.standing = undefined;
    void c.store.refresh();
    await floor.pass(100);
    floor.standing = rows("s2");
    a.close();
    await floor.pass(CATCH_UP_LIMIT);
    expect(floor.asked.map((request) => request.split(" ")[0])).to.deep.equal(["a", "a", "b"]);
    expect(c.rows).to.equal("s2 queued");
  });

  it("gives a request up when nobody waits for it, in whatever tab", async () => {
    floor = new Floor(rows("s1"));
    const a = await floor.open("a");
    const b = await floor.open("b");
    floor.standing = undefined;
    const ask = async () => {
      const controller = new AbortController();
      a.store.source.list({ signal: controller.signal }).catch(() => {});
      await floor.pass(0);
      return controller;
    };
    (await ask()).abort();
    expect(a.source.last.request.signal.aborted).to.equal(true);
    const again = await ask();
    void b.store.refresh();
    await floor.pass(0);
    again.abort();
    expect(a.source.last.request.signal.aborted).to.equal(false);
    a.source.last.answer(rows("s2"));
    await floor.pass(0);
    expect(b.rows).to.equal("s2 queued");
    expect(floor.asked).to.have.length(3);
  });

  it("changes when nobody looks at it there any more", async () => {
    floor = new Floor(rows("s1"));
    const a = await floor.open("a");
    await floor.open("b");
    a.leave();
    await floor.pass(INTERVAL);
    expect(floor.asked).to.deep.equal(["a 0", "b 30000"]);
    a.look();
    await floor.pass(INTERVAL);
    expect(floor.asked).to.deep.equal(["a 0", "b 30000", "b 60000"]);
  });

  it("does not change when it is looked at again in the same task", async () => {
    floor = new Floor(rows("s1"));
    const a = await floor.open("a");
    await floor.open("b");
    a.leave();
    a.look();
    await floor.pass(INTERVAL);
    expect(floor.asked).to.deep.equal(["a 0", "a 30000"]);
  });

  it("changes when it freezes, and what it says when it thaws changes nothing", async () => {
    floor = new Floor();
    const a = await floor.open("a");
    const b = await floor.open("b");
    const c = await floor.open("c");
    const stuck = a.source.last;
    a.frozen = true;
    floor.standing = rows("new");
    // The first who misses it takes over; the second has been asked by then.
    await floor.pass(3 * SILENCE_LIMIT);
    const asked = Array.from(floor.asked);
    expect(asked).to.have.length(2);
    expect(shown([b, c])).to.deep.equal(["new queued", "new queued"]);
    stuck.answer(rows("old"));
    a.frozen = false;
    await floor.pass(1_000);
    expect(shown([a, b, c])).to.deep.equal(Array(3).fill("new queued"));
    await floor.pass(INTERVAL - 1_000);
    expect(floor.asked).to.have.length(3);
    expect(floor.asked[2]).not.to.match(/^a/);
  });

  it("changes when it freezes between polls", async () => {
    floor = new Floor(rows("s1"));
    const a = await floor.open("a");
    const b = await floor.open("b");
    a.frozen = true;
    floor.standing = rows("s2");
    await floor.pass(INTERVAL + SILENCE_LIMIT + CATCH_UP_LIMIT);
    expect(b.rows).to.equal("s2 queued");
    expect(floor.asked).to.have.length(2);
  });

  it("waits for a slow source, as long as the tab that asks it says that it is there", async () => {
    floor = new Floor();
    const a = await floor.open("a");
    const b = await floor.open("b");
    await floor.pass(50_000);
    expect(floor.asked).to.have.length(1);
    a.source.last.answer(rows("s1"));
    await floor.pass(0);
    expect(b.rows).to.equal("s1 queued");
  });

  it("is a visible tab: a hidden one lets go, and polls nothing", async () => {
    floor = new Floor(rows("s1"));
    const a = await floor.open("a");
    const b = await floor.open("b");
    a.visible.set(false);
    await floor.pass(INTERVAL);
    expect(floor.asked).to.deep.equal(["a 0", "b 30000"]);
    b.visible.set(false);
    await floor.pass(10 * INTERVAL);
    expect(floor.asked, "nobody looks").to.have.length(2);
    floor.standing = rows("s2");
    a.visible.set(true);
    await floor.pass(CATCH_UP_LIMIT);
    expect(floor.asked).to.deep.equal(["a 0", "b 30000", "a 330000"]);
    b.visible.set(true);
    await floor.pass(0);
    expect(shown([a, b])).to.deep.equal(["s2 queued", "s2 queued"]);
    expect(floor.asked).to.have.length(3);
  });

  it("finishes what it asked for another before it is let go by a tab that hides", async () => {
    floor = new Floor();
    const a = await floor.open("a");
    const b = await floor.open("b");
    a.visible.set(false);
    await floor.pass(1_000);
    a.source.last.answer(rows("s1"));
    await floor.pass(0);
    expect(b.rows).to.equal("s1 queued");
    await floor.pass(INTERVAL);
    expect(floor.asked).to.deep.equal(["a 0", "b 31000"]);
  });

  it("goes on from what hidden tabs know, where nobody held it", async () => {
    floor = new Floor(rows("s1"));
    const a = await floor.open("a");
    const b = await floor.open("b");
    b.visible.set(false);
    await floor.pass(10_000);
    a.close();
    const c = await floor.open("c");
    await floor.pass(CATCH_UP_LIMIT);
    expect(c.rows).to.equal("s1 queued");
    expect(floor.asked).to.deep.equal(["a 0"]);
  });

  it("does a refresh for a page that is hidden from the start", async () => {
    floor = new Floor(rows("s1"));
    const a = await floor.open("a", { visible: false });
    expect(floor.asked).to.have.length(0);
    void a.store.refresh();
    await floor.pass(0);
    expect(a.rows).to.equal("s1 queued");
  });

  it("is every tab where there are no locks, no channels, or they throw, and says so once", async () => {
    const odd = [
      { locks: () => undefined },
      { locks: refuse },
      { locks: () => ({ request: async () => refuse(), count: async () => refuse() }) },
      { openChannel: () => undefined },
      { openChannel: refuse },
    ];
    for (const environment of odd) {
      floor = new Floor(rows("s1"));
      const a = await floor.open("a", { environment });
      const b = await floor.open("b", { environment });
      await floor.pass(INTERVAL);
      expect(floor.asked).to.deep.equal(["a 0", "b 0", "a 30000", "b 30000"]);
      expect(shown([a, b])).to.deep.equal(["s1 queued", "s1 queued"]);
      expect(a.warnings).to.have.length(1);
      expect(a.warnings[0]).to.contain('share="tabs"');
      a.leave();
      await floor.pass(INTERVAL);
      a.look();
      await floor.pass(0);
      expect(floor.asked, "looked at again").to.have.length(6);
    }
  });
});

describe("a list that tabs share: failures", () => {
  let floor: Floor;
  let a: Page;
  let b: Page;
  const two = async (standing: unknown) => {
    floor = new Floor(standing);
    a = await floor.open("a");
    b = await floor.open("b");
  };
  const errors = () => [a, b].map(({ store }) => (store.snapshot.error as { status?: number } | undefined)?.status);

  it("are shown in all tabs, back off as one, and end as one", async () => {
    await two(rows("s1"));
    floor.standing = fail({ kind: "http", status: 503 });
    await floor.pass(INTERVAL);
    expect(errors()).to.deep.equal([503, 503]);
    expect([a, b].map(({ store }) => store.snapshot.stale)).to.deep.equal([true, true]);
    expect(floor.asked).to.have.length(2);
    // 30 s × 2 × 0.9
    await floor.pass(53_999);
    expect(floor.asked).to.have.length(2);
    await floor.pass(1);
    expect(floor.asked).to.have.length(3);
    const late = await floor.open("c");
    expect((late.store.snapshot.error as { status?: number }).status).to.equal(503);
    expect(floor.asked, "a newcomer does not ask sooner").to.have.length(3);
    floor.standing = rows("s2");
    void b.store.refresh();
    await floor.pass(0);
    expect(errors()).to.deep.equal([undefined, undefined]);
    expect(shown([a, b, late])).to.deep.equal(Array(3).fill("s2 queued"));
    await floor.pass(INTERVAL);
    expect(floor.asked).to.have.length(5);
  });

  it("leave the server alone for as long as it asked", async () => {
    await two(fail({ kind: "http", status: 429, retryAfterMs: 200_000 }));
    await floor.pass(100_000);
    const late = await floor.open("c");
    await floor.pass(99_000);
    expect(floor.asked).to.have.length(1);
    floor.standing = rows("s1");
    // 200 s and half of the spread
    await floor.pass(21_000);
    expect(floor.asked).to.have.length(2);
    expect(shown([a, b, late])).to.deep.equal(Array(3).fill("s1 queued"));
  });

  it("of a signed-out person stop all tabs, until one of them asks", async () => {
    await two(rows("s1"));
    floor.standing = fail({ kind: "unauthorized", status: 401 });
    await floor.pass(INTERVAL);
    expect([a, b].map(({ store }) => store.snapshot.unauthorized)).to.deep.equal([true, true]);
    await floor.pass(20 * INTERVAL);
    expect(floor.asked).to.have.length(2);
    floor.standing = rows("s2");
    void b.store.refresh();
    await floor.pass(0);
    expect([a, b].map(({ store }) => store.snapshot.unauthorized)).to.deep.equal([false, false]);
    expect(shown([a, b])).to.deep.equal(["s2 queued", "s2 queued"]);
    await floor.pass(INTERVAL);
    expect(floor.asked).to.have.length(4);
  });

  it("of a signed-out person do not keep a new page from asking, and never echo between tabs", async () => {
    await two(fail({ kind: "unauthorized", status: 401 }));
    await floor.pass(INTERVAL);
    const before = floor.asked.length;
    expect(before).to.be.at.most(2);
    const late = await floor.open("c");
    expect(floor.asked).to.have.length(before + 1);
    expect(late.store.snapshot.unauthorized).to.equal(true);
    floor.standing = rows("s1");
    const later = await floor.open("d");
    await floor.pass(0);
    expect(shown([a, b, late, later])).to.deep.equal(Array(4).fill("s1 queued"));
  });

  it("of a source that never answers count once in each tab", async () => {
    await two(undefined);
    await floor.pass(60_000);
    for (const { store } of [a, b]) {
      expect((store.snapshot.error as { kind?: string }).kind).to.equal("timeout");
      // 30 s × 2 × 0.9 from then on.
      expect(store.snapshot.nextPollAt).to.equal(floor.world.now - 5_000 + 54_000);
    }
    expect(a.source.last.request.signal.aborted).to.equal(true);
  });

  it("keep what is no list from every tab", async () => {
    await two(rows("s1"));
    floor.standing = { nothing: true };
    await floor.pass(INTERVAL);
    expect([a, b].map(({ store }) => (store.snapshot.error as { kind?: string }).kind)).to.deep.equal(
      Array(2).fill("invalid"),
    );
    expect(shown([a, b])).to.deep.equal(["s1 queued", "s1 queued"]);
  });
});

describe("a list that tabs share: the channel", () => {
  it("lets nothing harm it that others post there", async () => {
    const floor = new Floor(rows("s1"));
    let channel = "";
    const open = (name: string) => void (channel = name);
    const a = await floor.open("a");
    const b = await floor.open("b", {
      environment: {
        openChannel: (name, onMessage) => (open(name), floor.world.openChannel(name, b0, onMessage)),
      },
    });
    const stranger = floor.world.openChannel(channel, { closed: false }, () => {});
    const place = { term: 99, holder: "x", serial: 1 };
    const posts = [
      null,
      1,
      "took",
      [],
      {},
      { type: "took", term: "high", holder: "x" },
      { type: "took", term: Infinity, holder: "x" },
      { type: "outcome", ...place },
      { type: "outcome", ...place, at: 1, failures: 0, version: "v", from: "", content: { kind: "whole", rows: 1 } },
      { type: "outcome", ...place, at: 1, failures: 0, version: "", from: "", content: { kind: "unchanged" } },
      { type: "outcome", ...place, at: 1, failures: 0, version: "v", from: "", failure: "no" },
      { type: "ask", id: 1, have: "", first: false },
      { type: "tell", to: {}, have: "" },
      { type: "here", answers: "x", tab: "x", ...place },
    ];
    for (const post of posts) stranger.post(post);
    // Well-formed, but of a holder before the present one.
    const old = { term: 0, holder: "x", serial: 9, at: 1, failures: 0, version: "v", from: "" };
    stranger.post({ type: "outcome", ...old, content: { kind: "whole", rows: rows("forged") } });
    floor.standing = rows("s2");
    await floor.pass(INTERVAL);
    expect(shown([a, b])).to.deep.equal(["s2 queued", "s2 queued"]);
    expect(floor.asked).to.deep.equal(["a 0", "a 30000"]);
  });
  const b0 = { closed: false };

  it("gets over a stranger that claims to ask for all", async () => {
    const floor = new Floor(rows("s1"));
    const a = await floor.open("a");
    const name = `handoff-elements:sessions@${VERSION}:${location.origin}/api`;
    floor.world.openChannel(name, { closed: false }, () => {}).post({ type: "took", term: 50, holder: "x" });
    floor.standing = rows("s2");
    await floor.pass(INTERVAL + 2 * SILENCE_LIMIT);
    expect(a.rows).to.equal("s2 queued");
    expect(floor.asked).to.have.length(2);
  });

  it("is that of the endpoint, however its address is written", async () => {
    const floor = new Floor(rows());
    const names: string[] = [];
    await floor.open("a", { environment: { openChannel: (name) => void names.push(name) } });
    expect(names).to.deep.equal([`handoff-elements:sessions@${VERSION}:${location.origin}/api`]);
  });
});
