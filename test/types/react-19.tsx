// React 19, by tag: it sets properties and listens to events by their own names.
import type { TransferDataSource, TransferSession } from "handoff-elements";
import "handoff-elements/define";
import "handoff-elements/types/react";

export function Floor({ source, open }: { source: TransferDataSource; open(session: TransferSession): void }) {
  return (
    <section>
      <transfer-status-badge status="queued" class="badge" key="badge" />
      <transfer-sessions-table
        dataSource={source}
        poll-interval={5000}
        ontransfer-session-end-request={(event) => open(event.session)}
        ref={(table) => void table?.refresh()}
      />
      {/* @ts-expect-error a text is no data source */}
      <transfer-sessions-table dataSource="/api" />
      {/* @ts-expect-error there is no such property */}
      <transfer-status-badge colour="red" />
    </section>
  );
}
