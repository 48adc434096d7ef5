import { expect } from "@open-wc/testing";
import { failureOf } from "../../../src/sources/data-source.js";
import { httpDataSource } from "../../../src/sources/http.js";
import { SessionStore } from "../../../src/stores/sessions/session-store.js";
import { FakeEnvironment } from "../../support/fake-environment.js";
import { ScriptedServer, type Answer } from "../../support/http/scripted-server.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { Floor, INTERVAL } from "../sharing/page.js";

const first: Answer = { body: { sessions: [wireRow("old")], cursor: "c1", offers: [] }, headers: { etag: '"1"' } };
const whole: Answer = { body: { sessions: [wireRow("new")], cursor: "c2" }, headers: { etag: '"2"' } };
const delta: Answer = { body: { changed: [], removed: [], cursor: "c3" } };

describe("a cursor that is refused", () => {
  let server: ScriptedServer;
  let store: SessionStore;

  const ids = () => store.snapshot.sessions.map(({ id }) => id);
  const asked = async (count: number) =>
    (await server.requests(count)).map(({ url, headers }) => `${url} ${headers["if-none-match"] ?? ""}`.trim());

  /** A store that holds a list with a cursor. */
  async function start(...answers: Answer[]): Promise<void> {
    server = new ScriptedServer();
    await server.script(first, ...answers);
    store = new SessionStore(httpDataSource({ url: server.url }), new FakeEnvironment());
    await store.refresh();
    expect(ids()).to.deep.equal(["old"]);
    await store.refresh();
  }

  const refusals: Record<string, Answer> = {
    "a delta without a cursor": { body: { changed: [wireRow("x")], removed: [] } },
    "no JSON": { body: "<html>", headers: { "content-type": "text/html" } },
  };
  for (const status of [400, 404, 409, 410, 412, 414, 422, 431, 500]) refusals[status] = { status };

  for (const [name, refusal] of Object.entries(refusals)) {
    it(`by ${name} is let go, and the whole list asked for in the same poll`, async () => {
      await start(refusal, whole, delta);
      expect(ids()).to.deep.equal(["new"]);
      expect(store.snapshot).to.deep.include({ stale: false }).and.not.have.property("error");
      await store.refresh();
      expect(await asked(4)).to.deep.equal(["/sessions", "/sessions?cursor=c1", "/sessions", "/sessions?cursor=c2"]);
    });
  }

  for (const [name, failure] of Object.entries<Answer>({
    401: { status: 401 },
    403: { status: 403 },
    425: { status: 425 },
    429: { status: 429 },
    502: { status: 502 },
    503: { status: 503 },
    504: { status: 504 },
    "500 with Retry-After": { status: 500, headers: { "retry-after": "9" } },
  })) {
    it(`is not what ${name} means: it is sent again`, async () => {
      await start(failure, delta);
      expect(failureOf(store.snapshot.error).status).to.equal(failure.status);
      await store.refresh();
      expect(await asked(3)).to.deep.equal(["/sessions", "/sessions?cursor=c1", "/sessions?cursor=c1"]);
      expect(store.snapshot.stale).to.equal(false);
    });
  }

  it("is not what 408 means, which browsers ask again by themselves", async () => {
    const source = new ScriptedSource(first.body);
    store = new SessionStore(source, new FakeEnvironment());
    await store.refresh();
    source.standing = () => {
      throw Object.assign(new Error("Too slow"), { status: 408 });
    };
    await store.refresh();
    expect(source.requests.map(({ request }) => request.cursor)).to.deep.equal([undefined, "c1"]);
  });

  it("is one failure where the whole list fails too, and is not sent again", async () => {
    await start({ status: 422 }, { status: 503 }, whole);
    expect(failureOf(store.snapshot.error).status).to.equal(503);
    expect(ids()).to.deep.equal(["old"]);
    await store.refresh();
    expect(await asked(4)).to.deep.equal(["/sessions", "/sessions?cursor=c1", "/sessions", "/sessions"]);
    expect(ids()).to.deep.equal(["new"]);
  });

  it("is let go by tabs that share, too", async () => {
    const floor = new Floor(first.body);
    const pages = [await floor.open("a"), await floor.open("b")];
    floor.standing = ({ cursor }: { cursor?: string }) => {
      if (cursor !== undefined) throw Object.assign(new Error("Unknown cursor"), { kind: "http", status: 412 });
      return whole.body;
    };
    await floor.pass(INTERVAL);
    expect(pages.map(({ rows }) => rows)).to.deep.equal(["new queued", "new queued"]);
    expect(floor.asked).to.have.length(3);
  });
});
