import { expect } from "@open-wc/testing";
import type { SessionList } from "../../../src/sources/data-source.js";
import { ChangeEvents } from "../../../src/sources/http/change-events.js";
import { SessionStore } from "../../../src/stores/sessions/session-store.js";
import { FakeEnvironment, settled } from "../../support/fake-environment.js";
import { until } from "../../support/until.js";
import { bench, calm, SESSION } from "./support.js";

const ADVERTISED = { sessions: [SESSION], events: true };
const STREAM = { headers: { "content-type": "text/event-stream" } };

/** Collects what subscribers are told, and lets a test wait for it. */
class Heard {
  readonly hints: (SessionList | undefined)[] = [];
  #wake = (): void => {};
  readonly listen = (hint?: SessionList): void => {
    this.hints.push(hint);
    this.#wake();
  };
  async count(count: number): Promise<void> {
    while (this.hints.length < count) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}

describe("httpDataSource: subscribe", () => {
  it("opens the stream only once a list advertises it, and closes it with its last subscriber", async () => {
    const { server, source } = bench();
    await server.script(
      { body: { sessions: [] } },
      { body: ADVERTISED },
      { ...STREAM, parts: [{ text: ":\n\n", hold: true }] },
    );
    const first = source.subscribe(() => {});
    const second = source.subscribe(() => {});
    await source.list(calm());
    await source.list(calm());
    const requests = await server.requests(3);
    expect(requests.map(({ url }) => url)).to.deep.equal(["/sessions", "/sessions", "/events"]);
    first();
    first();
    expect((await server.requests(3)).some(({ closed }) => closed)).to.equal(false);
    second();
    second();
    await server.requests(3, 1);
    await server.release();
  });

  it("tells each message, with the list in it where there is one", async () => {
    const { server, source } = bench();
    const delta = { changed: [SESSION], removed: ["x"], cursor: "c2" };
    const data = ["", JSON.stringify(delta), JSON.stringify([SESSION]), "{not json", "{}", "5"];
    await server.script(
      { body: ADVERTISED },
      { ...STREAM, parts: [...data.map((text) => ({ text: `data: ${text}\n\n` })), { text: ":\n\n", hold: true }] },
    );
    const heard = new Heard();
    const unsubscribe = source.subscribe(heard.listen);
    await source.list(calm());
    await heard.count(6);
    expect(heard.hints).to.deep.equal([undefined, delta, { sessions: [SESSION] }, undefined, undefined, undefined]);
    unsubscribe();
    await server.release();
  });

  it("asks for the list in full once a hint has changed what the caller holds", async () => {
    const { server, source } = bench();
    await server.script(
      { body: ADVERTISED, headers: { etag: '"1"' } },
      { ...STREAM, parts: [{ text: 'data: {"sessions":[]}\n\n' }, { text: ":\n\n", hold: true }] },
      { body: ADVERTISED },
    );
    const heard = new Heard();
    const unsubscribe = source.subscribe(heard.listen);
    await source.list(calm());
    await heard.count(1);
    await source.list(calm());
    expect((await server.requests())[2]!.headers).not.to.have.property("if-none-match");
    unsubscribe();
    await server.release();
  });

  it("counts a break as a change, and goes on after it where it was", async () => {
    const { server, source, timers } = bench({ headers: () => ({ authorization: "Bearer 1" }) });
    await server.script(
      { body: ADVERTISED },
      { ...STREAM, parts: [{ text: "retry: 1\nid: 7\ndata: \n\n" }] },
      { ...STREAM, parts: [{ text: ":\n\n", hold: true }] },
    );
    const heard = new Heard();
    const unsubscribe = source.subscribe(heard.listen);
    await source.list(calm());
    await heard.count(1);
    await until(() => timers.pending.size === 1);
    expect([...timers.pending.values()], "not at once, whatever the server says").to.deep.equal([1_000]);
    timers.fire();
    await heard.count(2);
    const [, first, second] = await server.requests(3);
    expect(first!.headers).to.include({ authorization: "Bearer 1", accept: "text/event-stream" });
    expect(first!.headers).not.to.have.property("last-event-id");
    expect(second!.headers).to.include({ authorization: "Bearer 1", "last-event-id": "7" });
    unsubscribe();
    await server.release();
  });

  it("returns with the next answer of the list, a 304 too, where it was refused for now", async () => {
    const { server, source } = bench();
    await server.script(
      { body: ADVERTISED, headers: { etag: '"1"' } },
      { status: 502 },
      { status: 304 },
      { ...STREAM, parts: [{ text: "data: \n\n", hold: true }] },
    );
    const heard = new Heard();
    const unsubscribe = source.subscribe(heard.listen);
    await source.list(calm());
    await server.requests(2);
    // The refusal must be in before the next poll.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await source.list(calm());
    await heard.count(1);
    expect((await server.requests(4)).map(({ url }) => url)).to.deep.equal([
      "/sessions",
      "/events",
      "/sessions",
      "/events",
    ]);
    unsubscribe();
    await server.release();
  });

  for (const status of [204, 404, 405, 501]) {
    it(`is not asked for again where it was answered ${status}`, async () => {
      const { server, source } = bench();
      await server.script({ body: ADVERTISED }, { status }, { body: ADVERTISED }, { body: ADVERTISED });
      const unsubscribe = source.subscribe(() => {});
      await source.list(calm());
      await server.requests(2);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await source.list(calm());
      await source.list(calm());
      expect((await server.requests(4)).map(({ url }) => url)).to.deep.equal([
        "/sessions",
        "/events",
        "/sessions",
        "/sessions",
      ]);
      unsubscribe();
    });
  }

  it("goes by what a list offers", async () => {
    const { server, source } = bench();
    await server.script(
      { body: { ...ADVERTISED, offers: ["get"] } },
      { body: { sessions: [], offers: ["events"] } },
      { ...STREAM, parts: [{ text: ":\n\n", hold: true }] },
    );
    const unsubscribe = source.subscribe(() => {});
    await source.list(calm());
    await source.list(calm());
    expect((await server.requests(3)).map(({ url }) => url)).to.deep.equal(["/sessions", "/sessions", "/events"]);
    unsubscribe();
    await server.release();
  });

  for (const [what, text] of [
    ["it breaks all the time", "retry: 10\n\n"],
    ["it breaks with each message that it tells", "data:\n\n"],
  ]) {
    it(`makes no flood of polls where ${what}`, async () => {
      await import("../../../src/sources/http/event-stream.js");
      const world = new FakeEnvironment();
      let streams = 0;
      let lists = 0;
      const events = new ChangeEvents({
        clock: world.clock,
        timers: world.timers,
        open: async () => {
          streams++;
          return new Response(text).body!;
        },
        onHint: () => {},
      });
      const store = new SessionStore(
        {
          list: async () => {
            lists++;
            events.advertise(true);
            return [];
          },
          subscribe: (onChange) => events.subscribe(onChange),
        },
        world,
      );
      const leave = store.subscribe(() => {});
      for (let second = 0; second < 600; second++) {
        await world.pass(1_000);
        await settled();
      }
      leave();
      expect(lists / 10, "polls a minute").to.be.within(2, 6);
      expect(streams / 10, "streams a minute").to.be.within(1, 6);
    });
  }
});
