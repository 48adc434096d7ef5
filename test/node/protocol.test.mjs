// The rules of the protocol that have a server's side: the real client against the real server, over real HTTP.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { until } from "../support/http/protocol.mjs";
import {
  MINUTE,
  START,
  ask,
  assertSame,
  clock,
  control,
  end,
  isBack,
  listen,
  lists,
  opened,
  others,
  protocol,
  serve,
  server,
  world,
} from "../support/http/protocol-floor.mjs";

describe("protocol: the list", () => {
  it("is asked for by its tag, then since its cursor", async () => {
    const client = await opened();
    server.taken();
    await client.store.refresh();
    assert.match(lists().join(), /^GET \/sessions\?cursor=\S+ 200$/);
    await client.store.refresh();
    assert.match(lists().join(), /^GET \/sessions\?cursor=\S+ 304$/);
    clock.time += 10 * MINUTE;
    await client.store.refresh();
    await assertSame(client);
  });

  for (const cursors of [404, 409, 410, 412, 422, 500, "bare"]) {
    it(`comes whole, in the same poll, where a cursor is answered ${cursors}`, async () => {
      const client = await opened();
      await client.store.refresh();
      server.taken();
      await control({ cursors });
      clock.time += 10 * MINUTE;
      await client.store.refresh();
      const status = cursors === "bare" ? 200 : cursors;
      assert.match(lists().join("\n"), new RegExp(`^GET /sessions\\?cursor=\\S+ ${status}\nGET /sessions 200$`));
      assert.equal(client.store.snapshot.error, undefined);
      await assertSame(client);
    });
  }

  it("comes whole for a cursor of another life of the server, and never as changes to another list", async () => {
    const client = await opened();
    clock.time += 10 * MINUTE;
    serve();
    server.taken();
    await client.store.refresh();
    assert.equal(lists().length, 1);
    await assertSame(client);
  });

  it("comes whole for a cursor that is older than the log", async () => {
    const rows = [{ id: "a", status: "queued", createdAt: START }];
    const busy = {
      now: () => START,
      changes: 0,
      async advance(into) {
        into.put(rows[0]);
        for (; this.changes > 0; this.changes--) into.put({ ...rows[0], updatedAt: START + this.changes });
      },
      lifecycle: async () => ({}),
      integrations: async () => [],
    };
    serve({ repository: new protocol.MemoryRepository(busy, { timers: world.timers }) });
    const { cursor } = (await ask("/sessions")).body;
    busy.changes = 10;
    assert.equal((await ask(`/sessions?cursor=${cursor}`)).body.changed.length, 1);
    busy.changes = 40_000;
    assert.equal((await ask(`/sessions?cursor=${cursor}`)).body.sessions.length, 1);
  });

  it("keeps its cursor, its rows and its distance where the server is busy", async () => {
    const client = await opened();
    await control({ answer: "busy" });
    await client.store.refresh();
    const { stale, nextPollAt, sessions } = client.store.snapshot;
    assert.equal(stale, true);
    assert.ok(sessions.length > 10);
    assert.ok(nextPollAt - world.clock.now() >= 120_000, "Retry-After");
    await control({ answer: "ok" });
    server.taken();
    await client.store.refresh();
    assert.match(lists().join(), /^GET \/sessions\?cursor=\S+ 200$/);
  });

  it("ends where further pages bring nothing new", async () => {
    await control({ pages: "endless" });
    const client = await opened();
    assert.deepEqual(lists(), ["GET /sessions 200", "GET /sessions?page=1 200"]);
    assert.match(world.warnings.join(), /pages have no end/);
    assert.equal(client.store.snapshot.hasMore, undefined);
    await control({ pages: "ok" });
    await client.store.refresh();
    await assertSame(client);
  });

  it("is put together of its pages, in order", async () => {
    serve({ pageSize: 7 });
    const client = await opened();
    const asked = lists();
    assert.ok(asked.length > 2);
    const { total } = (await ask("/sessions")).body;
    assert.equal(client.store.snapshot.sessions.length, total);
    serve();
    await assertSame(client);
  });
});

