import type { AgentTransferTrackerElement } from "handoff-elements";
import "handoff-elements/define";
import "handoff-elements/types/solid";
import { createSignal, Show } from "solid-js";
import { columns, north, rowActions, south, StandInSdk } from "./scene.js";

export function App() {
  const [lines, setLines] = createSignal<readonly string[]>([]);
  const tell = (line: string) => void setLines((before) => [...before, line]);
  const [isMounted, setMounted] = createSignal(true);
  const [source, setSource] = createSignal(north);
  const sdk = new StandInSdk(tell);
  let tracker: AgentTransferTrackerElement | undefined;
  return (
    <>
      <button onClick={() => setMounted(!isMounted())}>{isMounted() ? "Unmount" : "Mount"}</button>
      <button onClick={() => setSource(source() === north ? south : north)}>Other floor</button>
      <button onClick={() => sdk.connect()}>Socket up</button>
      <button onClick={() => void tracker?.agentJoined({ identity: "ana", name: "Ana" })}>Ana joins</button>
      <button onClick={() => void tracker?.agentLeft("ana")}>Ana leaves</button>
      <output>{lines().join(", ")}</output>
      <Show when={isMounted()}>
        <transfer-sessions-table
          prop:dataSource={source()}
          prop:columns={columns}
          prop:rowActions={rowActions(tell)}
          on:transfer-session-open={({ session }) => tell(`opened ${session.contactId}`)}
          on:transfer-session-ended={({ session }) => tell(`ended ${session.contactId}`)}
          on:transfer-view-change={({ view }) => tell(`sorted by ${view.sort?.[0]?.by}`)}
        />
      </Show>
      <agent-transfer-tracker
        ref={(element) => (tracker = element)}
        conversation-id="c-1"
        storage="none"
        prop:sdk={sdk}
      />
    </>
  );
}
