// What of a floor a caller gets from the server: his part of it, what a query finds, and what other origins may read.
import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import { until } from "../support/http/protocol.mjs";
import {
  MINUTE,
  as,
  ask,
  assertSame,
  clock,
  control,
  ids,
  listen,
  open,
  opened,
  protocol,
  queuesOf,
  serve,
  world,
} from "../support/http/protocol-floor.mjs";

describe("protocol: what a caller may see", () => {
  const MAY = { anna: { queue: ["Billing", "VIP"] }, bert: { queue: ["General", "VIP"] }, nobody: { queue: [] } };
  beforeEach(() => {
    const source = protocol.memoryDataSource({ clock, rate: 30 });
    serve({ source, scopeOf: ({ headers }) => MAY[headers.authorization?.split(" ")[1]] ?? {} });
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
