import { expect, fixture, html } from "@open-wc/testing";
import { emulateMedia, sendKeys } from "@web/test-runner-commands";
import "../../../src/define/agent-transfer-tracker.js";
import { AgentTransferTracker } from "../../../src/tracker/headless-tracker.js";
import { AgentTransferTrackerElement } from "../../../src/elements/agent-transfer-tracker/agent-transfer-tracker.element.js";
import type { InternalTransferEvent, TransferRosterChangeEvent } from "../../../src/events/tracker-events.js";
import { until } from "../../support/until.js";
import { collectWarnings } from "../../support/warnings.js";
import { agent, FakeSdk, words } from "../../tracker/world.js";

let conversations = 0;

async function mount(sdk: unknown = new FakeSdk(), controls = false): Promise<AgentTransferTrackerElement> {
  conversations += 1;
  return fixture<AgentTransferTrackerElement>(
    html`<agent-transfer-tracker
      .sdk=${sdk}
      conversation-id="element-${conversations}"
      ?controls=${controls}
    ></agent-transfer-tracker>`,
  );
}

function payload(transfertype: string, transition: string, number: number): string {
  return `{"transfertype":"${transfertype}","transition":"${transition}","participant":{"identity":"agentId${number}","name":"AgentName${number}","type":"agent"}}`;
}

function byText(tracker: AgentTransferTrackerElement, text: string): HTMLButtonElement {
  const buttons = [...tracker.shadowRoot!.querySelectorAll("button")];
  return buttons.find((button) => button.textContent!.trim() === text)!;
}

const type = (input: HTMLInputElement, text: string) => {
  input.value = text;
  input.dispatchEvent(new InputEvent("input"));
};

