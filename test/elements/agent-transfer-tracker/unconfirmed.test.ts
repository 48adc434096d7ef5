import { expect, fixture, html } from "@open-wc/testing";
import { AgentTransferTrackerElement } from "../../../src/elements/agent-transfer-tracker/agent-transfer-tracker.element.js";
import type { InternalTransferEvent } from "../../../src/events/tracker-events.js";
import { browserTrackerEnvironment } from "../../../src/tracker/browser-tracker-environment.js";
import { trackerStoreFor } from "../../../src/tracker/tracker-store-for.js";
import { agent, FakeSdk, Page, World } from "../../tracker/world.js";

describe("internal-transfer", () => {
  it("says whether the SDK has answered", async () => {
    const world = new World();
    const page = new Page(world);
    // An element finds the store of its conversation, with a clock that the test moves.
    const store = trackerStoreFor(page.environment, "unconfirmed", "none");
    browserTrackerEnvironment.stores.set("unconfirmed", store);
    customElements.define("x-unconfirmed-tracker", class extends AgentTransferTrackerElement {});
    const sdk = new FakeSdk();
    const tracker = await fixture<AgentTransferTrackerElement>(
      html`<x-unconfirmed-tracker .sdk=${sdk} conversation-id="unconfirmed"></x-unconfirmed-tracker>`,
    );
    const heard: string[] = [];
    tracker.addEventListener("internal-transfer", ({ payload, unconfirmed }: InternalTransferEvent) => {
      heard.push(`${payload.participant.identity} ${unconfirmed ? "unconfirmed" : "sent"}`);
    });
    sdk.up();
    sdk.mode = "hang";
    void tracker.agentJoined(agent(1));
    await world.advance(9999);
    expect(heard).to.deep.equal([]);
    await world.advance(1);
    sdk.mode = "ok";
    void tracker.agentJoined(agent(2));
    await world.settle();
    expect(heard).to.deep.equal(["agentId1 unconfirmed", "agentId2 sent"]);
  });
});
