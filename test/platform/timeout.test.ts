import { expect } from "@open-wc/testing";
import { Timeout } from "../../src/platform/timeout.js";
import { FakeEnvironment } from "../support/fake-environment.js";

describe("Timeout", () => {
  it("does the one thing that was set last, once", async () => {
    const environment = new FakeEnvironment();
    const timeout = new Timeout(environment.timers);
    const done: string[] = [];
    timeout.set(100, () => done.push("first"));
    await environment.pass(60);
    timeout.set(100, () => done.push("second"));
    await environment.pass(60);
    expect([done, timeout.isSet]).to.deep.equal([[], true]);
    await environment.pass(1000);
    expect([done, timeout.isSet]).to.deep.equal([["second"], false]);
  });

  it("does nothing once it is cleared", async () => {
    const environment = new FakeEnvironment();
    const timeout = new Timeout(environment.timers);
    const done: string[] = [];
    timeout.set(100, () => done.push("never"));
    timeout.clear();
    expect(timeout.isSet).to.equal(false);
    await environment.pass(1000);
    expect(done).to.deep.equal([]);
  });

  it("can be set again from within what it does", async () => {
    const environment = new FakeEnvironment();
    const timeout = new Timeout(environment.timers);
    const done: string[] = [];
    timeout.set(100, () => timeout.set(100, () => done.push("again")));
    await environment.pass(150);
    expect(timeout.isSet).to.equal(true);
    await environment.pass(100);
    expect(done).to.deep.equal(["again"]);
  });
});
