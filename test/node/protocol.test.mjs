// The rules of the protocol that have a server's side: the real client against the real server, over real HTTP.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { loadProtocol, startServer, until } from "../support/http/protocol.mjs";

const START = Date.UTC(2026, 2, 9, 10);
const MINUTE = 60_000;

let protocol, server, clock, floor, world;
let leave = [];

before(async () => {
  protocol = await loadProtocol();
  server = await startServer();
});

after(() => server.stop());

beforeEach(() => {
  clock = { time: START, now: () => clock.time };
  floor = protocol.memoryDataSource({ clock });
  world = new protocol.FakeEnvironment(START);
  serve();
});

afterEach(() => {
  for (const stop of leave) stop();
  leave = [];
  server.cut();
  server.taken();
});

/** Answers from now on as such an endpoint does. */
function serve(options = {}) {
  server.handler = protocol.createEndpoint({ source: floor, timers: world.timers, ...options });
}

/** The store of a new client, followed. */
function open({ environment = world, ...options } = {}) {
  const source = protocol.httpDataSourceIn(environment, { url: server.address, ...options });
  const store = protocol.sessionStoreFor(source, { environment });
  leave.push(store.subscribe(() => {}));
  return { store, world: environment };
}

/** The same with its first list. */
async function opened(options) {
  const client = open(options);
  await until(client, ({ status }) => status === "ready");
  return client;
}

