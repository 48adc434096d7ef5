// Solid, by tag.
import type { TransferDataSource, TransferSession } from "handoff-elements";
import "handoff-elements/define";
import "handoff-elements/types/solid";

export function Floor(props: { source: TransferDataSource; open(session: TransferSession): void }) {
  return (
    <section>
      <transfer-status-badge status="queued" class="badge" />
      <transfer-sessions-table
        prop:dataSource={props.source}
        attr:poll-interval="5000"
        on:transfer-session-end-request={(event) => props.open(event.session)}
        ref={(table) => void table.refresh()}
      />
      <transfer-sessions-table view={{ text: "a" }} poll-interval="5000" />
      {/* @ts-expect-error Solid would set a property in lower case, which is none */}
      <transfer-sessions-table dataSource={props.source} />
      {/* @ts-expect-error a text is no data source */}
      <transfer-sessions-table prop:dataSource="/api" />
      {/* @ts-expect-error there is no such property */}
      <transfer-status-badge colour="red" />
    </section>
  );
}
