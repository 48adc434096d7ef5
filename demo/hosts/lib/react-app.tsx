"use client";

import { useMemo, useRef, useState } from "react";
import type { AgentTransferTrackerElement } from "handoff-elements";
import { AgentTransferTracker, TransferSessionsTable } from "handoff-elements/react";
import { columns, north, rowActions, south, StandInSdk } from "./scene";

export function App() {
  const [lines, setLines] = useState<readonly string[]>([]);
  const [isMounted, setMounted] = useState(true);
  const [source, setSource] = useState(north);
  const tracker = useRef<AgentTransferTrackerElement>(null);
  const { tell, sdk, actions } = useMemo(() => {
    const tell = (line: string) => setLines((before) => [...before, line]);
    return { tell, sdk: new StandInSdk(tell), actions: rowActions(tell) };
  }, []);
  return (
    <>
      <button onClick={() => setMounted(!isMounted)}>{isMounted ? "Unmount" : "Mount"}</button>
      <button onClick={() => setSource(source === north ? south : north)}>Other floor</button>
      <button onClick={() => sdk.connect()}>Socket up</button>
      <button onClick={() => void tracker.current?.agentJoined({ identity: "ana", name: "Ana" })}>Ana joins</button>
      <button onClick={() => void tracker.current?.agentLeft("ana")}>Ana leaves</button>
      <output>{lines.join(", ")}</output>
      {isMounted && (
        <TransferSessionsTable
          dataSource={source}
          columns={columns}
          rowActions={actions}
          onTransferSessionOpen={({ session }) => tell(`opened ${session.contactId}`)}
          onTransferSessionEnded={({ session }) => tell(`ended ${session.contactId}`)}
          onTransferViewChange={({ view }) => tell(`sorted by ${view.sort?.[0]?.by}`)}
        />
      )}
      <AgentTransferTracker ref={tracker} conversationId="c-1" storage="none" sdk={sdk} />
    </>
  );
}
