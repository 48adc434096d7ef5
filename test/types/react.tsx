// React 18 and 19, by component.
import { useRef } from "react";
import type { TransferDataSource, TransferSession, TransferSessionsTable as Element } from "handoff-elements";
import { AgentTransferTracker, TransferSessionsTable, TransferStatusBadge } from "handoff-elements/react";

export function Floor({ source, open }: { source: TransferDataSource; open(session: TransferSession): void }) {
  const table = useRef<Element>(null);
  return (
    <section>
      <TransferStatusBadge status="queued" className="badge" />
      <TransferSessionsTable
        ref={table}
        dataSource={source}
        pollInterval={5000}
        aria-label="Floor"
        onTransferSessionEndRequest={(event) => open(event.session)}
        onClick={() => void table.current?.refresh()}
      />
      <AgentTransferTracker conversationId="c-1" onInternalTransfer={(event) => void event.payload.transfertype} />
      {/* @ts-expect-error a text is no interval */}
      <TransferSessionsTable pollInterval="soon" />
      {/* @ts-expect-error there is no such property */}
      <TransferStatusBadge colour="red" />
    </section>
  );
}
