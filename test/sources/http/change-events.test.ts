import { expect } from "@open-wc/testing";
import type { SessionList } from "../../../src/sources/data-source.js";
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
    const first = source.subscribe!(() => {});
    const second = source.subscribe!(() => {});
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
    const unsubscribe = source.subscribe!(heard.listen);
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
    const unsubscribe = source.subscribe!(heard.listen);
    await source.list(calm());
    await heard.count(1);
    await source.list(calm());
    expect((await server.requests())[2]!.headers).not.to.have.property("if-none-match");
    unsubscribe();
    await server.release();
  });

  it("counts a break as a change, and goes on after it", async () => {
    const { server, source } = bench();
    await server.script(
      { body: ADVERTISED },
      { ...STREAM, parts: [{ text: "retry: 1\nid: 7\ndata: \n\n" }] },
      { ...STREAM, parts: [{ text: ":\n\n", hold: true }] },
    );
    const heard = new Heard();
    const unsubscribe = source.subscribe!(heard.listen);
    await source.list(calm());
    await heard.count(2);
    expect((await server.requests(3))[2]!.headers).to.include({ "last-event-id": "7" });
    unsubscribe();
    await server.release();
  });

  it("asks again for a stream that was refused only when a list advertises it again", async () => {
    const { server, source } = bench();
    await server.script({ body: ADVERTISED }, { status: 404 });
    const unsubscribe = source.subscribe!(() => {});
    await source.list(calm());
    await server.requests(2);
    await server.script(
      { body: { ...ADVERTISED, events: false } },
      { body: ADVERTISED },
      { ...STREAM, parts: [{ text: ":\n\n", hold: true }] },
    );
    await source.list(calm());
    await source.list(calm());
    expect((await server.requests(5)).map(({ url }) => url)).to.deep.equal([
      "/sessions",
      "/events",
      "/sessions",
      "/sessions",
      "/events",
    ]);
    unsubscribe();
    await server.release();
  });

  it("is not there where the stream could not carry what the host asks for", () => {
    expect(bench({ headers: {} }).source).not.to.have.property("subscribe");
    expect(bench({ fetch: (...rest) => fetch(...rest) }).source).not.to.have.property("subscribe");
    expect(bench().source.subscribe).to.be.a("function");
  });
});
