// A real HTTP server for tests: middleware of the test runner's own server that answers as a test has scripted.
// The browser's side of it is scripted-server.ts.
//
//   /__http/<id>/…            answers in the order of the script, or by the small floor; every request is recorded
//   /__http-control/<id>/…    POST script | release | floor, GET wait?requests=n&closed=m
import { smallFloor } from "./small-floor.mjs";

const SUBJECT = "/__http/";
const CONTROL = "/__http-control/";

/** @returns Koa middleware for `middleware` of the test runner's configuration. */
export function scriptedServer() {
  const scenarios = new Map();
  const scenarioOf = (id) => {
    let scenario = scenarios.get(id);
    if (!scenario) scenarios.set(id, (scenario = new Scenario()));
    return scenario;
  };
  return async (context, next) => {
    const { pathname, searchParams } = new URL(context.req.url, "http://localhost");
    if (pathname.startsWith(CONTROL)) {
      const [id, action] = pathname.slice(CONTROL.length).split("/");
      context.respond = false;
      await control(scenarioOf(id), action, searchParams, context.req, context.res);
    } else if (pathname.startsWith(SUBJECT)) {
      context.respond = false;
      await scenarioOf(pathname.slice(SUBJECT.length).split("/", 1)[0]).answer(context.req, context.res);
    } else {
      await next();
    }
  };
}

async function control(scenario, action, params, request, response) {
  let result;
  if (action === "script") scenario.script.push(...JSON.parse(await textOf(request)));
  else if (action === "release") scenario.release();
  else if (action === "floor") scenario.floor = smallFloor(JSON.parse((await textOf(request)) || "null"));
  else if (action === "wait")
    result = await scenario.wait(Number(params.get("requests")), Number(params.get("closed")));
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify(result ?? null));
}

class Scenario {
  script = [];
  requests = [];
  floor;
  #held = [];
  #waiting = new Set();

  async answer(request, response) {
    const record = { method: request.method, url: request.url, headers: request.headers, body: "", closed: false };
    response.on("close", () => {
      // Closed before its end: the client went away.
      record.closed = !response.writableFinished;
      this.#changed();
    });
    record.body = await textOf(request);
    this.requests.push(record);
    this.#changed();
    if (this.floor) return this.floor(record, response);
    const step = this.script[0]?.repeat ? this.script[0] : this.script.shift();
    if (!step) {
      response.writeHead(599, { "content-type": "text/plain" });
      return response.end("nothing is scripted for this request");
    }
    return this.#play(step, response);
  }

  async #play({ status = 200, headers = {}, body = "", parts, hold, holdBody, drop }, response) {
    if (hold) await this.#hold();
    if (drop) return response.destroy();
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const type = typeof body === "string" ? {} : { "content-type": "application/json" };
    response.writeHead(status, { ...type, ...headers });
    if (holdBody) {
      response.flushHeaders();
      await this.#hold();
    }
    for (const part of parts ?? []) {
      // Until it is on its way: cutting the connection would take it along.
      await new Promise((resolve) => response.write(part.text, resolve));
      if (part.hold) await this.#hold();
      if (part.drop) return response.destroy();
    }
    response.end(text);
  }

  #hold() {
    return new Promise((resolve) => this.#held.push(resolve));
  }

  release() {
    for (const resolve of this.#held.splice(0)) resolve();
  }

  /** Resolves once so many requests have come and so many were given up by the client. */
  wait(requests, closed) {
    return new Promise((resolve) => {
      const look = () => {
        if (this.requests.length < requests) return;
        if (this.requests.filter((request) => request.closed).length < closed) return;
        this.#waiting.delete(look);
        resolve(this.requests);
      };
      this.#waiting.add(look);
      look();
    });
  }

  #changed() {
    for (const look of this.#waiting) look();
  }
}

async function textOf(request) {
  const chunks = [];
  try {
    for await (const chunk of request) chunks.push(chunk);
  } catch {
    // The client went away in the middle of its own body.
  }
  return Buffer.concat(chunks).toString("utf8");
}