describe("protocol: what is offered", () => {
  it("is asked for once there is a list, and nothing else is", async () => {
    serve({ offers: ["get", "end"] });
    const { store } = await opened();
    assert.equal(store.offers("end"), true);
    assert.equal(store.offers("integrations"), false);
    await store.refresh();
    assert.deepEqual(others(), []);
  });

  it("need not be told: what is 404 is asked for once", async () => {
    serve({ offers: [], tellsOffers: false });
    const client = await opened();
    const { store } = client;
    await until(client, () => !store.offers("integrations") && !store.offers("lifecycle"));
    await store.refresh();
    await store.refresh();
    assert.deepEqual(others().sort(), ["GET /integrations 404", "GET /lifecycle 404"]);
    assert.equal(store.snapshot.error, undefined);
    assert.equal(store.snapshot.integrations, undefined);
  });

  it("may leave out the settings, while sessions can be ended", async () => {
    serve({ offers: ["end"] });
    const client = await opened();
    const { store } = client;
    const session = store.snapshot.sessions.find(({ status }) => status === "active");
    assert.deepEqual(await store.end(session), { ended: true });
    await until(client, () => store.find(session.id)?.status === "ended");
  });
});

describe("protocol: events", () => {
  it("begin with where things stand, and go on with what changed", async () => {
    const { response, next } = await listen();
    assert.match(response.headers.get("content-type"), /^text\/event-stream/);
    const first = await next();
    assert.equal(first.list, undefined, "who has just come asks for the list");
    clock.time += MINUTE;
    await world.pass(1000);
    const { id, list } = await next();
    assert.ok(list.changed.length > 0);
    assert.equal(list.cursor, id);
    assert.match((await ask(`/sessions?cursor=${encodeURIComponent(id)}`)).body.cursor, /~/);
  });

  it("tell who comes back exactly what was missed", async () => {
    const { id } = await (await listen()).next();
    const rows = new Map((await ask("/sessions")).body.sessions.map((row) => [row.id, row]));
    clock.time += 10 * MINUTE;
    const { list } = await (await listen({ "Last-Event-ID": id })).next();
    for (const gone of list.removed) rows.delete(gone);
    for (const row of list.changed) rows.set(row.id, row);
    assert.deepEqual([...rows.values()], (await ask("/sessions")).body.sessions);
  });

  it("tell who comes back after too long, or from elsewhere, to ask for the list", async () => {
    for (const id of ["nonsense", "0~x~y.1", encodeURIComponent("🙂")]) {
      assert.equal((await (await listen({ "Last-Event-ID": id })).next()).list, undefined);
    }
  });

  it("bring a change to the client without a poll, and nothing is lost when the line drops", async () => {
    const client = await opened({});
    // The stream says where it begins, and the list is asked for what was before that.
    await until(client, () => server.asked.filter(({ url }) => url.startsWith("/api/sessions?")).length > 0);
    await until(client, ({ polling, nextPollAt }) => !polling && nextPollAt - world.clock.now() > 1000);
    server.taken();
    const [first, second] = client.store.snapshot.sessions.filter(({ status }) => status === "active");
    await end(first);
    await until(client, () => client.store.find(first.id).status === "ended");
    assert.deepEqual(lists(), [], "told, not asked");

    server.cut();
    await end(second);
    await until(client, () => {
      // The stream comes back after a second of the client's.
      if (!server.asked.some(isBack)) void world.pass(100);
      return client.store.find(second.id).status === "ended";
    });
    assert.ok(server.asked.some(isBack));
    await assertSame(client);
  });

  it("do not overtake the list: what changed before they began is asked for", async () => {
    // The list is answered, then something happens, and only then the stream begins.
    const own = server.handler;
    let isHeld = true;
    server.handler = (request, response) => {
      if (request.url !== "/api/events" || !isHeld) return own(request, response);
      isHeld = false;
      clock.time += 5 * MINUTE;
      return own(request, response);
    };
    const client = await opened();
    await until(client, () => server.asked.some(({ url, sent }) => url === "/api/events" && sent > 0));
    clock.time += 1;
    const session = (await ask("/sessions")).body.sessions.find(({ status }) => status === "active");
    await end(session);
    await until(client, () => client.store.find(session.id)?.status === "ended");
    await assertSame(client);
  });
});
