import { expect } from "@open-wc/testing";
import { hooksSink, type HooksSinkOptions } from "../../src/tracker/sinks/hooks-sink.js";
import { Deferred } from "../support/deferred.js";
import { settled } from "../support/fake-environment.js";
import { agent, Page, World } from "./world.js";

interface Call {
  readonly url: string;
  readonly init: RequestInit;
}

function server(answer: () => Response | Promise<Response> = () => new Response(null, { status: 200 })) {
  const calls: Call[] = [];
  const options: HooksSinkOptions = {
    host: "platform.example",
    botId: "st-1/2",
    conversationId: "c-1",
    token: "jwt",
    fetch: async (url, init) => {
      calls.push({ url: String(url), init: init! });
      return answer();
    },
  };
  return { calls, options };
}

const BODY =
  '{"conversationId":"c-1","botId":"st-1/2","events":[{"name":"INTERNAL_TRANSFER_EVENT","transfertype":"NA",' +
  '"transition":"entry","isExtAD":"false","experience":"chat",' +
  '"participant":{"identity":"agentId1","name":"AgentName1","type":"agent"}}]}';

describe("hooksSink", () => {
  it("posts the documented event through the tracker, with no connection to wait for", async () => {
    const { calls, options } = server();
    const world = new World();
    const tracker = new Page(world).tracker({ sdk: hooksSink(options), conversationId: "" });
    expect((await tracker.agentJoined(agent(1))).status).to.equal("sent");
    expect(calls[0]!.url).to.equal("https://platform.example/agentassist/api/v1/hooks/st-1%2F2");
    expect(calls[0]!.init.body).to.equal(BODY);
    expect(new Headers(calls[0]!.init.headers).get("token")).to.equal("jwt");
    expect(calls[0]!.init.keepalive).to.equal(true);
  });

  it("cannot be made without what every call needs", () => {
    const { options } = server();
    for (const name of ["host", "botId", "conversationId", "token"] as const) {
      expect(() => hooksSink({ ...options, [name]: undefined as never })).to.throw(TypeError, name);
    }
    expect(() => hooksSink(undefined as never)).to.throw(TypeError);
  });

  for (const host of ["platform.example", "platform.example//", "https://platform.example/"]) {
    it(`goes to ${host}`, async () => {
      const { calls, options } = server();
      await hooksSink({ ...options, host }).triggerSummary({});
      expect(calls[0]!.url).to.equal("https://platform.example/agentassist/api/v1/hooks/st-1%2F2");
    });
  }

  it("takes a fresh token each time, in the header that the server wants", async () => {
    const { calls, options } = server();
    let number = 0;
    const sink = hooksSink({
      ...options,
      host: "https://platform.example/",
      authHeader: "auth",
      language: "de",
      isExtAD: true,
      token: async () => `jwt-${(number += 1)}`,
    });
    const payload = { transfertype: "NA", transition: "exit", participant: { ...agent(1), type: "agent" } } as const;
    await sink.internalTransfer(payload);
    await sink.internalTransfer(payload);
    expect(calls.map(({ init }) => new Headers(init.headers).get("auth"))).to.deep.equal(["jwt-1", "jwt-2"]);
    expect(calls[0]!.url).to.match(/^https:\/\/platform\.example\/agentassist/);
    expect(String(calls[0]!.init.body)).to.include('"isExtAD":"true","language":"de"');
  });

  for (const [status, kind] of [
    [401, "unauthorized"],
    [500, "http"],
  ] as const) {
    it(`rejects on ${status}, so that the tracker tries again`, async () => {
      const { options } = server(() => new Response(null, { status }));
      const world = new World();
      const tracker = new Page(world).tracker({ sdk: hooksSink(options), conversationId: "" });
      expect((await tracker.agentJoined(agent(1))).status).to.equal("failed");
      expect(tracker.log[0]!.error).to.include(String(status));
      const failure = await hooksSink(options)
        .internalTransfer({ transfertype: "NA", transition: "entry", participant: { ...agent(1), type: "agent" } })
        .catch((error: unknown) => error);
      expect(failure).to.include({ kind, status });
    });
  }

  it("says that the server cannot be reached", async () => {
    const { options } = server(() => Promise.reject(new TypeError("offline")));
    const failure = await hooksSink(options)
      .internalTransfer({ transfertype: "NA", transition: "entry", participant: { ...agent(1), type: "agent" } })
      .catch((error: unknown) => error);
    expect(failure).to.include({ kind: "network" });
  });

  for (const [what, late] of [
    ["fetch", { fetch: () => new Promise<Response>(() => {}) }],
    ["token", { token: () => new Promise<string>(() => {}) }],
  ] as const) {
    it(`gives up on a ${what} that never settles, whatever it makes of its signal`, async () => {
      const { calls, options } = server();
      const failure = await hooksSink({ ...options, ...late, timeoutMs: 1 })
        .internalTransfer({ transfertype: "NA", transition: "entry", participant: { ...agent(1), type: "agent" } })
        .catch((error: unknown) => error);
      expect(failure).to.be.instanceOf(Error).and.to.include({ kind: "timeout" });
      expect(calls).to.have.length(0);
    });
  }

  it("sends nothing with a token that comes after its time", async () => {
    const { calls, options } = server();
    const token = new Deferred<string>();
    const failure = await hooksSink({ ...options, token: () => token.promise, timeoutMs: 1 })
      .internalTransfer({ transfertype: "NA", transition: "entry", participant: { ...agent(1), type: "agent" } })
      .catch((error: unknown) => error);
    expect(failure).to.include({ kind: "timeout" });
    token.resolve("jwt");
    await settled();
    expect(calls).to.have.length(0);
  });

  it("says that the server did not answer in time", async () => {
    const { options } = server(() => Promise.reject(new DOMException("too late", "TimeoutError")));
    const failure = await hooksSink(options)
      .internalTransfer({ transfertype: "NA", transition: "entry", participant: { ...agent(1), type: "agent" } })
      .catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(Error).and.to.include({ kind: "timeout" });
  });

  it("makes the tracker warn where the browser SDK is in use too", async () => {
    const { options } = server();
    const page = new Page(new World());
    const tracker = page.tracker({ sdk: { internalTransfer() {} } });
    expect(page.warnings).to.deep.equal([]);
    tracker.sdk = hooksSink(options);
    expect(page.warnings.join()).to.include("twice");
  });
});