describe("<agent-transfer-tracker>", () => {
  const warnings = collectWarnings();

  it("tells the cold flow of the guide, byte for byte", async () => {
    const sdk = new FakeSdk();
    const tracker = await mount(sdk);
    sdk.up();
    await tracker.agentJoined(agent(1));
    await tracker.agentLeft("agentId1");
    await tracker.agentJoined(agent(2));
    await tracker.agentLeft("agentId2");
    const joined = await tracker.agentJoined(agent(3));
    expect(joined.status).to.equal("sent");
    expect(JSON.stringify(joined.payloads)).to.equal(`[${payload("cold", "entry", 3)}]`);
    await tracker.conversationEnded();
    expect(sdk.taken).to.deep.equal([
      payload("NA", "entry", 1),
      payload("cold", "exit", 1),
      payload("cold", "entry", 2),
      payload("cold", "exit", 2),
      payload("cold", "entry", 3),
      payload("NA", "exit", 3),
    ]);
  });

  it("tells the warm flow of the guide, byte for byte", async () => {
    const sdk = new FakeSdk();
    const tracker = await mount(sdk);
    sdk.up();
    for (const number of [1, 2, 3]) await tracker.agentJoined(agent(number));
    await tracker.agentLeft("agentId2");
    await tracker.agentLeft("agentId3");
    await tracker.conversationEnded();
    expect(sdk.taken).to.deep.equal([
      payload("NA", "entry", 1),
      payload("warm", "entry", 2),
      payload("warm", "entry", 3),
      payload("warm", "exit", 2),
      payload("warm", "exit", 3),
      payload("NA", "exit", 1),
    ]);
  });

  it("tells the redial flow of the guide, byte for byte", async () => {
    const sdk = new FakeSdk();
    const tracker = await mount(sdk);
    sdk.up();
    await tracker.agentJoined(agent(1));
    await tracker.conversationDropped();
    await tracker.agentJoined(agent(1));
    await tracker.conversationEnded();
    expect(sdk.taken).to.deep.equal([
      payload("NA", "entry", 1),
      payload("redial", "entry", 1),
      payload("NA", "exit", 1),
    ]);
  });

  it("takes a connection apart from the sdk, and dispatches what happened", async () => {
    const sdk: { internalTransfer(data: unknown): void; taken: unknown[] } = {
      taken: [],
      internalTransfer(data) {
        this.taken.push(data);
      },
    };
    const chatWindow = new FakeSdk();
    const tracker = await mount(sdk);
    tracker.connection = chatWindow;
    const seen: string[] = [];
    tracker.addEventListener("internal-transfer", (event: InternalTransferEvent) => {
      expect(event.bubbles).to.equal(false);
      expect(event.unconfirmed).to.equal(false);
      seen.push(`${event.payload.transfertype} after ${event.attempts}`);
    });
    tracker.addEventListener("transfer-roster-change", (event: TransferRosterChangeEvent) => {
      seen.push(`${event.phase} ${event.roster.length}`);
    });
    const joined = tracker.agentJoined(agent(1));
    expect((await joined).status).to.equal("queued");
    expect(tracker.state.outbox).to.deep.equal([
      { kind: "transfer", payload: JSON.parse(payload("NA", "entry", 1)), status: "queued", attempts: 0 },
    ]);
    chatWindow.up();
    await tracker.retry();
    expect(sdk.taken).to.have.length(1);
    expect(seen).to.deep.equal(["open 1", "NA after 1"]);
    expect(chatWindow.calls).to.deep.equal([]);
  });

  it("repeats nothing when it is moved, removed and added again", async () => {
    const sdk = new FakeSdk();
    const tracker = await mount(sdk);
    sdk.up();
    await tracker.agentJoined(agent(1));
    const parent = tracker.parentElement!;
    const other = document.createElement("div");
    parent.append(other);
    other.append(tracker);
    tracker.remove();
    await tracker.updateComplete;
    parent.append(tracker);
    expect(sdk.listeners.size).to.equal(1);
    await tracker.agentJoined(agent(1));
    await tracker.agentJoined(agent(2));
    expect(words(sdk.taken)).to.deep.equal(["NA entry 1", "warm entry 2"]);
    tracker.remove();
    await Promise.resolve();
    await Promise.resolve();
    expect(sdk.listeners.size, "nothing left to listen for").to.equal(0);
  });

  it("holds no Web Lock for entries that wait once the elements are gone, and still sends them", async () => {
    const names = async () => {
      const { held, pending } = await navigator.locks.query();
      const all = [...(held ?? []), ...(pending ?? [])].map(({ name }) => name!);
      return all.filter((name) => conversationIds.some((id) => name.includes(`:${id}:`)));
    };
    const sdk = new FakeSdk();
    const trackers = await Promise.all(Array.from({ length: 20 }, () => mount(sdk)));
    const conversationIds = trackers.map(({ conversationId }) => conversationId!);
    await Promise.all(trackers.map((tracker) => tracker.agentJoined(agent(1))));
    expect(await names()).to.have.length.greaterThan(0);
    for (const tracker of trackers) tracker.remove();
    await until(async () => (await names()).length === 0, "locks are let go");
    sdk.up();
    await until(() => sdk.taken.length === 20, "what waited is sent");
    await until(async () => (await names()).length === 0, "locks are let go again");
  });

  it("listens at once to an sdk that was set before the upgrade", async () => {
    const early = document.createElement("x-early-tracker") as AgentTransferTrackerElement;
    const sdk = new FakeSdk();
    early.sdk = sdk;
    early.conversationId = "early";
    document.body.append(early);
    customElements.define("x-early-tracker", class extends AgentTransferTrackerElement {});
    sdk.up();
    expect(early.connected).to.equal(true);
    expect((await early.agentJoined(agent(1))).status).to.equal("sent");
    early.remove();
  });

  it("shares a conversation with a second element and a headless tracker", async () => {
    const sdk = new FakeSdk();
    const first = await mount(sdk);
    sdk.up();
    await first.agentJoined(agent(1));
    const second = await fixture<AgentTransferTrackerElement>(
      html`<agent-transfer-tracker conversation-id=${first.conversationId!}></agent-transfer-tracker>`,
    );
    const headless = new AgentTransferTracker({ conversationId: first.conversationId! });
    expect((await second.agentJoined(agent(1))).reason).to.equal("duplicate");
    expect(headless.state).to.equal(first.state);
    headless.release();
    expect(words(sdk.taken)).to.deep.equal(["NA entry 1"]);
  });

  it("throws out of no setter and no method", async () => {
    const tracker = await mount();
    const odd = [null, undefined, 0, -1, NaN, "x", [], {}, () => {}, Symbol("odd"), new Proxy({}, trap)];
    const properties = [
      "sdk",
      "connection",
      "connected",
      "conversationId",
      "ownAgent",
      "participants",
      "storage",
      "exitGrace",
      "settle",
      "closing",
      "drop",
      "strings",
      "controls",
    ] as const;
    for (const name of properties) {
      for (const value of odd) (tracker as unknown as Record<string, unknown>)[name] = value;
      await tracker.updateComplete;
    }
    for (const value of odd) {
      await tracker.agentJoined(value as never, value as never);
      await tracker.agentLeft(value as never, value as never);
      await tracker.conversationEnded(value as never);
    }
    tracker.participants = [null, 1, [], agent(1)] as never;
    await tracker.updateComplete;
    expect(warnings).to.have.length.greaterThan(5);
  });

  it("is accessible, light and dark, in every state", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      await emulateMedia({ colorScheme });
      const sdk = new FakeSdk();
      const tracker = await mount(sdk, true);
      tracker.ownerDocument.documentElement.style.colorScheme = "light dark";
      await expect(tracker).to.be.accessible();
      void tracker.agentJoined(agent(1));
      await tracker.agentJoined(agent(2));
      await tracker.updateComplete;
      await expect(tracker).to.be.accessible();
      sdk.up();
      await tracker.retry();
      sdk.mode = "throw";
      await tracker.agentLeft("agentId2");
      await tracker.conversationDropped();
      await tracker.updateComplete;
      for (const details of tracker.shadowRoot!.querySelectorAll("details")) details.open = true;
      await expect(tracker).to.be.accessible();
      tracker.remove();
    }
    document.documentElement.style.removeProperty("color-scheme");
  });

  it("can be worked by keyboard alone", async () => {
    const sdk = new FakeSdk();
    const tracker = await mount(sdk, true);
    sdk.up();
    expect(byText(tracker, "Accept").disabled).to.equal(true);
    tracker.shadowRoot!.querySelector("input")!.focus();
    await sendKeys({ type: "agentId1" });
    await sendKeys({ press: "Tab" });
    await sendKeys({ type: "AgentName1" });
    await tracker.updateComplete;
    const typed = [...tracker.shadowRoot!.querySelectorAll("input")].map((input) => input.value);
    expect(typed, "what came of the keys").to.deep.equal(["agentId1", "AgentName1"]);
    expect(byText(tracker, "Accept").disabled).to.equal(false);
    expect(byText(tracker, "Add").disabled).to.equal(true);
    await sendKeys({ press: "Tab" });
    expect(tracker.shadowRoot!.activeElement).to.equal(byText(tracker, "Accept"));
    await sendKeys({ press: "Enter" });
    await tracker.retry();
    await tracker.updateComplete;
    expect(sdk.taken).to.deep.equal([payload("NA", "entry", 1)]);
    const leave = tracker.shadowRoot!.querySelector<HTMLButtonElement>("[part~=agent] button")!;
    expect(leave.getAttribute("aria-label")).to.equal("Leave: AgentName1");
    const summary = tracker.shadowRoot!.querySelector("summary")!;
    expect(tracker.shadowRoot!.querySelector("transfer-json-pane"), "made when it is opened").to.equal(null);
    summary.focus();
    await sendKeys({ press: "Enter" });
    await until(() => tracker.shadowRoot!.querySelector("transfer-json-pane")?.checkVisibility());
  });

  it("hands over as the guide tells it, drops and rejoins, by its buttons", async () => {
    const sdk = new FakeSdk();
    const tracker = await mount(sdk, true);
    sdk.up();
    await tracker.agentJoined(agent(1));
    await tracker.updateComplete;
    const [identity, name] = tracker.shadowRoot!.querySelectorAll("input");
    type(identity!, "agentId2");
    await tracker.updateComplete;
    type(name!, "AgentName2");
    await tracker.updateComplete;
    byText(tracker, "Hand over").click();
    await tracker.retry();
    await tracker.updateComplete;
    byText(tracker, "Drop line").click();
    await tracker.updateComplete;
    byText(tracker, "Rejoin").click();
    await tracker.retry();
    await tracker.updateComplete;
    byText(tracker, "End conversation").click();
    await tracker.retry();
    await tracker.updateComplete;
    expect(words(sdk.taken)).to.deep.equal([
      "NA entry 1",
      "cold exit 1",
      "cold entry 2",
      "redial entry 2",
      "NA exit 2",
    ]);
    expect(byText(tracker, "End conversation").disabled).to.equal(true);
  });

  it("shows the exact payload, who leads, and says the timeline in words", async () => {
    const sdk = new FakeSdk();
    const tracker = await mount(sdk);
    sdk.up();
    await tracker.agentJoined(agent(1));
    await tracker.agentJoined(agent(2));
    await tracker.updateComplete;
    const root = tracker.shadowRoot!;
    root.querySelector("summary")!.click();
    await until(() => root.querySelector("transfer-json-pane"));
    expect(JSON.stringify(JSON.parse(root.querySelector("transfer-json-pane")!.text!))).to.equal(
      payload("NA", "entry", 1),
    );
    const roles = [...root.querySelectorAll("[data-role]")].map((role) => role.textContent);
    expect(roles).to.deep.equal(["Lead", "Passive"]);
    expect(root.textContent).to.include("only the lead runs dialog tasks");
    expect(root.querySelectorAll("[part~=lane]")).to.have.length(2);
    expect(root.querySelector("ul.visually-hidden")!.textContent).to.include("AgentName2: in since");
    expect(root.querySelectorAll("[style]")).to.have.length(0);
  });

  it("brings the pane along that shows a payload, once there is an event", async () => {
    const sdk = new FakeSdk();
    const tracker = await mount(sdk);
    sdk.up();
    await tracker.agentJoined(agent(1));
    await customElements.whenDefined("transfer-json-pane");
    await tracker.updateComplete;
    tracker.shadowRoot!.querySelector("details")!.open = true;
    await until(() => tracker.shadowRoot!.querySelector("transfer-json-pane"));
    const pane = tracker.shadowRoot!.querySelector("transfer-json-pane")!;
    await pane.updateComplete;
    expect(pane.shadowRoot!.textContent).to.include("AgentName1");
  });

  it("draws the newest events, and earlier ones when a person asks for them", async () => {
    const sdk = new FakeSdk();
    const tracker = await mount(sdk);
    sdk.up();
    for (let number = 1; number <= 150; number += 1) {
      void tracker.agentJoined(agent(number % 10));
      void tracker.agentLeft(`agentId${number % 10}`);
    }
    const root = tracker.shadowRoot!;
    await until(() => byText(tracker, "Show more of 200 earlier events"), "all are drawn");
    const events = () => root.querySelectorAll("[part~=event]");
    expect(events()).to.have.length(100);
    expect(events()[99]!.textContent).to.include("AgentName0");
    byText(tracker, "Show more of 200 earlier events").click();
    await tracker.updateComplete;
    expect(events()).to.have.length(200);
    byText(tracker, "Show more of 100 earlier events").click();
    await tracker.updateComplete;
    expect(events()).to.have.length(300);
    expect(events()[0]!.textContent).to.include("AgentName1");
    expect([...root.querySelectorAll("button")].filter((button) => /earlier/.test(button.textContent!))).to.have.length(
      0,
    );
  });

  it("tells a person that an event was given up, and tries again on Retry", async () => {
    const sdk = new FakeSdk();
    const tracker = await mount(sdk);
    sdk.up();
    sdk.mode = "throw";
    expect((await tracker.agentJoined(agent(1))).status).to.equal("failed");
    await tracker.updateComplete;
    expect(tracker.shadowRoot!.textContent).to.include("1 event waits");
    sdk.mode = "ok";
    byText(tracker, "Retry").click();
    await tracker.retry();
    expect(words(sdk.taken)).to.deep.equal(["NA entry 1"]);
  });
});

const trap: ProxyHandler<object> = {
  get() {
    throw new Error("trap");
  },
};
