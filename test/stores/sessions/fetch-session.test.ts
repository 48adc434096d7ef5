import { expect } from "@open-wc/testing";
import { failureOf, type TransferDataSource } from "../../../src/sources/data-source.js";
import { sessionStoreFor } from "../../../src/instances/session-store-for.js";
import { fetchSession } from "../../../src/stores/sessions/fetch-session.js";
import { FakeEnvironment, settled } from "../../support/fake-environment.js";
import { wireRow } from "../../support/scripted-source.js";

describe("fetchSession", () => {
  let world: FakeEnvironment;
  const caller = new AbortController().signal;
  const fetched = (get?: TransferDataSource["get"]) =>
    fetchSession(
      {
        source: { list: async () => [], ...(get && { get }) },
        environment: world,
        find: () => undefined,
        snapshot: sessionStoreFor({ list: async () => [] }).snapshot,
        refresh: async () => {},
      },
      "a",
      caller,
    ).catch((error: unknown) => ({ error }));

  beforeEach(() => {
    world = new FakeEnvironment();
  });

  it("reads the record that the source gives for that id", async () => {
    expect(await fetched(async (id) => ({ ...wireRow(id), contactId: 7 }))).to.deep.include({
      id: "a",
      contactId: "7",
    });
  });

  it("gives nothing where the source knows no such session, or cannot be asked", async () => {
    expect(await fetched(async () => undefined)).to.equal(undefined);
    expect(await fetched(async () => null)).to.equal(undefined);
    expect(await fetched()).to.equal(undefined);
  });

  it("fails with what the source throws, and where it gives no session", async () => {
    const error = new Error("down");
    expect(await fetched(() => Promise.reject(error))).to.deep.equal({ error });
    const odd = (await fetched(async () => 5)) as { error: Error };
    expect(odd.error.message).to.equal("The record is 5, not an object.");
  });

  it("does not wait for ever for a promise that was lost", async () => {
    let aborted = false;
    let outcome: unknown;
    void fetched((_id, { signal }) => {
      signal.addEventListener("abort", () => (aborted = true));
      return new Promise(() => {});
    }).then((value) => (outcome = value));
    await world.pass(59_999);
    expect(outcome).to.equal(undefined);
    await world.pass(1);
    await settled();
    expect(failureOf((outcome as { error: unknown }).error).kind).to.equal("timeout");
    expect(aborted).to.equal(true);
  });
});
