// The real client and the real server, over real HTTP, with time that passes when a test says so.
import { load } from "../../../demo/server/load-endpoint.mjs";
import { serve } from "./serve.mjs";

/**
 * The client is that of dist/: it loads parts when they are first used, which the server's loader cannot.
 *
 * @returns {Promise<
 *   typeof import("./protocol.ts") &
 *   Pick<typeof import("../../../src/core.ts"), "sessionStoreFor"> &
 *   Pick<typeof import("../../../src/sources/http/http-data-source.ts"), "httpDataSourceIn">
 * >}
 */
export async function loadProtocol() {
  const server = await load("test/support/http/protocol.ts");
  const { sessionStoreFor } = await import("../../../dist/core.js");
  const { httpDataSourceIn } = await import("../../../dist/sources/http/http-data-source.js");
  return { ...server, sessionStoreFor, httpDataSourceIn };
}

/** A server on a free port that answers as `handler` does, and remembers what it was asked. */
export async function startServer() {
  const asked = [];
  const answers = new Set();
  const subject = { asked, handler: undefined, address: "" };
  const server = await serve((request, response) => {
    const record = { method: request.method, url: request.url, headers: request.headers, status: undefined, sent: 0 };
    asked.push(record);
    answers.add(response);
    for (const method of ["write", "end"]) {
      const own = response[method].bind(response);
      response[method] = (text) => {
        record.status = response.statusCode;
        record.sent += text?.length ?? 0;
        return own(text);
      };
    }
    response.on("close", () => answers.delete(response));
    subject.handler(request, response);
  });
  subject.address = `${server.address}/api`;
  return Object.assign(subject, {
    /** What was asked since the last time, as `GET /sessions?… 200`. */
    taken() {
      return asked.splice(0).map(({ method, url, status }) => `${method} ${url.slice("/api".length)} ${status}`);
    },
    /** Cuts every connection. */
    cut() {
      for (const response of answers) response.destroy();
    },
    stop: server.stop,
  });
}

/** Settles when something is so, and lets a poll of the store come that is due within a second. */
export async function until({ store, world }, isSo) {
  const giveUpAt = performance.now() + 30_000;
  while (!isSo(store.snapshot)) {
    if (performance.now() > giveUpAt) throw new Error(`Never so: ${isSo}`);
    if (store.snapshot.nextPollAt - world.clock.now() <= 1000) await world.pass(1000);
    // Whatever came in is dealt with.
    else await new Promise((resolve) => setImmediate(resolve));
  }
}