/** Asks without the client. */
async function ask(path, { body, ...options } = {}) {
  const init = body === undefined ? options : { ...options, body: JSON.stringify(body) };
  const response = await fetch(`${server.address}${path}`, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
}

const control = (body) => ask("/_control", { method: "PUT", body });
const ids = (list) => list.map(({ id }) => id);
const lists = () => server.taken().filter((request) => request.startsWith("GET /sessions"));

/** What the server lists is what the store shows. */
async function assertSame({ store }, headers) {
  const { sessions } = (await ask("/sessions", { headers })).body;
  assert.deepEqual(ids(store.snapshot.sessions).sort(), ids(sessions).sort());
  for (const { id, status } of sessions) assert.equal(store.find(id).status, status);
}

/** The paths besides the list that were asked for, each with its answer. */
const others = () => server.taken().filter((request) => !/^GET \/sessions(\?\S*)? /.test(request));

/** Reads a stream of events as it is on the wire. */
async function listen(headers) {
  const controller = new AbortController();
  leave.push(() => controller.abort());
  const response = await fetch(`${server.address}/events`, { headers, signal: controller.signal });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  return {
    response,
    /** The next message. */
    async next() {
      for (;;) {
        const end = text.indexOf("\n\n");
        if (end < 0) {
          text += (await reader.read()).value;
          continue;
        }
        const lines = text.slice(0, end).split("\n");
        text = text.slice(end + 2);
        const field = (name) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
        const data = field("data");
        if (field("id") !== undefined) return { id: field("id"), list: data ? JSON.parse(data) : undefined };
      }
    },
  };
}

const end = ({ id }) => ask(`/sessions/${encodeURIComponent(id)}/end`, { method: "POST" });

const as = (name) => ({ Authorization: `Bearer ${name}` });

const queuesOf = (sessions) => [...new Set(sessions.map(({ queue }) => queue))].sort();

/** The stream is asked for again. */
const isBack = ({ url, headers }) => url === "/api/events" && headers["last-event-id"] !== undefined;

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

describe("protocol: what a caller may see", () => {
  const MAY = { anna: { queue: ["Billing", "VIP"] }, bert: { queue: ["General", "VIP"] }, nobody: { queue: [] } };
  beforeEach(() => {
    floor = protocol.memoryDataSource({ clock, rate: 30 });
    serve({ scopeOf: ({ headers }) => MAY[headers.authorization?.split(" ")[1]] ?? {} });
  });

  it("holds for the list, a query and its counts", async () => {
    clock.time += 5 * MINUTE;
    const anna = await opened({ headers: as("anna") });
    assert.deepEqual(queuesOf(anna.store.snapshot.sessions), ["Billing", "VIP"]);
    const { sessions, facets } = (await ask("/sessions?queue=General&queue=VIP", { headers: as("anna") })).body;
    assert.deepEqual(queuesOf(sessions), ["VIP"]);
    assert.deepEqual(Object.keys(facets.queue).sort(), ["Billing", "VIP"]);
    assert.deepEqual((await ask("/sessions", { headers: as("nobody") })).body.sessions, []);
  });

  it("holds for one session, and for its End", async () => {
    const session = (await ask("/sessions", { headers: as("bert") })).body.sessions.find(
      ({ queue, status }) => queue === "General" && status !== "ended",
    );
    const path = `/sessions/${encodeURIComponent(session.id)}`;
    assert.equal((await ask(path, { headers: as("anna") })).status, 404);
    assert.equal((await ask(`${path}/end`, { method: "POST", headers: as("anna") })).status, 404);
    assert.equal((await ask(path)).body.status, session.status);
    const key = { "Idempotency-Key": "k" };
    assert.equal((await ask(`${path}/end`, { method: "POST", headers: { ...as("bert"), ...key } })).status, 200);
    const again = await ask(`${path}/end`, { method: "POST", headers: { ...as("anna"), ...key } });
    assert.equal(again.status, 422, "nor does the key of another show it");
  });

  it("holds for changes, which name no session that was never to be seen", async () => {
    const anna = await opened({ headers: as("anna") });
    let { cursor, sessions } = (await ask("/sessions", { headers: as("anna") })).body;
    const seen = new Set(ids(sessions));
    for (let minute = 0; minute < 30; minute++) {
      clock.time += MINUTE;
      const delta = (await ask(`/sessions?cursor=${encodeURIComponent(cursor)}`, { headers: as("anna") })).body;
      for (const id of delta.removed) assert.ok(seen.has(id), id);
      for (const id of ids(delta.changed)) seen.add(id);
      assert.ok(queuesOf(delta.changed).every((queue) => MAY.anna.queue.includes(queue)));
      ({ cursor } = delta);
    }
    await anna.store.refresh();
    await assertSame(anna, as("anna"));
  });

  it("holds for events", async () => {
    const { next } = await listen(as("anna"));
    await next();
    clock.time += 10 * MINUTE;
    await world.pass(1000);
    const { list } = await next();
    assert.ok(list.changed.length > 0);
    assert.ok(queuesOf(list.changed).every((queue) => MAY.anna.queue.includes(queue)));
  });

  it("makes the cursor of one caller no base for another", async () => {
    const { cursor } = (await ask("/sessions", { headers: as("anna") })).body;
    const { sessions } = (await ask(`/sessions?cursor=${encodeURIComponent(cursor)}`, { headers: as("bert") })).body;
    assert.deepEqual(queuesOf(sessions), ["General", "VIP"]);
  });

  it("may be refused altogether", async () => {
    serve({
      scopeOf() {
        throw Object.assign(new Error("Who are you?"), { status: 401 });
      },
    });
    await until(open(), ({ unauthorized }) => unauthorized);
    assert.equal((await ask("/events")).status, 401);
  });
});

describe("protocol: a query", () => {
  it("finds, counts and sorts", async () => {
    clock.time += 10 * MINUTE;
    const { sessions } = (await ask("/sessions")).body;
    const { body } = await ask("/sessions?status=active&status=queued&sort=-created");
    const expected = sessions.filter(({ status }) => status === "active" || status === "queued");
    assert.equal(body.total, expected.length);
    assert.deepEqual(
      body.sessions.map(({ createdAt }) => createdAt),
      expected
        .map(({ createdAt }) => createdAt)
        .sort()
        .toReversed(),
    );
    const pending = sessions.filter(({ status }) => status === "pending").length;
    assert.equal(body.facets.status.pending ?? 0, pending, "a filter does not count itself out");
    const genesys = expected.filter(({ provider }) => provider === "genesys").length;
    assert.equal(body.facets.provider.genesys, genesys, "but the others");
  });

  it("counts the same with and without its index", async () => {
    clock.time += 10 * MINUTE;
    const { sessions } = (await ask("/sessions")).body;
    const agent = sessions[0].agentName;
    for (const [path, passes] of [
      ["", () => true],
      ["channel=voice", ({ channel }) => channel === "voice"],
      [`agent=${agent}`, ({ agentName }) => agentName === agent],
      [`agent=${sessions[0].agentId}&channel=chat`, (row) => row.agentName === agent && row.channel === "chat"],
      ["queue=", ({ queue }) => queue === undefined],
      ["text=genesys", ({ provider }) => provider === "genesys"],
      ["text=nothing-has-it", () => false],
    ]) {
      const found = (await ask(`/sessions?sort=id&${path}`)).body;
      assert.deepEqual(ids(found.sessions).sort(), ids(sessions.filter(passes)).sort(), path);
      const counted = Object.values(found.facets.status).reduce((sum, count) => sum + count, 0);
      assert.equal(counted, found.total, path);
    }
  });

  it("turns the pages of one result: no row comes twice or is left out, whatever comes between", async () => {
    serve({ pageSize: 5 });
    let { sessions, total, nextPage } = (await ask("/sessions?sort=-created")).body;
    const seen = ids(sessions);
    while (nextPage) {
      clock.time += MINUTE / 2;
      ({ sessions, nextPage } = (await ask(`/sessions?sort=-created&page=${nextPage}`)).body);
      seen.push(...ids(sessions));
    }
    assert.equal(new Set(seen).size, seen.length);
    assert.ok(seen.length <= total);
  });

  it("refuses a page that is none, and begins anew in one of a result that is no longer kept", async () => {
    serve({ pageSize: 5 });
    assert.equal((await ask("/sessions?page=nonsense")).status, 422);
    const { body } = await ask("/sessions?page=zz.5");
    assert.equal(body.sessions.length, 5);
    assert.deepEqual(
      ids((await ask("/sessions?page=zz.0")).body.sessions),
      ids((await ask("/sessions")).body.sessions),
    );
  });

  it("answers 304 while the page reads the same", async () => {
    serve({ pageSize: 5 });
    const { headers } = await ask("/sessions?status=ended");
    const known = { headers: { "If-None-Match": headers.get("etag") } };
    assert.equal((await ask("/sessions?status=ended", known)).status, 304);
    assert.equal((await ask("/sessions?status=active", known)).status, 200);
  });
});

describe("protocol: other origins", () => {
  const ORIGIN = "https://console.example";
  const preflight = () =>
    ask("/sessions", { method: "OPTIONS", headers: { Origin: ORIGIN, "Access-Control-Request-Method": "GET" } });

  it("are told what they may send and read, for failures too", async () => {
    serve({ origins: [ORIGIN] });
    const { status, headers } = await preflight();
    assert.equal(status, 204);
    for (const name of ["Authorization", "Idempotency-Key", "If-None-Match", "If-Match", "Last-Event-ID"]) {
      assert.ok(headers.get("access-control-allow-headers").includes(name), name);
    }
    await control({ answer: "busy" });
    const failed = await ask("/sessions", { headers: { Origin: ORIGIN } });
    assert.equal(failed.headers.get("access-control-allow-origin"), ORIGIN);
    assert.match(failed.headers.get("access-control-expose-headers"), /ETag.*Retry-After/);
  });

  it("are told nothing where they are not named", async () => {
    const { status, headers } = await preflight();
    assert.equal(status, 405);
    assert.equal(headers.get("access-control-allow-origin"), null);
  });
});
