import { expect } from "@open-wc/testing";
import { Floor, INTERVAL, type Page, rows, shown } from "./page.js";

const fail = (fields: object) => () => {
  throw Object.assign(new Error("Busy"), fields);
};

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
