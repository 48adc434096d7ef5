// Vue: what its template checker looks up for a tag.
import type { TransferDataSource, TransferSession } from "handoff-elements";
import "handoff-elements/types/vue";
import type { GlobalComponents } from "vue";

type Props<Tag extends keyof GlobalComponents> = InstanceType<GlobalComponents[Tag]>["$props"];

declare const source: TransferDataSource;
declare function open(session: TransferSession): void;

export const badge: Props<"transfer-status-badge"> = { status: "queued", class: ["badge"] };
export const table: Props<"transfer-sessions-table"> = {
  dataSource: source,
  "poll-interval": 5000,
  onTransferSessionEndRequest: (event) => open(event.session),
};
/** As `poll-interval="5000"` in a template. */
export const slow: Props<"transfer-sessions-table"> = { "poll-interval": "5000", pollInterval: "5000", key: 1 };
// @ts-expect-error no number
export const never: Props<"transfer-sessions-table"> = { "poll-interval": "soon" };
// @ts-expect-error a text is no data source
export const wrong: Props<"transfer-sessions-table"> = { dataSource: "/api" };

export function emits(component: InstanceType<GlobalComponents["transfer-sessions-table"]>) {
  // @ts-expect-error there is no such event
  component.$emit("transfer-nothing");
}
