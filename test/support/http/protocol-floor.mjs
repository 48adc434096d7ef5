import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach } from "node:test";
import { loadProtocol, startServer, until } from "./protocol.mjs";

/*
 * For a file of tests of the protocol: a server on a floor whose time passes when a test says so, both new for each test,
 * and clients that are put away after it.
 */

export const START = Date.UTC(2026, 2, 9, 10);
export const MINUTE = 60_000;

let floor;
export let protocol, server, clock, world;
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
export function serve(options = {}) {
  server.handler = protocol.createEndpoint({ source: floor, timers: world.timers, ...options });
}

/** The store of a new client, followed. */
export function open({ environment = world, ...options } = {}) {
  const source = protocol.httpDataSourceIn(environment, { url: server.address, ...options });
  const store = protocol.sessionStoreFor(source, { environment });
  leave.push(store.subscribe(() => {}));
  return { store, world: environment };
}

/** The same with its first list. */
export async function opened(options) {
  const client = open(options);
  await until(client, ({ status }) => status === "ready");
  return client;
}

/** Asks without the client. */
export async function ask(path, { body, ...options } = {}) {
  const init = body === undefined ? options : { ...options, body: JSON.stringify(body) };
  const response = await fetch(`${server.address}${path}`, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
}

export const control = (body) => ask("/_control", { method: "PUT", body });
export const ids = (list) => list.map(({ id }) => id);
export const lists = () => server.taken().filter((request) => request.startsWith("GET /sessions"));

/** What the server lists is what the store shows. */
export async function assertSame({ store }, headers) {
  const { sessions } = (await ask("/sessions", { headers })).body;
  assert.deepEqual(ids(store.snapshot.sessions).sort(), ids(sessions).sort());
  for (const { id, status } of sessions) assert.equal(store.find(id).status, status);
}

/** The paths besides the list that were asked for, each with its answer. */
export const others = () => server.taken().filter((request) => !/^GET \/sessions(\?\S*)? /.test(request));

/** Reads a stream of events as it is on the wire. */
export async function listen(headers) {
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

export const end = ({ id }) => ask(`/sessions/${encodeURIComponent(id)}/end`, { method: "POST" });

export const as = (name) => ({ Authorization: `Bearer ${name}` });

export const queuesOf = (sessions) => [...new Set(sessions.map(({ queue }) => queue))].sort();

/** The stream is asked for again. */
export const isBack = ({ url, headers }) => url === "/api/events" && headers["last-event-id"] !== undefined;
