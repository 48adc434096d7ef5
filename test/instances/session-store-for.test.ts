import { expect } from "@open-wc/testing";
import { sessionStoreFor } from "../../src/instances/session-store-for.js";
import { FakeEnvironment, settled } from "../support/fake-environment.js";
import { ScriptedSource, wireRow } from "../support/scripted-source.js";

describe("sessionStoreFor", () => {
  it("gives one store per source", () => {
    const source = new ScriptedSource();
    expect(sessionStoreFor(source)).to.equal(sessionStoreFor(source));
    expect(sessionStoreFor(source)).to.not.equal(sessionStoreFor(new ScriptedSource()));
  });

  it("makes one request for two who look", async () => {
    const environment = new FakeEnvironment();
    const source = new ScriptedSource([wireRow("a")]);
    sessionStoreFor(source, { environment }).subscribe(() => {});
    sessionStoreFor(source).subscribe(() => {});
    await settled();
    expect(source.requests).to.have.length(1);
  });

  it("takes a frozen source and a function for sources", () => {
    const frozen = Object.freeze({ list: () => Promise.resolve([]) });
    expect(sessionStoreFor(frozen)).to.equal(sessionStoreFor(frozen));
    const callable = Object.assign(() => {}, { list: () => Promise.resolve([]) });
    expect(sessionStoreFor(callable)).to.equal(sessionStoreFor(callable));
  });

  it("fills what the environment leaves out, and passes its options on", async () => {
    const { clock, timers } = new FakeEnvironment();
    const source = new ScriptedSource([wireRow("a")]);
    const store = sessionStoreFor(source, { environment: { clock, timers }, linger: 0 });
    const leave = store.subscribe(() => {});
    await settled();
    expect(store.snapshot.updatedAt).to.equal(clock.now());
    source.standing = [];
    await store.refresh();
    expect(store.snapshot.lingering).to.deep.equal([]);
    leave();
  });
});
