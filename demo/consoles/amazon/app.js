// An app of the agent workspace, in the frame of one contact: the floor, and a tracker of the contact.
import { AmazonConnectApp, AppContactScope } from "@amazon-connect/app";
import { AgentClient, ContactClient } from "@amazon-connect/contact";
import { StandInSdk } from "../lib/stand-in-sdk.js";

const tracker = document.querySelector("agent-transfer-tracker");
const sdk = new StandInSdk();
tracker.sdk = sdk;
tracker.addEventListener("internal-transfer", () => {
  document.querySelector("output").textContent = sdk.heard.join(", ");
});

const { provider } = AmazonConnectApp.init({
  async onCreate({ context }) {
    tracker.conversationId = context.scope.contactId;
    // By name: each of these packages may bring a core of its own, which knows no provider of the other's.
    const agent = new AgentClient({ provider });
    const [identity, name] = await Promise.all([agent.getARN(), agent.getName()]);
    const contact = new ContactClient({ provider });
    contact.onConnected(async () => void tracker.agentJoined({ identity, name }), AppContactScope.CurrentContactId);
    contact.onStartingAcw(async () => void tracker.agentLeft(identity), AppContactScope.CurrentContactId);
    sdk.connect();
  },
  async onDestroy() {
    document.body.replaceChildren();
  },
});
