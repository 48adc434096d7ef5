import { expect } from "@open-wc/testing";
import { VERSION } from "../../../src/platform/version.js";
import { SILENCE_LIMIT } from "../../../src/stores/sharing/shared-list.js";
import { wireRow } from "../../support/scripted-source.js";
import { Floor, INTERVAL, type Page, rows, shown } from "./page.js";

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
