/** @jsxRuntime classic */
/** @jsx snabbdom.createElement */
// A component of Next Experience. Its tool chain puts the renderer's function in where JSX is, which is said above here.
import { createCustomElement } from "@servicenow/ui-core";
import snabbdom from "@servicenow/ui-renderer-snabbdom";
import "handoff-elements/define";
import { floor } from "../lib/floor.js";
import { StandInSdk } from "../lib/stand-in-sdk.js";

// Beside the state: it is no data.
const [few, many] = [floor(200), floor(10_000)];
const sdk = new StandInSdk();

function view({ isMany, told }, { updateState }) {
  // The tracker is told by its methods, and the framework gives elements in hooks.
  const tracker = {};
  const heard = () => updateState({ told: sdk.heard.join(", ") });
  return (
    <div>
      <button on-click={() => updateState({ isMany: true })}>10,000 rows</button>
      <button on-click={() => sdk.connect()}>Socket up</button>
      <button on-click={() => tracker.element.agentJoined({ identity: "ana", name: "Ana" })}>Ana joins</button>
      <button on-click={() => tracker.element.agentJoined({ identity: "ben", name: "Ben" })}>Ben joins</button>
      <button on-click={() => tracker.element.agentLeft("ben")}>Ben leaves</button>
      <button on-click={() => tracker.element.conversationEnded()}>Conversation ends</button>
      <output>{told}</output>
      <transfer-sessions-table
        dataSource={isMany ? many : few}
        pollInterval={3_600_000}
        style={{ height: "480px" }}
        on-transfer-session-ended={({ session }) => updateState({ told: `Ended ${session.contactId}` })}
      />
      <agent-transfer-tracker
        conversationId="servicenow-1"
        storage="none"
        sdk={sdk}
        on-internal-transfer={heard}
        hook-insert={({ elm }) => (tracker.element = elm)}
        hook-postpatch={(_before, { elm }) => (tracker.element = elm)}
      />
    </div>
  );
}

createCustomElement("x-acme-floor", {
  renderer: { type: snabbdom },
  initialState: { isMany: false, told: "" },
  view,
});
