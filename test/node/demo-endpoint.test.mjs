// The demo's endpoint, over real HTTP.
import assert from "node:assert/strict";
import { createServer, request as rawRequest } from "node:http";
import { connect } from "node:net";
import { after, before, beforeEach, describe, it } from "node:test";
import { loadEndpoint } from "../../demo/server/load-endpoint.mjs";

const START = Date.UTC(2026, 2, 9, 10);
const MINUTE = 60_000;
const WELL = {
  delay: 0,
  answer: "ok",
  list: "live",
  integrations: "configured",
  clock: 0,
  cursors: "ok",
  pages: "ok",
  conditions: "ok",
};

let createEndpoint;
let memoryDataSource;
let server;
let address;
let clock;
/** Replaced before each test, so that none sees another's floor. */
let handler;

before(async () => {
  ({ createEndpoint, memoryDataSource } = await loadEndpoint());
  server = createServer((request, response) => handler(request, response));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${server.address().port}`;
});

after(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  clock = { time: START, now: () => clock.time };
  handler = createEndpoint({ source: memoryDataSource({ clock }) });
});

/** Asks, and reads the answer as JSON where there is one. */
async function ask(path, { method = "GET", headers = {}, body, signal } = {}) {
  const options = { method, headers, signal };
  if (body !== undefined) options.body = typeof body === "string" ? body : JSON.stringify(body);
  const response = await fetch(`${address}/api${path}`, options);
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? undefined : JSON.parse(text) };
}

/** Sends the settings as `write` writes them; gives the status. */
function saveRaw(write) {
  return new Promise((resolve, reject) => {
    const sent = rawRequest(`${address}/api/lifecycle`, { method: "PUT" }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on("error", reject);
    write(sent);
  });
}

/** The next request that reaches the endpoint, as the server sees it. */
function nextRequest() {
  const own = handler;
  return new Promise((resolve) => {
    handler = (request, response) => {
      handler = own;
      own(request, response);
      resolve(request);
    };
  });
}

const control = (body) => ask("/_control", { method: "PUT", body });
const end = (id, options) => ask(`/sessions/${encodeURIComponent(id)}/end`, { method: "POST", ...options });
const serverTime = (answer) => Date.parse(answer.body.serverTime);

describe("demo endpoint: the list", () => {
  it("gives the whole list, with a tag, a cursor and the server's time", async () => {
    const { status, headers, body } = await ask("/sessions");
    assert.equal(status, 200);
    assert.match(headers.get("content-type"), /^application\/json/);
    assert.equal(headers.get("cache-control"), "no-store");
    assert.match(headers.get("etag"), /^W\/"[^"]+"$/);
    assert.equal(body.serverTime, new Date(START).toISOString());
    assert.ok(body.sessions.length > 10);
    assert.equal(typeof body.cursor, "string");
  });

  it("says 304 while nothing happened, and answers again when something did", async () => {
    const etag = (await ask("/sessions")).headers.get("etag");
    for (const held of [etag, `"other", ${etag}`, "*", etag.replace("W/", "")]) {
      const { status, body } = await ask("/sessions", { headers: { "If-None-Match": held } });
      assert.equal(status, 304, held);
      assert.equal(body, undefined);
    }
    clock.time += MINUTE;
    const later = await ask("/sessions", { headers: { "If-None-Match": etag } });
    assert.equal(later.status, 200);
    assert.notEqual(later.headers.get("etag"), etag);
  });

  it("gives what changed since a cursor, which comes to the same as the list", async () => {
    const first = (await ask("/sessions")).body;
    const rows = new Map(first.sessions.map((row) => [row.id, row]));
    let { cursor } = first;
    for (let poll = 0; poll < 20; poll++) {
      clock.time += MINUTE;
      const { changed, removed, ...rest } = (await ask(`/sessions?cursor=${encodeURIComponent(cursor)}`)).body;
      for (const id of removed) rows.delete(id);
      for (const row of changed) rows.set(row.id, row);
      ({ cursor } = rest);
      assert.equal(rest.sessions, undefined);
      assert.deepEqual([...rows.values()], (await ask("/sessions")).body.sessions);
    }
  });

  it("says 304 to one who holds all there is, cursor or not", async () => {
    const { headers, body } = await ask("/sessions");
    const path = `/sessions?cursor=${encodeURIComponent(body.cursor)}`;
    assert.equal((await ask(path, { headers: { "If-None-Match": headers.get("etag") } })).status, 304);
    assert.deepEqual((await ask(path)).body.changed, []);
  });

  it("gives the whole list for a cursor that it does not know", async () => {
    for (const cursor of ["", "x", "0~x", "9~1.1", "~~~", "%00", "🙂"]) {
      const { status, body } = await ask(`/sessions?cursor=${encodeURIComponent(cursor)}`);
      assert.equal(status, 200);
      assert.ok(Array.isArray(body.sessions), cursor);
    }
  });
});

describe("demo endpoint: one session", () => {
  it("is found by its id, however that is spelled", async () => {
    const ids = ["a/b?c#d", "ä 🙂 %", "agent_transfer:u:wa:1:messaging", "..%2f", "end"];
    handler = createEndpoint({ source: memoryDataSource({ clock, sessions: ids.map((id) => ({ id })) }) });
    for (const id of ids) {
      const path = `/sessions/${encodeURIComponent(id)}`;
      assert.deepEqual((await ask(path)).body, { id });
      assert.equal((await end(id)).body.status, "ended");
      assert.equal((await ask(path)).body.status, "ended");
    }
  });

  it("is 404 when it is not listed, and 400 when its id is not encoded", async () => {
    assert.equal((await ask("/sessions/nobody")).status, 404);
    assert.equal((await end("nobody")).status, 404);
    const { status, body } = await ask("/sessions/%E0%A4%A");
    assert.equal(status, 400);
    assert.deepEqual(Object.keys(body.error), ["code", "message"]);
  });
});

describe("demo endpoint: ending", () => {
  it("ends once for each key, whatever happens meanwhile", async () => {
    const { sessions } = (await ask("/sessions")).body;
    const [one, two] = sessions.filter((row) => row.status === "active");
    const headers = { "Idempotency-Key": "k1" };
    const first = await end(one.id, { headers, body: { reason: "test" } });
    assert.deepEqual([first.status, first.body.status], [200, "ended"]);
    clock.time += 10 * MINUTE;
    assert.equal((await ask(`/sessions/${encodeURIComponent(one.id)}`)).status, 404);
    assert.deepEqual((await end(one.id, { headers })).body, first.body);
    assert.equal((await end(one.id, { headers: { "Idempotency-Key": "k2" } })).status, 404);
    assert.equal((await end(two.id, { headers })).status, 422);
  });

  it("may be tried again with the key of a try that failed", async () => {
    const headers = { "Idempotency-Key": "k1" };
    assert.equal((await end("later", { headers })).status, 404);
    handler = createEndpoint({ source: memoryDataSource({ clock, sessions: [{ id: "later" }] }) });
    assert.equal((await end("later", { headers })).status, 200);
    assert.equal((await end("later")).status, 200);
  });

  it("refuses bodies that it cannot read", async () => {
    handler = createEndpoint({ source: memoryDataSource({ clock, sessions: [{ id: "s" }] }) });
    for (const [body, status] of [
      ["{", 400],
      ["[]", 400],
      ["null", 400],
      ['"x"', 400],
      [{ reason: 5 }, 422],
      ["x".repeat(70_000), 413],
    ]) {
      const answer = await end("s", { body });
      assert.equal(answer.status, status, String(body).slice(0, 20));
      assert.equal(typeof answer.body.error.message, "string");
    }
    assert.equal((await ask("/sessions/s")).body.status, undefined);
  });

  it("refuses a body that never stops, and one that is no UTF-8", async () => {
    // Never ended, and nothing more is written: who writes to a connection that is just being closed may not hear why.
    const flood = await saveRaw((sent) => void sent.write("x".repeat(70_000)));
    assert.equal(flood, 413);
    assert.equal(await saveRaw((sent) => sent.end(Buffer.from([0x22, 0xff, 0xfe, 0x22]))), 400);
  });
});

describe("demo endpoint: integrations and lifecycle", () => {
  it("lists integrations", async () => {
    const { body } = await ask("/integrations");
    assert.equal(body.length, 5);
    assert.ok(body.every(({ provider, connected, name }) => provider && connected === true && name));
  });

  it("saves settings, which act at once", async () => {
    const before = (await ask("/sessions")).body.sessions;
    const { status, body } = await ask("/lifecycle", { method: "PUT", body: { voice: 1, email: 1 } });
    assert.deepEqual([status, body.voice, body.chat], [200, 1, 30]);
    assert.deepEqual((await ask("/lifecycle")).body, body);
    assert.ok((await ask("/sessions")).body.sessions.length < before.length);
  });

  it("tells of a change meanwhile", async () => {
    const tag = (await ask("/lifecycle")).headers.get("etag");
    const save = (chat) => ask("/lifecycle", { method: "PUT", body: { chat }, headers: { "If-Match": tag } });
    assert.equal((await save(10)).status, 200);
    assert.equal((await save(20)).status, 412);
    assert.equal((await ask("/lifecycle")).body.chat, 10);
  });

  it("refuses settings that are none", async () => {
    for (const body of [{ chat: -1 }, { chat: "5" }, { chat: 1.5 }, { chat: null }]) {
      assert.equal((await ask("/lifecycle", { method: "PUT", body })).status, 422);
    }
  });
});

describe("demo endpoint: paths and methods", () => {
  it("answers 404 and 405 in JSON", async () => {
    for (const path of ["", "/", "/nothing", "/sessions/a/b", "/sessions/a/end/b", "/integrations/a", "/_control/a"]) {
      assert.equal((await ask(path)).status, 404, path);
    }
    for (const [method, path] of [
      ["POST", "/sessions"],
      ["GET", "/sessions/a/end"],
      ["DELETE", "/sessions/a"],
      ["POST", "/lifecycle"],
      ["PATCH", "/_control"],
    ]) {
      const { status, headers } = await ask(path, { method });
      assert.equal(status, 405, `${method} ${path}`);
      assert.ok(headers.get("allow"));
    }
  });

  it("leaves other paths to what comes next, or is 404", async () => {
    assert.equal((await fetch(`${address}/apiary`)).status, 404);
    const own = handler;
    handler = (request, response) => own(request, response, () => response.writeHead(204).end());
    for (const path of ["/", "/apiary", "//api/sessions"]) assert.equal((await fetch(address + path)).status, 204);
    assert.equal((await fetch(`${address}/api/sessions`)).status, 200);
  });

  it("may stand below another path", async () => {
    handler = createEndpoint({ base: "/x/y/", source: memoryDataSource({ clock }) });
    assert.equal((await fetch(`${address}/x/y/sessions`)).status, 200);
    assert.equal((await fetch(`${address}/api/sessions`)).status, 404);
  });

  it("survives a client that breaks off in the middle of a body", async () => {
    const received = nextRequest();
    const socket = connect(server.address().port, "127.0.0.1");
    socket.write("PUT /api/lifecycle HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{");
    const request = await received;
    const closed = new Promise((resolve) => {
      request.once("close", resolve);
    });
    socket.destroy();
    await closed;
    assert.equal((await ask("/sessions")).status, 200);
  });
});

describe("demo endpoint: misbehaving on demand", () => {
  it("tells how it stands", async () => {
    assert.deepEqual((await ask("/_control")).body, { ...WELL, rate: 2.2 });
    assert.deepEqual((await control({ delay: 5, rate: 10 })).body, { ...WELL, delay: 5, rate: 10 });
  });

  it("refuses what it cannot do, and then changes nothing", async () => {
    for (const body of [
      { delay: -1 },
      { delay: 60_001 },
      { delay: "1" },
      { answer: "maybe" },
      { list: null },
      { clock: 721 },
      { cursors: 403 },
      { cursors: "404" },
      { pages: 1 },
      { conditions: "maybe" },
      { rate: 601 },
      { rate: -1 },
      { unknown: 1 },
      { delay: 10, toString: 1 },
      { __proto__: undefined, ["__proto__x"]: 1 },
    ]) {
      assert.equal((await control(body)).status, 422, JSON.stringify(body));
    }
    assert.equal((await control("x")).status, 400);
    assert.equal((await control('{"__proto__":{"delay":1}}')).status, 422);
    assert.deepEqual((await ask("/_control")).body, { ...WELL, rate: 2.2 });
  });

  it("answers 500, 503 and 401 to everything but the control", async () => {
    for (const [answer, status] of [
      ["error", 500],
      ["busy", 503],
      ["unauthorized", 401],
    ]) {
      await control({ answer });
      for (const path of ["/sessions", "/sessions/a", "/integrations", "/lifecycle", "/events"]) {
        assert.equal((await ask(path)).status, status);
      }
    }
    assert.equal((await control({ answer: "ok" })).status, 200);
    assert.equal((await ask("/sessions")).status, 200);
  });

  it("is slow", async () => {
    await control({ delay: 120 });
    const from = performance.now();
    await ask("/integrations");
    assert.ok(performance.now() - from >= 115);
  });

  it("keeps silent until it is told to answer", async () => {
    await control({ answer: "never" });
    await assert.rejects(ask("/sessions", { signal: AbortSignal.timeout(100) }), { name: "TimeoutError" });
    const received = nextRequest();
    let isAnswered = false;
    const waiting = ask("/sessions").finally(() => (isAnswered = true));
    await received;
    await control({ delay: 1 });
    assert.equal(isAnswered, false);
    await control({ answer: "ok" });
    assert.equal((await waiting).status, 200);
  });

  it("lists nothing, with or without integrations, and gives no cursor then", async () => {
    for (const body of [{ list: "empty" }, { list: "live", integrations: "none" }]) {
      const { cursor } = (await ask("/sessions")).body;
      await control(body);
      const answer = (await ask(`/sessions?cursor=${encodeURIComponent(cursor ?? "")}`)).body;
      assert.deepEqual(answer.sessions, []);
      assert.equal(answer.cursor, undefined);
    }
    assert.deepEqual((await ask("/integrations")).body, []);
    await control(WELL);
    assert.ok((await ask("/sessions")).body.sessions.length > 10);
  });

  it("damages some rows and leaves the others", async () => {
    const whole = (await ask("/sessions")).body.sessions.map((row) => JSON.stringify(row));
    await control({ list: "malformed" });
    const { sessions } = (await ask("/sessions")).body;
    const same = sessions.filter((row) => whole.includes(JSON.stringify(row)));
    assert.ok(same.length >= whole.length / 2 && same.length < whole.length);
    assert.ok(sessions.some((row) => row === null));
  });

  it("has a clock that is off, in all that it says", async () => {
    const first = await ask("/sessions");
    await control({ clock: 60 });
    const shifted = await ask(`/sessions?cursor=${encodeURIComponent(first.body.cursor)}`, {
      headers: { "If-None-Match": first.headers.get("etag") },
    });
    assert.equal(shifted.status, 200, "no change can be told on the base of another clock");
    assert.equal(serverTime(shifted) - serverTime(first), 60 * MINUTE);
    const [before, after] = [first, shifted].map(({ body }) => Date.parse(body.sessions[0].createdAt));
    assert.equal(after - before, 60 * MINUTE);
    const { id } = first.body.sessions[0];
    assert.equal(Date.parse((await ask(`/sessions/${encodeURIComponent(id)}`)).body.createdAt), after);
  });

  it("gets busier", async () => {
    await control({ rate: 60 });
    clock.time += 10 * MINUTE;
    assert.ok((await ask("/sessions")).body.sessions.length > 200);
  });
});
