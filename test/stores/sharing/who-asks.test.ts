import { expect } from "@open-wc/testing";
import { SILENCE_LIMIT } from "../../../src/stores/sharing/shared-list.js";
import { CATCH_UP_LIMIT } from "../../../src/platform/tabs/tabs.js";
import { Floor, INTERVAL, rows, shown } from "./page.js";

const refuse = () => {
  throw new Error("sandboxed");
};

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
