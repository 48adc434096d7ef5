import type { Meta, StoryObj } from "@storybook/web-components-vite";
import { html } from "lit";
import { ref } from "lit/directives/ref.js";
import type { AgentTransferTrackerElement } from "../src/elements/agent-transfer-tracker/agent-transfer-tracker.element.js";
import { agent, follow, StorySdk, type Scene } from "./support/tracker-scenes.js";

interface Args {
  controls: boolean;
  connected: boolean;
}

/**
 * Tells an agent-assist SDK who joins and who leaves, as its internalTransfer guide wants to hear it. Each story is one
 * scenario of the guide, played on a stand-in SDK; the Events list has the very payloads that the SDK gets.
 */
const meta: Meta<Args> = {
  title: "Agent transfer tracker",
  component: "agent-transfer-tracker",
  args: { controls: false, connected: true },
  argTypes: {
    controls: { description: "Shows buttons for a person" },
    connected: { description: "Whether the SDK's socket comes up" },
  },
};
export default meta;

type Story = StoryObj<Args>;

/** Every story has a conversation of its own, in memory, and a new one each time that it is shown. */
function played(...scene: Scene[]): NonNullable<Story["render"]> {
  return ({ controls, connected }) => {
    const sdk = new StorySdk();
    return html`<agent-transfer-tracker
      storage="none"
      ?controls=${controls}
      .sdk=${sdk}
      ${ref((element) => {
        if (element)
          void follow(element as AgentTransferTrackerElement, connected ? [() => sdk.up(), ...scene] : scene);
      })}
    ></agent-transfer-tracker>`;
  };
}

/** Nobody has joined yet. */
export const New: Story = { render: played() };

/** The first agent accepts: `NA entry`. */
export const InitialRequest: Story = { render: played((tracker) => tracker.agentJoined(agent(1))) };

/** From agent 1 to 2 to 3, one at a time: `cold exit`, `cold entry`, and `NA exit` at the end. */
export const ColdTransfer: Story = {
  render: played(
    (tracker) => tracker.agentJoined(agent(1)),
    (tracker) => tracker.agentLeft("agentId1"),
    (tracker) => tracker.agentJoined(agent(2)),
    (tracker) => tracker.agentLeft("agentId2"),
    (tracker) => tracker.agentJoined(agent(3)),
    (tracker) => tracker.conversationEnded(),
  ),
};

/** Between a last exit and the next entry nobody is there, which is not the end. */
export const Handover: Story = {
  render: played(
    (tracker) => tracker.agentJoined(agent(1)),
    (tracker) => tracker.agentLeft("agentId1"),
  ),
};

/** Two consultants join agent 1 and leave again. Agent 1 is the lead throughout. */
export const WarmTransfer: Story = {
  render: played(
    (tracker) => tracker.agentJoined(agent(1)),
    (tracker) => tracker.agentJoined(agent(2)),
    (tracker) => tracker.agentJoined(agent(3)),
    (tracker) => tracker.agentLeft("agentId2"),
    (tracker) => tracker.agentLeft("agentId3"),
    (tracker) => tracker.conversationEnded(),
  ),
};

/** Several at once: only the lead runs dialog tasks. */
export const SeveralAgents: Story = {
  render: played(
    (tracker) => tracker.agentJoined(agent(1)),
    (tracker) => tracker.agentJoined(agent(2)),
    (tracker) => tracker.agentJoined(agent(3), { announce: false }),
  ),
};

/** The line drops, and the same agent comes back: `redial entry`, and no second segment. */
export const Redial: Story = {
  render: played(
    (tracker) => tracker.agentJoined(agent(1)),
    (tracker) => tracker.conversationDropped(),
    (tracker) => tracker.agentJoined(agent(1)),
    (tracker) => tracker.conversationEnded(),
  ),
};

/** The SDK is told nothing of a drop; the agent is expected back. */
export const Dropped: Story = {
  args: { controls: true },
  render: played(
    (tracker) => tracker.agentJoined(agent(1)),
    (tracker) => tracker.conversationDropped(),
  ),
};

/** Entries wait for `ON_SOCKET_CONNECTION`, and what comes behind them keeps its place. */
export const WaitingForTheConnection: Story = {
  args: { connected: false },
  render: played(
    (tracker) => tracker.agentJoined(agent(1)),
    (tracker) => tracker.agentJoined(agent(2)),
    (tracker) => tracker.agentLeft("agentId2"),
  ),
};

/** The SDK throws. The event is tried again after 1, 2, 4 and 8 seconds, then waits for Retry. */
export const Refused: Story = {
  render: played(
    (tracker) => tracker.agentJoined(agent(1)),
    (tracker, sdk) => {
      sdk.broken = true;
      return tracker.agentJoined(agent(2));
    },
  ),
};

/** For desktops that tell the tracker by hand. */
export const Controls: Story = {
  args: { controls: true },
  render: played((tracker) => tracker.agentJoined(agent(1))),
};
